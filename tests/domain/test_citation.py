"""Citations: numbers of case files, in fields marked so, however deep; nothing else."""

from datetime import date
from typing import Annotated

from domain.citation import Citation, Cites, citations_in, cited_in
from domain.fact import Fact
from domain.law import Place, Value


class Course(Value):
    accreditation: Annotated[str, Cites()]
    title: str


class Asked(Value):
    courses: tuple[Course, ...]
    by_name: dict[str, Course]
    number: str


def test_marked_numbers_are_found_however_deep() -> None:
    one = Course(accreditation="7K3M-9QXD-2F4A", title="AAAA-BBBB-CCCC")
    other = Course(accreditation="LVV list 2026, 12", title="x")
    third = Course(accreditation="0000-0000-0000", title="x")
    asked = Asked(courses=(one, other), by_name={"third": third}, number="1111-1111-1111")
    assert cited_in(asked) == {"7K3M-9QXD-2F4A", "0000-0000-0000"}


class Taken(Fact):
    stored_as = "test.taken"
    last_day: date
    course: Annotated[str, Cites(last="last_day")]
    room: Annotated[str, Cites()]


def test_a_fact_says_on_which_days_what_it_cites_had_to_hold() -> None:
    first, last = date(2026, 3, 1), date(2026, 3, 2)
    here = Place(text="text", at="1")
    taken = Taken(
        matter="pe-1",
        on=first,
        basis=here,
        last_day=last,
        course="7K3M-9QXD-2F4A",
        room="0000-0000-0000",
    )
    assert citations_in(taken) == (
        Citation("0000-0000-0000", first, first),
        Citation("7K3M-9QXD-2F4A", first, last),
    )
