"""LVV certification, sections 12-13: the pre-check."""

from datetime import date

import pytest

from domain.schemes.lvv_certification.record.application import (
    DocumentJudged,
    DocumentUploaded,
    DossierAccepted,
    FoundIncomplete,
    PreCheckStarted,
)
from domain.schemes.lvv_certification.section_13_pre_check import (
    AcceptDossier,
    FindIncomplete,
    StartPreCheck,
)
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_application import (
    MAR_2,
    agreement,
    applying,
    certified,
    enrolling,
    first_file,
    in_pre_check,
    renewal_file,
)


def test_13_it_starts_once_assessment_was_asked_for() -> None:
    told = asked(enrolling, PERSON, agreement(MAR_2))
    told.when(StartPreCheck(on=MAR_2), BODY).then_refused("", "no application stands requested")
    told = applying(enrolling, MAR_2).when(StartPreCheck(on=MAR_2), BODY)
    told.then_recorded(PreCheckStarted)


@pytest.mark.passes("R-04")
def test_13_what_is_complete_and_usable_is_accepted() -> None:
    told = in_pre_check(enrolling, MAR_2, *first_file().values())
    told.when(FindIncomplete(on=MAR_2), BODY).then_refused("", "accept it")
    told.when(AcceptDossier(on=MAR_2), BODY).then_recorded(DossierAccepted)


@pytest.mark.refuses("R-04")
def test_13_what_is_not_judged_is_not_accepted_nor_found_lacking() -> None:
    told = applying(enrolling, MAR_2, *first_file().values())
    told = asked(told, BODY, StartPreCheck(on=MAR_2))
    told.when(FindIncomplete(on=MAR_2), BODY).then_refused("", "document 1 is judged first")
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("R-04", "vog: not judged yet")


@pytest.mark.refuses("R-04")
def test_13_what_is_lacking_is_told() -> None:
    file = [one for one in first_file().values() if one.kind != "membership"]
    told = in_pre_check(enrolling, MAR_2, *file)
    found = told.when(FindIncomplete(on=MAR_2), BODY).then_recorded(FoundIncomplete)
    assert found.file().state.application.standing == "awaiting-supplement"
    told.when(FindIncomplete(on=MAR_2), PERSON).then_not_allowed()


def test_13_the_pre_check_of_a_recertification_is_a_reading_and_its_file_that_of_16() -> None:
    again, first = date(2028, 2, 1), date(2026, 3, 2)
    told_again = in_pre_check(certified, again, *renewal_file(again).values())
    told_first = in_pre_check(enrolling, first, *first_file(first).values())
    places = {
        told: [
            (record.fact.basis.at, record.fact.basis.reading.partition(":")[0])
            for record in one.history
            if isinstance(record.fact, DocumentUploaded | PreCheckStarted | DocumentJudged)
        ]
        for told, one in (("again", told_again), ("first", told_first))
    }
    assert set(places["again"]) == {("16", ""), ("13", "D-2, D-3")}
    assert set(places["first"]) == {("11", ""), ("13", "")}
