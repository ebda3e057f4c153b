"""Partitions of a view, brought to where the foremost of them stands: then it has one position."""

from __future__ import annotations

from typing import Any

from infra.store.views import partitions, positions
from infra.store.views.faults import Connection, set_aside, streams_set_aside
from infra.store.views.feeding import MOST_FACTS, Feed, Share
from infra.store.views.files import number_in
from infra.store.views.table import Table
from projections.view import View


def levelled(connection: Connection, feed: Feed, view: View[Any]) -> int:
    """Where a view stands, told from the record as far as the foremost of its partitions is.

    Within a transaction; nobody moves the view, or a partition of it, until that ends.
    """
    stands = partitions.hold(connection, view.name)
    position = positions.hold(connection, view.name)
    if not stands:
        return position
    upto = max(stand.upto for stand in stands.values())
    for partition, stand in stands.items():
        if stand.upto < upto:
            _bring(connection, feed, view, share_of(partition, len(stands)), stand.upto, upto)
    partitions.level(connection, view.name, upto)
    positions.place(connection, view.name, upto)
    return upto


def share_of(partition: int, partitions: int) -> Share:
    """The cases whose facts are in a partition of the topic."""
    from infra.kafka.partitions import partition_of  # who reads the record needs no Kafka

    return lambda number: partition_of(number, partitions) == partition


def _bring(
    connection: Connection, feed: Feed, view: View[Any], share: Share, after: int, upto: int
) -> None:
    while after < upto:
        stored = feed.facts.since(after, upto, MOST_FACTS)
        end = stored[-1].position if len(stored) == MOST_FACTS else upto
        mine = [one for one in stored if share(number_in(one.state))]
        batch = feed.batches.of(mine, after, end)
        aside = streams_set_aside(connection, view.name)
        faults = feed.apply(connection, view, Table(view), batch, aside, share)
        set_aside(connection, view.name, faults)
        after = batch.upto
