"""The law changes: history reads as it did; what is decided from then on meets the new text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, NoReturn
from uuid import UUID

import pytest

from domain.case import CaseFile, Situation
from domain.days import Lasting, Span
from domain.decide import open_actions
from domain.fact import Actor
from domain.law import Edition, InTime, Refused
from domain.schemes import Scheme, all_schemes
from domain.schemes.lvv_certification import section_27_suspension
from domain.schemes.lvv_certification.act import EDITION, IN_FORCE
from domain.terms import terms_of
from infra.clock import MovedClock, today_in_amsterdam
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from services.commands import Asked, Receipt
from tests.beginnings import SCENARIOS, Beginning, beginnings, begun_with

NEXT_YEAR = date(2027, 1, 1)
STRICTER = Edition(
    id="lvv-certification@7",
    title="LVV certification scheme v7",
    adopted=date(2026, 11, 2),
    since=NEXT_YEAR,
)
SCHEME = all_schemes()["lvv-certification"]
TWO_EDITIONS = replace(SCHEME, editions=(EDITION, STRICTER))
MANAGER = Actor(id="c.smit", role="certification-manager")
KINDS = [(scheme.id, kind) for scheme in all_schemes().values() for kind in scheme.files]


def house(begun: Beginning, scheme: Scheme, now: datetime) -> Record:
    """A record with this history in it, under a scheme that may have changed since."""
    recorder = RecorderInMemory()
    begun.put_in(recorder)
    record = Record(recorder, KeysInMemory(), MovedClock(now), today_in_amsterdam)
    record.schemes = {**all_schemes(), scheme.id: scheme}
    return record


def file_in(record: Record, begun: Beginning, kind: str) -> CaseFile[Any]:
    return record.file(dict(begun.numbers)[kind])


@pytest.fixture
def certified() -> Beginning:
    told = begun_with(SCENARIOS / SCHEME.id / "stories" / "certified.yaml", "person")
    assert told is not None
    return told


@pytest.fixture
def three_months(monkeypatch: pytest.MonkeyPatch) -> None:
    """From 2027 on a suspension lasts three months at most."""
    six = section_27_suspension.LONGEST.of(EDITION)
    three = Lasting(span=Span(months=3), place=six.place)
    changed = InTime({IN_FORCE: six, NEXT_YEAR: three})
    monkeypatch.setattr(section_27_suspension, "LONGEST", changed)


def suspend(record: Record, number: str, first: date, until: date, n: int) -> Receipt:
    data = {
        "firstDay": first.isoformat(),
        "until": until.isoformat(),
        "ground": "other-circumstances",
        "reasons": "Twee opdrachtgevers melden hetzelfde.",
    }
    return record.act(number, Asked(UUID(int=n), MANAGER, "suspend", data))


@pytest.mark.usefixtures("three_months")
def test_what_was_decided_under_the_old_text_stands(certified: Beginning) -> None:
    """Six months from 1 October 2026, which the text of 2027 would no longer allow."""
    record = house(certified, TWO_EDITIONS, datetime(2026, 10, 1, 9, tzinfo=UTC))
    number = dict(certified.numbers)["person"]
    receipt = suspend(record, number, date(2026, 10, 1), date(2027, 3, 31), 1)
    assert receipt.records[0].edition == "lvv-certification@6"
    record.clock = MovedClock(datetime(2027, 2, 1, 9, tzinfo=UTC))
    file = record.file(number)
    assert file.state.certificate.standing == "suspended"
    assert file.state.certificate.suspension.until == date(2027, 3, 31)
    law = record.law(SCHEME.id, date(2027, 2, 1))
    assert law.edition == STRICTER


@pytest.mark.usefixtures("three_months")
def test_what_is_decided_from_then_on_meets_the_new_text(certified: Beginning) -> None:
    record = house(certified, TWO_EDITIONS, datetime(2027, 1, 4, 9, tzinfo=UTC))
    number = dict(certified.numbers)["person"]
    first = date(2027, 1, 4)
    with pytest.raises(Refused, match="runs to 2027-04-03 at most"):
        suspend(record, number, first, date(2027, 7, 3), 1)
    receipt = suspend(record, number, first, date(2027, 4, 3), 2)
    assert receipt.records[0].edition == "lvv-certification@7"


@pytest.mark.usefixtures("three_months")
def test_the_day_of_a_command_picks_the_edition(certified: Beginning) -> None:
    """Recorded in January, decided on 31 December: the text of that day."""
    record = house(certified, TWO_EDITIONS, datetime(2027, 1, 4, 9, tzinfo=UTC))
    number = dict(certified.numbers)["person"]
    data = {
        "on": "2026-12-31",
        "firstDay": "2026-12-31",
        "until": "2027-06-30",
        "ground": "other-circumstances",
        "reasons": "Twee opdrachtgevers melden hetzelfde.",
    }
    receipt = record.act(number, Asked(UUID(int=1), MANAGER, "suspend", data))
    assert receipt.records[0].edition == "lvv-certification@6"


def test_a_fact_stands_under_the_edition_it_was_recorded_under(certified: Beginning) -> None:
    """An edition that is put in force afterwards from an earlier day takes nothing back."""
    backdated = STRICTER.model_copy(update={"since": date(2026, 1, 1)})
    scheme = replace(SCHEME, editions=(EDITION, backdated))
    file = file_in(house(certified, scheme, certified.ends), certified, "person")
    for record in file.trail:
        assert scheme.law_on(record.fact.on, None).edition == backdated
        assert scheme.law_for(record, None).edition == EDITION


def test_before_the_first_edition_the_first_one_takes_in_old_files() -> None:
    assert TWO_EDITIONS.edition_on(date(2020, 1, 1)) == EDITION
    assert TWO_EDITIONS.edition_on(date(2026, 12, 31)) == EDITION
    assert TWO_EDITIONS.edition_on(NEXT_YEAR) == STRICTER
    with pytest.raises(KeyError):
        TWO_EDITIONS.edition("lvv-certification@5")


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_history_reads_although_no_rule_is_left(
    scheme: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folding a file asks the law nothing: not for a number, not whether something holds."""
    text = all_schemes()[scheme]
    houses = [(begun, house(begun, text, begun.ends)) for begun in beginnings(scheme, kind)]
    before = [file_in(record, begun, kind) for begun, record in houses]

    def repealed(*_: object, **__: object) -> NoReturn:
        raise LookupError("this rule was repealed")

    monkeypatch.setattr(InTime, "of", repealed)
    monkeypatch.setattr("domain.law.weigh", repealed)
    monkeypatch.setattr("domain.law.require", repealed)
    assert [file_in(record, begun, kind) for begun, record in houses] == before


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_an_edition_that_changes_nothing_moves_no_last_day_and_closes_nothing(
    scheme: str, kind: str
) -> None:
    for begun in beginnings(scheme, kind):
        _nothing_moves(all_schemes()[scheme], kind, begun)


def _nothing_moves(text: Scheme, kind: str, begun: Beginning) -> None:
    latest = text.editions[-1]
    later = latest.model_copy(update={"id": f"{latest.id}-later", "since": date(2199, 1, 1)})
    changed = replace(text, editions=(*text.editions, later))
    record = house(begun, changed, begun.ends)
    file = file_in(record, begun, kind)
    under, own = text.files[kind], record.own_file(text.id)
    before = terms_of(under.terms, file, lambda r: text.law_for(r, own))
    assert terms_of(under.terms, file, lambda r: changed.law_for(r, own)) == before
    for role in text.roles:
        by, day = Actor(id="x", role=role), file.trail[-1].fact.on
        at = Situation(file, by, day, text.law_on(day, own))
        now = record.open_actions(file, by, day)
        assert [one.name for one in now] == [one.name for one in open_actions(under.kind, at)]
