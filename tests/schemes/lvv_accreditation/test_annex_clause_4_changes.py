"""LVV accreditation, An.4: a changed scheme, and who does not agree. Dates of A-T07, A-T08."""

from dataclasses import replace
from datetime import date

import pytest

from domain.case import Law
from domain.law import Edition
from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_accreditation.act import EDITION, annex, article
from domain.schemes.lvv_accreditation.annex_clause_4_changes import (
    ChangeScheme,
    RecordHoldersNotified,
)
from domain.schemes.lvv_accreditation.annex_clause_4_dissent import (
    ENDS,
    EndOldText,
    RejectSchemeChange,
)
from domain.schemes.lvv_accreditation.annex_clause_4_notice import (
    BringChangeIntoForce,
    NotifySchemeChange,
)
from domain.schemes.lvv_accreditation.article_06_renewal import AnnounceRenewal
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationGranted,
    AccreditationReplaced,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.record.application import ApplicationSubmitted
from domain.schemes.lvv_accreditation.record.change import (
    SchemeChangeBinding,
    SchemeChangeNotified,
    SchemeChangeRejected,
)
from domain.schemes.lvv_accreditation.record.own_file import (
    CHANGES,
    HoldersNotified,
    SchemeChanged,
)
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    BOARD,
    CHANGE,
    CLERK,
    HOBEON,
    LAW,
    OFFICE,
    PROVIDER,
    SCHEME,
    given,
    given_scheme,
)

COUNCIL = "members-council:chair"
AUG_31, SEP_1, MAR_1 = date(2026, 8, 31), date(2026, 9, 1), date(2027, 3, 1)
NEXT_SEP_1, NEXT_SEP_2 = date(2027, 9, 1), date(2027, 9, 2)
NEXT = Edition(
    id="lvv-accreditation@2027",
    title="LVV accreditation scheme 2027",
    adopted=AUG_31,
    since=date(2027, 1, 1),
)
TWO_EDITIONS = replace(SCHEME, editions=(EDITION, NEXT))
own_file = SchemeFileOpened(matter="scheme", on=date(2026, 1, 1), basis=annex(4))


def change(binds_from: date) -> ChangeScheme:
    return ChangeScheme(on=AUG_31, edition="lvv-accreditation@2027", binds_from=binds_from)


@pytest.mark.passes("R-42")
def test_an_4_b_a_change_binds_after_six_months() -> None:
    told = given_scheme(own_file).when(change(MAR_1), COUNCIL).then_recorded(SchemeChanged)
    assert SCHEME.law_on(SEP_1, told.file()).settings[CHANGES] == {"change-1": CHANGE}


@pytest.mark.refuses("R-42")
def test_an_4_b_and_not_after_three() -> None:
    told = given_scheme(own_file).when(change(date(2026, 11, 30)), COUNCIL)
    told.then_refused("R-42", "2027-02-28 at the earliest")


def test_an_4_the_board_adapts_conditions_and_does_not_change_the_scheme() -> None:
    given_scheme(own_file).when(change(MAR_1), BOARD).then_not_allowed()


@pytest.mark.passes("A-T14")
def test_an_4_a_holders_are_told_at_once() -> None:
    told = given_scheme(own_file).when(change(MAR_1), COUNCIL).then_recorded(SchemeChanged)
    told.then_term("A-T14", SEP_1, "running", SEP_1)
    asked = RecordHoldersNotified(on=SEP_1, change="change-1")
    told = told.when(asked, OFFICE).then_recorded(HoldersNotified)
    told.then_term("A-T14", SEP_1, "met", SEP_1)
    told.when(asked, OFFICE).then_refused("", "no change waits")


@pytest.mark.refuses("A-T14")
def test_an_4_a_otherwise_an_alarm_goes_to_lvv() -> None:
    told = given_scheme(own_file).when(change(MAR_1), COUNCIL).then_recorded(SchemeChanged)
    told.then_term("A-T14", date(2026, 9, 2), "missed", SEP_1)


def notify(binds_on: date, on: date = SEP_1) -> NotifySchemeChange:
    return NotifySchemeChange(on=on, change="change-1", binds_on=binds_on)


def notified() -> Scenario:
    told = given(*ACCREDITED).when(notify(MAR_1), OFFICE)
    return told.then(
        SchemeChangeNotified(
            matter="change-1",
            on=SEP_1,
            basis=annex(4)("a"),
            change="change-1",
            edition="lvv-accreditation@2027",
            binds_on=MAR_1,
        )
    )


def rejected() -> Scenario:
    told = notified().when(RejectSchemeChange(on=date(2026, 10, 1)), PROVIDER)
    return told.then(
        SchemeChangeRejected(
            matter="change-1",
            on=date(2026, 10, 1),
            basis=annex(4)("c*"),
            notified_on=SEP_1,
            old_text_until=NEXT_SEP_1,
        )
    )


@pytest.mark.passes("A-T07")
def test_an_4_b_told_on_1_september_it_binds_on_1_march() -> None:
    told = notified()
    told.then_term("A-T07", SEP_1, "running", MAR_1)
    told = told.when(BringChangeIntoForce(on=MAR_1), CLERK).then_recorded(SchemeChangeBinding)
    told.then_term("A-T07", MAR_1, "met", MAR_1)


@pytest.mark.refuses("A-T07")
def test_an_4_b_an_earlier_day_is_refused() -> None:
    told = given(*ACCREDITED).when(notify(date(2027, 2, 15)), OFFICE)
    told.then_refused("A-T07", "binds on 2027-03-01 at the earliest")


def test_an_4_b_nor_does_the_clerk_bring_it_into_force_earlier() -> None:
    early = BringChangeIntoForce(on=date(2027, 2, 28))
    notified().when(early, CLERK).then_refused("", "no change is to bind")


def test_an_4_a_holders_are_told_of_what_was_changed_and_once() -> None:
    notified().when(notify(MAR_1), OFFICE).then_refused("", "already")
    told = given(*ACCREDITED).under(Law(edition=EDITION))
    told.when(notify(MAR_1), OFFICE).then_refused("", "none yet")


@pytest.mark.passes("A-T08")
def test_an_4_c_who_does_not_agree_stays_on_the_old_text_until_1_september_2027() -> None:
    told = rejected()
    told.then_term("A-T07", date(2026, 10, 1), "void", MAR_1)
    told.then_term("A-T08", NEXT_SEP_1, "running", NEXT_SEP_1)


@pytest.mark.refuses("A-T08")
def test_an_4_c_and_then_the_accreditation_ends() -> None:
    told = rejected()
    told.then_term("A-T08", NEXT_SEP_2, "missed", NEXT_SEP_1)
    told.when(EndOldText(on=NEXT_SEP_1), CLERK).then_refused("", "holds until 2027-09-01")
    ended = OldTextEnded(matter="accreditation-1", on=NEXT_SEP_2, basis=ENDS, change="change-1")
    told = told.when(EndOldText(on=NEXT_SEP_2), CLERK).then(ended)
    told.then_term("A-T08", NEXT_SEP_2, "met", NEXT_SEP_1)
    told.then_term("A-T04", NEXT_SEP_2, "void", date(2030, 3, 3))


@pytest.mark.refuses("A-T08")
def test_an_4_c_it_is_asked_for_anew_and_not_renewed() -> None:
    told = rejected().when(AnnounceRenewal(on=date(2027, 5, 3)), HOBEON)
    told.then_refused("A-T08", "with an application")


def test_an_4_c_one_that_was_granted_anew_by_then_goes_on() -> None:
    day = date(2027, 8, 16)
    replaced = AccreditationReplaced(
        matter="accreditation-1", on=day, basis=article(5)(1), by="accreditation-2"
    )
    granted = AccreditationGranted(
        matter="accreditation-2",
        on=day,
        basis=article(5)(1),
        application="application-2",
        until=date(2031, 8, 15),
    )
    told = rejected().given((replaced, BOARD), (granted, BOARD))
    told.then_term("A-T08", day, "void", NEXT_SEP_1)
    told.when(EndOldText(on=NEXT_SEP_2), CLERK).then_refused("", "is not on the old text")


def test_an_4_c_once_it_binds_it_is_too_late_not_to_agree() -> None:
    notified().when(RejectSchemeChange(on=MAR_1), PROVIDER).then_refused("", "no change waits")


def edition_on(day: date, told: Scenario) -> str:
    return TWO_EDITIONS.law_in(told.file(), day, None).edition.id


def test_an_4_the_edition_is_that_of_the_holder() -> None:
    old, new = EDITION.id, NEXT.id
    before = date(2027, 2, 28)
    assert [edition_on(d, given(*ACCREDITED)) for d in (before, MAR_1)] == [old, old]
    assert [edition_on(d, notified()) for d in (before, MAR_1, NEXT_SEP_2)] == [old, new, new]
    assert [edition_on(d, rejected()) for d in (MAR_1, NEXT_SEP_1)] == [old, old]


def test_an_4_who_applies_anew_does_so_under_the_edition_in_force() -> None:
    anew = ApplicationSubmitted(
        matter="application-2",
        on=date(2027, 5, 3),
        basis=article(3)(2),
        form="form-2027",
        regulations_accepted=True,
    )
    told = rejected()
    assert edition_on(date(2027, 5, 3), told) == EDITION.id
    assert edition_on(date(2027, 5, 3), told.given((anew, PROVIDER))) == NEXT.id
    assert edition_on(date(2027, 5, 3), given()) == NEXT.id


def test_an_4_an_edition_that_is_not_encoded_leaves_the_holder_where_he_was() -> None:
    law = SCHEME.law_in(notified().file(), MAR_1, None)
    assert law.edition == EDITION == LAW.edition
