"""LVV certification, 29 and annex 4: when two names are one name."""

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.same_name import (
    IN_THE_REGISTER,
    Name,
    asked_by,
    is_one_name,
)
from domain.schemes.lvv_certification.section_29_register import AT_29, R_36

ON_VOG: Name = Personal("Zoë de Wit")


@pytest.mark.parametrize(
    "written", ["Zoë de Wit", "ZOË DE WIT", " Zoë  de Wit ", "Zoe\u0308 de Wit"]
)
def test_29_capitals_and_spaces_make_no_other_name(written: str) -> None:
    assert is_one_name(Personal(written), ON_VOG)


@pytest.mark.parametrize("other", ["Zoe de Wit", "Zoë Wit", "Zoë de With", "Z. de Wit"])
def test_29_another_letter_or_accent_does(other: str) -> None:
    assert not is_one_name(Personal(other), ON_VOG)


def test_29_an_erased_or_lacking_name_is_nobodys() -> None:
    assert not is_one_name(Personal.gone(), Personal.gone())
    assert not is_one_name(None, None)


def test_29_the_reading_is_shown_only_where_it_decides() -> None:
    same: Name = Personal("Zoë de Wit")
    capitals: Name = Personal("ZOË DE WIT")
    other: Name = Personal("Zo Wit")
    assert asked_by(R_36, same, ON_VOG, IN_THE_REGISTER).place == AT_29
    assert asked_by(R_36, other, ON_VOG, IN_THE_REGISTER).place == AT_29
    assert asked_by(R_36, capitals, ON_VOG, IN_THE_REGISTER).place == IN_THE_REGISTER
