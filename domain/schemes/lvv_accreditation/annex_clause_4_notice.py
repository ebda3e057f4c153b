"""An.4. The change, as one holder is told of it (kennisgeving)

- (a) LVV tells the holder in writing. (b) The change binds him six months after that at the
  earliest; a holder who was not told is not bound.

Which edition applies to a holder on a day: edition_of_a_holder.py.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Stated
from domain.law import Refused, require
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_4_changes import NEVER_MOVES, TRANSITION
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationExpired,
    AccreditationReplaced,
    AccreditationWithdrawn,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.record.change import (
    Change,
    SchemeChangeBinding,
    SchemeChangeNotified,
    SchemeChangeRejected,
)
from domain.schemes.lvv_accreditation.record.own_file import CHANGES, SchemeChange
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import CLERK, OFFICE
from domain.schemes.lvv_accreditation.standing import in_force, on_record_from
from domain.schemes.lvv_accreditation.with_its_accreditation import with_its_accreditation
from domain.terms import Term, its_day
from domain.words import Code

AN_4 = annex(4)


class NotifySchemeChange(Command):
    """Tell the holder in writing of a change of the scheme, and from when it binds him."""

    name = "notify-scheme-change"
    change: Code
    binds_on: Day


class BringChangeIntoForce(Command):
    """Put on record that a change binds the holder from now on."""

    name = "bring-change-into-force"


@action(NotifySchemeChange, by=OFFICE, place=AN_4("a"), when=in_force)
def notify_scheme_change(asked: NotifySchemeChange, at: Situation[TrainingFile]) -> Facts:
    """Tell the holder of a change; it binds him six months on at the earliest."""
    in_force(at)
    change = _the_change(asked.change, at)
    transition = TRANSITION.of(at.law.edition).due(asked.on, at.law.calendar)
    earliest = max(transition, change.binds_from)
    require(
        A_T07,
        asked.binds_on >= earliest,
        f"a change that is told on {asked.on} binds on {earliest} at the earliest",
        binds_on=asked.binds_on,
        earliest=earliest,
    )
    return SchemeChangeNotified(
        matter=at.file.next_matter("change"),
        on=asked.on,
        basis=AN_4("a"),
        change=asked.change,
        edition=change.edition,
        binds_on=asked.binds_on,
    )


def _the_change(name: str, at: Situation[TrainingFile]) -> SchemeChange:
    known: dict[str, SchemeChange] = at.law.settings.get(CHANGES, {})
    if name not in known:
        listed = ", ".join(known) or "none yet"
        raise Refused(f"the scheme knows no {name}; give one of: {listed}", AN_4("a"))
    if any(one.change == name for one in at.file.changes.values()):
        raise Refused(f"the holder was told of {name} already", AN_4("a"))
    return known[name]


def now_binding(at: Situation[TrainingFile]) -> Change:
    """The change whose day has come and that the holder did not reject."""
    for one in at.file.changes.values():
        if one.standing == "notified" and at.on >= one.binds_on:
            return one
    raise Refused("no change is to bind the holder yet", AN_4("b"))


@action(BringChangeIntoForce, by=CLERK, place=AN_4("b"), when=now_binding)
def bring_change_into_force(_: BringChangeIntoForce, at: Situation[TrainingFile]) -> Facts:
    """Put on record that a change binds the holder, from the day he was told."""
    now = now_binding(at)
    on = on_record_from(at, now.matter, now.binds_on)
    return SchemeChangeBinding(matter=now.matter, on=on, basis=AN_4("b"))


def _binds_on(fact: SchemeChangeNotified, _: Law) -> Stated:
    return Stated(last=fact.binds_on, place=NEVER_MOVES)


A_T07 = Term(
    id="A-T07",
    name="the change binds the holder",
    place=NEVER_MOVES,
    for_whom="provider",
    length=_binds_on,
    opened_by={SchemeChangeNotified: its_day},
    met_by={SchemeChangeBinding: its_day},
    ended_by={
        SchemeChangeRejected: its_day,
        AccreditationExpired: its_day,
        AccreditationWithdrawn: its_day,
        AccreditationReplaced: its_day,
        OldTextEnded: its_day,
    },
    same=with_its_accreditation,
    then="bring-change-into-force",
    on_the_day=True,
    when_passed="the change binds the holder",
)
