"""Personal values: sealed, opened, erased; never shown by accident, never faked by a client."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from domain.days import Day
from domain.law import Value
from domain.personal import Contact, Content, ErasedValue, Evidence, Identity, Personal, Sealed
from domain.words import Line, Prose

NAME = "Johanna van der Berg"
OTHER = UUID(int=5)


class Note(Value):
    title: Line
    about: Personal[Evidence, Line]


class Letter(Value):
    name: Personal[Identity, Line]
    born: Personal[Identity, Day]
    email: Personal[Contact, Line] | None = None
    notes: tuple[Personal[Content, Prose], ...] = ()
    enclosed: tuple[Note, ...] = ()


class Vault:
    """A cipher that can be read: what it seals is kept here under a number."""

    def __init__(self) -> None:
        self.kept: list[tuple[UUID | None, str, object]] = []
        self.destroyed: set[str] = set()

    def seal(self, person: UUID | None, kept: str, value: object) -> Mapping[str, object]:
        self.kept.append((person, kept, value))
        return {"sealed": len(self.kept) - 1}

    def again(self, _: Sealed) -> None:
        return None

    def held(self, stored: Mapping[str, object]) -> InVault:
        return InVault(self, int(str(stored["sealed"])))


@dataclass
class InVault:
    vault: Vault
    number: int

    @property
    def person(self) -> UUID | None:
        return self.vault.kept[self.number][0]

    def opened(self) -> tuple[bool, object]:
        _, kept, value = self.vault.kept[self.number]
        exists = kept not in self.vault.destroyed
        return exists, value if exists else None


LETTER = Letter.model_validate(
    {
        "name": f"  {NAME} ",
        "born": "1970-02-28",
        "email": "j@example.nl",
        "notes": ["Een verklaring ontbreekt."],
        "enclosed": [{"title": "diploma", "about": "exam of 2019"}],
    }
)


def stored(letter: Letter, vault: Vault) -> str:
    return letter.model_dump_json(context={"sealing": vault})


def read(text: str, vault: Vault) -> Letter:
    return Letter.model_validate_json(text, context={"sealing": vault})


def test_a_personal_value_is_held_to_the_type_it_has() -> None:
    assert LETTER.name.value == NAME
    assert LETTER.born.value == date(1970, 2, 28)
    with pytest.raises(ValidationError):
        Letter.model_validate({"name": " ", "born": "1970-02-28"})
    with pytest.raises(ValidationError, match="YYYY-MM-DD"):
        Letter.model_validate({"name": NAME, "born": "1970"})


def test_what_is_stored_holds_no_personal_value() -> None:
    vault = Vault()
    text = stored(LETTER, vault)
    for hidden in (NAME, "1970-02-28", "j@example.nl", "verklaring", "exam of 2019"):
        assert hidden not in text
    assert "diploma" in text
    assert [kept for _, kept, _ in vault.kept] == [
        *("identity", "identity", "contact", "content", "evidence")
    ]


def test_what_was_sealed_opens_again() -> None:
    vault = Vault()
    assert read(stored(LETTER, vault), vault) == LETTER


def test_a_value_of_somebody_else_stays_his() -> None:
    vault = Vault()
    letter = LETTER.model_copy(update={"name": LETTER.name.about(OTHER)})
    back = read(stored(letter, vault), vault)
    assert (back.name.person, back.born.person) == (OTHER, None)
    assert back.name.about(OTHER).value == NAME


def test_an_erased_value_loads_and_says_that_it_was_erased() -> None:
    vault = Vault()
    text = stored(LETTER, vault)
    vault.destroyed = {"identity", "content"}
    back = read(text, vault)
    assert back.name.erased
    assert back.name.shown() == "[erased]"
    assert back.name.shown("[gewist]") == "[gewist]"
    assert back.notes[0].erased
    assert back.email is not None
    assert back.email.value == "j@example.nl"
    assert back.name.about(OTHER).person == OTHER
    with pytest.raises(ErasedValue, match="decision on record"):
        _ = back.name.value


class Away(Exception):
    """The keys can't be had now."""


class Lost:
    """What is sealed in a vault that nobody can reach."""

    person = None

    def opened(self) -> tuple[bool, object]:
        raise Away


def test_a_value_that_can_not_be_opened_now_says_so_however_deep_it_is() -> None:
    lost: Personal[Any, str] = Personal.of(Lost(), str)
    shallow = LETTER.model_copy(update={"name": lost})
    note = LETTER.enclosed[0].model_copy(update={"about": lost})
    for letter in (shallow, LETTER.model_copy(update={"enclosed": (note,)})):
        with pytest.raises(Away):
            letter.model_dump(mode="json")


def test_what_can_not_be_told_at_all_is_pydantics_to_say() -> None:
    class Odd(Value):
        what: Any

    with pytest.raises(PydanticSerializationError, match="object"):
        Odd(what=object()).model_dump(mode="json")


def test_a_value_erased_while_it_is_in_hand_can_be_read_no_more() -> None:
    vault = Vault()
    back = read(stored(LETTER, vault), vault)
    assert back.name.value == NAME
    vault.destroyed = {"identity"}
    assert back.name.erased
    assert back.name.shown() == "[erased]"
    assert '{"erased":"identity"}' in stored(back, vault)


def test_what_does_not_fit_its_type_is_found_when_somebody_looks() -> None:
    vault = Vault()
    back = read(stored(LETTER, vault), vault)
    vault.kept[0] = (None, "identity", " ")
    with pytest.raises(ValidationError):
        _ = back.name.value


def test_an_erased_value_that_is_stored_again_stays_erased() -> None:
    vault = Vault()
    letter = LETTER.model_copy(update={"name": Personal[Identity, str].gone()})
    text = stored(letter, vault)
    assert '{"erased":"identity"}' in text
    assert read(text, vault).name.erased


def test_equal_by_value_and_never_to_what_was_erased() -> None:
    one, same = Personal[Identity, str](NAME), Personal[Identity, str](NAME)
    assert one == same
    assert hash(one) == hash(same)
    assert one != Personal[Identity, str]("somebody else")
    assert one != Personal[Identity, str].gone()
    assert Personal[Identity, str].gone() == Personal[Identity, str].gone()
    assert one != NAME


@pytest.mark.parametrize("shows", [repr, str, "{}".format, "{!r}".format, "%s".__mod__])
def test_it_never_shows_itself(shows: Any) -> None:
    assert NAME not in shows(LETTER.name)
    assert NAME not in shows(LETTER)
    assert shows(Personal[Identity, str].gone()) == "<personal, erased>"


def test_a_message_about_a_bad_value_does_not_hold_it() -> None:
    with pytest.raises(ValidationError) as error:
        Letter.model_validate({"name": NAME * 20, "born": "28-02-1970 in Delft"})
    assert "Johanna" not in str(error.value)
    assert "Delft" not in str(error.value)


def test_a_copy_is_the_same_value() -> None:
    assert copy.deepcopy(LETTER) == LETTER
    assert LETTER.model_copy(deep=True).name.value == NAME


@pytest.mark.parametrize(
    "fake",
    [
        {"erased": "identity"},
        {"sealed": 0},
        {"p": str(OTHER), "k": "identity", "e": "x", "h": "y"},
        [NAME],
        7,
        None,
    ],
)
def test_a_client_cannot_hand_in_a_sealed_or_erased_value(fake: object) -> None:
    """A command is read without a cipher, so a dict is no way around the type."""
    with pytest.raises(ValidationError):
        Letter.model_validate({"name": fake, "born": "1970-02-28"})


def test_a_client_reads_the_value_or_that_it_was_erased() -> None:
    told = LETTER.model_dump(mode="json", by_alias=True)
    assert told["name"] == NAME
    gone = LETTER.model_copy(update={"name": Personal[Identity, str].gone()})
    assert gone.model_dump(mode="json")["name"] == {"erased": "identity"}


def test_the_schema_tells_the_type_and_why_it_is_kept() -> None:
    fields = Letter.model_json_schema()["properties"]
    assert fields["name"] == {
        "maxLength": 200,
        "minLength": 1,
        "title": "Name",
        "type": "string",
        "x-personal": "identity",
    }
    assert fields["born"]["format"] == "date"
    assert fields["notes"]["items"]["x-personal"] == "content"
    assert fields["email"]["anyOf"][0]["x-personal"] == "contact"
