"""Pages from templates, in Dutch and English; the words of the law stay as they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

HERE = Path(__file__).parent
LANGUAGES = ("nl", "en")
LANGUAGE_COOKIE = "griffie-language"
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november "
    "december",
    "en": "January February March April May June July August September October November December",
}


UNSAID: Mapping[str, Any] = {"here": "", "caller": None}


def language_of(request: Request) -> str:
    """The language chosen, or else the browser's, or else Dutch."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    wanted = request.headers.get("accept-language", "").lower()
    return "en" if wanted.startswith("en") else "nl"


def page(request: Request, template: str, status: int = 200, **given: Any) -> HTMLResponse:
    """A page in the language of who asks."""
    lang = language_of(request)
    words = {"lang": lang, "version": _version(), "path": request.url.path, **UNSAID, **given}
    return HTMLResponse(_environment(lang).get_template(template).render(words), status)


@lru_cache(maxsize=len(LANGUAGES))
def _environment(lang: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    said = _said(lang)
    made.install_gettext_callables(  # type: ignore[attr-defined]  # from the i18n extension
        lambda text: said.get(text, text),
        lambda one, many, n: said.get(one, one) if n == 1 else said.get(many, many),
        newstyle=True,
    )
    made.filters["day"] = lambda day: _day(day, lang)
    return made


def _said(lang: str) -> Mapping[str, str]:
    if lang == "en":
        return {}
    said: Mapping[str, str] = json.loads((HERE / f"{lang}.json").read_text(encoding="utf-8"))
    return said


def _day(day: date | str, lang: str) -> str:
    """14 november 2026."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day} {MONTHS[lang].split()[day.month - 1]} {day.year}"


@lru_cache(maxsize=1)
def _version() -> str:
    """Changes when the style does, so that a browser may keep what it has."""
    return hashlib.sha256((HERE / "static" / "site.css").read_bytes()).hexdigest()[:12]
