"""The pages that the code draws about itself."""

from datetime import date
from pathlib import Path

import pytest

from domain.case import Law
from domain.days import (
    CountedBack,
    Lasting,
    Length,
    NotSaid,
    Span,
    Stated,
    TimeToAct,
    ToYearEnd,
    WorkingDays,
)
from domain.law import Place
from domain.schemes import Scheme, all_schemes
from infra.drawing.glossary import glossary
from infra.drawing.left import left_to_people
from infra.drawing.pages import differing
from infra.drawing.readings import read_in, readings
from infra.drawing.states import states
from infra.drawing.tables import table
from infra.drawing.terms import in_words, length_of, terms
from infra.scenarios.play import run

LVV = all_schemes()["lvv-certification"]
STORIES = Path(__file__).parents[1] / "scenarios" / "lvv-certification"
HERE = Place(text="LVV certification scheme v6", at="13")


@pytest.mark.parametrize(
    ("length", "says"),
    [
        (TimeToAct(span=Span(weeks=2), place=HERE, moves=True), "2 weeks, to a working day"),
        (TimeToAct(span=Span(weeks=6), place=HERE, moves=False), "6 weeks, never moved"),
        (TimeToAct(span=Span(), place=HERE, moves=False), "at once"),
        (Lasting(span=Span(years=4), place=HERE), "4 years, its first day counted"),
        (CountedBack(span=Span(years=1), place=HERE), "1 year before"),
        (ToYearEnd(years_on=0, place=HERE), "to the end of the calendar year"),
        (ToYearEnd(years_on=1, place=HERE), "to the end of the calendar year 1 on"),
        (WorkingDays(days=5, place=HERE), "5 working days"),
        (Stated(last=date(2026, 5, 1), place=HERE), "to the last day that the decision states"),
        (NotSaid(look="look on the website", place=HERE), "not said: look on the website"),
    ],
)
def test_a_length_in_words(length: Length, says: str) -> None:
    assert in_words(length) == says


@pytest.mark.parametrize("scheme", all_schemes().values(), ids=lambda s: s.id)
def test_every_term_says_how_long_it_runs(scheme: Scheme) -> None:
    law = Law(edition=scheme.editions[-1])
    for under in scheme.files.values():
        for term in under.terms:
            for opening in term.opened_by:
                assert in_words(length_of(term, opening, law)), term.id


def test_the_terms_stand_in_a_table_with_their_place() -> None:
    page = list(terms([LVV]))
    row = next(line for line in page if line.startswith("| C-T03"))
    assert "found incomplete" in row
    assert "2 weeks, to a working day" in row
    assert "13 [D-1: two weeks from the day the notice was sent]" in row
    assert any(line.startswith("- C-T01: the VOG is not older") for line in page)


def test_a_reading_is_found_wherever_it_was_written() -> None:
    found = {(place.at, place.reading): users for place, users in read_in(LVV).items()}
    once = found["27", "D-12: once, six months at most"]
    assert {"R-26", "C-T09", "extend-suspension"} <= once
    in_a_function = found["27", "decision on doubts: lifting is a duty once measures are verified"]
    assert in_a_function == {"C-T08"}
    assert (
        "setting objection-weeks"
        in found["25", "C-T14: the term is on the website of the certification body"]
    )
    assert all(reading for _, reading in found)


def test_readings_are_listed_in_the_order_of_the_text() -> None:
    places = [line.split(" | ")[0].strip("| ") for line in readings([LVV]) if line[:3] == "| 1"]
    assert places == sorted(places, key=lambda at: (int(at.partition("(")[0].split()[0]), at))


def test_a_text_of_another_hand_is_named() -> None:
    assert any("General Time-Limits Act, 3" in line for line in readings([LVV]))


def test_a_diagram_holds_what_was_seen() -> None:
    page = "\n".join(states(LVV, [run(STORIES / "c-t08-suspended-for-six-months.yaml")]))
    assert "    valid --> suspended : suspend · 27(a)" in page
    assert '    state "pre-check" as pre_check' in page
    assert "    requested --> pre_check : start-pre-check · 13" in page
    assert "- while it stands *suspended*, and goes on to:" in page
    assert "open-withdrawal-procedure (27)" in page
    asked_never = next(line for line in page.splitlines() if "in a person file" in line)
    assert "lift-suspension" in asked_never
    assert "withdraw," not in asked_never


def test_the_glossary_takes_its_words_from_the_code() -> None:
    page = list(glossary([LVV]))
    assert "| lvv board | bestuur LVV |" in "\n".join(page)
    assert "| suspended | geschorst | status in the register |" in page
    assert any("| suspension | Schorsing van het certificaat |" in line for line in page)


def test_what_is_left_to_people_is_listed_or_said_to_be_nothing() -> None:
    page = "\n".join(left_to_people([LVV]))
    assert "57 rules and terms" in page or LVV.left_to_people[0].reason in page


def test_a_bar_in_a_cell_does_not_break_a_table() -> None:
    assert list(table(("a",), [("x | y\nz",)])) == ["| a |", "|---|", "| x \\| y<br>z |"]


def test_a_page_that_is_old_or_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "same.md").write_text("as drawn\n", encoding="utf-8")
    (tmp_path / "old.md").write_text("as it was\n", encoding="utf-8")
    pages = {"same.md": "as drawn\n", "old.md": "as drawn\n", "missing.md": "as drawn\n"}
    assert differing(pages, tmp_path) == ["old.md", "missing.md"]
