"""Opening the house from the command line: settings, log, databases; and how that can fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from infra.cli.output import fail

if TYPE_CHECKING:
    from infra.main import House
    from infra.settings import Settings


def settings(**given: object) -> Settings:
    """The settings, with what the command line gives on top; the log is set up by them."""
    from infra import logs
    from infra.settings import Misconfigured, load

    try:
        read = load().model_copy(update={k: v for k, v in given.items() if v is not None})
    except Misconfigured as wrong:
        raise fail(str(wrong), 2) from None
    logs.configure(json=read.log_json or read.mode == "production")
    return read


@contextmanager
def house(read: Settings | None = None) -> Iterator[House]:
    """The house, open. Ends the command with 2 when it can't be opened safely."""
    from infra.main import opened
    from infra.settings import Misconfigured
    from infra.store.embedded import NotStarted
    from infra.store.migrations import NotMigrated, Unsafe

    try:
        with opened(read or settings()) as open_house:
            yield open_house
    except (Misconfigured, NotStarted, NotMigrated, Unsafe) as wrong:
        raise fail(str(wrong), 2) from None
