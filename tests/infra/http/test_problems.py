"""Every refusal is RFC 9457, says what would be right, and leaks nothing."""

import re
from collections.abc import Sequence
from typing import Annotated, get_args

import pytest
from pydantic import BaseModel, ValidationError, field_validator
from pydantic_core.core_schema import ErrorType
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from infra.http import invalid_input, problems
from infra.http.invalid_input import described, place_name
from infra.http.problems import InvalidInput, ProblemError
from infra.http.values import Text

URN = re.compile("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def test_a_rule_that_refuses_names_its_place(someone: TestClient) -> None:
    body = {"title": "x", "takenOn": "2026-03-31"}
    answer = someone.put("/api/v1/samples/SETTLED", json=body)
    assert answer.status_code == 409
    told = answer.json()
    assert URN.fullmatch(told.pop("instance"))
    assert told == {
        "type": "about:blank",
        "title": "Conflict",
        "status": 409,
        "detail": "A settled sample stays as it is.",
        "place": "27(a)",
        "reading": "as read in D-12",
        "rule": "C-27",
        "wouldBeAllowed": ["withdraw"],
    }


def test_every_invalid_value_is_told_at_once(someone: TestClient) -> None:
    body = {
        "title": "",
        "recordedAt": 0,
        "amount": "5",
        "settled": "yes",
        "owner": "Jansen",
        "kind": "medium",
        "marks": ["a"] * 6,
        "birthName": "Jansen",
    }
    answer = someone.post("/api/v1/samples", json=body)
    told = {error["name"]: error["reason"] for error in answer.json()["errors"]}
    assert told == {
        "title": "Expected at least 1 character(s).",
        "takenOn": "This value is required.",
        "recordedAt": "Expected a moment with its offset, from 1900 to 2200, "
        "written as 2026-03-31T12:00:00Z.",
        "amount": "Expected a whole number.",
        "settled": "Expected true or false.",
        "owner": "Expected a UUID, written as 123e4567-e89b-42d3-a456-426614174000.",
        "kind": "Expected 'small' or 'large'.",
        "marks": "Expected at most 5 items.",
        "birthName": "There is no such field here; leave it out.",
    }
    assert "Jansen" not in answer.text


def test_a_crash_shows_and_logs_nothing_of_what_was_asked(anyone: TestClient) -> None:
    with capture_logs() as lines:
        answer = anyone.get("/api/v1/crash/Jansen?born=1970")
    assert answer.status_code == 500
    assert answer.headers["api-version"] == "1.0.0"
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(answer.json()) == {"type", "title", "status", "detail", "instance"}
    crash, request = lines
    assert (crash["event"], crash["error"]) == ("request crashed", "RuntimeError")
    assert any("sample.py" in frame for frame in crash["frames"])
    assert request["status"] == 500
    for secret in ("Jansen", "Secret Street", "1970"):
        assert secret not in answer.text + str(lines)


def test_an_answer_that_breaks_off_is_logged_and_not_finished(anyone: TestClient) -> None:
    with capture_logs() as lines:
        anyone.get("/api/v1/half")
    assert [line["event"] for line in lines] == ["request crashed", "request"]


def test_the_instance_is_the_request_and_not_the_path(anyone: TestClient) -> None:
    answer = anyone.get("/api/v1/samples/GONE")
    assert answer.json()["instance"] == f"urn:uuid:{answer.headers['x-request-id']}"
    assert "GONE" not in answer.text


@pytest.mark.parametrize(
    ("error", "status", "headers"),
    [
        (problems.not_signed_in("x", "invalid_token"), 401, {"WWW-Authenticate"}),
        (problems.forbidden("x"), 403, set()),
        (problems.not_found("x"), 404, set()),
        (problems.not_acceptable(["text/csv"]), 406, set()),
        (problems.conflict("x"), 409, set()),
        (problems.version_passed("x", 7), 412, set()),
        (problems.too_large(5), 413, {"Connection"}),
        (problems.unsupported_media("x"), 415, set()),
        (problems.version_required("x"), 428, set()),
        (problems.unavailable("x", retry_after=5), 503, {"Retry-After"}),
    ],
)
def test_each_refusal_has_its_status(error: ProblemError, status: int, headers: set[str]) -> None:
    assert error.status_code == status
    assert set(error.headers or {}) == headers
    assert error.title == problems.phrase(status)


class _Field(BaseModel):
    name: Annotated[str, Text(5)]

    @field_validator("name")
    @classmethod
    def _not_mine(cls, value: str) -> str:
        raise ValueError(f"{value} is unwelcome")


def _errors(value: object) -> Sequence[InvalidInput]:
    with pytest.raises(ValidationError) as found:
        _Field.model_validate({"name": value})
    return described([{**error, "loc": ("body", *error["loc"])} for error in found.value.errors()])


def test_the_words_of_a_plain_value_error_stay_inside() -> None:
    (error,) = _errors("Piet")
    assert error.reason == "This value is not accepted here."


def test_every_reason_is_of_an_error_that_pydantic_has() -> None:
    assert set(invalid_input._REASONS) <= set(get_args(ErrorType))


def test_names_that_cannot_be_ours_are_hidden() -> None:
    assert place_name(["items", 3, "givenName"]) == "items.3.givenName"
    assert place_name(["\ud800", "a b", "<script>", "x" * 65]) == ".".join(["(unknown)"] * 4)
