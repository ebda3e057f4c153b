"""Text from outside: trimmed, never empty, no control characters, not endless."""

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.words import Code, Line, Prose


def test_text_is_trimmed_and_keeps_its_lines() -> None:
    assert TypeAdapter(Prose).validate_python("  Eén regel.\n\tNog een. ") == (
        "Eén regel.\n\tNog een."
    )
    assert TypeAdapter(Line).validate_python("Ĳsbrand ’t Hooft 🙂") == "Ĳsbrand ’t Hooft 🙂"


@pytest.mark.parametrize(
    "text", ["", "   ", "a\x00b", "a\x1bb", "a\x7fb", "a\x85b", "a\x9fb", "a\ud800b", 7, None]
)
def test_what_is_no_text_is_refused(text: object) -> None:
    for kind in (Line, Prose):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(text)


def test_text_is_not_endless() -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Line).validate_python("a" * 201)
    with pytest.raises(ValidationError):
        TypeAdapter(Prose).validate_python("a" * 8001)


@pytest.mark.parametrize("text", ["own request", "Own", "-a", "a" * 81, "a\n", "jan@x.nl", ""])
def test_a_code_is_one_of_our_own_words(text: str) -> None:
    assert TypeAdapter(Code).validate_python("objection-1") == "objection-1"
    with pytest.raises(ValidationError):
        TypeAdapter(Code).validate_python(text)
