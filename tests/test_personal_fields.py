"""No fact and no command holds words about a person outside a personal value.

A field of text is personal, or a code word by its type (a pattern, a Literal), or named here
with the reason why it never says anything about a person. A new field asks for that decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from domain.case import Command
from domain.fact import Fact
from domain.law import Place, Remark
from domain.personal import Identity, Kept, Personal
from domain.schemes import all_facts, all_schemes

SPEAKS_OF_A_PERSON = re.compile(
    r"(^|_)(names?|email|birth|born|address|phone|notes?|reasons?|explanation|findings|grounds"
    r"|because|view|opinion|reaction|questions|answers|measures|signal|what|about|defects"
    r"|relevance|to_remedy)(_|$)"
)
"""A field of text or of a day with such a name says something about a person."""

OUR_WORDS = {
    "matter": "the name of a procedure in the file",
    "ground": "a ground as the text lists it",
    "kind": "a kind of document",
    "kept": "a reason for which values are kept",
    "setting": "the name of a setting",
    "defect": "what an appeal can be about, as the text lists it",
    "lacking": "what the text asks for and is not there",
    "cites": "places in the text",
    "places": "places in the text",
    "in_register": "a register of diplomas",
    "against": "the matter an objection is against",
    "objection": "a matter",
    "application": "a matter",
    "certificate": "a matter",
    "by_certificate": "a matter",
    "renews": "a matter",
    "same_as": "a matter",
    "ordered_in": "a matter",
    "handler": "the account of somebody who works here; the trail names it too",
    "provider": "the account of an organisation",
    "proof": "the reference of a document",
    "fingerprint": "a digest",
    "heading": "the heading of a column at the source",
    "item": "the title of a course or of a group",
    "called": "the name of a holiday",
    "title": "the title of a training",
    "activity": "a step of the source's procedure, by its own name for it",
    "account": "the account of somebody who works here; the trail names it too",
    "agreed_with": "the account of somebody who works here",
    "agreement": "a matter",
    "assessor": "the account of somebody who works here",
    "audit": "a matter",
    "auditors": "the accounts of who audits",
    "case": "the number of a case at its source; one that names somebody is sealed",
    "catalogue": "a version of the catalogue of qualifications",
    "centre": "the trade name of an organisation, or its number",
    "cluster": "a cluster of qualifications",
    "code": "a qualification, or one of our own words",
    "contents": "what a lesson plan usually holds, as the text lists it",
    "country": "a country",
    "diploma": "a kind of diploma",
    "diplomas": "kinds of diplomas",
    "document": "a qualification document",
    "dutch": "the official label of a qualification",
    "exam": "the reference of an exam",
    "exam_centre": "the reference of an organisation",
    "examiner": "the reference of an organisation",
    "facility": "the reference of a place to practise",
    "kvk": "the number of an organisation in the trade register",
    "learned_from": "by which way it came to be known",
    "led_to": "a matter",
    "legal_form": "the legal form of an organisation",
    "lesson_plan": "a matter",
    "line": "a place and a qualification",
    "lines": "places and qualifications",
    "location": "a place of an organisation",
    "material": "a kind of material",
    "medium": "where a logo is shown",
    "model": "a version of the agreement",
    "norm": "a document with norms",
    "norms": "documents with norms",
    "partner": "the reference of an organisation",
    "price_list": "a version of the price list",
    "purpose": "what data are shared for, as the text has it",
    "awaited": "a qualification",
    "qualification": "a qualification",
    "qualifications": "qualifications",
    "reference": "the reference of a document",
    "requirement": "a requirement, in one of our own words",
    "source": "where a signal came from, or the system a history was taken over from",
    "successor_of": "a matter",
    "topics": "what an audit is about",
    "trainers": "matters",
    "version": "the version of a document",
}
ABOUT_THE_TEXT = {
    ("SettingDecided", "because"): "why a setting was decided, for all cases",
    ("DecideSetting", "because"): "why a setting was decided, for all cases",
    ("CalendarCorrected", "because"): "why the calendar was corrected, for all cases",
    ("CorrectCalendar", "because"): "why the calendar was corrected, for all cases",
    ("FrameworkReviewed", "reasons"): "why the framework is to change, or not",
    ("ReviewFramework", "reasons"): "why the framework is to change, or not",
    ("ListingRefused", "reasons"): "why a course or a group is not on a list",
    ("DecideListing", "reasons"): "why a course or a group is or is not on a list",
    ("ConditionsAmended", "says"): "which conditions of a scheme were adapted, for all cases",
    ("AmendConditions", "says"): "which conditions of a scheme were adapted, for all cases",
    ("ActOnSignal", "signal"): "a matter",
    ("AssessSignal", "signal"): "a matter",
    ("CloseSignal", "signal"): "a matter",
    ("CentreFileOpened", "name"): "the trade name of an organisation, which is published",
    ("CompanyDataEstablished", "address"): "the place of business of an organisation",
    ("EstablishCompanyData", "address"): "the place of business of an organisation",
    ("LocationNamed", "name"): "a place where an organisation trains, which is published",
    ("LocationNamed", "address"): "a place where an organisation trains",
    ("NameLocation", "address"): "a place where an organisation trains",
    ("Said", "says"): "what a source says that is not about a person; what is, is sealed",
    ("DocumentJudged", "defects"): "defects of a file as the text lists them",
}

Spot = tuple[type[BaseModel], str, Any]
FACTS = sorted(all_facts().items())
COMMANDS = sorted(
    (
        (action.asks.__name__, action.asks)
        for scheme in all_schemes().values()
        for under in scheme.files.values()
        for action in under.kind.actions.values()
    ),
    key=lambda one: (one[0], one[1].__module__),
)


def spots(model: type[BaseModel]) -> Iterator[Spot]:
    """Every value that the model holds, with the model and the field it lies in."""
    for name, field in model.model_fields.items():
        kind = Annotated[(field.annotation, *field.metadata)] if field.metadata else None
        yield from _spots(model, name, kind or field.annotation)


def _spots(model: type[BaseModel], name: str, kind: Any) -> Iterator[Spot]:
    origin, args = _origin(kind), get_args(kind)
    if origin in (Union, UnionType, tuple) or _is_mapping(origin):
        for one in args:
            yield from _spots(model, name, one)
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        if kind not in (Place, Remark):
            yield from spots(kind)
    elif kind is not NoneType:
        yield model, name, kind


def _origin(kind: Any) -> Any:
    return get_origin(kind)


def _is_mapping(origin: Any) -> bool:
    return isinstance(origin, type) and issubclass(origin, Mapping)


def is_text(kind: Any) -> bool:
    return kind is str or (_origin(kind) is Annotated and get_args(kind)[0] is str)


def is_a_code_word(kind: Any) -> bool:
    """By its type: one of ours, or held to a pattern without room for a sentence."""
    if _origin(kind) is Literal:
        return True
    patterns = [getattr(limit, "pattern", None) for limit in get_args(kind)[1:]]
    return any(pattern and not re.search(pattern, "Jan de Vries") for pattern in patterns)


def faults(model: type[BaseModel]) -> list[str]:
    """The fields that are neither personal nor known to say nothing about a person."""
    found = []
    for holder, name, kind in spots(model):
        spot = f"{holder.__name__}.{name}"
        if _origin(kind) is Personal or (holder.__name__, name) in ABOUT_THE_TEXT:
            continue
        told = kind not in (bool, int, float) and _origin(kind) is not Literal
        if SPEAKS_OF_A_PERSON.search(name) and told:
            found.append(f"{spot} speaks of a person; make it Personal")
        elif is_text(kind) and not is_a_code_word(kind) and name not in OUR_WORDS:
            found.append(f"{spot} is text; make it Personal or say here what it is")
    return found


@pytest.mark.parametrize("fact", [fact for _, fact in FACTS], ids=[name for name, _ in FACTS])
def test_no_fact_says_something_about_a_person_in_the_clear(fact: type[Fact]) -> None:
    assert faults(fact) == []


@pytest.mark.parametrize(
    "command", [one for _, one in COMMANDS], ids=[name for name, _ in COMMANDS]
)
def test_no_command_asks_something_about_a_person_in_the_clear(command: type[Command]) -> None:
    assert faults(command) == []


@pytest.mark.parametrize("fact", [fact for _, fact in FACTS], ids=[name for name, _ in FACTS])
def test_a_personal_value_says_why_it_is_kept(fact: type[Fact]) -> None:
    """``Personal[Identity, str]``, never ``Personal`` alone: the key follows from the reason."""
    for _, name, kind in spots(fact):
        if kind is Personal or _origin(kind) is Personal:
            kept = get_args(kind)[:1]
            assert kept, name
            assert issubclass(kept[0], Kept), name


def test_what_is_named_here_is_still_there() -> None:
    """A reason that no field needs any more is taken out."""
    models = [model for _, model in (*FACTS, *COMMANDS)]
    held = [(holder.__name__, name) for model in models for holder, name, _ in spots(model)]
    assert set(ABOUT_THE_TEXT) - set(held) == set()
    assert set(OUR_WORDS) - {name for _, name in held} == set()


class Telling(Fact):
    """A fact as it should not be; on no record."""

    stored_as = "tests.telling"
    reasons: str
    born_on: str
    remark_of_his: str | None = None
    kind: str
    full_name: Personal[Identity, str]


def test_a_fact_that_tells_about_a_person_is_found_out() -> None:
    assert faults(Telling) == [
        "Telling.reasons speaks of a person; make it Personal",
        "Telling.born_on speaks of a person; make it Personal",
        "Telling.remark_of_his is text; make it Personal or say here what it is",
    ]
