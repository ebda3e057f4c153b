"""LVV certification: what must be told to whom, and whether it was sent."""

from datetime import date

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    RecertificationWindowOpened,
)
from domain.schemes.lvv_certification.section_13_pre_check import FindIncomplete
from domain.schemes.lvv_certification.section_14_sending import SendDecision
from domain.schemes.lvv_certification.section_25_objection import FileObjection
from domain.schemes.lvv_certification.section_25_refusal import RefuseObjection
from domain.schemes.lvv_certification.section_25_retaking import RetakeDecision
from domain.schemes.lvv_certification.section_26_completion import AskCompletion
from domain.schemes.lvv_certification.section_26_notice import SendOpinion
from domain.schemes.lvv_certification.section_27_extension import ExtendSuspension
from domain.schemes.lvv_certification.section_27_lifting import (
    LiftSuspension,
    NotifyLifting,
    VerifyMeasures,
)
from domain.schemes.lvv_certification.section_27_remedy import GrantRemedialPeriod, SubmitMeasures
from domain.schemes.lvv_certification.section_27_suspension import NotifySuspension
from domain.schemes.lvv_certification.section_28_withdrawal import NotifyWithdrawal, Withdraw
from domain.schemes.lvv_certification.section_29_register import AT_29
from domain.schemes.lvv_certification.shown.letter import NO_OBJECTION, OBJECTION_OPEN
from domain.shown import Notice
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import (
    BODY,
    PERSON,
    SCHEME,
    given,
    granted,
    opened,
    suspended,
)
from tests.schemes.lvv_certification.told_application import (
    enrolling,
    first_file,
    in_pre_check,
)
from tests.schemes.lvv_certification.told_objections import (
    BOARD,
    INTERESTED,
    OVERRUN,
    REJECTION,
    SUSPENSION,
    appeal,
    investigated,
    object_to,
    objected,
    on_hold,
    opinion,
    overran,
    told_of_it,
    turned_down,
)

MAR_2, MAR_13, DAY = date(2026, 3, 2), date(2026, 3, 13), date(2026, 8, 11)
WHY: Personal[Content, str] = Personal("as it was seen")
valid = given(opened, granted)


def letters(told: Scenario) -> tuple[Notice, ...]:
    return SCHEME.files["person"].shown.notices(told.file())


def latest(told: Scenario, to: str = "person") -> Notice:
    return [one for one in letters(told) if one.to == to][-1]


def test_13_what_is_lacking_is_told_in_writing_with_the_two_weeks() -> None:
    told = in_pre_check(enrolling, MAR_2, *list(first_file().values())[:3])
    told = asked(told, BODY, FindIncomplete(on=MAR_13))
    (letter,) = letters(told)
    assert (letter.since, letter.sent_on, letter.written) == (MAR_13, MAR_13, True)
    assert "basic-course" in letter.says
    assert "within two weeks, by 2026-03-27" in letter.says
    assert NO_OBJECTION in letter.says
    assert str(letter.place) == "LVV certification scheme v6, 13"


def test_14_a_granted_certificate_is_to_be_sent_and_then_was() -> None:
    (letter,) = letters(valid)
    assert (letter.to, letter.since, letter.sent_on) == ("person", granted.on, None)
    assert "from 2026-04-15 up to and including 2030-04-14" in letter.says
    assert "objection" not in letter.says
    (sent,) = letters(asked(valid, BODY, SendDecision(on=date(2026, 4, 16))))
    assert sent.sent_on == date(2026, 4, 16)


def test_25_a_rejection_offers_the_objection() -> None:
    letter = latest(turned_down)
    assert OBJECTION_OPEN in letter.says
    assert letter.sent_on == date(2026, 4, 16)


def test_25_a_rejection_for_an_overrun_term_says_that_none_is_open() -> None:
    letter = latest(overran)
    assert NO_OBJECTION in letter.says
    assert OBJECTION_OPEN not in letter.says
    assert "D-22" in letter.place.reading


def test_27_a_suspension_is_told_with_its_period_the_ban_and_the_objection() -> None:
    letter = latest(valid.given(suspended))
    assert (letter.since, letter.sent_on) == (suspended.on, None)
    assert "from 2026-05-15 up to and including 2026-11-14" in letter.says
    assert "no service contract" in letter.says
    assert OBJECTION_OPEN in letter.says
    told = asked(valid.given(suspended), BODY, NotifySuspension(on=date(2026, 5, 18)))
    assert latest(told).sent_on == date(2026, 5, 18)


def test_27_a_remedial_period_is_told_with_the_decision_and_its_form_is_a_reading() -> None:
    period = GrantRemedialPeriod(on=date(2026, 5, 4), until=date(2026, 5, 29), to_remedy=WHY)
    letter = latest(asked(valid, BODY, period))
    assert (letter.sent_on, letter.written) == (date(2026, 5, 4), False)
    assert "by 2026-05-29" in letter.says
    assert letter.place.reading


def test_27_a_lifting_is_told_in_writing() -> None:
    day = date(2026, 10, 1)
    told = asked(on_hold, PERSON, SubmitMeasures(on=day, measures=Personal("repaired")))
    told = asked(told, BODY, VerifyMeasures(on=day), LiftSuspension(on=day))
    assert (latest(told).since, latest(told).sent_on) == (day, None)
    told = asked(told, BODY, NotifyLifting(on=date(2026, 10, 2)))
    assert latest(told).sent_on == date(2026, 10, 2)


def test_27_a_suspension_lifted_before_it_was_told_needs_no_letter() -> None:
    day = date(2026, 10, 1)
    told = asked(valid.given(suspended), PERSON, SubmitMeasures(on=day, measures=Personal("done")))
    told = asked(told, BODY, VerifyMeasures(on=day), LiftSuspension(on=day))
    assert [one.says.split(",")[0] for one in letters(told)][1:] == [
        "the suspension is lifted from 2026-10-01; the certificate keeps its own last day"
    ]


def test_28_a_withdrawal_is_told_in_writing_by_a_reading() -> None:
    ground = "fraud-or-gross-negligence"
    told = asked(valid, BODY, Withdraw(on=DAY, ground=ground, first_day=DAY, reasons=WHY))
    letter = latest(told)
    assert (letter.written, letter.sent_on) == (True, None)
    assert OBJECTION_OPEN in letter.says
    assert letter.place.reading
    assert latest(asked(told, BODY, NotifyWithdrawal(on=DAY))).sent_on == DAY


def test_25_the_decision_on_an_objection_says_whether_an_appeal_is_open() -> None:
    decided = latest(objected(turned_down, REJECTION, "rejected"))
    assert "an appeal to the LVV board is open" in decided.says
    assert decided.sent_on is None
    assert latest(told_of_it(turned_down, REJECTION, "rejected")).sent_on == date(2026, 6, 2)
    in_part = latest(objected(turned_down, REJECTION, "upheld-in-part"))
    assert "an appeal" in in_part.says
    assert "an appeal" not in latest(objected(turned_down, REJECTION, "upheld")).says


def test_25_a_refused_objection_is_told_to_who_filed_it() -> None:
    refuse = RefuseObjection(
        on=date(2026, 5, 21), objection="objection-1", ground="term-overrun-rejection"
    )
    told = asked(asked(overran, PERSON, object_to(OVERRUN)), BODY, refuse)
    assert latest(told).says == "the objection is refused: term-overrun-rejection"
    theirs = FileObjection(on=date(2026, 5, 20), decision=OVERRUN, grounds=WHY)
    told = asked(asked(overran, INTERESTED, theirs), BODY, refuse)
    assert latest(told, "interested-party").sent_on == date(2026, 5, 21)


def test_25_a_decision_taken_again_is_told() -> None:
    told = told_of_it(on_hold, SUSPENSION, "upheld")
    retake = RetakeDecision(on=DAY, decision=SUSPENSION, revoked=False, reasons=WHY)
    kept = latest(asked(told, "certification-body:k.dekker", retake))
    assert "stands as it was" in kept.says
    assert OBJECTION_OPEN in kept.says
    retake = retake.model_copy(update={"revoked": True})
    revoked = latest(asked(told, "certification-body:k.dekker", retake))
    assert "is revoked" in revoked.says
    assert OBJECTION_OPEN not in revoked.says


def test_25_a_suspension_kept_before_it_was_told_is_told_all_the_same() -> None:
    told = told_of_it(valid.given(suspended), SUSPENSION, "upheld")
    retake = RetakeDecision(on=DAY, decision=SUSPENSION, revoked=False, reasons=WHY)
    told = asked(told, "certification-body:k.dekker", retake)
    told = asked(told, BODY, NotifySuspension(on=date(2026, 8, 12)))
    kept, taken_again = [one for one in letters(told) if OBJECTION_OPEN in one.says]
    assert (kept.sent_on, taken_again.sent_on) == (date(2026, 8, 12), None)


def test_26_the_body_is_told_of_an_appeal_and_of_the_order() -> None:
    lost = told_of_it(turned_down, REJECTION, "rejected")
    told = asked(lost, PERSON, appeal(date(2026, 7, 10), "13"))
    started = latest(told, "certification-body")
    assert (started.since, started.sent_on) == (date(2026, 7, 10), None)
    told = investigated(lost)
    assert latest(told, "certification-body").sent_on == date(2026, 7, 13)
    told = asked(told, BOARD, opinion(True, "procedure-not-followed", "13"))
    order = latest(told, "certification-body")
    assert f"orders decision {REJECTION} to be taken again" in order.says
    assert order.sent_on == date(2026, 8, 10)


def test_26_the_opinion_is_told_in_writing() -> None:
    told = asked(
        investigated(told_of_it(turned_down, REJECTION, "rejected")), BOARD, opinion(False, "none")
    )
    assert "dismissed, which is final" in latest(told).says
    assert latest(told).sent_on is None
    assert latest(asked(told, BOARD, SendOpinion(on=DAY, appeal="appeal-1"))).sent_on == DAY


def test_26_an_appeal_to_be_completed_is_told_with_the_last_day() -> None:
    sent_on = date(2026, 6, 10)
    told = told_of_it(turned_down, REJECTION, "rejected")
    told = asked(told, PERSON, appeal(sent_on, on=sent_on))
    told = asked(told, BOARD, AskCompletion(on=date(2026, 6, 15), appeal="appeal-1"))
    assert "complete it by 2026-07-14" in latest(told).says


def test_16_the_open_window_is_a_reminder_that_falls_away() -> None:
    window = RecertificationWindowOpened(
        matter="certificate-1", on=date(2029, 4, 14), basis=AT_29, latest=date(2030, 3, 17)
    )
    letter = latest(valid.given(window))
    assert "up to and including 2030-03-17" in letter.says
    assert "two years" in letter.says
    assert letter.place.reading.startswith("our design")
    day = date(2030, 4, 15)
    expired = CertificateExpired(matter="certificate-1", on=day, basis=AT_29)
    assert "recertification" not in latest(valid.given(window, expired)).says


def test_every_letter_has_a_key_of_its_own_and_names_nobody() -> None:
    told = asked(
        investigated(told_of_it(turned_down, REJECTION, "rejected")),
        BOARD,
        opinion(True, "procedure-not-followed", "13"),
    )
    keys = [one.key for one in letters(told)]
    assert len(set(keys)) == len(keys)
    assert all(
        "Johanna" not in one.says and str(WHY.value) not in one.says for one in letters(told)
    )


def test_27_an_extension_is_told_in_writing_by_the_decision_itself() -> None:
    longer = ExtendSuspension(
        on=date(2026, 11, 2), until=date(2027, 5, 14), because=Personal("a long illness")
    )
    told = asked(on_hold, BODY, longer)
    letter = latest(told, "person")
    assert "extended up to and including 2027-05-14" in letter.says
    assert (letter.sent_on, letter.written) == (date(2026, 11, 2), True)
    assert letter.place.reading.startswith("an extension is told as a suspension")
