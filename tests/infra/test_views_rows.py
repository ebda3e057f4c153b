"""Views hold exactly what a small history shows, on both axes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.days import ONE_DAY
from tests.infra.conftest import Database
from tests.schemes.lvv_certification.told import granted, opened, suspended
from tests.services.house import SCHEME, House, house_on

JAN_5, APR_15, MAY_15, NOV_14 = opened.on, granted.on, suspended.on, suspended.until
JUNE_1 = date(2026, 6, 1)


@pytest.fixture
def house(database: Database) -> Iterator[House]:
    with house_on(database) as house:
        yield house


@pytest.fixture
def told(house: House) -> House:
    """A certificate of 15 April, suspended on 15 May and made known on 1 June."""
    for day, fact in ((JAN_5, opened), (APR_15, granted), (MAY_15, suspended)):
        house.on(day)
        house.put(7, fact)
    house.worker.run_once()
    house.on(JUNE_1)
    house.act(7, "certification-body:m.bakker", "notify-suspension")
    house.worker.run_once()
    return house


def test_the_register_reads_as_on_a_day_and_as_known_at_a_moment(told: House) -> None:
    entry = told.number(7)
    before = datetime(2026, 5, 31, tzinfo=UTC)

    def status(on: date, known_at: datetime | None = None) -> str | None:
        found = told.views.register.entry(SCHEME, entry, on=on, known_at=known_at)
        return found.row.status if found else None

    assert status(APR_15 - ONE_DAY) is None
    assert status(APR_15) == "valid"
    assert status(MAY_15 - ONE_DAY) == "valid"
    assert status(MAY_15) == "suspended"
    assert status(MAY_15, before) == "valid", "the register was told on 1 June"
    assert status(MAY_15, datetime(2026, 4, 1, tzinfo=UTC)) is None


def test_the_rows_are_exactly_these(told: House) -> None:
    lines = told.views.register.lines(SCHEME, told.number(7))
    assert [(k.row.status, k.row.since, k.row.until, k.row.day) for k in lines] == [
        ("valid", APR_15, MAY_15 - ONE_DAY, date(2030, 4, 14)),
        ("suspended", MAY_15, None, NOV_14),
    ]
    assert {(k.row.name, k.row.born) for k in lines} == {("Johanna de Wit", date(1980, 2, 29))}
    assert {k.known_from.date() for k in lines} == {JUNE_1}
    case = told.views.cases.one(told.number(7))
    assert case is not None
    assert (case.row.standing, case.row.version, case.row.opened_on) == ("suspended", 5, JAN_5)
    story = told.views.dossier.of(told.number(7))
    assert [k.row.version for k in story] == [1, 2, 3, 4, 5]
    assert [k.row.stored_as.split(".")[1] for k in story][-2:] == [
        "suspension-notified",
        "register-status-changed",
    ]
    assert [k.row.day for k in story] == [JAN_5, APR_15, MAY_15, JUNE_1, JUNE_1]


def test_the_register_is_searched_by_the_beginnings_of_words(told: House) -> None:
    register = told.views.register

    def found(text: str) -> int:
        return len(register.search(SCHEME, on=JUNE_1, text=text))

    assert found("johanna") == found("JÓH wit") == found("de wit") == 1
    assert found("hanna") == found("johanna jansen") == found("'; --") == 0
    assert register.search(SCHEME, on=JUNE_1, status="valid") == []
    (only,) = register.search(SCHEME, on=JUNE_1, status="suspended")
    assert register.search(SCHEME, on=JUNE_1, after=only.cursor) == []
    assert "Johanna" not in str(only.cursor)


def test_the_change_feed_names_nobody(told: House) -> None:
    changes = told.views.register.changes(0)
    assert [(c.before, c.after) for c in changes] == [(None, "valid"), ("valid", "suspended")]
    assert told.views.register.changes(changes[-1].position) == []
    assert "Johanna" not in str(changes)


def test_what_waited_is_kept_with_the_day_it_no_longer_did(told: House) -> None:
    assert told.views.worklist.search(on=JUNE_1) == []
    (waited,) = told.views.worklist.search(on=JUNE_1 - ONE_DAY)
    assert (waited.row.action, waited.row.since, waited.row.until) == (
        "notify-suspension",
        MAY_15,
        JUNE_1,
    )
    told_before = told.views.worklist.search(on=JUNE_1, known_at=datetime(2026, 5, 20, tzinfo=UTC))
    assert [kept.row.until for kept in told_before] == [None]
    (audit,) = told.views.audits.search(on=JUNE_1, scheme=SCHEME, status="suspended")
    assert audit.row.due == NOV_14
    assert told.views.notices.search(on=JUNE_1 - ONE_DAY, sent=True) == []
    (notice,) = told.views.notices.search(on=JUNE_1, sent=True, recipient="person")
    assert notice.row.sent_on == JUNE_1


@pytest.mark.parametrize("days", [-1, 0, 1, 182, 183, 184, 185, 400])
def test_a_term_stands_in_the_queue_as_the_engine_says(told: House, days: int) -> None:
    on = MAY_15 + timedelta(days=days)
    everything = told.views.deadlines.search(on=on, number=told.number(7))
    for kept in everything:
        engine = kept.row.standing(kept.key)
        state = engine.state(on)
        same = told.views.deadlines.search(on=on, state=state, number=told.number(7))
        assert kept.key in {one.key for one in same}
        opens = told.views.deadlines.search(on=on, state="open", number=told.number(7))
        assert (kept.key in {one.key for one in opens}) == engine.is_open(on)
    assert ("C-T08" in {kept.row.term for kept in everything}) == (days >= 0)


def test_a_term_comes_with_its_steps_and_falls_due_for_the_clerk(told: House) -> None:
    (kept,) = told.views.deadlines.search(on=JUNE_1, term="C-T08")
    assert kept.row.due == NOV_14
    assert [step.day for step in kept.row.steps] == [MAY_15, NOV_14]
    assert "C-T08.3" not in {term.key for term in told.views.deadlines.due(NOV_14)}
    due = {term.key: term for term in told.views.deadlines.due(NOV_14 + ONE_DAY)}
    assert due["C-T08.3"].action == "open-withdrawal-procedure"
    assert due["C-T08.3"].day == NOV_14 + ONE_DAY


def test_facts_of_one_moment_are_told_together(house: House) -> None:
    """A row that lived no time is not kept, however the runner came by the facts."""
    house.put(7, opened)
    house.worker.run_once()
    house.put(7, granted)
    house.worker.run_once()
    house.put(7, suspended)
    house.worker.run_once()
    (case,) = house.views.cases.search(known_at=house.clock())
    assert case.row.version == 3
    with house.pool.connection() as connection:
        kept = connection.execute("SELECT count(*) FROM views.cases").fetchone()
    assert kept == (1,)
    assert len(house.views.dossier.of(house.number(7))) == 3
    assert house.rebuild.differences("cases") is None


def test_positions_can_be_waited_for(told: House) -> None:
    progress = told.views.progress
    assert progress.wait_for(told.number(7), 5, timeout=0)
    assert not progress.wait_for(told.number(7), 6, timeout=0)
    (position,) = told.put(8, opened)
    assert not progress.wait(position, timeout=0)
    told.worker.run_once()
    assert progress.wait(position, timeout=0)
