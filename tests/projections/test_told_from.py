"""A view that says which facts it is told from is told the same by those alone."""

from dataclasses import replace

import pytest

from domain.erasure import Erased
from domain.fact import Fact
from domain.schemes import all_schemes
from domain.shown import Shown
from infra.clock import MovedClock, today_in_amsterdam
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from infra.store.views.unread import unread
from projections import VIEWS
from projections.register import REGISTER
from projections.view import View
from tests import invariants
from tests.beginnings import beginnings

KINDS = [
    (scheme.id, kind)
    for scheme in all_schemes().values()
    for kind, under in scheme.files.items()
    if under.shown.register_from is not None
]


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_no_other_fact_of_any_told_history_changes_the_register(scheme: str, kind: str) -> None:
    under, shown = all_schemes()[scheme].files[kind], 0
    for beginning in beginnings(scheme, kind):
        recorder = RecorderInMemory()
        beginning.put_in(recorder)
        record = Record(recorder, KeysInMemory(), MovedClock(beginning.ends), today_in_amsterdam)
        file = record.file(dict(beginning.numbers)[kind])
        invariants.no_other_fact_changes_the_register(under, file)
        shown += len(under.shown.register(file))
    assert shown, "the histories hold something to be shown"


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_what_a_register_is_told_from_is_a_fact_of_the_file(scheme: str, kind: str) -> None:
    under = all_schemes()[scheme].files[kind]
    assert set(under.shown.register_from or ()) <= set(under.kind.facts)


def test_most_facts_are_not_read_for_the_register_and_erasures_always_are() -> None:
    left_out = unread([REGISTER], all_schemes())
    every = {
        fact.stored_as
        for scheme in all_schemes().values()
        for under in scheme.files.values()
        for fact in under.kind.facts
    }
    assert len(left_out) > len(every) / 2
    assert left_out < every
    assert Erased.stored_as not in left_out
    assert unread(VIEWS, all_schemes()) == frozenset(), "the dossier is told from all"


def test_a_register_that_does_not_say_is_told_from_every_fact() -> None:
    scheme = all_schemes()["lvv-certification"]
    silent = replace(scheme.files["person"], shown=replace(Shown(), register=lambda _: ()))
    only = {scheme.id: replace(scheme, files={"person": silent})}
    assert unread([REGISTER], only) == frozenset()


def test_a_view_of_each_fact_cannot_leave_facts_out() -> None:
    def few(_: object) -> tuple[type[Fact], ...]:
        return (Erased,)

    with pytest.raises(ValueError, match="dossier follows more than the facts it is told from"):
        View("dossier", int, lambda *_: {}, each_fact=True, told_from=few)
