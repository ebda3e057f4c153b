"""``python -m tests.bench.chart OUT RUN...``: figures over record sizes, from runs with --json.

Drawn by hand: a panel a row, facts on record to the right (by powers of ten), the figure upwards
from nothing, ours as a full line and its limit as a dashed one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

WIDTH, HEIGHT, LEFT, TOP, GAP = 300, 170, 60, 46, 80
INK, OURS, LIMIT = "#1f2933", "#0b5394", "#6b7280"
FROM, TO = 3, 6
"""From a thousand facts to a million, as powers of ten."""


@dataclass(frozen=True)
class Line:
    """One row over the sizes: facts on record with our figure, and with the limit's."""

    title: str
    unit: str
    ours: tuple[tuple[int, float], ...]
    limit: tuple[tuple[int, float], ...]

    @property
    def top(self) -> float:
        return max(value for _, value in (*self.ours, *self.limit)) * 1.15


def lines(runs: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """Each row that was measured at more than one size."""
    found: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}
    for run in sorted(runs, key=lambda run: int(run["facts"])):
        for row in run["rows"]:
            title = row["name"].replace(f"{run['facts']:,} facts, ", "")
            found.setdefault(title, []).append((run["facts"], row))
    for title, rows in found.items():
        if len({facts for facts, _ in rows}) > 1:
            ours = tuple((facts, row["value"]) for facts, row in rows)
            limit = tuple((facts, row["limit"]) for facts, row in rows if row["limit"])
            yield Line(title, rows[0][1]["unit"], ours, limit)


def drawn(panels: Sequence[Line]) -> str:
    """The whole picture, two panels beside each other."""
    height = (len(panels) + 1) // 2 * (HEIGHT + GAP) + TOP
    width = 2 * (WIDTH + LEFT + 40)
    body = "".join(_panel(line, n) for n, line in enumerate(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="12" fill="{INK}">\n'
        "<title>Figures over the number of facts on record</title>\n"
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n{body}</svg>\n'
    )


def _panel(line: Line, n: int) -> str:
    right, down = n % 2 * (WIDTH + LEFT + 40) + LEFT, n // 2 * (HEIGHT + GAP) + TOP
    parts = [
        f'<g transform="translate({right} {down})">',
        f'<text y="-16" font-weight="600">{escape(line.title)} ({escape(line.unit)})</text>',
        *_axes(line.top),
        _polyline(line.limit, line.top, LIMIT, ' stroke-dasharray="5 4"'),
        _polyline(line.ours, line.top, OURS, ""),
        "</g>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _axes(top: float) -> Iterator[str]:
    yield f'<path d="M0 0V{HEIGHT}H{WIDTH}" fill="none" stroke="{INK}"/>'
    for part in (0, 0.5, 1):
        y = HEIGHT * (1 - part)
        yield f'<text x="-6" y="{y + 4:.0f}" text-anchor="end">{_short(top * part)}</text>'
    for power, name in enumerate(("1k", "10k", "100k", "1M"), start=FROM):
        x = _right(10**power)
        yield f'<text x="{x:.0f}" y="{HEIGHT + 18}" text-anchor="middle">{name}</text>'


def _polyline(points: Sequence[tuple[int, float]], top: float, colour: str, dashes: str) -> str:
    if not points:
        return ""
    places = [(_right(facts), HEIGHT * (1 - value / top)) for facts, value in points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
    line = f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
    return line + dots


def _right(facts: int) -> float:
    return (log10(facts) - FROM) / (TO - FROM) * WIDTH


def _short(value: float) -> str:
    return f"{value / 1000:.0f}k" if value >= 1000 else f"{value:.3g}"


if __name__ == "__main__":
    out, *files = sys.argv[1:]
    told = [json.loads(Path(file).read_text()) for file in files]
    Path(out).write_text(drawn(list(lines(told))))
