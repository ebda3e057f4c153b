"""The record, while one teller writes on it."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import Any

from domain.case import CaseFile
from domain.number import number_of
from infra.store.record import Record
from services.casework import Asked, Receipt


class RecordInHand(Record):
    """Keeps every file in memory from step to step, for nobody else writes in it meanwhile."""

    @cached_property
    def _files(self) -> dict[str, CaseFile[Any] | None]:
        return {}

    def put_away(self, number: str) -> None:
        """Reads the file anew when it is next asked for."""
        self._files.pop(number, None)

    def _find(self, number: str) -> CaseFile[Any] | None:
        if number not in self._files:
            self._files[number] = super()._find(number)
        return self._files[number]

    def _law_book(self, scheme: str, known_at: datetime | None) -> CaseFile[Any] | None:
        if known_at is not None:
            return super()._law_book(scheme, known_at)
        return self._find(number_of(scheme, self.schemes[scheme].own_file, scheme))

    def _put(self, file: CaseFile[Any], asked: Asked) -> Receipt:
        self.put_away(file.number)
        receipt = super()._put(file, asked)
        for record in receipt.records:
            file = self.under(file).kind.after(file, record)
        self._files[file.number] = file
        return receipt
