"""What must hold of every file under every text; each raises AssertionError when it does not."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from typing import Any, cast

from domain.case import CaseFile, Situation
from domain.decide import open_actions
from domain.fact import Fact, Recorded
from domain.personal import Personal
from domain.schemes import FileUnder
from domain.shown import RegisterLine
from infra.store.mapper import FactMapper
from infra.store.memory import RecorderInMemory
from infra.store.record import Record
from services.commands import Asked, Receipt
from tests.played import Played

FIELDS = {"name", "born"}
"""What a register line may say of a person, when the scheme makes it public."""


def a_repeat_changes_nothing(played: Played, asked: Asked, receipt: Receipt) -> None:
    """The same command with the same id is answered with its first receipt."""
    kind = receipt.records[0].kind
    before = played.record.file(receipt.number).version
    again = played.ask(kind, asked)
    assert again.repeated
    assert _told(again.records) == _told(receipt.records)
    assert played.record.file(receipt.number).version == before == receipt.version


def what_was_recorded_reads_back(played: Played, receipt: Receipt) -> None:
    """Facts and checks come back from the record equal, and are written the same again."""
    mapper = FactMapper(played.keys)
    for record in receipt.records:
        stored = mapper.to_stored_event(record)
        back = cast(Recorded, mapper.to_domain_event(stored))
        assert back == record
        assert mapper.to_stored_event(back).state == stored.state
        assert stored.topic == record.fact.stored_as


def open_actions_can_be_told(played: Played) -> None:
    """Whatever a file holds, each role can be told what is open to it."""
    file = played.file()
    if file is None:
        return
    law = played.record.law(played.scheme.id, played.today)
    for role in played.scheme.roles:
        by = played.anybody().model_copy(update={"role": role})
        for one in open_actions(played.under.kind, Situation(file, by, played.today, law)):
            assert role in one.by
            assert not one.opens_file


def every_fact_has_its_basis(played: Played, file: CaseFile[Any]) -> None:
    """Each fact cites a place, and stands under an edition that the scheme had."""
    for record in file.trail:
        assert record.fact.basis.text, record.fact.stored_as
        assert record.fact.basis.at, record.fact.stored_as
        assert played.scheme.edition(record.edition).id == record.edition
        assert record.fact.on <= played.today
        for check in record.checks:
            assert check.place.at, check.rule
    assert [r.version for r in file.trail] == list(range(1, file.version + 1))
    moments = [record.recorded_at for record in file.trail]
    assert moments == sorted(moments)


def known_then_is_what_stood_then(played: Played, file: CaseFile[Any]) -> None:
    """The file as known after fact n is the file of a house that was told no more than n facts."""
    kind, fresh = played.under.kind, RecorderInMemory()
    system = Record(fresh, played.keys, played.clock, played.record.day_of)
    for n, event in enumerate(played.recorder.select_events(file.id), start=1):
        fresh.insert_events([event], command_id=file.trail[n - 1].command_id, request_sha256=b"")
        known = kind.as_of(file, None, n)
        told = system.file(file.number)
        assert known is not None
        assert known.state == told.state
        assert known.trail == told.trail


def each_day_of_the_past_folds(played: Played, file: CaseFile[Any]) -> None:
    """The file loads as it stood on every day on which something happened, and between them."""
    days = {record.fact.on for record in file.trail}
    for day in sorted(days | {one + timedelta(days=1) for one in days}):
        stood = played.under.kind.as_of(file, day, None)
        if stood is not None:
            assert all(record.fact.on <= day for record in stood.trail)
            played.terms(stood)


def every_term_is_explained(played: Played, file: CaseFile[Any]) -> None:
    """The steps of a term end in its last day, each with its place; no day says where to look."""
    terms = played.terms(file)
    assert len({term.key for term in terms}) == len(terms)
    for term in terms:
        assert term.steps, term.term
        assert all(step.place.text and step.place.at and step.says for step in term.steps)
        assert term.place.at
        if term.due is None:
            assert term.unknown, term.term
        else:
            assert term.steps[-1].day == term.due, term.term
        assert term.state(played.today)
        assert term.opened_on <= played.today


def last_days_move_only_by_a_pause(played: Played, file: CaseFile[Any]) -> None:
    """Recording a fact moves no last day, unless it resumes a term that stood still."""
    kind, resuming = played.under.kind, _facts_that_resume(played)
    due: dict[str, object] = {}
    for n in range(1, file.version + 1):
        known = kind.as_of(file, None, n)
        assert known is not None
        for term in played.terms(known):
            if term.key in due and type(file.trail[n - 1].fact) not in resuming:
                assert term.due == due[term.key], term.key
            due[term.key] = term.due


def the_register_reads_one_way_a_day(played: Played, file: CaseFile[Any]) -> None:
    """The lines of an entry follow each other, in the scheme's statuses and public fields."""
    scheme, lines = played.scheme, defaultdict[str, list[RegisterLine]](list)
    for line in played.under.shown.register(file):
        lines[line.entry].append(line)
        assert line.status in scheme.statuses, line.status
        assert line.until is None or line.since <= line.until
        assert line.under.at
        held_back = FIELDS - set(scheme.public_fields)
        assert all(getattr(line, name) is None for name in held_back)
        assert line.more.keys() <= set(scheme.public_fields)
    for entry, told in lines.items():
        in_order = sorted(told, key=lambda line: line.since)
        for before, after in pairwise(in_order):
            assert before.until is not None, entry
            assert before.until < after.since, entry


def no_other_fact_changes_the_register(under: FileUnder, file: CaseFile[Any]) -> None:
    """After each fact, the file reads the same with none but those its register is told from."""
    kind, told_from = under.kind, under.shown.register_from
    for n in range(1, file.version + 1):
        whole = kind.as_of(file, None, n)
        assert whole is not None
        if told_from is not None:
            few = tuple(r for r in whole.trail if type(r.fact) in told_from)
            lines = under.shown.register(kind.recalled(few)) if few else ()
            assert lines == under.shown.register(whole), n


def nobody_decides_on_his_own_decision(file: CaseFile[Any]) -> None:
    """Who took the contested decision does not decide the objection to it."""
    filed: dict[str, int] = {}
    for record in file.trail:
        fact, (_, _, name) = record.fact, record.fact.stored_as.rpartition(".")
        if name == "objection-filed":
            filed[fact.matter] = getattr(fact, "decision", 0)
        if name in ("objection-upheld", "objection-rejected"):
            contested = file.fact(filed.get(fact.matter, 0))
            assert contested is None or contested.by.id != record.by.id, fact.matter


def every_view_can_be_told(played: Played, file: CaseFile[Any]) -> None:
    """No file stands so that a view of it cannot be made."""
    shown = played.under.shown
    for waiting in shown.waiting(file):
        assert waiting.for_whom in played.scheme.roles, waiting
        assert waiting.action in played.under.kind.actions, waiting
    for audit in shown.audits(file):
        assert audit.under.at
        assert audit.term in ("", *shown.audit_terms), audit
        assert audit.for_whom in ("", *played.scheme.roles), audit
    notices = shown.notices(file)
    assert len({notice.key for notice in notices}) == len(notices)
    assert isinstance(shown.standing(file), str)


def _facts_that_resume(played: Played) -> set[type[Fact]]:
    return {fact for term in played.under.terms for fact in term.resumed_by}


def _told(records: tuple[Recorded, ...]) -> list[object]:
    """Records as they compare when the key of a personal value was destroyed in between."""
    return [(r.version, r.fact.stored_as, _without_personal(r.fact)) for r in records]


def _without_personal(fact: Fact) -> dict[str, object]:
    return {name: value for name, value in fact if not isinstance(value, Personal)}
