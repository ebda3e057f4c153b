"""SOG-P 2.3: qualification documents. Dates are the worked examples T-10 to T-12."""

from datetime import date

import pytest

from domain.schemes.ssvv_sogp.record.own_file import DocumentAdopted, DocumentDrafted
from domain.schemes.ssvv_sogp.section_2_3_documents import (
    AT_2_3,
    AdoptDocument,
    DraftDocument,
)
from domain.schemes.ssvv_sogp.section_2_3_norms import norms_in_force
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.documents import a_document, law_with
from tests.schemes.ssvv_sogp.told import CENTRE, GM, SSVV, given_scheme

APR_1, JUN_30, JUL_1 = date(2025, 4, 1), date(2025, 6, 30), date(2025, 7, 1)
END_2025, JAN_1 = date(2025, 12, 31), date(2026, 1, 1)
draft = DraftDocument(on=APR_1, document="gm-1.v1", qualification=GM)
drafted = DocumentDrafted(
    matter="document-gm-1.v1", on=APR_1, basis=AT_2_3, document="gm-1.v1", qualification=GM
)


def adopt(since: date = JUL_1, parallel_until: date | None = None) -> AdoptDocument:
    return AdoptDocument(
        on=date(2025, 5, 1), document="gm-1.v1", since=since, parallel_until=parallel_until
    )


@pytest.mark.passes("T-12")
def test_2_3_a_document_is_drafted_and_laid_down_in_2025() -> None:
    told = given_scheme().when(draft, SSVV).then(drafted)
    told.then_term("T-12", on=END_2025, state="running", due=END_2025)
    told = told.when(adopt(), SSVV).then_recorded(DocumentAdopted)
    told.then_term("T-12", on=date(2025, 5, 1), state="met", due=END_2025)


@pytest.mark.refuses("T-12")
def test_2_3_after_2025_ssvv_is_behind_and_nothing_follows_for_centres() -> None:
    told = given_scheme(drafted)
    told.then_term("T-12", on=JAN_1, state="missed", due=END_2025)
    law = law_with(told)
    assert norms_in_force(law, GM, JAN_1) == ("forerunners-gm-1",)


def test_2_3_a_draft_changes_nothing() -> None:
    assert norms_in_force(law_with(given_scheme(drafted)), GM, JUL_1) == ("forerunners-gm-1",)


def test_2_3_it_holds_from_its_own_day() -> None:
    law = law_with(asked(given_scheme(drafted), SSVV, adopt()))
    assert norms_in_force(law, GM, JUN_30) == ("forerunners-gm-1",)
    assert norms_in_force(law, GM, JUL_1) == ("gm-1.v1",)


def test_2_3_in_a_transition_both_hold() -> None:
    law = law_with(asked(given_scheme(drafted), SSVV, adopt(parallel_until=END_2025)))
    assert norms_in_force(law, GM, END_2025) == ("forerunners-gm-1", "gm-1.v1")
    assert norms_in_force(law, GM, JAN_1) == ("gm-1.v1",)


def test_2_3_it_does_not_work_back_and_follows_the_one_before() -> None:
    told = given_scheme(drafted)
    told.when(adopt(since=APR_1), SSVV).then_refused("", "does not work back")
    told.when(adopt(parallel_until=JUN_30), SSVV).then_refused("", "a transition ends on 2025-07")
    told.when(adopt(), CENTRE).then_not_allowed()
    there = given_scheme(*a_document("gm-1.v0", GM, since=JUL_1), drafted)
    there.when(adopt(), SSVV).then_refused("", "the document before it holds from 2025-07-01")


def test_2_3_a_document_is_drafted_once_before_it_is_laid_down() -> None:
    given_scheme(drafted).when(draft, SSVV).then_refused("", "give another name")
    given_scheme().when(adopt(), SSVV).then_refused("", "no qualification document is drafted")
    other = adopt().model_copy(update={"document": "gm-1.v2"})
    given_scheme(drafted).when(other, SSVV).then_refused("", "gm-1.v2 is no draft")
    unlisted = draft.model_copy(update={"qualification": "mw-9"})
    given_scheme().when(unlisted, SSVV).then_refused("", "mw-9 is not on the list")
