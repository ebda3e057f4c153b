"""What the routes are given when the house is built; see infra/main.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import Depends, Request

from infra.http.told.rows import Keys
from infra.store.views.reading import Views
from services.casework import Casework


@dataclass(frozen=True)
class Parts:
    """The write side, the read side, the clock, and what opens personal values."""

    casework: Casework
    views: Views
    clock: Callable[[], datetime]
    day_of: Callable[[datetime], date]
    keys: Keys

    @property
    def today(self) -> date:
        """The legal day it is, Europe/Amsterdam."""
        return self.day_of(self.clock())


async def _parts(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


House = Annotated[Parts, Depends(_parts)]
