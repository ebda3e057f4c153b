"""Reading much at once without the collector looking on.

What is read here refers to nothing that refers back, so counting references frees it all; the
collector would look through every live object of the process again and again, for a third of the
time, and find nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """For a stretch of the record or a rebuild, not for ever: what is not ours may leave cycles.

    Waking it costs a look through everything, so not once for each few cases.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
