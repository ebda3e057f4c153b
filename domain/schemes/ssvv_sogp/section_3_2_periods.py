"""3.2 The days of an agreement (Verplichtingen en overeenkomst)

- Agreements running in 2023 and 2024 all end on 31-12-2024. The new one runs from 1-1-2025 up to
  and including 31-12-2026.
- Centres whose agreement ends on 31-12-2024 receive a new one in October 2024 at the latest, so
  that both can sign before the new period begins.
"""

from datetime import date

from domain.case import Law
from domain.days import ONE_DAY, Length, NotSaid, Stated
from domain.fact import Fact
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementConcluded,
    AgreementExpired,
    AgreementOffered,
    AgreementTerminated,
    RenewalDeclined,
)
from domain.schemes.ssvv_sogp.record.line import RecognitionWithdrawn
from domain.schemes.ssvv_sogp.section_3_2_models import models
from domain.schemes.ssvv_sogp.still_recognised import when_nothing_is_left
from domain.terms import Term, its_day

AT_3_2 = section("3.2")
IN_OCTOBER = AT_3_2.read("A-19: in October at the latest is up to and including its last day")
BEFORE_THE_PERIOD = AT_3_2.read("T-05: both sign before the first day of the new period")
NEW_PERIOD = date(2025, 1, 1)


def _of_the_old_period(fact: AgreementConcluded) -> date | None:
    return fact.first_day if fact.first_day < NEW_PERIOD else None


def _of_the_new_period(fact: AgreementConcluded) -> date | None:
    return fact.first_day if fact.first_day >= NEW_PERIOD else None


def _end_of_2024(_: AgreementConcluded, __: Law) -> Stated:
    return Stated(last=NEW_PERIOD - ONE_DAY, place=AT_3_2)


def _its_end(fact: AgreementConcluded, _: Law) -> Stated:
    return Stated(last=fact.last_day, place=AT_3_2)


def _ran_out(fact: AgreementExpired) -> date:
    return fact.last_day


def _offer_by(fact: AgreementConcluded, law: Law) -> Length:
    """The last day for the offer, as the standard agreement of the next period has it."""
    following = (one for one in models(law) if one.first_day == fact.last_day + ONE_DAY)
    model = next(following, None)
    if model is None or model.offer_by is None:
        return NotSaid(look="the standard agreement of the next period", place=AT_3_2)
    return Stated(last=model.offer_by, place=IN_OCTOBER)


def _succeeds(before: Fact, later: Fact) -> bool:
    """An offer to succeed it, what befalls it, or that nothing is left to have an agreement on."""
    offered = isinstance(later, AgreementOffered) and later.successor_of == before.matter
    return offered or isinstance(later, RecognitionWithdrawn) or later.matter == before.matter


def _of_the_offer(offer: Fact, later: Fact) -> bool:
    """Its signing; or that the agreement before it ends otherwise, or is not to be renewed."""
    assert isinstance(offer, AgreementOffered)  # noqa: S101  nothing else opens the term
    if isinstance(later, AgreementConcluded):
        return later.matter == offer.matter
    return isinstance(later, RecognitionWithdrawn) or later.matter == offer.successor_of


def _for_a_successor(fact: AgreementOffered) -> date | None:
    return fact.on if fact.successor_of else None


def _before_it_begins(fact: AgreementOffered, _: Law) -> Stated:
    return Stated(last=fact.first_day - ONE_DAY, place=BEFORE_THE_PERIOD)


T_03 = Term(
    id="T-03",
    name="the agreement ends with all others of 2023 and 2024",
    place=AT_3_2,
    for_whom="ssvv",
    length=_end_of_2024,
    opened_by={AgreementConcluded: _of_the_old_period},
    met_by={AgreementExpired: _ran_out},
    ended_by={AgreementTerminated: its_day},
    then="record-agreement-expiry",
    when_passed="the agreement is over; who has no successor is no longer recognised",
)
T_04 = Term(
    id="T-04",
    name="the successor agreement is offered",
    place=IN_OCTOBER,
    for_whom="ssvv",
    length=_offer_by,
    opened_by={AgreementConcluded: its_day},
    met_by={AgreementOffered: its_day},
    ended_by={
        AgreementTerminated: its_day,
        RenewalDeclined: its_day,
        AgreementExpired: its_day,
        RecognitionWithdrawn: when_nothing_is_left,
    },
    same=_succeeds,
    when_passed="SSVV is late; nothing follows for the centre",
)
T_05 = Term(
    id="T-05",
    name="both sign before the new period begins",
    place=BEFORE_THE_PERIOD,
    for_whom="centre",
    length=_before_it_begins,
    opened_by={AgreementOffered: _for_a_successor},
    met_by={AgreementConcluded: its_day},
    ended_by={
        AgreementTerminated: its_day,
        RenewalDeclined: its_day,
        RecognitionWithdrawn: when_nothing_is_left,
    },
    same=_of_the_offer,
    when_passed="not said; what is signed later leaves a gap without recognition",
)
T_06 = Term(
    id="T-06",
    name="the agreement ends with all others of its period",
    place=AT_3_2,
    for_whom="ssvv",
    length=_its_end,
    opened_by={AgreementConcluded: _of_the_new_period},
    met_by={AgreementExpired: _ran_out},
    ended_by={AgreementTerminated: its_day},
    then="record-agreement-expiry",
    when_passed="the agreement is over; who has no successor is no longer recognised",
)
