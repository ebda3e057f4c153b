"""pydantic's findings in plain English: every mistake at once, and never the client's own words.

FastAPI's own answer repeats the input, and itself fails with 500 on NaN and lone surrogates.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from pydantic_core.core_schema import ErrorType

from infra.http.problems import InvalidInput

_REASONS = {
    "missing": "This value is required.",
    "extra_forbidden": "There is no such field here; leave it out.",
    "json_invalid": "The body is not valid JSON.",
    "string_type": "Expected text.",
    "string_too_short": "Expected at least {min_length} character(s).",
    "string_too_long": "Expected at most {max_length} characters.",
    "string_pattern_mismatch": "Expected text that matches {pattern}.",
    "int_type": "Expected a whole number.",
    "int_parsing": "Expected a whole number.",
    "int_parsing_size": "Expected a whole number of fewer digits.",
    "int_from_float": "Expected a whole number, without a fraction.",
    "float_type": "Expected a number.",
    "float_parsing": "Expected a number.",
    "finite_number": "Expected a finite number.",
    "decimal_type": "Expected a decimal number.",
    "decimal_parsing": "Expected a decimal number.",
    "bool_type": "Expected true or false.",
    "bool_parsing": "Expected true or false.",
    "greater_than": "Expected more than {gt}.",
    "greater_than_equal": "Expected {ge} or more.",
    "less_than": "Expected less than {lt}.",
    "less_than_equal": "Expected {le} or less.",
    "multiple_of": "Expected a multiple of {multiple_of}.",
    "too_short": "Expected at least {min_length} item(s).",
    "too_long": "Expected at most {max_length} items.",
    "literal_error": "Expected {expected}.",
    "enum": "Expected {expected}.",
    "list_type": "Expected a list.",
    "set_type": "Expected a list.",
    "tuple_type": "Expected a list.",
    "dict_type": "Expected an object.",
    "model_type": "Expected an object.",
    "model_attributes_type": "Expected an object, sent as application/json.",
    "none_required": "Expected null.",
    "date_type": "Expected a day, written as 2026-03-31.",
    "date_parsing": "Expected a day, written as 2026-03-31.",
    "date_from_datetime_parsing": "Expected a day, written as 2026-03-31.",
    "datetime_type": "Expected a moment, written as 2026-03-31T12:00:00Z.",
    "datetime_parsing": "Expected a moment, written as 2026-03-31T12:00:00Z.",
    "timezone_aware": "Expected a moment with its offset, written as 2026-03-31T12:00:00Z.",
    "uuid_type": "Expected a UUID.",
    "uuid_parsing": "Expected a UUID.",
    "url_parsing": "Expected a web address.",
    "union_tag_invalid": "The field that tells which kind this is must be one of {expected_tags}.",
    "union_tag_not_found": "The field that tells which kind this is is missing.",
}
_PYDANTICS_OWN = frozenset(get_args(ErrorType))
_NAME = re.compile("[A-Za-z][A-Za-z0-9_-]{0,63}")


def place_name(members: Iterable[str | int]) -> str:
    """Members from the outside in, joined by dots; a name that cannot be one of ours is hidden."""
    return ".".join(
        str(member) if isinstance(member, int) or _NAME.fullmatch(member) else "(unknown)"
        for member in members
    )


def reason(error: Mapping[str, Any]) -> str:
    """What is wrong, in plain English.

    The words of a `PydanticCustomError` are our own and pass. A plain ValueError's may hold the
    input, so they do not.
    """
    kind = error["type"]
    if kind not in _PYDANTICS_OWN:
        return str(error["msg"])
    words = _REASONS.get(kind, "This value is not accepted here.")
    return words.format_map(error.get("ctx", {}))


def described(errors: Sequence[Mapping[str, Any]]) -> list[InvalidInput]:
    """Every finding of a RequestValidationError, without the "body" or "query" it starts with."""
    return [
        InvalidInput(
            name=place_name(error["loc"][1:] or error["loc"]),
            code=error["type"],
            reason=reason(error),
        )
        for error in errors
    ]
