"""A broker to measure on, where one can be had."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from tests.bench.place import Place
from tests.bench.rows import Row
from tests.infra.kafka.brokers import Broker, NotStarted
from tests.infra.kafka.conftest import a_broker


def on_a_broker(
    place: Place, what: str, rows: Callable[[Place, Broker], Iterator[Row]]
) -> Iterator[Row]:
    """The rows; none where there is no broker, and that is said."""
    try:
        with a_broker(place.sizes.broker) as broker:
            yield from rows(place, broker)
    except NotStarted as reason:
        print(f"SKIPPED {what}: no broker can be had here: {reason}", file=sys.stderr)
