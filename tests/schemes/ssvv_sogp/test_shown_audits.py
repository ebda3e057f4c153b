"""SSVV SOG-P: what of audits, findings and signals is shown as being looked into."""

from datetime import date

from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import Audit
from domain.schemes.ssvv_sogp.record.line import RecognitionWithdrawn
from domain.schemes.ssvv_sogp.section_6_1_3_findings import ReclassifyFinding
from domain.schemes.ssvv_sogp.section_6_1_5_closing import (
    CloseAudit,
    ConfirmClosure,
    EscalateAudit,
)
from domain.schemes.ssvv_sogp.section_6_oversight import ShareSignal
from domain.schemes.ssvv_sogp.section_6_signals import AssessSignal, CloseSignal
from domain.schemes.ssvv_sogp.shown.audits import OF_AN_AUDIT, YEARLY_AUDIT, audits
from tests.scenario import Scenario
from tests.schemes.audit_rows import audit_rows
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    AUDITOR,
    JUN_4,
    MAY_6,
    SSVV,
    a_closed_audit,
    a_recognised_centre,
    given,
    two_granted,
)
from tests.schemes.ssvv_sogp.told_audit import (
    SEEN,
    SEP_22,
    a_prepared_audit,
    a_regular_audit,
    accept,
    answered,
    found,
    reported,
)


def shown(told: Scenario, *stages: str) -> list[tuple[str, str, str]]:
    """Matter, status and whom it waits for, but for the audit of every year."""
    return [
        (one.matter, one.status, one.for_whom)
        for one in audits(told.file())
        if one.stage in (stages or ("expected", "planned", "open")) and one.matter != YEARLY_AUDIT
    ]


def test_every_standing_of_an_open_audit_is_shown() -> None:
    standings = set(Audit.model_fields["standing"].annotation.__args__)  # type: ignore[union-attr]
    assert set(OF_AN_AUDIT) == standings - {"closed", "escalated"}


def test_an_audit_that_is_prepared_is_shown_with_its_day() -> None:
    one = audits(a_prepared_audit().file())[-1]
    assert (one.matter, one.status, one.due) == ("audit-3", "regular audit: prepared", SEP_22)


def test_findings_are_shown_from_the_report_on() -> None:
    assert shown(found("major")) == [("audit-1", "recognition audit: being held", "auditor")]
    assert shown(reported("major", "remark")) == [
        ("audit-1", "recognition audit: report sent", "centre"),
        ("audit-1", "finding 1 (major): not reacted to", "centre"),
        ("audit-1", "finding 2 (remark): not reacted to", "centre"),
    ]


def test_and_until_they_are_dealt_with() -> None:
    told = asked(answered("major", "minor"), SSVV, accept(1))
    assert shown(told) == [
        ("audit-1", "recognition audit: reactions judged", "ssvv"),
        ("audit-1", "finding 2 (minor): reacted to", "ssvv"),
    ]


def test_a_closed_audit_waits_until_the_centre_was_told() -> None:
    close, confirm = (c(on=JUN_4, audit="audit-1") for c in (CloseAudit, ConfirmClosure))
    told = asked(answered("minor"), SSVV, accept(1), close)
    assert shown(told) == []
    dealt_with = ("audit-1", "finding 1 (minor): sufficiently dealt with", "")
    assert shown(told, "closed") == [("audit-1", "recognition audit: closed", "ssvv"), dealt_with]
    assert shown(asked(told, SSVV, confirm), "closed") == [
        ("audit-1", "recognition audit: closed and confirmed", ""),
        dealt_with,
    ]
    assert [status for _, status, _ in shown(given(*a_closed_audit), "closed")] == [
        "recognition audit: closed",
        "recognition audit: closed",
    ]


def test_what_was_escalated_stays_in_sight() -> None:
    line = next(one for one in two_granted if one.matter == "line-2")
    last_resort = EscalateAudit(on=JUN_4, audit="audit-1", lines=("line-2",), because=SEEN)
    told = asked(reported("major").given(line), SSVV, last_resort)
    audit, finding = audits(told.file())
    assert (audit.stage, audit.status) == ("closed", "recognition audit: escalated to withdrawal")
    assert (finding.stage, finding.for_whom) == ("open", "ssvv")
    assert finding.next == "a decision in the procedure for withdrawal"


def test_what_was_escalated_is_over_once_the_recognitions_at_stake_were_withdrawn() -> None:
    lines = [one for one in two_granted if one.matter in ("line-1", "line-2")]
    at_stake = tuple(sorted({one.matter for one in lines}))
    last_resort = EscalateAudit(on=JUN_4, audit="audit-1", lines=at_stake, because=SEEN)
    told = asked(reported("major").given(*lines), SSVV, last_resort)
    one_left = told.given(withdrawn("line-1"))
    assert ("audit-1", "finding 1 (major): not reacted to", "ssvv") in shown(one_left)
    none_left = one_left.given(withdrawn("line-2"))
    assert shown(none_left) == []
    assert shown(none_left, "closed") == [
        ("audit-1", "recognition audit: escalated to withdrawal", ""),
        ("audit-1", "finding 1 (major): not reacted to", ""),
    ]


def withdrawn(line: str) -> RecognitionWithdrawn:
    return RecognitionWithdrawn(
        matter=line,
        on=JUN_4,
        basis=section("5.3"),
        first_day=JUN_4,
        on_request=False,
        ground="findings-not-remedied",
        reasons=SEEN,
    )


def test_a_finding_is_shown_with_its_class_state_and_the_reminder_of_its_report() -> None:
    findings = [one for one in audit_rows(reported("major", "remark")) if one.about == "finding"]
    assert [(one.finding_class, one.finding_state) for one in findings] == [
        ("major", "open"),
        ("remark", "open"),
    ]
    assert {(one.term, one.due) for one in findings} == {("T-15", date(2025, 6, 15))}
    assert "T-15: no term in the text; a reminder" in str(findings[0].due_under)
    (reacted, _) = [r for r in audit_rows(answered("minor", "minor")) if r.about == "finding"]
    assert (reacted.finding_state, reacted.due, reacted.due_under) == ("reacted", None, None)


def test_a_reclassified_finding_stands_so_from_that_day() -> None:
    again = ReclassifyFinding(on=JUN_4, audit="audit-1", finding=1, grade="minor", because=SEEN)
    told = asked(reported("major"), AUDITOR, again)
    (finding,) = [one for one in audits(told.file()) if one.about == "finding"]
    assert (finding.finding_class, finding.since) == ("minor", JUN_4)


def test_a_recognised_centre_expects_an_audit_each_calendar_year() -> None:
    def expected(told: Scenario) -> tuple[date, str, date | None]:
        (one,) = [one for one in audit_rows(told) if one.matter == YEARLY_AUDIT]
        assert (one.stage, one.for_whom) == ("expected", "ssvv")
        assert "A-01: in every calendar year" in str(one.due_under)
        return one.since, one.term, one.due

    a_year_on = date(2026, 12, 31)
    since, term, due = expected(given(*a_recognised_centre))
    assert (term, due) == ("T-01", a_year_on)
    assert expected(a_regular_audit()) == (SEP_22, "T-01", a_year_on)
    assert since < SEP_22
    assert not [one for one in audit_rows(found("major")) if one.matter == YEARLY_AUDIT]


def test_a_signal_is_shown_until_it_is_decided_on() -> None:
    share = ShareSignal(on=SEP_22, side="examination", source="exam-centre-audit", what=SEEN)
    assess = AssessSignal(on=SEP_22, signal="signal-1", findings=SEEN)
    close = CloseSignal(on=SEP_22, signal="signal-1", reasons=SEEN)
    told = asked(given(*a_recognised_centre), SSVV, share)
    assert ("signal-1", "signal shared, from examination", "ssvv") in shown(told)
    told = asked(told, SSVV, assess)
    assert ("signal-1", "signal assessed, from examination", "ssvv") in shown(told)
    assert not [m for m, _, _ in shown(asked(told, SSVV, close)) if m == "signal-1"]


def test_each_shows_since_when_and_where_that_stands() -> None:
    (audit, _) = audits(reported("major").file())
    assert str(audit.under).endswith("6.1.5")
    assert audits(found().file())[0].since == MAY_6
