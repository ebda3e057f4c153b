"""How far the topics are behind, as figures; nothing where no relay ever ran."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from psycopg.rows import tuple_row

from infra.store.views.asking import Pool

BEHIND = """
SELECT told.topic, greatest(0, last.position - told.position),
    coalesce((SELECT extract(epoch FROM clock_timestamp() - stored_at)::float8 FROM record.facts
        WHERE notification_id > told.position ORDER BY notification_id LIMIT 1), 0)
FROM relay.topics AS told,
    (SELECT coalesce(max(notification_id), 0) AS position FROM record.facts) AS last
ORDER BY told.topic
"""


class RelayFigures(Collector):
    """Asked of the database each time the figures are read."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    def collect(self) -> Iterator[GaugeMetricFamily]:
        behind = GaugeMetricFamily(
            "griffie_relay_behind_facts",
            "Positions between a topic and the record",
            labels=["topic"],
        )
        waiting = GaugeMetricFamily(
            "griffie_relay_waiting_seconds",
            "How long ago the first fact was recorded that a topic has not seen",
            labels=["topic"],
        )
        with self._pool.connection() as connection:
            rows = connection.cursor(row_factory=tuple_row).execute(BEHIND).fetchall()
        for topic, positions, seconds in rows:
            behind.add_metric([topic], positions)
            waiting.add_metric([topic], seconds)
        yield behind
        yield waiting

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing yet: registering asks no database."""
        return iter(())
