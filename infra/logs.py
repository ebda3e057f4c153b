"""Logging: structlog over the standard library, one line an event, nothing personal in it."""

import json as json_lines
import logging
import sys
from collections.abc import Mapping, Sequence, Set
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from typing import Any, TextIO
from uuid import UUID

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

PERSONAL = "<personal>"
PLAIN = (str, int, float, bool, type(None))
PRINTABLE = (UUID, date, time, timedelta, Decimal, PurePath, BaseException)


def configure(*, json: bool, stream: TextIO = sys.stderr, level: str = "INFO") -> None:
    """Send all logging of this process to `stream`: JSON lines, or a readable console form.

    What a request binds with `structlog.contextvars` (request_id, actor) stands on every line.
    uvicorn.access is silenced: the doors log a request themselves, without its query string.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        hide_personal,
        structlog.stdlib.PositionalArgumentsFormatter(),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    line = structlog.stdlib.ProcessorFormatter(
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *_last(json, stream),
        ],
        foreign_pre_chain=shared,
    )
    _attach(line, stream, level)


def hide_personal(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """No personal value passes: an object whose class has `__personal__ = True` is `<personal>`.

    Objects the log does not know are shown by the name of their class only, because their
    text may hold a person's name somewhere inside.
    """
    reserved = {key: event[key] for key in ("exc_info", "_record") if key in event}
    return {key: shown(value) for key, value in event.items()} | reserved


def shown(value: object) -> Any:
    """The value as it may stand in a log: plain JSON types, dates and ids as text."""
    if type(value) in PLAIN:  # most are, and no class of ours is one of these itself
        return value
    if getattr(type(value), "__personal__", False):
        return PERSONAL
    if isinstance(value, Enum):
        return shown(value.value)
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, PRINTABLE):
        return str(value)
    if isinstance(value, Mapping):
        return {str(shown(key)): shown(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(shown(item) for item in value)
    if isinstance(value, Sequence | Set) and not isinstance(value, bytes | bytearray):
        return [shown(item) for item in value]
    return f"<{type(value).__name__}>"


class _HidePersonalArguments(logging.Filter):
    """Libraries log through the standard library, where arguments become text early."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, Mapping):
            record.args = {key: _argument(item) for key, item in record.args.items()}
        elif record.args:
            record.args = tuple(_argument(item) for item in record.args)
        return True


def _argument(value: object) -> object:
    """Numbers keep their type, because foreign code may format them with %d or %f."""
    number = isinstance(value, int | float | Decimal)
    return value if number else shown(value)


def _last(json: bool, stream: TextIO) -> list[Processor]:
    # No locals in tracebacks (the default of both renderers): they hold decoded facts.
    if not json:
        plain = structlog.dev.plain_traceback
        return [structlog.dev.ConsoleRenderer(colors=stream.isatty(), exception_formatter=plain)]
    frames = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    return [
        structlog.processors.ExceptionRenderer(frames),
        structlog.processors.JSONRenderer(serializer=_json_line),
    ]


def _json_line(event: EventDict, **_: object) -> str:
    try:
        return orjson.dumps(event).decode()
    except TypeError:
        # An integer over 64 bits or half a surrogate pair: slower, but the line is not lost.
        return json_lines.dumps(event, default=str)


def _attach(line: logging.Formatter, stream: TextIO, level: str) -> None:
    handler = logging.StreamHandler(stream)
    handler.setFormatter(line)
    handler.addFilter(_HidePersonalArguments())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = name != "uvicorn.access"
