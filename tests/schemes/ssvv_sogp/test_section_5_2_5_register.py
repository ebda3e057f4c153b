"""SSVV SOG-P, section 5.2.5: the public list of recognised centres."""

from datetime import date

import pytest

from domain.fact import Fact
from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.line import RecognitionPublished, RecognitionWithdrawn
from domain.schemes.ssvv_sogp.section_5_2_5_publication import PublishRecognition
from domain.schemes.ssvv_sogp.section_5_2_5_register import register, still_needed
from domain.shown import RegisterLine
from tests.schemes.ssvv_sogp.told import (
    JUL_1,
    JUN_16,
    JUN_20,
    SCHEME,
    SSVV,
    YEAR_END,
    a_centre,
    a_recognised_centre,
    concluded,
    given,
    offered,
    published,
    signed_by_centre,
    signed_by_ssvv,
    took_effect,
    two_granted,
)

DEC_1 = date(2025, 12, 1)
signed: tuple[Fact, ...] = (
    *two_granted,
    offered,
    signed_by_centre,
    signed_by_ssvv,
    concluded,
    *took_effect,
)
withdrawn = RecognitionWithdrawn(
    matter="line-1",
    on=DEC_1,
    basis=section("5.3"),
    first_day=DEC_1,
    on_request=False,
    ground="norms-not-met",
    reasons=Personal("as the report says"),
)


def publish(on: date) -> PublishRecognition:
    return PublishRecognition(on=on, line="line-1")


def on_the_list(*facts: Fact) -> list[RegisterLine]:
    return [one for one in register(given(*facts).file()) if one.entry.endswith("-1")]


@pytest.mark.passes("R-71", "T-27")
def test_5_2_5_after_signing_it_is_on_the_list() -> None:
    told = given(*signed)
    told.then_term("T-27", on=JUN_20, state="running", due=None)
    told = told.when(publish(JUN_20), SSVV).then_recorded(RecognitionPublished)
    told.when(publish(JUN_20), SSVV).then_refused("", "on the list since 2025-06-20")
    given(*signed, published[1]).then_term("T-27", on=JUN_20, state="met", due=None)


@pytest.mark.refuses("R-71")
def test_5_2_5_not_with_one_signature_or_none() -> None:
    told = given(*two_granted, offered, signed_by_centre)
    told.when(publish(JUN_16), SSVV).then_refused("R-71", "sign the agreement first")
    given(*two_granted).when(publish(JUN_16), SSVV).then_refused("R-71", "sign the agreement")


@pytest.mark.refuses("T-27")
def test_5_2_5_what_was_withdrawn_is_not_published_any_more() -> None:
    told = given(*signed, withdrawn.model_copy(update={"matter": "line-2"}))
    told.then_term("T-27", on=DEC_1, state="void", due=None)


def test_5_2_5_before_signing_nothing_is_on_the_list() -> None:
    assert register(given(*signed).file()) == ()


def test_5_2_5_the_entry_shows_the_day_it_takes_effect() -> None:
    soon, now = on_the_list(*a_recognised_centre)
    assert (soon.status, soon.day, soon.since, soon.until) == (
        "to-take-effect",
        JUL_1,
        JUN_20,
        date(2025, 6, 30),
    )
    assert (now.status, now.day, now.since, now.until) == ("recognised", JUL_1, JUL_1, YEAR_END)
    assert now.more == {
        "centre": "Veilig Vakwerk Opleidingen",
        "location": "Oefenterrein Rotterdam",
        "qualification": "gm-1",
        "catalogue": "handbook-4",
    }


def test_5_3_a_withdrawn_recognition_is_off_the_list_from_its_day() -> None:
    *_, now = on_the_list(*a_recognised_centre, withdrawn)
    assert now.until == date(2025, 11, 30)


def test_5_2_5_nothing_about_a_person_is_on_it() -> None:
    lines = register(given(*a_recognised_centre).file())
    assert all(one.name is None and one.born is None for one in lines)
    assert not {"name", "born"} & set(SCHEME.public_fields)
    assert all(one.more.keys() <= set(SCHEME.public_fields) for one in lines)


def test_5_2_5_personal_data_is_needed_while_something_is_held_or_open() -> None:
    assert still_needed(given(*a_recognised_centre).file().state) == "a recognition is held"
    assert still_needed(given(*a_centre).file().state) == ""
