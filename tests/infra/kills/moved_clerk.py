"""A clerk in a process of its own, on a clock that a file moves: seconds ahead, or behind."""

from __future__ import annotations

import signal
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

from infra import clock
from infra.main import opened
from infra.settings import load

EVERY = 0.05  # seconds between the clerk's looks at what is due


def main(moved: Path) -> None:
    def now() -> datetime:
        return clock.now() + timedelta(seconds=float(moved.read_text()))

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    with opened(load(), now) as house:
        house.clerk_at_work().run(stop, EVERY)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
