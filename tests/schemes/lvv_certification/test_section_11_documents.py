"""LVV certification, section 11: what every document must be like."""

from typing import Any

import pytest

from domain.schemes.lvv_certification.record.application import DocumentJudged
from domain.schemes.lvv_certification.section_11_documents import AT_11
from domain.schemes.lvv_certification.section_13_pre_check import AcceptDossier, StartPreCheck
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, PERSON
from tests.schemes.lvv_certification.told_application import (
    MAR_2,
    applying,
    enrolling,
    first_file,
    in_pre_check,
    judge,
)


def unjudged() -> Scenario:
    told = applying(enrolling, MAR_2, *first_file().values())
    return asked(told, BODY, StartPreCheck(on=MAR_2))


@pytest.mark.passes("R-03")
@pytest.mark.parametrize("language", ["nl", "en"])
def test_11_four_pdfs_in_dutch_or_english_can_be_used(language: str) -> None:
    told = unjudged()
    for number in range(1, 5):
        asks = judge(number, MAR_2, language=language)
        told = told.when(asks, BODY).then_recorded(DocumentJudged)
    assert all(d.usable for d in told.file().state.application.documents)


@pytest.mark.refuses("R-03")
@pytest.mark.parametrize(
    ("fault", "defect"),
    [
        ({"separate_pdf": False}, "not a pdf of its own"),
        ({"upright": False}, "not upright"),
        ({"legible": False}, "not legible"),
        ({"language": "de"}, "not in Dutch or English"),
    ],
)
def test_11_no_combined_sideways_illegible_or_german_one(
    fault: dict[str, Any], defect: str
) -> None:
    told = unjudged().when(judge(1, MAR_2, **fault), BODY)
    told = told.then(
        DocumentJudged(
            matter="application-1",
            on=MAR_2,
            basis=AT_11,
            document=1,
            usable=False,
            defects=(defect,),
        )
    )
    told.when(AcceptDossier(on=MAR_2), BODY).then_refused("R-04", f"vog: {defect}")


def test_11_a_document_is_judged_by_the_number_it_was_handed_in_under() -> None:
    unjudged().when(judge(5, MAR_2), BODY).then_refused("", "4 were handed in")


def test_11_nobody_judges_his_own() -> None:
    unjudged().when(judge(1, MAR_2), PERSON).then_not_allowed()


def test_11_a_judgement_can_be_put_right_in_the_pre_check() -> None:
    told = in_pre_check(enrolling, MAR_2, *first_file().values())
    told = asked(told, BODY, judge(1, MAR_2, legible=False), judge(1, MAR_2))
    asked(told, BODY, AcceptDossier(on=MAR_2))
