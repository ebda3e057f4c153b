"""4.2 Trainers: the days on which they may teach (Eisen aan trainers/docenten)

- Diplomas are valid when the trainer teaches: on each day of the course, the last one included.
"""

from datetime import date

from domain.case import Law, Situation
from domain.days import ONE_DAY, Stated
from domain.fact import Fact
from domain.law import require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import RecognitionWithdrawn
from domain.schemes.ssvv_sogp.record.trainer import (
    EquivalenceAccepted,
    Requirement,
    Trainer,
    TrainerEvidenceAttached,
)
from domain.schemes.ssvv_sogp.section_4_2_assessment import R_45, R_51
from domain.schemes.ssvv_sogp.section_4_2_trainers import trainer_named
from domain.schemes.ssvv_sogp.still_recognised import when_nothing_is_left
from domain.terms import Term

AT_4_2 = section("4.2")
ON_EACH_DAY = AT_4_2.read("T-24: valid on each day on which the trainer teaches")
DIPLOMAS: tuple[Requirement, ...] = ("vol-vca", "sogp-diploma", "other-diploma")


def may_teach(
    at: Situation[CentreFile], matter: str, qualification: str, first_day: date, last_day: date
) -> None:
    """Refused unless the trainer was found qualified, with valid diplomas on each of the days."""
    now = trainer_named(at, matter)
    others = sorted(one for one, found in now.qualified.items() if found)
    of_another = not now.qualified.get(qualification) and bool(others)
    require(
        R_51 if of_another else R_45,
        bool(now.qualified.get(qualification)),
        f"{matter} is not found qualified for {qualification}; assess the trainer first",
        qualification=qualification,
        qualified_for=len(others),
    )
    without = _first_day_without(now, qualification, first_day, last_day)
    require(
        T_24,
        without is None,
        f"{matter} has no valid diploma on {without}; it is valid on each day of teaching",
        last_day=last_day,
        without=without,
    )


def _first_day_without(
    now: Trainer, qualification: str, first_day: date, last_day: date
) -> date | None:
    """The first of these days on which a diploma that the trainer showed is not valid."""
    shown = [
        one
        for one in now.shown
        if one.requirement in DIPLOMAS and one.qualification in ("", qualification)
    ]
    kinds = {_which(one.requirement, one.diploma) for one in shown}
    day = first_day
    while day <= last_day:
        valid = {_which(one.requirement, one.diploma) for one in shown if one.is_good(day)}
        if kinds - valid:
            return day
        day += ONE_DAY
    return None


def _which(requirement: str, diploma: str) -> tuple[str, str]:
    """Which diploma it is: an equal of VOL-VCA or SOG-P stands for it; others are by name."""
    return requirement, diploma if requirement == "other-diploma" else ""


Shown = TrainerEvidenceAttached | EquivalenceAccepted


def _is_a_diploma(fact: Shown) -> date | None:
    return fact.on if fact.requirement in DIPLOMAS and fact.until is not None else None


def _its_last_day(fact: Shown, _: Law) -> Stated:
    assert fact.until is not None  # noqa: S101  the term is opened by those that end
    return Stated(last=fact.until, place=ON_EACH_DAY)


def _renewed_on(fact: Shown) -> date:
    return fact.on


def _of(fact: Shown) -> tuple[str, str, tuple[str, str]]:
    diploma = fact.diploma if isinstance(fact, TrainerEvidenceAttached) else ""
    return fact.matter, fact.qualification, _which(fact.requirement, diploma)


def _renews(opening: Fact, later: Fact) -> bool:
    """Later evidence of the same diploma of the same trainer, good for longer.

    Or that the centre is recognised for nothing any more, so that nobody teaches there.
    """
    if not isinstance(opening, Shown) or not isinstance(later, Shown):
        return isinstance(later, RecognitionWithdrawn)
    same = _of(opening) == _of(later)
    longer = later.until is None or (opening.until is not None and later.until > opening.until)
    return same and longer


T_24 = Term(
    id="T-24",
    name="a diploma of the trainer is valid",
    place=ON_EACH_DAY,
    for_whom="centre",
    length=_its_last_day,
    opened_by={TrainerEvidenceAttached: _is_a_diploma, EquivalenceAccepted: _is_a_diploma},
    met_by={TrainerEvidenceAttached: _renewed_on, EquivalenceAccepted: _renewed_on},
    ended_by={RecognitionWithdrawn: when_nothing_is_left},
    same=_renews,
    when_passed="the trainer does not teach until it is renewed",
)
