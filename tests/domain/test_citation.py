"""Citations: numbers of case files, in fields marked so, however deep; nothing else."""

from typing import Annotated

from domain.citation import Cites, cited_in
from domain.law import Value


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
