"""All recognitions granted while a Major was open: finding, corrective action, decision."""

from datetime import date

from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.majors_at_grant import findings_open_when_granted
from domain.schemes.ssvv_sogp.record.line import RecognitionGranted
from domain.schemes.ssvv_sogp.record.trainer import TrainerAssessed
from domain.schemes.ssvv_sogp.section_5_2_2_outcome import ScheduleRecognitionAudit
from domain.schemes.ssvv_sogp.section_6_1_1_planning import AppointTeam
from domain.schemes.ssvv_sogp.section_6_1_2_agenda import AgreeAgenda
from domain.schemes.ssvv_sogp.section_6_1_3_conduct import ShareFindings
from domain.schemes.ssvv_sogp.section_6_1_4_report import RecordAuditeeRemarks, SendReport
from domain.schemes.ssvv_sogp.section_6_1_5_closing import CloseAudit
from domain.schemes.ssvv_sogp.section_6_1_5_follow_up import AcknowledgeReceipt, RequestFollowUp
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    AT_ROTTERDAM,
    AUDITOR,
    CENTRE,
    JUN_4,
    ROTTERDAM,
    SSVV,
    VH,
    a_recognised_centre,
    given,
    granted,
)
from tests.schemes.ssvv_sogp.told_audit import (
    SEEN,
    a_major_in_geleen,
    accept,
    answered,
    finalise,
    found,
    observe,
    open_it,
    react,
    reported,
)
from tests.schemes.ssvv_sogp.told_recognition import (
    AT_NEW,
    JAN_12_26,
    an_accepted_extension,
    conclude,
    grant,
)

FEB_2 = date(2026, 2, 2)
close = CloseAudit(on=JUN_4, audit="audit-1")
more = RequestFollowUp(on=JUN_4, audit="audit-1", finding=1, lacking=SEEN)


schedule = ScheduleRecognitionAudit(
    on=JAN_12_26,
    application="application-2",
    location=ROTTERDAM,
    planned_for=FEB_2,
    in_consultation=True,
)
team = AppointTeam(on=JAN_12_26, audit="audit-4", auditors=("a.mulder",))
agenda = AgreeAgenda(on=JAN_12_26, audit="audit-4", qualifications=(VH,), agreed_with="r.kok")
opening = open_it.model_copy(update={"on": FEB_2, "audit": "audit-4"})
share = ShareFindings(on=FEB_2, audit="audit-4")
no_remarks = RecordAuditeeRemarks(on=FEB_2, audit="audit-4")


def test_there_are_none_in_the_worked_timeline() -> None:
    assert findings_open_when_granted([given(*a_recognised_centre).file()]) == ()


def test_nor_over_a_major_that_was_dealt_with_before() -> None:
    told = asked(answered("major"), SSVV, more)
    told = asked(told, CENTRE, react(1, JUN_4))
    told = asked(told, SSVV, accept(1), close, conclude(), grant())
    assert told.file().state.lines["line-1"].key == AT_ROTTERDAM
    assert findings_open_when_granted([told.file()]) == ()


def test_5_2_3_a_recognition_is_not_granted_over_a_major_of_its_own_audit() -> None:
    told = answered("major")
    told.when(close, SSVV).then_refused("R-84", "1 (major)")
    told.when(conclude(), SSVV).then_refused("R-65", "once it is formally closed")
    told.when(grant(), SSVV).then_refused("R-65", "conclude it first")


def test_one_that_was_taken_in_so_is_found_with_what_was_done_about_it() -> None:
    told = asked(asked(answered("minor", "major"), SSVV, accept(1)), CENTRE, react(2, JUN_4))
    recognition = granted("line-1", AT_ROTTERDAM)[0]
    told = asked(told.given(recognition), SSVV, accept(2), close)
    (one,) = findings_open_when_granted([told.file()])
    assert (one.file, one.line, one.granted_on) == (told.file().number, "line-1", JUN_4)
    assert (one.audit, one.finding, one.explained) == ("audit-1", 2, None)
    reactions = [r.version for r in told.history if r.fact.stored_as.endswith("submitted")]
    assert one.followed_up == tuple(reactions[-2:])
    assert one.found < min(one.followed_up) < max(one.followed_up) < one.granted


def an_extension_granted_beside_a_major() -> Scenario:
    """In Geleen a major stands open while Rotterdam is audited, and recognised, for another."""
    extension = [r.fact for r in an_accepted_extension().history[len(a_recognised_centre) :]]
    trainer = TrainerAssessed(
        matter="trainer-1",
        on=JAN_12_26,
        basis=section("4.2"),
        qualification=VH,
        norms=(f"forerunners-{VH}",),
        lacking=(),
    )
    told = asked(a_major_in_geleen().given(*extension, trainer), SSVV, schedule, team)
    told = asked(told, AUDITOR, agenda, opening, observe("audit-4", FEB_2), share, no_remarks)
    told = asked(told, AUDITOR, finalise("audit-4", FEB_2))
    told = asked(told, SSVV, SendReport(on=FEB_2, audit="audit-4"))
    told = asked(told, CENTRE, AcknowledgeReceipt(on=FEB_2, audit="audit-4"))
    decided = {"on": FEB_2, "application": "application-2"}
    return asked(
        told,
        SSVV,
        CloseAudit(on=FEB_2, audit="audit-4"),
        conclude(AT_NEW, audit="audit-4", **decided),
        grant(AT_NEW, effective=FEB_2, **decided),
    )


def test_over_a_major_of_another_audit_it_is_found_and_explained() -> None:
    told = an_extension_granted_beside_a_major()
    assert told.file().state.lines["line-3"].key == AT_NEW
    (one,) = findings_open_when_granted([told.file(), given(*a_recognised_centre).file()])
    assert (one.line, one.audit, one.finding, one.followed_up) == ("line-3", "audit-3", 1, ())
    assert one.explained is not None
    assert "report of its own audit" in one.explained.reading


def test_a_lighter_class_is_no_major_and_a_later_one_came_later() -> None:
    recognition = granted("line-1", AT_ROTTERDAM)[0]
    assert isinstance(recognition, RecognitionGranted)
    assert findings_open_when_granted([reported("minor").given(recognition).file()]) == ()
    assert findings_open_when_granted([a_major_in_geleen().file()]) == ()
    assert len(findings_open_when_granted([found("major").given(recognition).file()])) == 1
