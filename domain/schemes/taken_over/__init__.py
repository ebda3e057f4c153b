"""Histories taken over from elsewhere: no regulation; how they are kept and read."""

from typing import get_args

from domain.case import KindOfFile, actions_of
from domain.erasure import erasure_actions
from domain.scheme_file import SchemeFile, SharedFact, actions_under
from domain.schemes import FileUnder, Scheme, actions_in, terms_in
from domain.schemes.taken_over import (
    rule_1_taking_over,
    rule_2_deadlines,
    rule_3_what_is_open,
    rule_4_retention,
    shown,
)
from domain.schemes.taken_over.act import EDITIONS, ID, house_rule
from domain.schemes.taken_over.record import history, own_file
from domain.schemes.taken_over.roles import ARCHIVIST, ROLES
from domain.schemes.taken_over.rule_4_retention import SETTINGS

RULES = (rule_1_taking_over, rule_2_deadlines, rule_3_what_is_open, rule_4_retention)


def still_needed(file: history.HistoryFile) -> str:
    """What still needs the personal data of this file, in words, or nothing."""
    is_open = any(one.standing == "open" for one in file.histories.values())
    return "the case is still open" if is_open else ""


HISTORY = KindOfFile(
    name="history",
    says="the history of one case that was handled elsewhere, under a random id",
    start=history.HistoryFile(),
    evolve=history.evolve,
    facts=history.FACTS,
    about_a_person=True,
    actions=actions_of(*actions_in(*RULES).values(), *erasure_actions(still_needed)),
)
OWN_FILE = KindOfFile(
    name="scheme",
    says="the file of these house rules: how long histories are kept",
    start=SchemeFile(),
    evolve=own_file.evolve,
    facts=get_args(SharedFact),
    actions=actions_of(*actions_under(SETTINGS, house_rule(4), ARCHIVIST)),
)

SCHEME = Scheme(
    id=ID,
    title="Histories taken over (no regulation)",
    dutch="Overgenomen geschiedenissen",
    owner="this house",
    editions=EDITIONS,
    roles=ROLES,
    files={
        "history": FileUnder(
            kind=HISTORY,
            articles=RULES,
            terms=terms_in(*RULES),
            shown=shown.HISTORY_FILE,
        ),
        "scheme": FileUnder(kind=OWN_FILE),
    },
    own_file="scheme",
    rule_ids=(),
    term_ids=("TO-T1", "TO-T2"),
    settings=SETTINGS,
)
