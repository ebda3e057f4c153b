"""A permit desk that never was, whose log has the columns of the real one (see the mapping)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
MAPPING = HERE / "permit-desk.mapping.yaml"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ACTIVITIES = (
    "Confirmation of receipt",
    "T02 Check confirmation of receipt",
    "T04 Determine confirmation",
    "T05 Print & send <confirmation>",
    'T06 Determine "necessity" of stop advice',
    "T10 Déterminer, s'il le faut",
)
Row = dict[str, str]


def rows(cases: int, seed: int = 1) -> Iterator[Row]:
    """So many cases, row by row; every third is still open, some end before their last event."""
    rnd = Random(seed)
    for number in range(1, cases + 1):
        began = datetime(2010, 10, 1, tzinfo=UTC) + timedelta(minutes=rnd.randrange(700_000))
        of_case = {
            "case:concept:name": f"case-{seed}-{number}",
            "case:channel": rnd.choice(("Internet", "Desk", "Post")),
            "case:department": rnd.choice(("General", "Experts")),
            "case:group": rnd.choice(("", "Group 2")),
            "case:responsible": rnd.choice(("J. de Boer", "S. Aydın")),
            "case:startdate": written(began),
            "case:enddate": "" if number % 3 == 0 else written(began + timedelta(days=40)),
            "case:enddate_planned": written(began + timedelta(days=56, milliseconds=10)),
            "case:deadline": written(began + timedelta(days=56)),
        }
        for event in range(rnd.randrange(1, 9)):
            at = began + timedelta(days=event * 8, microseconds=rnd.randrange(86_400_000_000))
            yield of_case | {
                "concept:instance": f"task-{number}-{event}",
                "concept:name": rnd.choice(ACTIVITIES),
                "lifecycle:transition": "complete",
                "org:group": rnd.choice(("EMPTY", "Group 1")),
                "org:resource": rnd.choice(("Resource21", "Resource10")),
                "time:timestamp": written(at),
            }


def written(at: datetime) -> str:
    """As the real log has it, in the time of Amsterdam."""
    return str(at.astimezone(AMSTERDAM))


def table(path: Path, told: Iterable[Row]) -> Path:
    """The rows as CSV."""
    held = list(told)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(held[0]))
        writer.writeheader()
        writer.writerows(held)
    return path
