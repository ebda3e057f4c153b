"""Every term of every scheme: for whom, from when, how long, and what follows."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Union, get_args, get_origin

from domain.case import Law
from domain.days import (
    CountedBack,
    Lasting,
    Length,
    NotSaid,
    Stated,
    TimeToAct,
    ToYearEnd,
    WorkingDays,
)
from domain.fact import Fact
from domain.legal_calendar import LegalCalendar
from domain.schemes import Scheme
from domain.terms import Term
from infra.drawing.tables import table
from infra.law_coverage import encoded_in
from infra.scenarios.words import of_name, of_place

SOME_DAY = date(2026, 1, 1)
HEADINGS = ("term", "for whom", "from", "how long", "met by", "when it passes", "place")


def terms(schemes: Sequence[Scheme]) -> Iterator[str]:
    """The page, for every scheme."""
    yield "# Terms"
    yield ""
    yield "What opens each term, how long it runs, what meets it and what happens when it passes."
    yield "Where the text is silent, our reading stands in brackets behind the place."
    for scheme in schemes:
        law = Law(edition=scheme.editions[-1])
        found = [term for under in scheme.files.values() for term in under.terms]
        yield from ("", f"## {scheme.title} ({scheme.editions[-1].title})", "")
        yield from table(HEADINGS, [_row(t, law) for t in sorted(found, key=lambda t: t.id)])
        yield from _ages_and_counts(scheme)


def _ages_and_counts(scheme: Scheme) -> Iterator[str]:
    """The terms that are no day in a queue: how old a document may be, how often one may ask."""
    found = [one for one in encoded_in(scheme) if one.kind == "rule" and one.id in scheme.term_ids]
    if found:
        yield from ("", "Weighed where it is asked, and no day in a queue:", "")
    for one in found:
        yield f"- {one.id}: {one.says} ({of_place(one.place)})"


def _row(term: Term, law: Law) -> tuple[str, ...]:
    lengths = dict.fromkeys(in_words(length_of(term, kind, law)) for kind in term.opened_by)
    passed = term.when_passed
    if term.then:
        when = "on the day" if term.on_the_day else "the day after"
        passed += f"\n({when}, the clerk asks for {term.then})"
    return (
        f"{term.id}: {term.name}",
        term.for_whom.replace("-", " "),
        _names(term.opened_by),
        "\n".join(lengths),
        _names(term.met_by) or "-",
        passed or "-",
        of_place(term.place),
    )


def _names(facts: Mapping[type[Fact], Any]) -> str:
    return ", ".join(of_name(kind.stored_as) for kind in facts)


def length_of(term: Term, opened_by: type[Fact], law: Law) -> Length:
    """How long a term runs that a fact of this kind opened, asked with a made-up fact."""
    made_up = {name: _some(f.annotation) for name, f in opened_by.model_fields.items()}
    return term.length(opened_by.model_construct(None, **made_up), law)


def _some(annotation: Any) -> Any:
    """A value of a type; the length of a term hangs on its kind and on days, not on words."""
    if get_origin(annotation) in (Union, types.UnionType, Annotated):
        return _some(get_args(annotation)[0])
    known: dict[Any, Any] = {date: SOME_DAY, bool: True, int: 1, str: ""}
    return known.get(annotation)


def in_words(length: Length) -> str:
    """A length as a reader would say it."""
    match length:
        case TimeToAct(span=span, moves=moves):
            if not str(span):
                return "at once"
            return f"{span}" + (", to a working day" if moves else ", never moved")
        case Lasting(span=span):
            return f"{span}, its first day counted"
        case CountedBack(span=span):
            return f"{span} before"
        case ToYearEnd(years_on=years):
            return "to the end of the calendar year" + (f" {years} on" if years else "")
        case WorkingDays(days=days):
            return f"{days} working days"
        case Stated():
            return "to the last day that the decision states"
        case NotSaid(look=look):
            return f"not said: {look}"
        case _:
            said = [step.says for step in length.counted(SOME_DAY, LegalCalendar()).steps]
            return "; ".join(said[1:] or said)
