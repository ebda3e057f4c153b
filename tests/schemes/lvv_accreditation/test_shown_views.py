"""LVV accreditation: who waits for whom, what is looked into, what is told, how a file stands."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_accreditation.act import annex, article
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationExpired,
    AccreditationWithdrawn,
    BreachEstablished,
    MarkUseStopped,
    WithdrawalNotified,
    WithdrawalPublished,
)
from domain.schemes.lvv_accreditation.record.application import (
    ApplicationRejected,
    ApplicationStopped,
    DecisionSent,
    FoundIncomplete,
)
from domain.schemes.lvv_accreditation.record.audit import (
    AuditClosed,
    AuditStarted,
    ImprovementVerified,
    NonconformityAnswered,
    NonconformityRecorded,
)
from domain.schemes.lvv_accreditation.record.change import (
    SchemeChangeNotified,
    SchemeChangeRejected,
)
from domain.schemes.lvv_accreditation.record.check import CheckCostsCharged
from domain.schemes.lvv_accreditation.record.own_file import (
    FeeSet,
    HoldersNotified,
    SchemeChanged,
)
from domain.schemes.lvv_accreditation.record.remedy import DisputeOpened, ObjectionFiled
from domain.schemes.lvv_accreditation.shown import OWN_FILE, TRAINING_FILE
from domain.schemes.lvv_accreditation.still_needed import still_needed
from tests.scenario import Given
from tests.schemes.audit_rows import audit_rows
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    ADVISED_AGAINST,
    AN_7,
    ASSESSED,
    BOARD,
    CHANGE,
    CLERK,
    HOBEON,
    IN_CHECK,
    OFFICE,
    PROVIDER,
    TO_BE_DECIDED,
    WHY,
    WITH_HOBEON,
    advised,
    announced,
    assessed,
    delivered,
    given,
    given_scheme,
    invoiced,
    opened,
    paid,
    reported,
    submitted,
)

JUL_10, SEP_1 = date(2026, 7, 10), date(2026, 9, 1)
AN_6_B = annex(6)("b")

incomplete = FoundIncomplete(
    matter="application-1",
    on=date(2026, 2, 3),
    basis=article(3)(4),
    lacking=("outcomes",),
    supplement_by=date(2026, 2, 17),
)
stopped = ApplicationStopped(
    matter="application-1", on=date(2026, 3, 2), basis=article(3)(4), lacking=("outcomes",)
)
rejected = ApplicationRejected(
    matter="application-1", on=date(2026, 3, 4), basis=article(5)(1), curable=True, reasons=WHY
)
withdrawn = AccreditationWithdrawn(
    matter="accreditation-1", on=JUL_10, basis=AN_7("a"), ground="mark-misused", reasons=WHY
)
told = WithdrawalNotified(matter="accreditation-1", on=JUL_10, basis=AN_7("c"))
known = WithdrawalPublished(matter="accreditation-1", on=JUL_10, basis=AN_7("c"))
breach = BreachEstablished(
    matter="accreditation-1", on=JUL_10, basis=AN_7("a"), kind="mark-misused", reasons=WHY
)
stopped_use = MarkUseStopped(matter="accreditation-1", on=JUL_10, basis=annex(1)("d"))
expired = AccreditationExpired(matter="accreditation-1", on=date(2030, 3, 4), basis=article(6)(1))
notified = SchemeChangeNotified(
    matter="change-1",
    on=SEP_1,
    basis=annex(4)("a"),
    change="change-1",
    edition="lvv-accreditation@2027",
    binds_on=date(2027, 3, 1),
)
dissent = SchemeChangeRejected(
    matter="change-1",
    on=SEP_1,
    basis=annex(4)("c*"),
    notified_on=SEP_1,
    old_text_until=date(2027, 9, 1),
)
finding = NonconformityRecorded(
    matter="check-1",
    on=date(2028, 6, 30),
    basis=AN_6_B,
    finding=1,
    last_audit_day=date(2028, 6, 30),
    says=WHY,
)
verified = ImprovementVerified(
    matter="check-1", on=date(2028, 7, 3), basis=AN_6_B, finding=1, how="remote"
)
audit = AuditStarted(matter="application-1", on=date(2026, 2, 9), basis=annex(6)("a"))
found = finding.model_copy(
    update={"matter": "application-1", "on": date(2026, 2, 10), "last_audit_day": None}
)
mended = verified.model_copy(update={"matter": "application-1", "on": date(2026, 2, 20)})
gone = withdrawn.model_copy(update={"on": date(2028, 8, 1)})
closed = AuditClosed(matter="application-1", on=date(2026, 3, 2), basis=annex(6)("a"))
answered = NonconformityAnswered(
    matter="check-1", on=date(2028, 7, 1), basis=AN_6_B, finding=1, response=WHY
)
objection = ObjectionFiled(
    matter="objection-1", on=JUL_10, basis=annex(8)("a"), decision=1, grounds=WHY
)
dispute = DisputeOpened(matter="dispute-1", on=JUL_10, basis=annex(8)("b"), about=WHY)
STOPPED = (*WITH_HOBEON, stopped)
WITHDRAWN: tuple[Given, ...] = (*ACCREDITED, (withdrawn, BOARD))


@pytest.mark.parametrize(
    ("history", "actions"),
    [
        ((opened,), []),
        ((opened, submitted), ["invoice-fee"]),
        ((opened, submitted, invoiced), ["record-fee-payment"]),
        ((opened, submitted, invoiced, paid), ["forward-application"]),
        (WITH_HOBEON, ["deliver-documents"]),
        ((*WITH_HOBEON, delivered()), ["record-assessment", "record-assessment"]),
        (ASSESSED, ["give-advice"]),
        ((*ASSESSED, (advised(), HOBEON)), ["receive-advice"]),
        (TO_BE_DECIDED, ["grant-accreditation"]),
        (ADVISED_AGAINST, ["reject-application"]),
        ((*ADVISED_AGAINST, (rejected, BOARD)), ["send-decision"]),
        ((*WITH_HOBEON, incomplete), ["supplement-application"]),
        (STOPPED, ["issue-supplementary-invoice"]),
        (ACCREDITED[:-1], ["issue-certificate"]),
        (ACCREDITED, []),
        ((*ACCREDITED, breach), ["withdraw-mark-right"]),
        (WITHDRAWN, ["notify-withdrawal", "stop-mark-use"]),
        ((*WITHDRAWN, told), ["publish-withdrawal", "stop-mark-use"]),
        ((*WITHDRAWN, told, known, stopped_use), []),
        ((*ACCREDITED, expired), ["stop-mark-use"]),
        ((*ACCREDITED, announced), ["start-interim-check"]),
        (IN_CHECK, ["report-check"]),
        ((*IN_CHECK, finding), ["report-check", "respond-to-nonconformity"]),
        ((*IN_CHECK, finding, verified), ["report-check"]),
        ((*IN_CHECK, reported("negative")), ["continue-accreditation"]),
        ((*ASSESSED, audit), ["close-audit"]),
        ((*ASSESSED, audit, found), ["verify-improvement"]),
        ((*ASSESSED, audit, found, mended), ["close-audit"]),
        ((*ASSESSED, audit, found, mended, closed), ["give-advice"]),
        ((*IN_CHECK, finding, gone), ["notify-withdrawal", "stop-mark-use"]),
        ((*ACCREDITED, notified, dissent), ["submit-application"]),
        ((*ACCREDITED, objection), ["request-expert-advice"]),
        ((*ACCREDITED, dispute), ["nominate-member", "nominate-member"]),
    ],
)
def test_what_waits_for_whom(history: tuple[Given, ...], actions: list[str]) -> None:
    waits = TRAINING_FILE.waiting(given(*history).file())
    assert [one.action for one in waits] == actions


@pytest.mark.parametrize(
    ("history", "statuses", "stage", "due"),
    [
        (WITH_HOBEON, ["in investigation"], "open", None),
        ((*WITH_HOBEON, incomplete), ["to be supplemented"], "open", date(2026, 2, 17)),
        ((*ASSESSED, audit), ["in audit"], "open", date(2026, 6, 1)),
        ((*ASSESSED, audit, closed), ["audit closed", "in investigation"], "open", None),
        ((*ASSESSED, audit, stopped), ["audit ended with the investigation"], "closed", None),
        (TO_BE_DECIDED, ["to be decided"], "open", None),
        (ACCREDITED, [], "", None),
        ((*ACCREDITED, announced), ["interim check planned"], "planned", date(2028, 6, 29)),
        ((*IN_CHECK, finding), ["in interim check", "open finding"], "open", date(2028, 7, 28)),
        (
            (*IN_CHECK, finding, answered),
            ["in interim check", "finding answered"],
            "open",
            date(2028, 10, 2),
        ),
        (
            (*IN_CHECK, finding, answered, verified),
            ["in interim check", "finding verified"],
            "closed",
            None,
        ),
        (
            (*IN_CHECK, finding, gone),
            ["interim check ended with the accreditation"],
            "closed",
            None,
        ),
        (
            (*ACCREDITED, announced, expired),
            ["interim check ended with the accreditation"],
            "closed",
            None,
        ),
    ],
)
def test_what_is_looked_into(
    history: tuple[Given, ...], statuses: list[str], stage: str, due: date | None
) -> None:
    """30 September 2028 is a Saturday: the three months of a holder end on Monday 2 October."""
    audits = audit_rows(given(*history))
    assert [one.status for one in audits] == statuses
    last = audits[-1] if audits else None
    assert (last.stage if last else "", last.due if last else None) == (stage, due)


def test_an_applicant_s_finding_goes_by_the_weeks_of_the_audit() -> None:
    found = finding.model_copy(
        update={"matter": "application-1", "on": date(2026, 2, 10), "last_audit_day": None}
    )
    (_, one) = audit_rows(given(*ASSESSED, audit, found))
    assert (one.about, one.term, one.due) == ("finding", "A-T09", date(2026, 6, 1))
    assert (one.finding_class, one.finding_state) == ("nonconformity", "found")


@pytest.mark.parametrize(
    ("history", "stands"),
    [
        ((opened,), "opened"),
        ((opened, submitted), "applied"),
        (WITH_HOBEON, "in investigation"),
        (STOPPED, "stopped"),
        ((*ADVISED_AGAINST, rejected), "rejected"),
        (ACCREDITED, "accredited"),
        ((*ACCREDITED, breach), "accredited, to be withdrawn"),
        ((*ACCREDITED, notified, dissent), "accredited on the old text"),
        (WITHDRAWN, "withdrawn"),
        ((*ACCREDITED, expired), "expired"),
    ],
)
def test_how_a_file_stands(history: tuple[Given, ...], stands: str) -> None:
    assert TRAINING_FILE.standing(given(*history).file()) == stands


def test_a_letter_is_sent_by_the_fact_that_says_so() -> None:
    sent = {n.to: n.sent_on for n in TRAINING_FILE.notices(given(*WITHDRAWN, told).file())}
    assert (sent["provider"], sent["public"]) == (JUL_10, None)
    first = DecisionSent(
        matter="application-1", on=date(2026, 3, 5), basis=article(5), decision=12
    )
    history: tuple[Fact | tuple[Fact, str], ...] = (*ADVISED_AGAINST, (rejected, BOARD))
    letter = TRAINING_FILE.notices(given(*history).file())[-1]
    assert (letter.sent_on, "additional investigation" in letter.says) == (None, True)
    version = given(*history).history[-1].version
    sent_now = first.model_copy(update={"decision": version})
    letters = TRAINING_FILE.notices(given(*history, (sent_now, OFFICE)).file())
    assert letters[-1].sent_on == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("history", "says"),
    [
        ((*WITH_HOBEON, incomplete), "supplement it by 2026-02-17, once"),
        (STOPPED, "go on after the second invoice"),
        ((*ACCREDITED, announced), "begins on 2028-06-29, at the holder's cost"),
        ((*IN_CHECK, reported(None)), "with no advice"),
        ((*IN_CHECK, finding), "respond by 2028-07-28, and show by 2028-09-30"),
        ((*ACCREDITED, notified), "binds from 2027-03-01"),
    ],
)
def test_what_is_told_with_the_fact_itself(history: tuple[Given, ...], says: str) -> None:
    letter = TRAINING_FILE.notices(given(*history).file())[-1]
    assert says in letter.says
    assert letter.sent_on == letter.since


def test_the_schemes_own_file_waits_for_lvv_and_tells_holders() -> None:
    own = SchemeFileOpened(matter="scheme", on=date(2026, 1, 1), basis=annex(4))
    change = SchemeChanged(
        matter="change-1",
        on=CHANGE.adopted_on,
        basis=annex(4),
        edition=CHANGE.edition,
        binds_from=CHANGE.binds_from,
    )
    all_told = HoldersNotified(matter="change-1", on=SEP_1, basis=annex(4)("a"))
    file = given_scheme(own, change).file()
    waits = [one.action for one in OWN_FILE.waiting(file)]
    assert waits == ["publish-form", "set-fee", "set-congress-points", "record-holders-notified"]
    assert OWN_FILE.notices(file)[0].sent_on is None
    assert OWN_FILE.notices(given_scheme(own, change, all_told).file())[0].sent_on == SEP_1


def test_the_fee_that_waits_is_that_of_the_first_year_without_one() -> None:
    own = SchemeFileOpened(matter="scheme", on=date(2026, 1, 1), basis=annex(4))
    fees = [
        FeeSet(matter="application-fee", on=day, basis=article(3)(2), year=year, cents=95_000)
        for day, year in ((date(2026, 2, 2), 2026), (date(2026, 11, 2), 2027))
    ]
    waits = [
        next(one for one in OWN_FILE.waiting(file) if one.action == "set-fee")
        for file in (given_scheme(own, *fees[:n]).file() for n in range(3))
    ]
    assert [(one.since, one.says[-4:]) for one in waits] == [
        (date(2026, 1, 1), "2026"),
        (date(2026, 2, 2), "2027"),
        (date(2027, 1, 1), "2028"),
    ]


def test_charging_the_costs_of_a_check_moves_nothing() -> None:
    charged = CheckCostsCharged(
        matter="check-1", on=date(2028, 7, 20), basis=article(7)(5), to="holder", cents=1
    )
    before, after = given(*IN_CHECK).file(), given(*IN_CHECK, (charged, OFFICE)).file()
    assert TRAINING_FILE.audits(after) == TRAINING_FILE.audits(before)
    assert TRAINING_FILE.waiting(after) == TRAINING_FILE.waiting(before)


@pytest.mark.parametrize(
    ("history", "need"),
    [
        (WITH_HOBEON, "an application is open"),
        (ACCREDITED, "an accreditation is held"),
        (WITHDRAWN, "a withdrawal is to be told and made known"),
        ((*ACCREDITED, expired), ""),
        ((*ACCREDITED, (expired, CLERK), objection), "an objection is open"),
        ((*ACCREDITED, (expired, CLERK), (dispute, PROVIDER)), "a dispute is open"),
        ((*WITHDRAWN, told, known), ""),
    ],
)
def test_what_still_needs_the_personal_data(history: tuple[Given, ...], need: str) -> None:
    assert still_needed(given(*history).file().state) == need


def test_an_assessment_in_one_capacity_waits_for_the_other() -> None:
    history = (*WITH_HOBEON, delivered(), assessed("quality", "quality-auditor:q.bos"))
    waits = TRAINING_FILE.waiting(given(*history).file())
    assert [one.for_whom for one in waits] == ["content-expert"]
