"""Lists as CSV (RFC 4180), with a BOM so that a spreadsheet reads the accents."""

from __future__ import annotations

import csv
import io
from typing import Any

from fastapi import Response

from infra.http.cursors import Page
from infra.http.values import ApiModel

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(page: Page[Any], row: type[ApiModel], answered: Response) -> Response:
    """One page as a sheet; the Link header of ``answered`` says where the next one is."""
    names = [field.alias or name for name, field in row.model_fields.items()]
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
    writer.writerow(names)
    for item in page.items:
        told = item.model_dump(mode="json", by_alias=True)
        writer.writerow([_cell(told[name]) for name in names])
    headers = {"Link": answered.headers["Link"]} if "Link" in answered.headers else {}
    return Response("\ufeff" + sheet.getvalue(), media_type="text/csv", headers=headers)


def _cell(value: object) -> str:
    """What a spreadsheet shows; text that it would take for a formula gets a quote before it."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return str(len(value)) if isinstance(value, list) else value.get("at", "")
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
