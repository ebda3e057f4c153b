"""A command put to a file and really decided; what came of it is put on the file."""

from domain.case import Command, Law, Situation
from domain.decide import decide
from domain.fact import Actor
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.told import SCHEME


def asked(told: Scenario, by: str, *commands: Command, law: Law | None = None) -> Scenario:
    """The file after these commands, each by role:account. Raises Refused as deciding does."""
    role, _, account = by.partition(":")
    for command in commands:
        holds = law or told.law or SCHEME.law_on(command.on, None)
        at = Situation(told.file(), Actor(id=account, role=role), command.on, holds)
        decision = decide(SCHEME.files[told.kind].kind, command, at, command.on)
        told = told.given(*((fact, by) for fact in decision.facts))
    return told
