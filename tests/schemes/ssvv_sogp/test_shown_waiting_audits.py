"""SSVV SOG-P: who waits for whom in audits, signals and irregularities, and what is told."""

from datetime import date

import pytest

from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.audit import (
    AuditClosed,
    AuditClosureConfirmed,
    AuditDateRefused,
    AuditProposed,
)
from domain.schemes.ssvv_sogp.record.finding import FollowUpRequested
from domain.schemes.ssvv_sogp.record.irregularity import (
    FollowUpDecided,
    IrregularityClosed,
    IrregularityReceived,
    IrregularityReported,
    OversightSignalAssessed,
    OversightSignalShared,
)
from domain.schemes.ssvv_sogp.section_6_1_3_conduct import ShareFindings
from domain.schemes.ssvv_sogp.shown import CENTRE_FILE
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import AUDITOR, JUN_4, MAY_6, SSVV, a_recognised_centre, given
from tests.schemes.ssvv_sogp.told_audit import (
    SEEN,
    SEP_1,
    SEP_22,
    a_prepared_audit,
    accept,
    answered,
    appoint,
    finalise,
    found,
    plan,
    react,
    reported,
    shared,
)
from tests.schemes.ssvv_sogp.waits import waiting

AT_6, AT_6_1_5 = section("6"), section("6.1.5")
recognised = given(*a_recognised_centre)
proposed = AuditProposed(
    matter="audit-3", on=SEP_1, basis=AT_6, location="geleen", proposed=SEP_22
)
refused = AuditDateRefused(
    matter="audit-3", on=SEP_1, basis=AT_6, proposed=SEP_22, times=1, because=SEEN
)
more = FollowUpRequested(
    matter="audit-1", on=JUN_4, basis=AT_6_1_5, finding=1, round=1, lacking=SEEN
)
closed = AuditClosed(matter="audit-1", on=JUN_4, basis=AT_6_1_5)
confirmed = AuditClosureConfirmed(matter="audit-1", on=JUN_4, basis=AT_6_1_5)
signal = OversightSignalShared(
    matter="signal-1", on=SEP_1, basis=AT_6, side="examination", source="supervisor", what=SEEN
)
assessed = OversightSignalAssessed(matter="signal-1", on=SEP_1, basis=AT_6, findings=SEEN)
irregularity = IrregularityReported(
    matter="irregularity-1",
    on=SEP_1,
    basis=section("3.1.3"),
    category="forged-documents",
    certainty="suspicion",
    known_on=SEP_1,
    what=SEEN,
)
received = IrregularityReceived(matter="irregularity-1", on=SEP_1, basis=section("3.1.3"))
decided = FollowUpDecided(
    matter="irregularity-1",
    on=SEP_1,
    basis=section("3.1.3"),
    follow_up="none",
    reasons=SEEN,
)
finished = IrregularityClosed(
    matter="irregularity-1", on=SEP_1, basis=section("3.1.3"), reasons=SEEN
)


@pytest.mark.parametrize(
    ("told", "matter", "expected"),
    [
        (recognised.given(proposed), "audit-3", {("agree-audit-day", "centre")}),
        (recognised.given(proposed, refused), "audit-3", {("propose-other-day", "ssvv")}),
        (asked(recognised, SSVV, plan), "audit-3", {("appoint-audit-team", "ssvv")}),
        (asked(recognised, SSVV, plan, appoint), "audit-3", {("agree-audit-agenda", "auditor")}),
        (a_prepared_audit(), "audit-3", {("open-audit", "auditor")}),
        (found("major"), "audit-1", {("share-provisional-findings", "auditor")}),
        (
            asked(found(), AUDITOR, ShareFindings(on=MAY_6, audit="audit-1")),
            "audit-1",
            {("record-auditee-remarks", "auditor")},
        ),
        (shared("major"), "audit-1", {("finalise-report", "auditor")}),
        (asked(shared("major"), AUDITOR, finalise()), "audit-1", {("send-report", "ssvv")}),
        (reported(), "audit-1", {("acknowledge-receipt", "centre")}),
        (reported("remark"), "audit-1", {("submit-reaction", "centre")}),
        (
            asked(reported("major", "minor"), "centre:opleider", react(1)),
            "audit-1",
            {("submit-reaction", "centre"), ("accept-follow-up", "ssvv")},
        ),
        (answered("major", "minor"), "audit-1", {("accept-follow-up", "ssvv")}),
        (answered("major").given(more), "audit-1", {("submit-reaction", "centre")}),
        (asked(answered("major"), SSVV, accept(1)), "audit-1", {("close-audit", "ssvv")}),
        (
            asked(answered("major"), SSVV, accept(1)).given(closed),
            "audit-1",
            {("confirm-audit-closure", "ssvv")},
        ),
        (asked(answered("major"), SSVV, accept(1)).given(closed, confirmed), "audit-1", set()),
        (recognised.given(signal), "signal-1", {("assess-signal", "ssvv")}),
        (recognised.given(signal, assessed), "signal-1", {("act-on-signal", "ssvv")}),
        (
            recognised.given(irregularity),
            "irregularity-1",
            {("acknowledge-irregularity", "ssvv")},
        ),
        (
            recognised.given(irregularity, received),
            "irregularity-1",
            {("decide-irregularity-follow-up", "ssvv")},
        ),
        (
            recognised.given(irregularity, received, decided),
            "irregularity-1",
            {("close-irregularity", "ssvv")},
        ),
        (recognised.given(irregularity, received, decided, finished), "irregularity-1", set()),
    ],
)
def test_what_waits_in_oversight_can_be_asked_by_whom_it_waits_for(
    told: Scenario, matter: str, expected: set[tuple[str, str]]
) -> None:
    found_ = {(one.action, one.for_whom) for one in waiting(told) if one.matter == matter}
    assert found_ == expected


def told_about_audits(told: Scenario) -> list[tuple[str, date | None]]:
    letters = CENTRE_FILE.notices(told.file())
    return [(one.says, one.sent_on) for one in letters if one.matter == "audit-1"]


def test_6_1_4_the_report_asks_for_what_the_findings_call_for() -> None:
    says, sent = told_about_audits(reported("remark"))[-1]
    assert says.endswith("SSVV asks a reaction to each finding")
    assert sent == date(2025, 5, 16)
    says, _ = told_about_audits(reported())[-1]
    assert "receipt is acknowledged" in says
    assert told_about_audits(asked(shared("major"), AUDITOR, finalise()))[-1][1] is None


def test_6_1_5_what_is_lacking_and_the_closing_are_told() -> None:
    says, sent = told_about_audits(answered("major").given(more))[-1]
    assert (says, sent) == ("what is still lacking about finding 1", JUN_4)
    ended = asked(answered("major"), SSVV, accept(1)).given(closed)
    assert told_about_audits(ended)[-1] == ("the audit was formally closed on 2025-06-04", None)
    assert told_about_audits(ended.given(confirmed))[-1][1] == JUN_4


def test_6_1_1_the_appointment_is_told() -> None:
    says, _ = told_about_audits(reported())[0]
    assert says == "the recognition audit is on 2025-05-06, at rotterdam"
