"""How the views are, as figures: how far behind the record, and how many cases set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from infra.store.views.progress import Progress


class ViewFigures(Collector):
    """Asked of the database each time the figures are read."""

    def __init__(self, progress: Progress, head: Callable[[], int]) -> None:
        self._progress, self._head = progress, head

    def collect(self) -> Iterator[GaugeMetricFamily]:
        behind = GaugeMetricFamily(
            "griffie_view_behind_facts", "Positions between a view and the record", labels=["view"]
        )
        aside = GaugeMetricFamily(
            "griffie_view_set_aside_cases", "Cases that a view could not follow", labels=["view"]
        )
        head, cases = self._head(), [one.view for one in self._progress.set_aside()]
        for view, position in self._progress.positions().items():
            behind.add_metric([view], head - position)
            aside.add_metric([view], cases.count(view))
        yield behind
        yield aside

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing yet: registering asks no database."""
        return iter(())
