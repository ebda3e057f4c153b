"""SSVV SOG-P, section 5.2.4: recognition per location and qualification, and its notice."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import LineGranted, RecognitionAuditConcluded
from domain.schemes.ssvv_sogp.record.line import RecognitionGranted, RecognitionNoticeSent
from domain.schemes.ssvv_sogp.section_5_2_4_grant import SendRecognitionNotice
from tests.schemes.ssvv_sogp.told import (
    AT_GELEEN,
    AT_ROTTERDAM,
    JUL_1,
    JUN_4,
    SSVV,
    a_closed_audit,
    a_recognised_centre,
    employed_trainer,
    given,
    granted,
    positive,
    the_other_audit,
    two_granted,
)
from tests.schemes.ssvv_sogp.told_recognition import AT_NEW, WHY, an_extension, grant

FEB_2 = date(2026, 2, 2)
decided = given(*a_closed_audit, *positive)


def audited_extension() -> tuple[Fact, ...]:
    """An extension with a closed audit of its own, and a trainer for forklift trucks."""
    trained = employed_trainer[-1].model_copy(
        update={"on": FEB_2, "qualification": AT_NEW.qualification}
    )
    audit = tuple(
        fact.model_copy(
            update={"matter": "audit-3", "on": FEB_2}
            | (
                {"application": "application-2"}
                if "application" in type(fact).model_fields
                else {}
            )
            | ({"location": AT_NEW.location} if "location" in type(fact).model_fields else {})
        )
        for fact in the_other_audit
    )
    concluded = RecognitionAuditConcluded(
        matter="application-2",
        on=FEB_2,
        basis=section("5.2.3"),
        audit="audit-3",
        location=AT_NEW.location,
        qualification=AT_NEW.qualification,
        positive=True,
        reasons=WHY,
    )
    return (*an_extension(), *audit, trained, concluded)


def notice(effective: date | None, line: str = "line-1") -> SendRecognitionNotice:
    return SendRecognitionNotice(on=JUN_4, line=line, effective=effective)


@pytest.mark.passes("R-67", "R-05")
def test_5_1_recognition_is_of_one_qualification_at_one_location() -> None:
    told = decided.when(grant(), SSVV).then_recorded(RecognitionGranted, LineGranted)
    file = told.file().state
    assert file.line(AT_ROTTERDAM).matter == "line-1"
    assert file.line(AT_GELEEN) is None
    assert file.applications["application-1"].is_open
    told = told.when(grant(AT_GELEEN), SSVV).then_recorded(RecognitionGranted, LineGranted)
    assert told.file().state.applications["application-1"].standing == "decided"


@pytest.mark.refuses("R-67")
def test_5_1_not_of_a_qualification_everywhere() -> None:
    decided.when(grant(location=None), SSVV).then_refused("R-67", "at which location")


@pytest.mark.refuses("R-05")
def test_3_not_of_a_centre_that_trains_through_others_alone() -> None:
    hired = employed_trainer[0].model_copy(update={"employed": False})
    facts = (hired if f is employed_trainer[0] else f for f in (*a_closed_audit, *positive))
    given(*facts).when(grant(), SSVV).then_refused("R-05", "whom the centre employs")


@pytest.mark.passes("R-66")
def test_5_1_an_extension_is_granted_after_an_audit_of_its_own() -> None:
    asked = grant(AT_NEW, application="application-2", on=FEB_2, effective=date(2026, 3, 1))
    told = given(*audited_extension()).when(asked, SSVV)
    told = told.then_recorded(RecognitionGranted, LineGranted)
    assert told.file().state.line(AT_NEW).standing == "granted"


def test_5_2_4_recognition_does_not_work_back() -> None:
    decided.when(grant(effective=date(2025, 6, 1)), SSVV).then_refused("", "does not work back")


def test_5_2_4_a_recognition_is_not_in_force_by_the_grant_alone() -> None:
    line = given(*two_granted).file().state.line(AT_ROTTERDAM)
    assert not line.is_in_force(JUL_1)


@pytest.mark.passes("R-69")
def test_5_2_4_the_notice_states_the_day() -> None:
    told = given(*a_closed_audit, *positive, *granted("line-1", AT_ROTTERDAM)[:2])
    told.when(notice(JUL_1), SSVV).then_recorded(RecognitionNoticeSent)


@pytest.mark.refuses("R-69")
@pytest.mark.parametrize("stated", [None, date(2025, 7, 2)])
def test_5_2_4_and_no_other_or_none(stated: date | None) -> None:
    told = given(*a_closed_audit, *positive, *granted("line-1", AT_ROTTERDAM)[:2])
    told.when(notice(stated), SSVV).then_refused("R-69", "which is 2025-07-01")


def test_5_2_4_it_is_sent_once() -> None:
    given(*a_recognised_centre).when(notice(JUL_1), SSVV).then_refused("", "no recognition waits")
    one = (*granted("line-1", AT_ROTTERDAM), *granted("line-2", AT_GELEEN)[:2])
    told = given(*a_closed_audit, *positive, *one)
    told.when(notice(JUL_1), SSVV).then_refused("", "sent on 2025-06-04")
