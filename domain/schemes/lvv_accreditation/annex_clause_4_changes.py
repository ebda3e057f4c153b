"""An.4(a)-(b). The scheme is changed (Wijziging accreditatieregeling)

- (a) When the scheme is changed, LVV tells the holders at once, in writing.
- (b) A change binds six months after that notice at the earliest.

The members' council changes the scheme; the board adapts conditions, which is another act with
another effect (7(3), article_07_conditions.py). Recorded in the scheme's own file.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Length, Span, TimeToAct
from domain.law import InTime, Refused, Rule, require
from domain.schemes.lvv_accreditation.act import IN_FORCE, annex, article
from domain.schemes.lvv_accreditation.record.offer import EditionId
from domain.schemes.lvv_accreditation.record.own_file import (
    ConditionsAmended,
    HoldersNotified,
    OwnFile,
    SchemeChange,
    SchemeChanged,
)
from domain.schemes.lvv_accreditation.roles import BOARD, COUNCIL, OFFICE
from domain.schemes.lvv_accreditation.settings import AT_ONCE_FOR_LVV, at_once
from domain.terms import Term, its_day
from domain.words import Code, Prose

AN_4, AT_7 = annex(4), article(7)
NEVER_MOVES = AN_4("b").read("C3: a term that binds LVV does not move")
TRANSITION = InTime({IN_FORCE: TimeToAct(span=Span(months=6), place=NEVER_MOVES, moves=False)})

R_42 = Rule(
    id="R-42",
    place=AN_4("b"),
    says="a change of the scheme binds six months after the notice at the earliest",
)


class AmendConditions(Command):
    """Adapt the accreditation conditions while accreditations run."""

    name = "amend-conditions"
    says: Prose


class ChangeScheme(Command):
    """Adopt another edition of the scheme, that binds holders from a day on."""

    name = "change-scheme"
    edition: EditionId
    binds_from: Day


class RecordHoldersNotified(Command):
    """Record that every holder was told of a change in writing."""

    name = "record-holders-notified"
    change: Code


@action(AmendConditions, by=BOARD, place=AT_7(3))
def amend_conditions(asked: AmendConditions, at: Situation[OwnFile]) -> Facts:
    """Adapt the accreditation conditions; holders have six months from their notice."""
    matter = f"conditions-{len(at.file.conditions) + 1}"
    return ConditionsAmended(matter=matter, on=asked.on, basis=AT_7(3), says=asked.says)


@action(ChangeScheme, by=COUNCIL, place=AN_4)
def change_scheme(asked: ChangeScheme, at: Situation[OwnFile]) -> Facts:
    """Adopt another edition of the scheme; it binds six months on at the earliest."""
    earliest = TRANSITION.of(at.law.edition).due(asked.on, at.law.calendar)
    require(
        R_42,
        asked.binds_from >= earliest,
        f"a change of {asked.on} binds holders on {earliest} at the earliest",
        binds_from=asked.binds_from,
        earliest=earliest,
    )
    return SchemeChanged(
        matter=f"change-{len(at.file.changes) + 1}",
        on=asked.on,
        basis=AN_4,
        edition=asked.edition,
        binds_from=asked.binds_from,
    )


def to_be_told(at: Situation[OwnFile]) -> dict[str, SchemeChange]:
    """The changes of which not every holder was told yet."""
    untold = {m: one for m, one in at.file.changes.items() if one.notified_on is None}
    if not untold:
        raise Refused("no change waits for its notices", AN_4("a"))
    return untold


@action(RecordHoldersNotified, by=OFFICE, place=AN_4("a"), when=to_be_told)
def record_holders_notified(asked: RecordHoldersNotified, at: Situation[OwnFile]) -> Facts:
    """Record that every holder was told of a change in writing."""
    untold = to_be_told(at)
    if asked.change not in untold:
        raise Refused(f"{asked.change} does not wait; give one of {', '.join(untold)}", AN_4("a"))
    return HoldersNotified(matter=asked.change, on=asked.on, basis=AN_4("a"))


def _at_once(_: SchemeChanged, law: Law) -> Length:
    return at_once(AT_ONCE_FOR_LVV, law, AT_ONCE_FOR_LVV.place)


A_T14_CHANGES = Term(
    id="A-T14",
    name="holders are told of the change in writing",
    place=AN_4("a"),
    for_whom="lvv-office",
    length=_at_once,
    opened_by={SchemeChanged: its_day},
    met_by={HoldersNotified: its_day},
    when_passed="an alarm for LVV: holders are told at once",
)
