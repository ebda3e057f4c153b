"""One spelling for each value, in and out."""

from datetime import UTC, date, datetime
from typing import Annotated, Any
from uuid import UUID

import pytest
from pydantic import TypeAdapter, ValidationError

from infra.http.values import (
    ApiModel,
    Cursor,
    IsoDate,
    Limit,
    Text,
    UtcMoment,
    Uuid,
    WholeNumber,
    YesNo,
)

DAY, MOMENT = TypeAdapter(IsoDate), TypeAdapter(UtcMoment)


@pytest.mark.parametrize("text", ["1900-01-01", "2024-02-29", "2200-12-31"])
def test_a_day_is_read_and_written(text: str) -> None:
    assert DAY.dump_python(DAY.validate_python(text), mode="json") == text
    assert DAY.validate_python(date.fromisoformat(text)).isoformat() == text


@pytest.mark.parametrize(
    "value",
    [
        *(0, 20260331, 1.5, True, None, [], b"2026-03-31", datetime(2026, 3, 31, tzinfo=UTC)),
        *("", "0", "2026-3-31", "20260331", "2026-02-29", "2026-W14-2", "٢٠٢٦-03-31"),
        *("1899-12-31", "2201-01-01", "0000-01-01"),
        *("2026-03-31T00:00:00Z", " 2026-03-31", "2026-03-31\n"),
    ],
)
def test_what_is_no_day_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match="2026-03-31"):
        DAY.validate_python(value)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-03-31T12:00:00Z", "2026-03-31T12:00:00Z"),
        ("2026-03-31T00:30:00+01:00", "2026-03-30T23:30:00Z"),
        ("2026-03-31T12:00:00.25-05:30", "2026-03-31T17:30:00.250000Z"),
        ("2026-03-31T12:00:00+00:00", "2026-03-31T12:00:00Z"),
        ("1900-01-01T00:00:00+23:59", "1899-12-31T00:01:00Z"),
    ],
)
def test_any_offset_comes_in_and_utc_goes_out(text: str, written: str) -> None:
    assert MOMENT.dump_python(MOMENT.validate_python(text), mode="json") == written


@pytest.mark.parametrize(
    "value",
    [
        *(0, 1e9, True, None, datetime(2026, 3, 31)),  # noqa: DTZ001 - naive on purpose
        *("", "2026-03-31", "2026-03-31T12:00:00", "2026-03-31 12:00:00Z", "1774958400"),
        *("2026-03-31t12:00:00Z", "2026-03-31T12:00:00z", "2026-03-31T12:00:00-00:00"),
        *("2026-03-31T24:00:00Z", "2026-03-31T12:00:60Z", "2026-03-31T12:00Z"),
        *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30T12:00:00Z"),
        *("2026-03-31T12:00:00+0100", "2026-03-31T12:00:00.1234567Z"),
    ],
)
def test_what_is_no_moment_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match="2026-03-31T12:00:00Z"):
        MOMENT.validate_python(value)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (WholeNumber, [0, -5, 5.0, 2**53 - 1], ["1", 1.5, True, 2**53, 1e300, None]),
        (YesNo, [True, False], ["yes", 1, 0, "true", None]),
        (Limit, [1, 100, "20"], [0, 101, -1, "1_0", " 1", "+1", "1.0", "x"]),
        (Cursor, ["WzFd", "_-"], ["", "a b", "=", "a" * 513, "é", 5]),
        (Annotated[str, Text(3)], ["a", "👩 é"], ["", "abcd", "a\x00", "\ud800", 5, None]),
        (Uuid, [UUID(int=5), str(UUID(int=5))], [UUID(int=5).hex, f"{{{UUID(int=5)}}}", 5]),
    ],
)
def test_each_kind_takes_its_own(kind: Any, good: list[object], bad: list[object]) -> None:
    reader: TypeAdapter[object] = TypeAdapter(kind)
    for value in good:
        reader.validate_python(value)
    for value in bad:
        with pytest.raises(ValidationError):
            reader.validate_python(value)


def test_the_schema_names_the_format() -> None:
    assert DAY.json_schema()["format"] == "date"
    assert MOMENT.json_schema()["format"] == "date-time"
    assert TypeAdapter(Uuid).json_schema()["format"] == "uuid"


def test_an_object_speaks_camel_case_and_takes_nothing_unknown() -> None:
    class Seen(ApiModel):
        seen_on: IsoDate

    assert Seen(seen_on=date(2026, 3, 31)).model_dump(mode="json") == {"seenOn": "2026-03-31"}
    with pytest.raises(ValidationError, match="extra"):
        Seen.model_validate({"seenOn": "2026-03-31", "other": 1})
