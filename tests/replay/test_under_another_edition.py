"""Replay under another edition: which decisions and due dates would differ, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.days import Lasting, Span, TimeToAct
from domain.law import InTime
from domain.schemes import all_schemes
from domain.schemes.lvv_accreditation import annex_clause_4_dissent, article_03_documents
from domain.schemes.lvv_certification import (
    section_13_supplement,
    section_15_validity,
    section_27_suspension,
)
from infra.store.memory import RecorderInMemory
from services.replay import NoSuchEdition, Replay
from tests.replay.another_edition import (
    NEXT_YEAR,
    changed,
    decision,
    not_the_same,
    term,
    told,
    with_another_edition,
)

LVV, BNS = "lvv-certification", "lvv-accreditation"
TOLD = [
    (LVV, "recertified", "person"),
    (BNS, "a-t08-dissenting-holder", "training"),
    (BNS, "a-t08-dissenting-holder", "scheme"),
]
AT = section_15_validity.AT_15
Patch = pytest.MonkeyPatch


@pytest.mark.parametrize(("scheme", "story", "kind"), TOLD)
def test_an_edition_that_changes_nothing_changes_nothing(
    scheme: str, story: str, kind: str
) -> None:
    """And nothing is put on record."""
    case = told(with_another_edition(scheme), story, kind)
    before = _on_record(case.record.recorder)
    replayed = case.replayed(kind)
    assert not_the_same(replayed) == []
    assert (replayed.parts_from, replayed.rules) == (None, ())
    assert replayed.decisions
    assert _on_record(case.record.recorder) == before


def _on_record(recorder: object) -> int | None:
    assert isinstance(recorder, RecorderInMemory)
    return recorder.max_notification_id()


def test_an_edition_that_never_was_is_answered_with_those_there_are() -> None:
    case = told(all_schemes()[LVV], "stories/certified", "person")
    with pytest.raises(NoSuchEdition, match="give one of lvv-certification@6"):
        case.replayed("person", "lvv-certification@5")


def test_a_shorter_validity_moves_every_day_that_rests_on_it(monkeypatch: Patch) -> None:
    """Granted on 15 April 2026: to 14 April 2030, or 2029 where it is three years."""
    three = Lasting(span=Span(years=3), place=AT)
    changed(monkeypatch, section_15_validity, "VALID", three)
    replayed = told(with_another_edition(LVV), "stories/certified", "person").replayed("person")
    (rule,) = replayed.rules
    assert (rule.rule, rule.recorded, rule.other) == ("valid", "4 years", "3 years")
    assert rule.article.startswith("15.")
    granted = decision(replayed, "grant-certificate")
    assert granted.outcome == "differs"
    (change,) = granted.changes
    assert change.what == "lvv-certification.certificate-granted.until"
    assert (change.recorded, change.other) == ("2030-04-14", "2029-04-14")
    valid, apply = term(replayed, "C-T04"), term(replayed, "C-T05b")
    assert valid.how == "moves"
    assert valid.recorded is not None
    assert valid.other is not None
    assert (valid.recorded.due, valid.other.due) == (date(2030, 4, 14), date(2029, 4, 14))
    assert valid.days_later == -365
    assert apply.other is not None
    assert apply.other.due == date(2029, 3, 17)
    assert apply.other.steps[-1].place.at.startswith("16")
    assert replayed.parts_from is None


def test_what_would_be_refused_says_where_and_what_would_be_right(monkeypatch: Patch) -> None:
    """Suspended for six months on 15 May 2026, where three are allowed."""
    six = section_27_suspension.LONGEST.of(all_schemes()[LVV].editions[0])
    three = Lasting(span=Span(months=3), place=six.place)
    changed(monkeypatch, section_27_suspension, "LONGEST", three)
    case = told(with_another_edition(LVV), "c-t08-suspended-for-six-months", "person")
    replayed = case.replayed("person")
    suspended = decision(replayed, "suspend")
    assert (suspended.outcome, suspended.rule) == ("refused", "R-25")
    assert suspended.place is not None
    assert suspended.place.at == "27"
    assert "runs to 2026-08-14 at most" in suspended.says
    assert replayed.parts_from == suspended.first
    assert term(replayed, "C-T08").how == "same"  # the file goes on as it is on record


def test_what_came_too_late_follows_from_a_day_that_moved(monkeypatch: Patch) -> None:
    """Found incomplete on 13 March, supplemented on the 27th: a week late where it is a week."""
    week = TimeToAct(span=Span(weeks=1), place=AT, moves=True)
    changed(monkeypatch, section_13_supplement, "TO_SUPPLEMENT", week)
    case = told(with_another_edition(LVV), "c-t03-two-weeks-to-supplement", "person")
    replayed = case.replayed("person")
    found, supplemented = (
        decision(replayed, name) for name in ("find-incomplete", "supplement-dossier")
    )
    assert [(c.recorded, c.other) for c in found.changes] == [("2026-03-27", "2026-03-20")]
    assert supplemented.outcome == "refused"
    assert "until 2026-03-20" in supplemented.says
    due = term(replayed, "C-T03")
    assert due.recorded is not None
    assert due.other is not None
    assert (due.recorded.state, due.other.state) == ("met", "missed")


def test_a_rule_given_another_day_is_told_although_the_outcome_is_the_same(
    monkeypatch: Patch,
) -> None:
    three = Lasting(span=Span(years=3), place=AT)
    changed(monkeypatch, section_15_validity, "VALID", three)
    replayed = told(with_another_edition(LVV), "recertified", "person").replayed("person")
    accepted = next(one for one in replayed.decisions if one.action == "accept-activity")
    assert accepted.outcome == "same"
    assert [(c.what, c.other) for c in accepted.checks] == [
        ("R-24.given.period_until", "2029-04-14")
    ]
    renewed = replayed.decisions[-1]
    assert replayed.parts_from is not None
    assert renewed.last >= replayed.parts_from
    others = [one for one in replayed.decisions if one.outcome == "other"]
    assert [one.action for one in others] == ["grant-certificate"]
    assert "lvv-certification.certificate-succeeded" in others[0].facts
    assert "lvv-certification.certificate-succeeded" not in others[0].would_be


def test_a_dissenting_holder_under_the_text_he_did_not_agree_with(monkeypatch: Patch) -> None:
    """He stays on the old text to 1 September 2027; that of 2027 would leave him nine months."""
    dissent = annex_clause_4_dissent
    nine = TimeToAct(span=Span(months=9), place=dissent.NEVER_MOVES, moves=False)
    changed(monkeypatch, dissent, "ON_THE_OLD_TEXT", nine)
    text = with_another_edition(BNS, date(2027, 3, 1), "lvv-accreditation@2027")
    case = told(text, "a-t08-dissenting-holder", "training")
    replayed = case.replayed("training")
    assert replayed.recorded_under == ("lvv-accreditation@2025",)
    rejected = decision(replayed, "reject-scheme-change")
    assert [(c.recorded, c.other) for c in rejected.changes] == [("2027-09-01", "2027-06-01")]
    ended = decision(replayed, "end-old-text")
    assert [(c.recorded, c.other) for c in ended.changes] == [("2027-09-02", "2027-06-02")]
    anew = term(replayed, "A-T08")
    assert anew.days_later == -92
    assert anew.other is not None
    assert anew.other.due == date(2027, 6, 1)
    assert not_the_same(case.replayed("training", "lvv-accreditation@2025")) == []


def test_only_the_due_date_differs_where_nothing_was_decided_on_it(monkeypatch: Patch) -> None:
    four = TimeToAct(span=Span(weeks=4), place=article_03_documents.FROM_FORWARDING, moves=True)
    changed(monkeypatch, article_03_documents, "TO_DELIVER", four)
    case = told(with_another_edition(BNS), "a-t02-late-documents", "training")
    replayed = case.replayed("training")
    assert not_the_same(replayed) == ["A-T01"]
    assert term(replayed, "A-T01").days_later == 7


def test_a_rule_that_an_edition_does_not_have_is_named_and_nothing_is_guessed(
    monkeypatch: Patch,
) -> None:
    """Suspended under a text that has a longest suspension; the one before has none."""
    longest = section_27_suspension.LONGEST.of(all_schemes()[LVV].editions[0])
    case = told(with_another_edition(LVV), "c-t08-suspended-for-six-months", "person")
    monkeypatch.setattr(section_27_suspension, "LONGEST", InTime({NEXT_YEAR: longest}))
    first, later = case.scheme.editions
    file = case.record.file(case.number("person"))
    under_the_later = tuple(replace(r, edition=later.id) for r in file.trail)
    decided = case.record.under(file).kind.recalled(under_the_later)
    replayed = Replay(case.record, decided).under(first.id, date(2026, 6, 1))
    suspended = decision(replayed, "suspend")
    assert suspended.outcome == "unknown"
    assert suspended.says == f"{first.id} does not have a rule that this was decided by"
    assert suspended.place == longest.place
    (rule,) = replayed.rules
    assert (rule.recorded, rule.other) == ("6 months", None)
