"""SSVV SOG-P, section 6.1.1: a regular audit in every calendar year (T-01, A-01)."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementConcluded,
    AgreementExpired,
    AgreementTerminated,
)
from domain.schemes.ssvv_sogp.section_6_1_1_yearly import T_01
from domain.terms import terms_of
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import (
    AUDITOR,
    SCHEME,
    SSVV,
    YEAR_END,
    a_recognised_centre,
    concluded,
    given,
    offered,
)
from tests.schemes.ssvv_sogp.told_audit import (
    SEP_22,
    a_regular_audit,
    agree,
    appoint,
    open_it,
    plan,
)

APR_14 = date(2026, 4, 14)
NEXT_NEW_YEAR = date(2027, 1, 1)


@pytest.mark.passes("T-01")
def test_6_1_1_after_an_audit_in_september_2025_one_is_due_in_2026() -> None:
    term = a_regular_audit().then_term("T-01", on=YEAR_END, state="running", due=YEAR_END)
    assert term.opened_on == SEP_22


@pytest.mark.passes("T-01")
def test_6_1_1_one_in_april_is_in_time() -> None:
    told, matter = a_regular_audit(), {"audit": "audit-4"}
    for by, again, other in (
        (SSVV, plan, {"planned_for": APR_14}),
        (SSVV, appoint, matter),
        (AUDITOR, agree, matter),
        (AUDITOR, open_it, matter),
    ):
        told = asked(told, by, again.model_copy(update={"on": APR_14, **other}))
    told.then_term("T-01", on=APR_14, state="running", due=date(2027, 12, 31))
    terms = terms_of((T_01,), told.file(), lambda r: SCHEME.law_on(r.fact.on, None))
    assert [(one.ended_on, one.state(APR_14)) for one in terms] == [
        (SEP_22, "met"),
        (APR_14, "met"),
        (None, "running"),
    ]


@pytest.mark.refuses("T-01")
def test_6_1_1_without_one_ssvv_is_alerted_and_nothing_else() -> None:
    told = a_regular_audit()
    term = told.then_term("T-01", on=NEXT_NEW_YEAR, state="missed", due=YEAR_END)
    assert (term.for_whom, term.then) == ("ssvv", "")


@pytest.mark.passes("T-01")
def test_6_1_1_the_first_is_due_in_the_first_whole_year_of_recognition() -> None:
    told = given(*a_recognised_centre)
    told.then_term("T-01", on=date(2025, 12, 31), state="running", due=YEAR_END)
    from_new_year = AgreementConcluded(
        matter="agreement-1",
        on=date(2024, 12, 12),
        basis=section("3.2"),
        first_day=date(2025, 1, 1),
        last_day=YEAR_END,
    )
    whole = tuple(
        from_new_year if isinstance(one, AgreementConcluded) else one
        for one in a_recognised_centre
    )
    given(*whole).then_term("T-01", on=date(2025, 6, 1), state="running", due=date(2025, 12, 31))


@pytest.mark.refuses("T-01")
def test_6_1_1_who_is_recognised_no_longer_is_visited_no_longer() -> None:
    ended = AgreementTerminated(
        matter="agreement-1",
        on=date(2026, 4, 1),
        basis=section("5.4"),
        last_day=date(2026, 4, 30),
        because=Personal("taken over"),
    )
    a_regular_audit().given(ended).then_term("T-01", on=YEAR_END, state="void", due=YEAR_END)


@pytest.mark.passes("T-01")
def test_6_1_1_a_successor_has_a_term_of_its_own() -> None:
    successor = offered.model_copy(update={"matter": "agreement-2", "successor_of": "agreement-1"})
    signed = concluded.model_copy(
        update={
            "matter": "agreement-2",
            "first_day": NEXT_NEW_YEAR,
            "last_day": date(2028, 12, 31),
        }
    )
    ran_out = AgreementExpired(
        matter="agreement-1", on=NEXT_NEW_YEAR, basis=section("3.2"), last_day=YEAR_END
    )
    told = a_regular_audit().given(successor, signed, ran_out)
    told.then_term("T-01", on=NEXT_NEW_YEAR, state="running", due=date(2027, 12, 31))
    terms = terms_of((T_01,), told.file(), lambda r: SCHEME.law_on(r.fact.on, None))
    assert [one.state(NEXT_NEW_YEAR) for one in terms] == ["met", "missed", "running"]
