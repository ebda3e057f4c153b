"""6(1). Validity (Accreditatie)

- The accreditation holds for four years, from the day on which it was decided.
- In that time the holder may give the training and carry the mark (also An.2(b)-(c)).
- It may be renewed by four years each time: article_06_renewal.py.

There is no suspension under this scheme.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ONE_DAY, Day, Lasting, Span, Stated
from domain.law import InTime, Refused, Rule, require
from domain.schemes.lvv_accreditation.act import IN_FORCE, article
from domain.schemes.lvv_accreditation.record.accreditation import (
    Accreditation,
    AccreditationExpired,
    AccreditationGranted,
    AccreditationRenewed,
    AccreditationReplaced,
    AccreditationWithdrawn,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import CLERK
from domain.schemes.lvv_accreditation.standing import on_record_from
from domain.terms import Term, its_day

AT_6 = article(6)
VALID = InTime({IN_FORCE: Lasting(span=Span(years=4), place=AT_6(1))})

R_11 = Rule(
    id="R-11",
    place=AT_6(1),
    says="the training is given and the mark carried only while the accreditation holds",
)


class ExpireAccreditation(Command):
    """Put on record that the accreditation ran out."""

    name = "expire-accreditation"


def holds_on(accreditation: Accreditation | None, day: date) -> None:
    """Refused for a day on which the accreditation does not hold (R-11)."""
    holds = accreditation is not None and accreditation.held_on(day)
    until = accreditation.until if accreditation else None
    require(
        R_11,
        holds,
        f"the accreditation does not hold on {day}; its last day is {until}",
        day=day,
        last_day=until,
    )


def ran_out(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation whose last day has passed."""
    now = at.file.accreditation
    if now is None or not now.is_held:
        raise Refused("the training holds no accreditation", AT_6(1))
    if at.on <= now.until:
        raise Refused(f"the accreditation runs to {now.until}", AT_6(1))
    return now


@action(ExpireAccreditation, by=CLERK, place=AT_6(1), when=ran_out)
def expire_accreditation(_: ExpireAccreditation, at: Situation[TrainingFile]) -> Facts:
    """Put on record that the accreditation ran out, on the day after its last."""
    now = ran_out(at)
    on = on_record_from(at, now.matter, now.until + ONE_DAY)
    return AccreditationExpired(matter=now.matter, on=on, basis=AT_6(1))


def _first_day(fact: AccreditationRenewed) -> Day:
    return fact.first_day


def _last_valid_day(fact: AccreditationExpired) -> Day:
    return fact.on - ONE_DAY


def _four_years(fact: AccreditationGranted | AccreditationRenewed, _: Law) -> Stated:
    return Stated(last=fact.until, place=AT_6(1))


A_T04 = Term(
    id="A-T04",
    name="the accreditation holds",
    place=AT_6(1),
    for_whom="provider",
    length=_four_years,
    opened_by={AccreditationGranted: its_day, AccreditationRenewed: _first_day},
    met_by={AccreditationExpired: _last_valid_day},
    ended_by={
        AccreditationRenewed: its_day,
        AccreditationWithdrawn: its_day,
        AccreditationReplaced: its_day,
        OldTextEnded: its_day,
    },
    then="expire-accreditation",
    when_passed="the accreditation lapses, and with it the right to carry the mark",
)
