"""7(3). Adapted conditions (accreditatievoorwaarden)

- While accreditations run, the board may adapt the conditions.
- Holders carry the adaptations through within six months. All of them: here nobody can stay on
  what went before, as a holder can when the members' council changes the scheme (An.4(c*)).

The text does not say from when the six months run: they are read from the notice to the holder.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Span, TimeToAct
from domain.law import InTime, Refused
from domain.schemes.lvv_accreditation.act import IN_FORCE, article
from domain.schemes.lvv_accreditation.record.accreditation import (
    AccreditationExpired,
    AccreditationReplaced,
    AccreditationWithdrawn,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.record.compliance import (
    Conditions,
    ConditionsImplemented,
    ConditionsNotified,
)
from domain.schemes.lvv_accreditation.record.own_file import CONDITIONS
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import OFFICE, PROVIDER
from domain.schemes.lvv_accreditation.standing import in_force
from domain.schemes.lvv_accreditation.with_its_accreditation import with_its_accreditation
from domain.terms import Term, its_day
from domain.words import Code

AT_7 = article(7)
FROM_THE_NOTICE = AT_7(3).read("A-T06: six months from the notice to the holder")
TO_IMPLEMENT = InTime(
    {IN_FORCE: TimeToAct(span=Span(months=6), place=FROM_THE_NOTICE, moves=True)}
)


class NotifyConditions(Command):
    """Tell the holder in writing which conditions the board adapted."""

    name = "notify-conditions"
    conditions: Code


class ConfirmImplementation(Command):
    """Confirm that the adapted conditions were carried through."""

    name = "confirm-implementation"


@action(NotifyConditions, by=OFFICE, place=AT_7(3), when=in_force)
def notify_conditions(asked: NotifyConditions, at: Situation[TrainingFile]) -> Facts:
    """Tell the holder in writing which conditions were adapted; six months run."""
    in_force(at)
    known = tuple(at.law.settings.get(CONDITIONS, ()))
    if asked.conditions not in known:
        listed = ", ".join(known) or "none yet"
        raise Refused(f"the board adapted no {asked.conditions}; give one of: {listed}", AT_7(3))
    if any(one.conditions == asked.conditions for one in at.file.conditions.values()):
        raise Refused(f"the holder was told of {asked.conditions} already", AT_7(3))
    return ConditionsNotified(
        matter=at.file.next_matter("conditions"),
        on=asked.on,
        basis=AT_7(3),
        conditions=asked.conditions,
        implement_by=TO_IMPLEMENT.of(at.law.edition).due(asked.on, at.law.calendar),
    )


def to_be_implemented(at: Situation[TrainingFile]) -> Conditions:
    """The adapted conditions that are to be carried through."""
    waiting = [one for one in at.file.conditions.values() if one.implemented_on is None]
    if not waiting:
        raise Refused("no adapted conditions wait to be carried through", AT_7(3))
    return waiting[0]


@action(ConfirmImplementation, by=PROVIDER, place=AT_7(3), when=to_be_implemented)
def confirm_implementation(asked: ConfirmImplementation, at: Situation[TrainingFile]) -> Facts:
    """Confirm that the adapted conditions were carried through."""
    return ConditionsImplemented(matter=to_be_implemented(at).matter, on=asked.on, basis=AT_7(3))


def _six_months(_: ConditionsNotified, law: Law) -> TimeToAct:
    return TO_IMPLEMENT.of(law.edition)


A_T06 = Term(
    id="A-T06",
    name="the adapted conditions are carried through",
    place=FROM_THE_NOTICE,
    for_whom="provider",
    length=_six_months,
    opened_by={ConditionsNotified: its_day},
    met_by={ConditionsImplemented: its_day},
    ended_by={
        AccreditationExpired: its_day,
        AccreditationWithdrawn: its_day,
        AccreditationReplaced: its_day,
        OldTextEnded: its_day,
    },
    same=with_its_accreditation,
    when_passed="an alarm for LVV: the criteria are not kept to (An.7(b), 8)",
)
