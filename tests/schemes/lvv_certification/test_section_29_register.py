"""LVV certification, section 29: the register. Dates are worked examples C-T04, C-T08, C-T09."""

from datetime import date

from domain.personal import Content, Identity, Personal
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateRenewed,
    CertificateSucceeded,
    RegisterEntryPublished,
)
from domain.schemes.lvv_certification.section_25_retaking import RetakeDecision
from domain.schemes.lvv_certification.section_27_extension import ExtendSuspension
from domain.schemes.lvv_certification.section_27_lifting import (
    LiftSuspension,
    NotifyLifting,
    VerifyMeasures,
)
from domain.schemes.lvv_certification.section_27_remedy import SubmitMeasures
from domain.schemes.lvv_certification.section_27_running_out import OpenWithdrawalProcedure
from domain.schemes.lvv_certification.section_27_suspension import NotifySuspension, Suspend
from domain.schemes.lvv_certification.section_28_withdrawal import NotifyWithdrawal, Withdraw
from domain.schemes.lvv_certification.section_29_register import AT_29, register
from domain.shown import RegisterLine
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import (
    BODY,
    CLERK,
    PERSON,
    SCHEME,
    given,
    granted,
    opened,
    suspended,
)
from tests.schemes.lvv_certification.told_objections import THIRD, told_of_it

WHY: Personal[Content, str] = Personal("nothing was repaired")
SENT, MAY_15, NOV_14 = date(2026, 4, 16), date(2026, 5, 15), date(2026, 11, 14)
NOV_15, LAST = date(2026, 11, 15), date(2030, 4, 14)
RUNS = "the procedure for withdrawal runs"
MEASURES = SubmitMeasures(on=date(2026, 9, 1), measures=Personal("a second adviser reads along"))
published = RegisterEntryPublished(matter="certificate-1", on=SENT, basis=AT_29)
certified = given(opened, granted, published)
on_hold = asked(certified.given(suspended), BODY, NotifySuspension(on=MAY_15))


def read(told: Scenario) -> list[tuple[str, date | None, date, date | None]]:
    return [(one.status, one.day, one.since, one.until) for one in register(told.file())]


def read_on(told: Scenario, day: date) -> tuple[str, date | None, str] | None:
    """Status, date and note as the public reads them on a day; two lines never cover one day."""
    covering = [
        (one.status, one.day, one.note)
        for one in register(told.file())
        if one.since <= day and (one.until is None or day <= one.until)
    ]
    assert len(covering) <= 1
    return covering[0] if covering else None


def withdraw(on: date, first_day: date, ground: str = "fraud-or-gross-negligence") -> Withdraw:
    return Withdraw(on=on, ground=ground, first_day=first_day, reasons=WHY)


def test_29_an_entry_shows_type_status_date_name_and_birth_date() -> None:
    told = certified
    number = told.file().number
    assert register(told.file()) == (
        RegisterLine(
            entry=f"{number}-1",
            type="LVV registered confidential adviser",
            status="valid",
            day=LAST,
            day_means="last valid day",
            since=SENT,
            until=LAST,
            name=Personal("Johanna de Wit"),
            born=Personal(date(1980, 2, 29)),
            under=AT_29,
        ),
    )


def test_29_nothing_is_shown_before_the_decision_was_sent() -> None:
    assert register(given(opened, granted).file()) == ()
    assert read_on(certified, date(2026, 4, 15)) is None
    assert read_on(certified, SENT) == ("valid", LAST, "")


def test_29_the_entry_is_gone_the_day_after_the_last_valid_day() -> None:
    assert read_on(certified, LAST) == ("valid", LAST, "")
    assert read_on(certified, date(2030, 4, 15)) is None
    day_after = date(2030, 4, 15)
    expired = CertificateExpired(matter="certificate-1", on=day_after, basis=AT_29)
    assert read(certified.given(expired)) == read(certified)


def test_29_a_suspension_shows_with_its_last_day_from_when_it_was_made_known() -> None:
    assert read(certified.given(suspended)) == read(certified)
    assert read_on(on_hold, date(2026, 5, 14)) == ("valid", LAST, "")
    assert read_on(on_hold, MAY_15) == ("suspended", NOV_14, "")
    told_later = asked(certified.given(suspended), BODY, NotifySuspension(on=date(2026, 5, 20)))
    assert read_on(told_later, date(2026, 5, 19)) == ("valid", LAST, "")
    assert read_on(told_later, date(2026, 5, 20)) == ("suspended", NOV_14, "")


def test_29_or_from_the_day_it_begins_when_that_is_later() -> None:
    later = suspended.model_copy(update={"first_day": date(2026, 6, 1)})
    told = asked(certified.given(later), BODY, NotifySuspension(on=MAY_15))
    assert read_on(told, date(2026, 5, 31)) == ("valid", LAST, "")
    assert read_on(told, date(2026, 6, 1)) == ("suspended", NOV_14, "")


def test_29_one_that_ran_out_stays_suspended_and_says_that_withdrawal_is_looked_into() -> None:
    assert read_on(on_hold, NOV_14) == ("suspended", NOV_14, "")
    assert read_on(on_hold, NOV_15) == ("suspended", NOV_14, RUNS)
    assert read_on(on_hold, LAST) == ("suspended", NOV_14, RUNS)
    assert read_on(on_hold, date(2030, 4, 15)) is None
    assert "decision on doubts" in register(on_hold.file())[-1].under.reading


def test_29_an_extension_changes_the_date() -> None:
    until, nov_2 = date(2027, 5, 14), date(2026, 11, 2)
    longer = ExtendSuspension(on=nov_2, until=until, because=Personal("long illness"))
    told = asked(on_hold, BODY, longer)
    assert read_on(told, date(2026, 11, 1)) == ("suspended", NOV_14, "")
    assert read_on(told, nov_2) == ("suspended", until, "")
    assert read_on(told, NOV_15) == ("suspended", until, "")
    assert read_on(told, date(2027, 5, 15)) == ("suspended", until, RUNS)


def test_29_lifting_brings_back_the_original_end_date() -> None:
    oct_1, oct_5 = date(2026, 10, 1), date(2026, 10, 5)
    told = asked(on_hold, PERSON, MEASURES)
    told = asked(told, BODY, VerifyMeasures(on=oct_1), LiftSuspension(on=oct_1))
    assert read_on(told, oct_5) == ("suspended", NOV_14, "")
    assert read_on(told, NOV_15) == ("suspended", NOV_14, "")
    told = asked(told, BODY, NotifyLifting(on=oct_5))
    assert read_on(told, date(2026, 10, 4)) == ("suspended", NOV_14, "")
    assert read_on(told, oct_5) == ("valid", LAST, "")
    assert read_on(told, NOV_15) == ("valid", LAST, "")


def test_29_a_late_lifting_ends_the_note_and_then_the_status() -> None:
    nov_20, nov_23 = date(2026, 11, 20), date(2026, 11, 23)
    told = asked(asked(on_hold, PERSON, MEASURES), CLERK, OpenWithdrawalProcedure(on=NOV_15))
    told = asked(told, BODY, VerifyMeasures(on=nov_20), LiftSuspension(on=nov_20))
    told = asked(told, BODY, NotifyLifting(on=nov_23))
    assert read_on(told, date(2026, 11, 19)) == ("suspended", NOV_14, RUNS)
    assert read_on(told, nov_20) == ("suspended", NOV_14, "")
    assert read_on(told, nov_23) == ("valid", LAST, "")


def test_29_a_withdrawal_shows_with_its_first_day_and_stays() -> None:
    nov_20, dec_1 = date(2026, 11, 20), date(2026, 12, 1)
    told = asked(on_hold, CLERK, OpenWithdrawalProcedure(on=NOV_15))
    told = asked(told, BODY, withdraw(nov_20, dec_1, "suspension-not-lifted"))
    assert read_on(told, dec_1) == ("suspended", NOV_14, RUNS)
    told = asked(told, BODY, NotifyWithdrawal(on=date(2026, 11, 23)))
    assert read_on(told, date(2026, 11, 30)) == ("suspended", NOV_14, RUNS)
    assert read_on(told, dec_1) == ("withdrawn", dec_1, "")
    assert read_on(told, date(2040, 1, 1)) == ("withdrawn", dec_1, "")
    assert "is not said" in register(told.file())[-1].under.reading


def test_29_a_withdrawal_told_after_the_last_valid_day_still_shows() -> None:
    last, told_on = LAST, date(2030, 4, 20)
    told = asked(certified, BODY, withdraw(last, last), NotifyWithdrawal(on=told_on))
    assert read(told) == [
        ("valid", LAST, SENT, LAST),
        ("withdrawn", last, told_on, None),
    ]


def test_29_what_is_overtaken_before_it_begins_was_never_read() -> None:
    jun_1, jul_1 = date(2026, 6, 1), date(2026, 7, 1)
    later = Suspend(
        on=MAY_15, first_day=jul_1, until=NOV_14, ground="framework-not-met", reasons=WHY
    )
    told = asked(certified, BODY, later, NotifySuspension(on=MAY_15))
    told = asked(told, BODY, withdraw(jun_1, jun_1), NotifyWithdrawal(on=jun_1))
    assert read(told) == [
        ("valid", LAST, SENT, date(2026, 5, 31)),
        ("withdrawn", jun_1, jun_1, None),
    ]


def test_29_a_revoked_suspension_reads_valid_from_when_that_was_told() -> None:
    aug_11 = date(2026, 8, 11)
    retake = RetakeDecision(on=aug_11, decision=4, revoked=True, reasons=WHY)
    told = asked(told_of_it(on_hold, 4, "upheld"), THIRD, retake)
    assert read(told) == [
        ("valid", LAST, SENT, date(2026, 5, 14)),
        ("suspended", NOV_14, MAY_15, date(2026, 8, 10)),
        ("valid", LAST, aug_11, LAST),
    ]


def test_29_a_withdrawal_revoked_before_it_began_was_never_read() -> None:
    may_18, dec_1, aug_11 = date(2026, 5, 18), date(2026, 12, 1), date(2026, 8, 11)
    told = asked(certified, BODY, withdraw(may_18, dec_1), NotifyWithdrawal(on=may_18))
    assert read_on(told, dec_1) == ("withdrawn", dec_1, "")
    retake = RetakeDecision(on=aug_11, decision=4, revoked=True, reasons=WHY)
    told = asked(told_of_it(told, 4, "upheld"), THIRD, retake)
    assert read(told) == read(certified)


def test_29_a_renewed_certificate_is_a_new_entry() -> None:
    decided, sent, until = date(2030, 3, 1), date(2030, 3, 4), date(2034, 2, 28)
    renewed = CertificateRenewed(
        matter="certificate-2",
        on=decided,
        basis=AT_29,
        application="application-2",
        until=until,
        name=opened.name,
        born=opened.born,
        renews="certificate-1",
    )
    succeeded = CertificateSucceeded(
        matter="certificate-1", on=decided, basis=AT_29, by_certificate="certificate-2"
    )
    told = certified.given(renewed, succeeded)
    assert read(told) == read(certified)
    told = told.given(published.model_copy(update={"matter": "certificate-2", "on": sent}))
    assert read(told) == [("valid", LAST, SENT, date(2030, 3, 3)), ("valid", until, sent, until)]
    assert [one.entry[-2:] for one in register(told.file())] == ["-1", "-2"]


def test_29_no_ground_and_no_objection_is_shown() -> None:
    fields = {"type", "status", "day", "name", "born"}
    assert set(SCHEME.public_fields) == fields
    assert set(SCHEME.statuses) >= {one.status for one in register(on_hold.file())}
    assert "framework" not in "".join(one.model_dump_json() for one in register(on_hold.file()))


def test_29_what_was_erased_stays_erased() -> None:
    gone: Personal[Identity, str] = Personal.gone()
    told = given(opened, granted.model_copy(update={"name": gone}), published)
    (line,) = register(told.file())
    assert line.name is not None
    assert line.name.erased


def test_29_valid_again_with_the_original_end_date_is_a_reading() -> None:
    oct_1 = date(2026, 10, 1)
    told = asked(asked(on_hold, PERSON, MEASURES), BODY, VerifyMeasures(on=oct_1))
    told = asked(told, BODY, LiftSuspension(on=oct_1), NotifyLifting(on=oct_1))
    before, _, after = register(told.file())
    assert before.under == AT_29
    assert (after.status, after.under.reading.partition(":")[0]) == ("valid", "D-30")
