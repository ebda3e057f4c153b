"""Two clerks who are killed, on a clock that jumps: each term that passed is acted on once."""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from domain.fact import Actor
from domain.schemes import all_schemes
from infra.main import House, opened
from infra.store.views.reading import Views
from services.commands import Asked
from tests.infra.doors.visits import BODY, SCHEME
from tests.infra.kills.clients import Errand
from tests.infra.kills.errands import Errands
from tests.infra.kills.on_record import on_record
from tests.infra.kills.staff import PATIENCE, Staff

PEOPLE, JUMPS = 12, 12
IN_THE_END = 365 * 6  # days; by then every certificate has expired
DAY = 86_400  # seconds


def test_each_term_is_acted_on_once_whatever_clerks_and_clocks_do(house: Staff) -> None:
    """And on its day: what the clerk did is the same for all who were suspended on one day."""
    rng, moved = Random(11), house.folder / "moved"
    move(moved, 0)
    with opened(house.settings) as inside:
        numbers = [suspended(inside, n) for n in range(PEOPLE)]
    for clerk in ("clerk-1", "clerk-2"):
        house.post(clerk, sys.executable, "-m", "tests.infra.kills.moved_clerk", str(moved))
    house.post("worker", "work")
    for _ in range(JUMPS):
        move(moved, rng.randrange(-400, IN_THE_END))
        time.sleep(rng.uniform(0.5, 2.0))
        house.kill(rng.choice(["clerk-1", "clerk-2", "worker", "backends"]))
        house.mind()
    move(moved, IN_THE_END)
    with opened(house.settings) as inside:
        until_nothing_is_due(inside, house)
        did = [by_clerk(inside, number) for number in numbers]
    assert did == [did[0]] * PEOPLE
    names = [name for name, *_ in did[0]]
    assert {"withdrawal-procedure-opened", "certificate-expired"} <= set(names)
    assert len(set(did[0])) == len(did[0]), "nothing twice"
    on_record(house.settings.dsn or "").assert_sound()


def move(moved: Path, days: int) -> None:
    """Whole at once: a clerk that reads it meanwhile sees the old time or the new one."""
    draft = moved.with_suffix(".new")
    draft.write_text(str(days * DAY))
    draft.replace(moved)


def suspended(inside: House, n: int) -> str:
    """The number of somebody who was certified, and suspended for a month from then."""
    errands, on, person = Errands(n), inside.today() - timedelta(days=100), UUID(int=n + 1)
    first = asked(errands.opening("Johanna de Wit", on), person)
    number = inside.record.open(SCHEME, "person", str(person), first).number
    for errand in errands.to_suspension(number, "Johanna de Wit", on):
        inside.record.act(number, asked(errand))
    return number


def asked(errand: Errand, person: UUID | None = None) -> Asked:
    action = all_schemes()[SCHEME].files["person"].kind.actions[errand.body["action"]]
    by = Actor(id=errand.by, role=BODY if BODY in action.by else "person")
    return Asked(errand.key, by, action.name, errand.body["data"], person=person)


def until_nothing_is_due(inside: House, house: Staff) -> None:
    views, deadline = Views(inside.pool), time.monotonic() + PATIENCE
    far = inside.today() + timedelta(days=IN_THE_END)
    while True:
        house.mind()
        head = inside.record.recorder.max_notification_id() or 0
        if views.progress.wait(head, 1) and not (due := views.deadlines.due(far)):
            return
        assert time.monotonic() < deadline, f"still due: {due}"
        time.sleep(0.1)


def by_clerk(inside: House, number: str) -> list[tuple[str, str, date]]:
    """What the clerk put on record: the fact, the term that made him, and its day."""
    trail = inside.record.file(number).trail
    return [
        (r.fact.stored_as.removeprefix(f"{SCHEME}."), r.caused_by, r.fact.on)
        for r in trail
        if r.by.id == "clerk"
    ]
