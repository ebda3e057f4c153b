"""One line an event, with the request it belongs to, and nothing personal."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import pytest
import structlog

from infra.logs import PERSONAL, configure, shown


@dataclass(frozen=True)
class Name:
    """As a personal value of the domain: recognised by the mark on its class."""

    __personal__: ClassVar[bool] = True
    text: str


@dataclass(frozen=True)
class Fact:
    holder: Name


ANNA = Name("Anna Bakker")


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.fixture(params=["json", "console"])
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    stream = io.StringIO()
    configure(json=request.param == "json", stream=stream)
    return stream


def lines() -> tuple[io.StringIO, Any]:
    stream = io.StringIO()
    configure(json=True, stream=stream)
    return stream, structlog.get_logger("griffie")


def last(stream: io.StringIO) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(stream.getvalue().splitlines()[-1])
    return line


def test_a_line_carries_its_request_and_its_moment() -> None:
    stream, log = lines()
    with structlog.contextvars.bound_contextvars(request_id="r-1"):
        log.info("decided", command="Suspend", on=date(2026, 3, 2))
    line = last(stream)
    assert datetime.fromisoformat(line.pop("timestamp")).tzinfo == UTC
    assert line == {
        "event": "decided",
        "level": "info",
        "logger": "griffie",
        "request_id": "r-1",
        "command": "Suspend",
        "on": "2026-03-02",
    }
    log.info("after")
    assert "request_id" not in last(stream)


def test_libraries_log_in_the_same_form() -> None:
    stream, _ = lines()
    logging.getLogger("uvicorn.error").warning("bound to port %d", 8000)
    assert (last(stream)["event"], last(stream)["level"]) == ("bound to port 8000", "warning")


def test_the_access_log_is_silent(stream: io.StringIO) -> None:
    logging.getLogger("uvicorn.access").info("GET /register?name=Bakker")
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    "value",
    [ANNA, [ANNA], (ANNA,), {"holder": ANNA}, {ANNA: 1}, {"a": [{"b": ANNA}]}, frozenset([ANNA])],
)
def test_a_personal_value_is_never_shown(stream: io.StringIO, value: object) -> None:
    log = structlog.get_logger("griffie")
    log.info("decided", about=value)
    log.info("decided about %s", value)
    log.bind(about=value).warning("decided")
    with structlog.contextvars.bound_contextvars(about=value):
        log.info("decided")
    logging.getLogger("library").warning("decided about %s and %s", value, 1)
    assert stream.getvalue().count(PERSONAL) == 5
    assert "Bakker" not in stream.getvalue()


def test_an_object_that_may_hold_one_is_named_by_its_class(stream: io.StringIO) -> None:
    structlog.get_logger("griffie").info("decided", fact=Fact(ANNA))
    logging.getLogger("library").warning("decided %r", Fact(ANNA))
    logging.getLogger("library").warning("decided %(fact)s", {"fact": Fact(ANNA)})
    assert stream.getvalue().count("<Fact>") == 3
    assert "Bakker" not in stream.getvalue()


def test_a_traceback_shows_no_local_values(stream: io.StringIO) -> None:
    holder = "Anna Bakker"
    try:
        int(str(len(holder)) + "x")
    except ValueError:
        structlog.get_logger("griffie").exception("failed")
        logging.getLogger("library").exception("failed")
    assert stream.getvalue().count("invalid literal") >= 2
    assert "Anna" not in stream.getvalue().replace('holder = "Anna Bakker"', "")


class Kind(Enum):
    LARGE = "large"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Decimal("1.50"), "1.50"),
        (Path("a/b"), "a/b"),
        (Kind.LARGE, "large"),
        (ValueError("too late"), "too late"),
        (b"bytes", "<bytes>"),
        (sys, "<module>"),
        (3, 3),
        (None, None),
    ],
)
def test_what_is_known_is_shown_as_text(value: object, text: object) -> None:
    assert shown(value) == text


@pytest.mark.parametrize("value", [2**80, "half \ud83c"])
def test_a_value_json_finds_hard_does_not_lose_the_line(value: object) -> None:
    stream, log = lines()
    log.info("decided", value=value)
    assert last(stream)["value"] == value


def test_positional_numbers_keep_their_form() -> None:
    stream, _ = lines()
    logging.getLogger("library").info("%.2f of %05d", Decimal("1.5"), 12)
    assert last(stream)["event"] == "1.50 of 00012"
