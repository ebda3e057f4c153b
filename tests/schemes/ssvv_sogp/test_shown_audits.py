"""SSVV SOG-P: what of audits, findings and signals is shown as being looked into."""

from domain.schemes.ssvv_sogp.record.audit import Audit
from domain.schemes.ssvv_sogp.section_6_1_5_closing import (
    CloseAudit,
    ConfirmClosure,
    EscalateAudit,
)
from domain.schemes.ssvv_sogp.section_6_oversight import ShareSignal
from domain.schemes.ssvv_sogp.section_6_signals import AssessSignal, CloseSignal
from domain.schemes.ssvv_sogp.shown.audits import OF_AN_AUDIT, audits
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
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
    accept,
    answered,
    found,
    reported,
)


def shown(told: Scenario) -> list[tuple[str, str, str]]:
    """Matter, status and whom it waits for."""
    return [(one.matter, one.status, one.for_whom) for one in audits(told.file())]


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


def test_a_closed_audit_is_shown_until_the_centre_was_told() -> None:
    close, confirm = (c(on=JUN_4, audit="audit-1") for c in (CloseAudit, ConfirmClosure))
    told = asked(answered("minor"), SSVV, accept(1), close)
    assert shown(told) == [("audit-1", "recognition audit: closed", "ssvv")]
    assert shown(asked(told, SSVV, confirm)) == []
    assert [status for _, status, _ in shown(given(*a_closed_audit))] == [
        "recognition audit: closed",
        "recognition audit: closed",
    ]


def test_what_was_escalated_stays_in_sight() -> None:
    line = next(one for one in two_granted if one.matter == "line-2")
    last_resort = EscalateAudit(on=JUN_4, audit="audit-1", lines=("line-2",), because=SEEN)
    told = asked(reported("major").given(line), SSVV, last_resort)
    (one,) = audits(told.file())
    assert (one.for_whom, one.next) == ("ssvv", "a decision in the procedure for withdrawal")


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
