"""An.4(c*). A holder who does not agree with a change (printed as a second a)

- For a holder who does not agree, the scheme as it read before the change stays in force, for one
  year after the notice at most; after that he has to ask for the mark anew.

What comes of the accreditation then is not said: it ends, unless a new one was granted by then.
Until when he may say so is not said either: it is read as the day on which the change binds.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ONE_DAY, Day, Span, Stated, TimeToAct
from domain.law import InTime, Refused, require
from domain.schemes.lvv_accreditation.act import IN_FORCE, annex
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationExpired,
    AccreditationReplaced,
    AccreditationWithdrawn,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.record.change import Change, SchemeChangeRejected
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import CLERK, OFFICE, PROVIDER
from domain.schemes.lvv_accreditation.standing import held, in_force, on_record_from
from domain.schemes.lvv_accreditation.with_its_accreditation import with_its_accreditation
from domain.terms import Term, its_day

AN_4 = annex(4)
NEVER_MOVES = AN_4("c*").read("C3: a year at most is a ceiling, and does not move")
ENDS = AN_4("c*").read("after the year the accreditation ends, unless granted anew by then")
BEFORE_IT_BINDS = AN_4("c*").read("a holder says that he does not agree before the change binds")
ON_THE_OLD_TEXT = InTime({IN_FORCE: TimeToAct(span=Span(years=1), place=NEVER_MOVES, moves=False)})


class RejectSchemeChange(Command):
    """Say in writing that one does not agree with the change."""

    name = "reject-scheme-change"


class EndOldText(Command):
    """Put on record that the year on the old text is over."""

    name = "end-old-text"


def still_open(at: Situation[TrainingFile]) -> Change:
    """The change that the holder was told of and that does not bind him yet."""
    in_force(at)
    for one in at.file.changes.values():
        if one.standing == "notified" and at.on < one.binds_on:
            return one
    raise Refused("no change waits for the holder's agreement", BEFORE_IT_BINDS)


@action(RejectSchemeChange, by=PROVIDER | OFFICE, place=AN_4("c*"), when=still_open)
def reject_scheme_change(asked: RejectSchemeChange, at: Situation[TrainingFile]) -> Facts:
    """Say that one does not agree; the text before the change holds for a year at most."""
    now = still_open(at)
    last = ON_THE_OLD_TEXT.of(at.law.edition).due(now.notified_on, at.law.calendar)
    return SchemeChangeRejected(
        matter=now.matter,
        on=asked.on,
        basis=AN_4("c*"),
        notified_on=now.notified_on,
        old_text_until=last,
    )


def of_a_dissenter(file: TrainingFile) -> Change | None:
    """The change that the holder of the latest accreditation did not agree with, if any."""
    now = file.accreditation
    if now is None:
        return None
    since = now.periods[0].first
    found = (c for c in file.changes.values() if c.old_text_until and c.notified_on >= since)
    return next(found, None)


def may_be_renewed(at: Situation[TrainingFile]) -> None:
    """Refused for a holder on the old text, who has to ask for the mark anew (A-T08)."""
    change = of_a_dissenter(at.file)
    require(
        A_T08,
        change is None,
        "a holder on the old text asks for the mark anew, with an application",
        on_the_old_text=change is not None,
    )


def year_is_over(at: Situation[TrainingFile]) -> tuple[str, Change]:
    """The accreditation on the old text, and the change whose year is over."""
    now, change = held(at), of_a_dissenter(at.file)
    if change is None or change.old_text_until is None:
        raise Refused("the holder is not on the old text", AN_4("c*"))
    if at.on <= change.old_text_until:
        raise Refused(f"the old text holds until {change.old_text_until}", AN_4("c*"))
    return now.matter, change


@action(EndOldText, by=CLERK, place=AN_4("c*"), when=year_is_over)
def end_old_text(_: EndOldText, at: Situation[TrainingFile]) -> Facts:
    """Put on record that the year on the old text is over; the accreditation ends."""
    matter, change = year_is_over(at)
    assert change.old_text_until is not None  # noqa: S101  year_is_over says so
    on = on_record_from(at, matter, change.old_text_until + ONE_DAY)
    return OldTextEnded(matter=matter, on=on, basis=ENDS, change=change.change)


def _notified_on(fact: SchemeChangeRejected) -> Day:
    return fact.notified_on


def _last_day(fact: OldTextEnded) -> Day:
    return fact.on - ONE_DAY


def _a_year(fact: SchemeChangeRejected, _: Law) -> Stated:
    return Stated(last=fact.old_text_until, place=NEVER_MOVES)


A_T08 = Term(
    id="A-T08",
    name="the holder asks for the mark anew",
    place=NEVER_MOVES,
    for_whom="provider",
    length=_a_year,
    opened_by={SchemeChangeRejected: _notified_on},
    met_by={OldTextEnded: _last_day},
    ended_by={
        AccreditationReplaced: its_day,
        AccreditationExpired: its_day,
        AccreditationWithdrawn: its_day,
    },
    same=with_its_accreditation,
    then="end-old-text",
    when_passed="the accreditation ends, unless a new one was granted by then",
)
