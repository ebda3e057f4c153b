"""SOG-P 3.2: no new agreement. Dates are the worked example T-29."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementExpired,
    NonRenewalDiscussed,
    RenewalDeclined,
)
from domain.schemes.ssvv_sogp.record.line import RecognitionLapsed
from domain.schemes.ssvv_sogp.section_3_2_non_renewal import (
    AT_3_2,
    DeclineRenewal,
    DiscussNonRenewal,
    RecordAgreementExpiry,
)
from tests.schemes.ssvv_sogp.told import (
    CENTRE,
    CLERK,
    SSVV,
    YEAR_END,
    a_recognised_centre,
    given,
    two_granted,
)

OCT_1, OCT_30, JAN_1 = date(2026, 10, 1), date(2026, 10, 30), date(2027, 1, 1)

TALK: Personal[Content, str] = Personal("the centre moves to another trade")
decline = DeclineRenewal(on=OCT_1, agreement="agreement-1")
declined = RenewalDeclined(
    matter="agreement-1", on=OCT_1, basis=AT_3_2, by="centre", discuss_by=YEAR_END
)
discuss = DiscussNonRenewal(on=OCT_30, agreement="agreement-1", discussed=TALK)
discussed = NonRenewalDiscussed(matter="agreement-1", on=OCT_30, basis=AT_3_2, discussed=TALK)
expire = RecordAgreementExpiry(on=JAN_1)


@pytest.mark.passes("T-29", "R-36")
def test_3_2_who_wants_no_new_agreement_is_in_contact() -> None:
    told = given(*a_recognised_centre).when(decline, CENTRE).then(declined)
    told.then_term("T-29", on=OCT_30, state="running", due=YEAR_END)
    told = told.when(discuss, SSVV).then(discussed)
    told.then_term("T-29", on=OCT_30, state="met", due=YEAR_END)
    told = told.when(expire, CLERK).then_recorded(
        AgreementExpired, RecognitionLapsed, RecognitionLapsed
    )
    assert told.history[-3].fact.remarks == ()


@pytest.mark.refuses("T-29", "R-36")
def test_3_2_an_end_without_contact_is_remarked_on() -> None:
    told = given(*a_recognised_centre, declined)
    told.then_term("T-29", on=JAN_1, state="missed", due=YEAR_END)
    told = told.when(expire, CLERK).then_recorded(
        AgreementExpired, RecognitionLapsed, RecognitionLapsed
    )
    (remark,) = told.history[-3].fact.remarks
    assert "no contact" in remark.says


@pytest.mark.refuses("R-36")
def test_3_2_also_when_nobody_said_that_it_would_end() -> None:
    told = given(*a_recognised_centre).when(expire, CLERK)
    told = told.then_recorded(AgreementExpired, RecognitionLapsed, RecognitionLapsed)
    assert told.history[-3].fact.remarks


def test_3_2_ssvv_may_want_no_new_agreement_too() -> None:
    given(*a_recognised_centre).when(decline, SSVV).then(
        declined.model_copy(update={"by": "ssvv"})
    )


def test_3_2_it_is_said_once_and_before_the_end() -> None:
    given(*a_recognised_centre, declined).when(decline, SSVV).then_refused(
        "", "the centre declined on 2026-10-01 already"
    )
    late = DeclineRenewal(on=JAN_1, agreement="agreement-1")
    given(*a_recognised_centre).when(late, CENTRE).then_refused("", "ended on 2026-12-31")
    given(*two_granted).when(decline, CENTRE).then_refused("", "no agreement runs")


def test_3_2_contact_is_about_an_end_that_a_party_wants() -> None:
    given(*a_recognised_centre).when(discuss, SSVV).then_refused("", "no party has said")
    given(*two_granted).when(expire, CLERK).then_refused("", "no agreement runs")
