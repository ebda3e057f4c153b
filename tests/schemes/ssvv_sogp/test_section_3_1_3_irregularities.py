"""SOG-P 3.1.3: irregularities. Dates are the worked example T-21."""

from datetime import date

import pytest

from domain.case import Law
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import EDITION
from domain.schemes.ssvv_sogp.record.irregularity import (
    FollowUpDecided,
    IrregularityClosed,
    IrregularityReceived,
    IrregularityReported,
    ReportingDutyBreached,
)
from domain.schemes.ssvv_sogp.section_3_1_3_handling import (
    AcknowledgeIrregularity,
    CloseIrregularity,
    DecideIrregularityFollowUp,
)
from domain.schemes.ssvv_sogp.section_3_1_3_irregularities import (
    RecordReportingBreach,
    ReportIrregularity,
)
from domain.schemes.ssvv_sogp.settings import IRREGULARITY_WORKING_DAYS
from tests.schemes.ssvv_sogp.told import CENTRE, SSVV, a_centre, given

JUN_27, JUL_4, JUL_7 = date(2025, 6, 27), date(2025, 7, 4), date(2025, 7, 7)
WHAT: Personal[Content, str] = Personal("a diploma that looks forged")


def report(on: date = JUN_27, known_on: date = JUN_27) -> ReportIrregularity:
    return ReportIrregularity(
        on=on,
        category="forged-documents",
        certainty="suspicion",
        known_on=known_on,
        what=WHAT,
    )


@pytest.mark.passes("R-29", "T-21")
@pytest.mark.parametrize("on", [JUN_27, JUL_4])
def test_3_1_3_a_suspicion_is_reported(on: date) -> None:
    told = given(*a_centre).when(report(on), CENTRE).then_recorded(IrregularityReported)
    assert told.history[-1].fact.remarks == ()


@pytest.mark.refuses("T-21")
def test_3_1_3_after_five_working_days_it_is_late() -> None:
    told = given(*a_centre).when(report(JUL_7), CENTRE).then_recorded(IrregularityReported)
    (remark,) = told.history[-1].fact.remarks
    assert "reported after 2025-07-04" in remark.says


@pytest.mark.passes("T-21")
def test_3_1_3_how_soon_is_policy() -> None:
    unknown = Law(edition=EDITION, settings={IRREGULARITY_WORKING_DAYS.name: None})
    told = given(*a_centre).under(unknown).when(report(JUL_7), CENTRE)
    assert told.then_recorded(IrregularityReported).history[-1].fact.remarks == ()


@pytest.mark.refuses("R-29")
def test_3_1_3_what_was_kept_internal_is_a_breach() -> None:
    breach = RecordReportingBreach(
        on=JUL_7, known_on=JUN_27, learned_from="exam-centre", what=WHAT
    )
    told = given(*a_centre).when(breach, SSVV).then_recorded(ReportingDutyBreached)
    close = CloseIrregularity(on=JUL_7, irregularity="irregularity-1", reasons=WHAT)
    told.when(close, SSVV).then_recorded(IrregularityClosed)


def test_3_1_3_a_report_is_received_followed_up_and_closed() -> None:
    told = given(*a_centre).when(report(), CENTRE).then_recorded(IrregularityReported)
    receive = AcknowledgeIrregularity(on=JUL_4, irregularity="irregularity-1")
    follow_up = DecideIrregularityFollowUp(
        on=JUL_4, irregularity="irregularity-1", follow_up="audit", reasons=WHAT
    )
    close = CloseIrregularity(on=JUL_7, irregularity="irregularity-1", reasons=WHAT)
    told.when(close, SSVV).then_refused("", "no report stands followed-up or kept-internal")
    told.when(follow_up, SSVV).then_refused("", "no report stands received")
    told = told.when(receive, SSVV).then_recorded(IrregularityReceived)
    told.when(receive, SSVV).then_refused("", "no report stands reported")
    told = told.when(follow_up, SSVV).then_recorded(FollowUpDecided)
    told = told.when(close, SSVV).then_recorded(IrregularityClosed)
    assert told.file().state.irregularities["irregularity-1"].standing == "closed"


def test_3_1_3_each_report_is_handled_by_its_name() -> None:
    told = given(*a_centre).when(report(), CENTRE).then_recorded(IrregularityReported)
    told = told.when(report(JUL_4), CENTRE).then_recorded(IrregularityReported)
    receive = AcknowledgeIrregularity(on=JUL_4, irregularity="irregularity-2")
    told = told.when(receive, SSVV).then_recorded(IrregularityReceived)
    told.when(receive, SSVV).then_refused("", "irregularity-2 stands received")
    unknown = receive.model_copy(update={"irregularity": "irregularity-9"})
    told.when(unknown, SSVV).then_refused("", "irregularity-9 is no report in this file")
    given(*a_centre).when(report(JUN_27, JUL_4), CENTRE).then_refused("", "2025-06-27 or before")
