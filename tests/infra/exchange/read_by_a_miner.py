"""Reads event logs with pm4py, as a process miner would: a path a line in, JSON a line out.

Run as a process of its own: pm4py prints at import, and warns about what is not ours.
"""

from __future__ import annotations

import contextlib
import json
import sys

with contextlib.redirect_stdout(sys.stderr):
    import pm4py


def told(path: str) -> list[dict[str, str]]:
    """Every event with what is said of it and of its case; moments in ISO 8601, UTC."""
    with contextlib.redirect_stdout(sys.stderr):
        if path.endswith(".xes"):
            log = pm4py.read_xes(path)
        else:
            log = pm4py.read_ocel2_json(path).get_extended_table()
    found = []
    for row in log.to_dict("records"):
        given = {key: value for key, value in row.items() if value == value and value is not None}
        found.append({key: _text(value) for key, value in given.items()})
    return found


def _text(value: object) -> str:
    to = getattr(value, "tz_convert", None)
    return str(to("UTC").isoformat(timespec="microseconds")) if to else str(value)


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(told(line.strip())), flush=True)
