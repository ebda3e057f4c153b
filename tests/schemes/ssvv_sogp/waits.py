"""What waits in a file, each of it really open to the role it waits for."""

from domain.case import Situation
from domain.fact import Actor
from domain.schemes.ssvv_sogp.shown import CENTRE_FILE
from domain.shown import Waiting
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.told import SCHEME

KIND = SCHEME.files["centre"].kind


def waiting(told: Scenario) -> tuple[Waiting, ...]:
    """What waits, each of it open to the role it waits for on the latest day of the file."""
    file = told.file()
    day = max(one.fact.on for one in file.trail)
    for one in (found := CENTRE_FILE.waiting(file)):
        action = KIND.actions[one.action]
        assert one.for_whom in action.by, one
        who = Actor(id=one.for_whom, role=one.for_whom)
        at = Situation(file, who, max(day, one.since), SCHEME.law_on(day, None))
        assert action.closed_because(at) is None, one
    return found
