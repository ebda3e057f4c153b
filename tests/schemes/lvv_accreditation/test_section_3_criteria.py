"""LVV accreditation, articles 11 to 15: advice is positive when every criterion is met."""

from datetime import date
from typing import Any

import pytest

from domain.schemes.lvv_accreditation.article_04_advice import GiveAdvice
from domain.schemes.lvv_accreditation.record.application import AdviceGiven
from domain.schemes.lvv_accreditation.record.offer import ELearning, Offer
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    AUDITOR,
    EXPERT,
    HOBEON,
    OFFER,
    TEACHER,
    WHY,
    WITH_HOBEON,
    assessed,
    delivered,
    given,
    offer,
)

FEATURES = ELearning(interim_test=True, no_skipping=True, final_test=True)
E_LEARNING: dict[str, Any] = {
    "form": "e-learning",
    "live": False,
    "half_days": (),
    "stated_minutes": 240,
    "points": 4,
    "e_learning": FEATURES,
    "attendance_list": False,
    "attendance_protocol": False,
}


def advice_on(described: Offer, positive: bool = True) -> Scenario:
    told = given(
        *WITH_HOBEON,
        delivered(described),
        assessed("quality", AUDITOR),
        assessed("content", EXPERT),
    )
    asked = GiveAdvice(on=date(2026, 2, 9), matter="application-1", positive=positive, report=WHY)
    return told.when(asked, HOBEON)


@pytest.mark.passes("R-18", "R-19", "R-20", "R-21", "R-22", "R-23", "R-24", "R-25")
@pytest.mark.passes("R-26", "R-27", "R-28", "R-30", "R-31", "R-33", "R-34")
def test_11_to_15_a_training_and_an_e_learning_that_meet_every_criterion() -> None:
    advice_on(offer(**E_LEARNING)).then_recorded(AdviceGiven)
    advice_on(OFFER).then_recorded(AdviceGiven)


@pytest.mark.passes("R-18", "R-19", "R-20")
@pytest.mark.parametrize(
    "otherwise",
    [{"actuality": True, "depth": False}, {"areas": (1, 3)}, {"form": "hybrid"}],
)
def test_11_one_of_each_is_enough(otherwise: dict[str, Any]) -> None:
    advice_on(offer(**otherwise)).then_recorded(AdviceGiven)


@pytest.mark.refuses("R-18")
def test_11_a_neither_topical_nor_deepening() -> None:
    advice_on(offer(depth=False)).then_refused("R-18", "neither topical nor deepening")


@pytest.mark.refuses("R-19")
def test_11_b_about_none_of_the_three_areas() -> None:
    advice_on(offer(areas=())).then_refused("R-19", "none of the three areas")


@pytest.mark.refuses("R-20")
def test_11_c_a_course_by_letter_is_outside_the_list() -> None:
    advice_on(offer(form="correspondence")).then_refused("R-20", "given as correspondence")


@pytest.mark.refuses("R-21")
def test_11_d_for_members_only() -> None:
    advice_on(offer(open_to_everyone=False)).then_refused("R-21", "open to everyone")


@pytest.mark.refuses("R-22")
def test_12_a_a_description_of_three_lines() -> None:
    advice_on(offer(description_of_half_a_page=False)).then_refused("R-22", "half an A4")


@pytest.mark.refuses("R-23")
def test_12_f_without_a_list_of_literature() -> None:
    items = tuple(one for one in OFFER.items if one != "literature")
    advice_on(offer(items=items)).then_refused("R-23", "literature is not in the dossier")


@pytest.mark.refuses("R-24")
def test_12_j_an_e_learning_that_can_be_skipped_through() -> None:
    features = ELearning(interim_test=True, no_skipping=False, final_test=True)
    described = offer(**{**E_LEARNING, "e_learning": features})
    advice_on(described).then_refused("R-24", "a barrier against skipping")


@pytest.mark.refuses("R-24")
def test_12_j_an_e_learning_of_which_nothing_is_said() -> None:
    described = offer(**{**E_LEARNING, "e_learning": None})
    advice_on(described).then_refused("R-24", "a final test")


@pytest.mark.refuses("R-25")
def test_1_a_recorded_webinar_is_no_online_course() -> None:
    advice_on(offer(form="online-course", live=False)).then_refused("R-25", "an e-learning")


@pytest.mark.refuses("R-25")
def test_1_what_is_live_is_no_e_learning() -> None:
    advice_on(offer(**{**E_LEARNING, "live": True})).then_refused("R-25", "no e-learning")


@pytest.mark.refuses("R-26")
def test_13_a_only_a_largest_number_of_participants() -> None:
    advice_on(offer(fewest_participants=None)).then_refused("R-26", "smallest and the largest")


@pytest.mark.refuses("R-27")
def test_13_b_no_workload() -> None:
    advice_on(offer(workload_minutes=None)).then_refused("R-27", "state the workload")


@pytest.mark.refuses("R-28")
def test_13_c_an_online_course_keeps_a_list_too() -> None:
    described = offer(form="online-course", attendance_list=False)
    advice_on(described).then_refused("R-28", "attendance list")


@pytest.mark.refuses("R-30")
def test_14_a_two_half_days_are_six_points_not_seven() -> None:
    advice_on(offer(points=7)).then_refused("R-30", "three each is 6 at most")


@pytest.mark.refuses("R-30")
def test_14_a_a_half_day_of_four_hours_counts_for_three() -> None:
    advice_on(offer(half_days=(240,), points=4)).then_refused("R-30", "3 at most")


@pytest.mark.passes("R-31")
def test_14_a_five_hours_are_five_points() -> None:
    advice_on(offer(half_days=(180, 120), homework_minutes=0, points=5)).then_recorded(AdviceGiven)


@pytest.mark.refuses("R-31")
def test_14_a_and_not_six() -> None:
    described = offer(half_days=(180, 120), homework_minutes=0, points=6)
    advice_on(described).then_refused("R-31", "so 5 at most")


@pytest.mark.refuses("R-33")
def test_14_c_homework_gives_no_points() -> None:
    described = offer(half_days=(120, 120), homework_minutes=120, points=6)
    advice_on(described).then_refused("R-33", "the rest of the training gives 4")


@pytest.mark.refuses("R-34")
@pytest.mark.parametrize("lacks", [{"hbo_level": False}, {"experience": "none"}])
def test_15_a_teacher_below_hbo_or_without_cv_and_crkbo(lacks: dict[str, Any]) -> None:
    teacher = TEACHER.model_copy(update=lacks)
    advice_on(offer(teachers=(teacher,))).then_refused("R-34", "teacher-1 does not meet 15")


@pytest.mark.refuses("R-34")
def test_15_a_training_has_a_teacher() -> None:
    advice_on(offer(teachers=())).then_refused("R-34", "no teacher is named")


def test_2_2_negative_advice_is_hobeons_word() -> None:
    advice_on(offer(depth=False), positive=False).then_recorded(AdviceGiven)
