"""What an end of recognition leaves of a centre: terms of what is no longer recognised end."""

from datetime import date

from domain.case import Situation
from domain.days import ONE_DAY, Day
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import Agreement
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import RecognitionLapsed, RecognitionWithdrawn

WITH_ITS_AGREEMENT = section("7.2").read("A-17: recognition ends with the agreement it rests on")
Ended = RecognitionWithdrawn | RecognitionLapsed


def kept_after(file: CentreFile, ended: frozenset[str]) -> tuple[str, ...]:
    """The qualifications that are still recognised, at any location, once these lines end."""
    held = (one for one in file.lines.values() if one.is_held and one.matter not in ended)
    return tuple(sorted({one.key.qualification for one in held}))


def lapsed_with(
    now: Agreement, on: Day, last_day: Day, at: Situation[CentreFile]
) -> tuple[RecognitionLapsed, ...]:
    """The recognitions that rest on an agreement end with it."""
    in_it = [
        line.matter
        for line in at.file.lines.values()
        if line.agreement == now.matter and line.standing == "in-force"
    ]
    kept = kept_after(at.file, frozenset(in_it))
    return tuple(
        RecognitionLapsed(
            matter=matter, on=on, basis=WITH_ITS_AGREEMENT, last_day=last_day, kept=kept
        )
        for matter in in_it
    )


def no_longer_from(fact: Ended) -> date:
    """The first day on which it is not recognised, which may be after the day of the fact."""
    if isinstance(fact, RecognitionWithdrawn):
        return fact.first_day
    return fact.last_day + ONE_DAY


def when_nothing_is_left(fact: Ended) -> date | None:
    """The day from which the centre is recognised for nothing at all; none while it is."""
    return no_longer_from(fact) if fact.kept == () else None


def ends_all_of(fact: Ended, qualification: str) -> bool:
    """Whether the centre is recognised for this qualification at no location any more."""
    return fact.kept is not None and qualification not in fact.kept
