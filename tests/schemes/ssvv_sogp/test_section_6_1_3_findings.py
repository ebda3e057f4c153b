"""SSVV SOG-P, section 6.1.3: four classes, and putting a finding into another one."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.ssvv_sogp.record.finding import (
    FindingReclassified,
    FindingRecorded,
    FollowUpRequested,
)
from domain.schemes.ssvv_sogp.section_6_1_3_findings import ReclassifyFinding
from domain.schemes.ssvv_sogp.section_6_1_5_closing import CloseAudit
from domain.schemes.ssvv_sogp.section_6_1_5_follow_up import RequestFollowUp
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import AUDITOR, CENTRE, GM, JUN_4, MAY_6, ROTTERDAM, SSVV, VH
from tests.schemes.ssvv_sogp.told_audit import (
    OTHER_AUDITOR,
    SEEN,
    accept,
    answered,
    find,
    found,
    reported,
    shared,
)

JUN_2 = date(2025, 6, 2)


def reclassify(grade: str, on: date = JUN_2) -> ReclassifyFinding:
    return ReclassifyFinding(
        on=on,
        audit="audit-1",
        finding=1,
        grade=grade,
        because=Personal("the hoist was not in use, as was shown"),
    )


def accepted(grade: str) -> Scenario:
    return asked(answered(grade), SSVV, accept(1))


@pytest.mark.passes("R-80")
@pytest.mark.parametrize("grade", ["major", "minor", "observation", "remark"])
def test_6_1_3_there_are_four_classes(grade: str) -> None:
    told = found().when(find(grade), AUDITOR).then_recorded(FindingRecorded)
    finding = told.file().state.audits["audit-1"].findings[1]
    assert (finding.grade, finding.qualification, finding.location) == (grade, GM, ROTTERDAM)


@pytest.mark.refuses("R-80")
def test_6_1_3_and_no_fifth() -> None:
    found().when(find("critical"), AUDITOR).then_refused(
        "R-80", "critical is no class; give one of major, minor, observation, remark"
    )
    shared("minor").when(reclassify("critical"), AUDITOR).then_refused("R-80", "no class")


def test_6_1_3_a_finding_is_about_the_whole_or_about_what_is_there() -> None:
    whole = find("minor", qualification=None)
    told = found().when(whole, AUDITOR).then_recorded(FindingRecorded)
    assert told.file().state.audits["audit-1"].findings[1].location == ""
    found().when(find("minor", qualification=VH), AUDITOR).then_refused("", "give one of gm-1")


def test_6_1_3_auditors_of_the_team_grade_and_nobody_else() -> None:
    found().when(find("minor"), CENTRE).then_not_allowed()
    found().when(find("minor"), OTHER_AUDITOR).then_refused("", "auditors appointed")
    shared("major").when(reclassify("minor"), CENTRE).then_not_allowed()
    shared("major").when(reclassify("minor"), SSVV).then_not_allowed()


@pytest.mark.passes("R-80")
def test_6_1_3_a_provisional_finding_is_reclassified() -> None:
    told = shared("major").when(reclassify("minor", MAY_6), AUDITOR)
    told = told.then_recorded(FindingReclassified)
    fact = told.history[-1].fact
    assert isinstance(fact, FindingReclassified)
    assert (fact.was, fact.grade) == ("major", "minor")
    finding = told.file().state.audits["audit-1"].findings[1]
    assert (finding.first_grade, finding.grade, finding.standing) == ("major", "minor", "open")


def test_6_1_3_the_report_keeps_the_class_that_stood_when_it_was_sent() -> None:
    told = reported("major").when(reclassify("minor"), AUDITOR)
    told = told.then_recorded(FindingReclassified)
    finding = told.file().state.audits["audit-1"].findings[1]
    assert (finding.reported_as, finding.grade) == ("major", "minor")


def test_6_1_3_until_the_audit_is_closed() -> None:
    told = accepted("minor")
    told.when(reclassify("remark", JUN_4), AUDITOR).then_recorded(FindingReclassified)
    closed = asked(told, SSVV, CloseAudit(on=JUN_4, audit="audit-1"))
    closed.when(reclassify("remark", JUN_4), AUDITOR).then_refused("", "no audit stands")


def test_6_1_3_the_same_class_is_no_other() -> None:
    shared("major").when(reclassify("major"), AUDITOR).then_refused("", "is major already")


def test_6_1_3_what_was_accepted_as_lighter_is_looked_at_again_first() -> None:
    told, heavier = accepted("minor"), reclassify("major", JUN_4)
    told.when(heavier, AUDITOR).then_refused("", "accepted the follow-up of finding 1 as minor")
    more = RequestFollowUp(on=JUN_4, audit="audit-1", finding=1, lacking=SEEN)
    again = told.when(more, SSVV).then_recorded(FollowUpRequested)
    again = again.when(heavier, AUDITOR).then_recorded(FindingReclassified)
    (finding,) = again.file().state.audits["audit-1"].open_findings
    assert finding.grade == "major"
