"""4.2 Trainers: who they are (Eisen aan trainers/docenten)

- Personnel is everybody whom the centre uses for its SOG-P courses, employed or hired; the centre
  is fully answerable for what they do.

What they show: section_4_2_evidence.py. What is asked of them, and whether it is there:
section_4_2_assessment.py.
"""

from uuid import UUID

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule
from domain.personal import Identity, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.trainer import Trainer, TrainerRegistered
from domain.schemes.ssvv_sogp.roles import CENTRE
from domain.words import Line

AT_4_2 = section("4.2")
R_44 = Rule(
    id="R-44",
    place=AT_4_2,
    says="hired persons are personnel too, and the centre is fully answerable for them",
)


class RegisterTrainer(Command):
    """Register a trainer, employed or hired, under a random id of the person."""

    name = "register-trainer"
    person: UUID
    full_name: Personal[Identity, Line]
    employed: bool
    account: Line | None = None


def trainer_named(at: Situation[CentreFile], matter: str) -> Trainer:
    """The trainer of this name."""
    now = at.file.trainers.get(matter)
    if now is None:
        named = ", ".join(at.file.trainers) or "there is none"
        raise Refused(f"{matter} is no trainer in this file; give one of {named}", AT_4_2)
    return now


def a_trainer(at: Situation[CentreFile]) -> None:
    if not at.file.trainers:
        raise Refused("no trainer is registered", AT_4_2)


@action(RegisterTrainer, by=CENTRE, place=AT_4_2)
def register_trainer(asked: RegisterTrainer, at: Situation[CentreFile]) -> Facts:
    """Register a trainer, employed or hired, under a random id of the person."""
    if any(one.person == asked.person for one in at.file.trainers.values()):
        raise Refused("this person is registered as a trainer already", AT_4_2)
    return TrainerRegistered(
        matter=at.file.next_matter("trainer"),
        on=asked.on,
        basis=AT_4_2,
        person=asked.person,
        name=asked.full_name.about(asked.person),
        employed=asked.employed,
        account=asked.account or "",
    )
