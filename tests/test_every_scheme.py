"""What holds under every text, whatever is asked, by whomever, in any order.

New schemes are covered as they are: commands come from their pydantic models (tests/plausible.py)
and histories from their told scenarios (tests/beginnings.py).
"""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.schemes import all_schemes
from services.commands import Receipt
from tests import invariants
from tests.played import Played

KINDS = [(scheme.id, kind) for scheme in all_schemes().values() for kind in scheme.files]
HEALTH = [HealthCheck.too_slow]
STEPS = 40


def play(scheme: str, kind: str, rnd: Random) -> Played:
    """One random play, held against everything that must hold after each step and at the end."""
    played = Played(all_schemes()[scheme], kind, rnd)
    for asked, receipt in played.steps(STEPS):
        invariants.a_repeat_changes_nothing(played, asked, receipt)
        invariants.what_was_recorded_reads_back(played, receipt)
        invariants.open_actions_can_be_told(played)
    file = played.file()
    if file is not None:
        invariants.every_fact_has_its_basis(played, file)
        invariants.known_then_is_what_stood_then(played, file)
        invariants.each_day_of_the_past_folds(played, file)
        invariants.every_term_is_explained(played, file)
        invariants.last_days_move_only_by_a_pause(played, file)
        invariants.the_register_reads_one_way_a_day(played, file)
        invariants.no_other_fact_changes_the_register(played.under, file)
        invariants.nobody_decides_on_his_own_decision(file)
        invariants.every_view_can_be_told(played, file)
    return played


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
@settings(
    max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=HEALTH
)
@given(rnd=st.randoms(use_true_random=True))
def test_whatever_is_asked_in_any_order(scheme: str, kind: str, rnd: Random) -> None:
    play(scheme, kind, rnd)


@pytest.mark.torture
@pytest.mark.timeout(7200)
@pytest.mark.parametrize(("scheme", "kind"), KINDS)
@settings(max_examples=1000, deadline=None, database=None, suppress_health_check=HEALTH)
@given(rnd=st.randoms(use_true_random=True))
def test_whatever_is_asked_a_thousand_times(scheme: str, kind: str, rnd: Random) -> None:
    play(scheme, kind, rnd)


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_random_play_gets_somewhere(scheme: str, kind: str) -> None:
    """A generator that is refused everything would prove nothing."""
    happened: Counter[str] = Counter()
    for seed in range(3):
        played = Played(all_schemes()[scheme], kind, Random(seed))
        happened.update(fact for _, receipt in played.steps(25) for fact in _names(receipt))
    assert len(happened) >= min(6, len(all_schemes()[scheme].files[kind].kind.facts))


def _names(receipt: Receipt) -> list[str]:
    return [record.fact.stored_as for record in receipt.records]


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_two_terms_of_one_fact_have_ids_of_their_own(scheme: str, kind: str) -> None:
    """The key of a standing term is its id and the fact that opened it."""
    terms = all_schemes()[scheme].files[kind].terms
    opened = Counter((term.id, fact.stored_as) for term in terms for fact in term.opened_by)
    assert [twice for twice, times in opened.items() if times > 1] == []


@pytest.mark.parametrize("scheme", list(all_schemes()))
def test_what_a_scheme_names_it_has(scheme: str) -> None:
    """Roles of actions, actions that terms wait for, editions in order, numbers once."""
    text = all_schemes()[scheme]
    starts = [edition.since for edition in text.editions]
    assert starts == sorted(set(starts))
    assert text.own_file in text.files
    for under in text.files.values():
        for action in under.kind.actions.values():
            assert action.by <= text.roles.keys(), action.name
            assert action.says, action.name
        for term in under.terms:
            assert not term.then or term.then in under.kind.actions, term.id
            assert term.for_whom in text.roles, term.id
            assert term.id in text.term_ids
