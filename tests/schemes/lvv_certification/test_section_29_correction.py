"""LVV certification, section 29: a name or a birth date is put right."""

from datetime import date
from typing import Any

import pytest

from domain.personal import Content, Personal
from domain.schemes.lvv_certification.record.application import (
    ApplicationGranted,
    DossierAccepted,
    NameCorrected,
)
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    RegisterEntryPublished,
)
from domain.schemes.lvv_certification.section_13_pre_check import AcceptDossier
from domain.schemes.lvv_certification.section_14_grant import GrantCertificate
from domain.schemes.lvv_certification.section_28_withdrawal import NotifyWithdrawal, Withdraw
from domain.schemes.lvv_certification.section_29_correction import CorrectName
from domain.schemes.lvv_certification.section_29_holder import PUT_RIGHT
from domain.schemes.lvv_certification.section_29_register import AT_29, register
from domain.schemes.lvv_certification.shown.letters import letters
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON, given, granted, opened
from tests.schemes.lvv_certification.told_application import (
    APR_15,
    DECIDER,
    MAR_2,
    MAR_30,
    enrolling,
    first_file,
    in_pre_check,
    ready,
    upload,
)

JUN_1, JUL_1 = date(2026, 6, 1), date(2026, 7, 1)
WHY: Personal[Content, str] = Personal("two letters were left out")
RIGHT, BORN = "Johanna de Witte", date(1980, 2, 28)
published = RegisterEntryPublished(matter="certificate-1", on=date(2026, 4, 16), basis=AT_29)
certified = given(opened, granted, published)


def correct(on: date, **right: Any) -> CorrectName:
    return CorrectName(on=on, because=WHY, **right)


def name(on: date, full_name: str = RIGHT) -> CorrectName:
    return correct(on, full_name=Personal(full_name), as_on_vog=True)


def read(told: Scenario) -> list[tuple[str, date, date, date | None]]:
    return [
        (one.name.value, one.born.value, one.since, one.until)
        for one in register(told.file())
        if one.name and one.born
    ]


def granted_in(told: Scenario) -> CertificateGranted:
    return next(r.fact for r in told.history if isinstance(r.fact, CertificateGranted))


@pytest.mark.passes("R-36")
def test_29_the_name_and_the_birth_date_of_the_file_follow() -> None:
    both = correct(JUN_1, full_name=Personal(RIGHT), as_on_vog=True, born=Personal(BORN))
    told = certified.when(both, BODY).then(
        NameCorrected(
            matter="file",
            on=JUN_1,
            basis=PUT_RIGHT,
            name=Personal(RIGHT),
            born=Personal(BORN),
            because=WHY,
        )
    )
    file = told.file().state
    assert (file.name.value, file.born.value) == (RIGHT, BORN)


@pytest.mark.refuses("R-36")
def test_29_the_register_name_stays_the_name_on_the_vog() -> None:
    nickname = correct(JUN_1, full_name=Personal("Jo"))
    certified.when(nickname, BODY).then_refused("R-36", "takes a VOG that bears it")


def test_29_the_register_reads_right_from_the_day_on_and_as_it_did_before() -> None:
    told = asked(certified, BODY, name(JUN_1), correct(JUL_1, born=Personal(BORN)))
    was = ("Johanna de Wit", date(1980, 2, 29))
    assert read(told) == [
        (*was, date(2026, 4, 16), date(2026, 5, 31)),
        (RIGHT, date(1980, 2, 29), JUN_1, date(2026, 6, 30)),
        (RIGHT, BORN, JUL_1, date(2030, 4, 14)),
    ]
    unders = [one.under for one in register(told.file())]
    assert unders == [AT_29, PUT_RIGHT, PUT_RIGHT]


def test_29_what_was_put_right_before_it_could_be_read_was_never_read_wrong() -> None:
    told = asked(given(opened, granted), BODY, name(APR_15)).given(published)
    assert [line[0] for line in read(told)] == [RIGHT]


def test_29_what_was_put_right_before_the_grant_is_not_put_back() -> None:
    corrected = asked(given(opened), BODY, name(date(2026, 2, 2)))
    right = granted.model_copy(update={"name": Personal(RIGHT)})
    assert [line[0] for line in read(corrected.given(right, published))] == [RIGHT]


def test_29_an_entry_that_was_gone_by_then_reads_as_it_did() -> None:
    told = asked(certified, BODY, name(date(2030, 4, 15)))
    assert [line[0] for line in read(told)] == ["Johanna de Wit"]


def test_29_a_withdrawn_entry_stays_and_is_put_right_too() -> None:
    fraud = Withdraw(on=JUN_1, first_day=JUN_1, ground="fraud-or-gross-negligence", reasons=WHY)
    told = asked(certified, BODY, fraud, NotifyWithdrawal(on=JUN_1), name(JUL_1))
    assert [(line[0], line[2]) for line in read(told)][-2:] == [
        ("Johanna de Wit", JUN_1),
        (RIGHT, JUL_1),
    ]
    assert "is not said" in register(told.file())[-1].under.reading


@pytest.mark.passes("R-36")
def test_29_the_pre_check_goes_by_the_name_that_was_put_right() -> None:
    other = upload("vog", MAR_2, name_on_it=Personal(RIGHT))
    told = in_pre_check(enrolling, MAR_2, *{**first_file(), "vog": other}.values())
    told.when(AcceptDossier(on=MAR_30), BODY).then_refused("R-36", "another name")
    told = asked(told, BODY, name(MAR_30))
    told.when(AcceptDossier(on=MAR_30), BODY).then_recorded(DossierAccepted)


@pytest.mark.passes("R-36")
def test_29_and_so_does_the_grant_also_after_the_file_was_accepted() -> None:
    told = asked(ready(), BODY, name(APR_15)).when(GrantCertificate(on=APR_15), DECIDER)
    told = told.then_recorded(CertificateGranted, ApplicationGranted)
    assert granted_in(told).name.value == RIGHT


@pytest.mark.passes("R-36")
def test_29_the_certificate_bears_the_name_as_the_vog_has_it() -> None:
    capitals = upload("vog", MAR_2, name_on_it=Personal("JOHANNA DE WIT"))
    told = ready(vog=capitals).when(GrantCertificate(on=APR_15), DECIDER)
    told = told.then_recorded(CertificateGranted, ApplicationGranted)
    assert granted_in(told).name.value == "JOHANNA DE WIT"


def test_29_it_is_for_the_body_and_says_what_is_right() -> None:
    certified.when(name(JUN_1), PERSON).then_not_allowed()
    certified.when(correct(JUN_1), BODY).then_refused("", "give the name or the birth date")
    same = correct(JUN_1, full_name=opened.name, as_on_vog=True, born=opened.born)
    certified.when(same, BODY).then_refused("", "give the name or the birth date")


def test_29_an_erased_name_is_not_put_right() -> None:
    erased = opened.model_copy(update={"name": Personal.gone()})
    given(erased).when(name(JUN_1), BODY).then_refused("", "no name on file")


def test_29_the_person_is_told() -> None:
    told = asked(certified, BODY, name(JUN_1))
    (letter,) = [one for one in letters(told.file()) if one.matter == "file"]
    assert (letter.to, letter.sent_on) == ("person", JUN_1)
    assert letter.place.reading.startswith("AVG 12(3)")
