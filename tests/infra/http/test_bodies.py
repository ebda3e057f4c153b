"""Any hostile body gets a 4xx that says what is wrong and where, and repeats nothing."""

import json
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from infra.http.bodies import ONE_MIB

ANYTHING = "/api/v1/anything"
JSON = {"Content-Type": "application/json"}

HOSTILE = {
    "NUL": (rb'{"value":"a\u0000b"}', "value", "nul_character"),
    "NUL in a name": (rb'{"value":{"a\u0000":1}}', "value.(unknown)", "nul_character"),
    "lone high surrogate": (rb'{"value":"\ud800"}', "value", "lone_surrogate"),
    "lone low surrogate": (rb'{"value":["x","\udfff!"]}', "value.1", "lone_surrogate"),
    "surrogate in a name": (rb'{"value":{"\ud800":1}}', "value.(unknown)", "lone_surrogate"),
    "2^53": (b'{"value":9007199254740992}', "value", "number_too_large"),
    "-2^53": (b'{"value":-9007199254740992}', "value", "number_too_large"),
    "400 digits": (b'{"value":1' + b"0" * 400 + b"}", "value", "number_too_large"),
    "5000 digits": (b'{"value":[1' + b"0" * 5000 + b"]}", "value.0", "number_too_large"),
    "float too large": (b'{"value":1e999}', "value", "number_too_large"),
    "NaN": (b'{"value":NaN}', "value", "not_a_number"),
    "Infinity": (b'{"value":{"deep":Infinity}}', "value.deep", "not_a_number"),
    "-Infinity": (b'{"value":-Infinity}', "value", "not_a_number"),
    "same name twice": (b'{"value":1,"value":2}', "body", "duplicate_key"),
    "same name twice, deep": (b'{"value":[{"a":1,"a":1}]}', "value.0", "duplicate_key"),
    "33 levels": (b'{"value":' + b"[" * 32 + b"]" * 32 + b"}", "value" + ".0" * 31, "too_deep"),
    "100,000 levels": (b'{"value":' + b"[" * 10**5 + b"]" * 10**5 + b"}", "body", "json_invalid"),
    "100,000 openings": (b'{"a":' * 10**5, "body", "json_invalid"),
    "bytes, not UTF-8": (b'{"value":"\xff"}', "body", "json_invalid"),
    "surrogate in bytes": (b'{"value":"\xed\xa0\x80"}', "body", "json_invalid"),
    "UTF-16": ('{"value":1}'.encode("utf-16"), "body", "json_invalid"),
    "byte order mark": (b'\xef\xbb\xbf{"value":1}', "body", "json_invalid"),
    "cut off": (b'{"value":', "body", "json_invalid"),
    "two values": (b'{"value":1}{"value":2}', "body", "json_invalid"),
    "no value": (b" ", "body", "json_invalid"),
    "a list": (b"[1]", "body", "model_attributes_type"),
    "null": (b"null", "body", "model_attributes_type"),
    "nothing": (b"", "body", "missing"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_body_is_refused_with_its_place(case: str, anyone: TestClient) -> None:
    body, name, code = HOSTILE[case]
    answer = anyone.post(ANYTHING, content=body, headers=JSON)
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert (name, code) in [(e["name"], e["code"]) for e in answer.json()["errors"]]


def test_every_flaw_is_told_at_once_but_not_without_end(anyone: TestClient) -> None:
    body = b'{"value":[' + b",".join([b"NaN"] * 1000) + b"]}"
    errors = anyone.post(ANYTHING, content=body, headers=JSON).json()["errors"]
    assert [e["name"] for e in errors] == [f"value.{n}" for n in range(20)]


@pytest.mark.parametrize(
    "value",
    ["é 👩‍⚖️ \U0001f600", 2**53 - 1, -(2**53) + 1, 1.5, None, True, [[]] * 40, {"a": {"a": 1}}],
)
def test_ordinary_json_passes(value: object, anyone: TestClient) -> None:
    for ascii_only in (True, False):
        body = json.dumps({"value": value}, ensure_ascii=ascii_only).encode()
        assert anyone.post(ANYTHING, content=body, headers=JSON).status_code == 200


def test_32_levels_pass(anyone: TestClient) -> None:
    body = b'{"value":' + b"[" * 31 + b"]" * 31 + b"}"
    assert anyone.post(ANYTHING, content=body, headers=JSON).status_code == 200


@pytest.mark.parametrize(
    "kind",
    [
        None,
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/problem+json",
        "application/json; charset=utf-16",
        "application/json; charset=latin-1; charset=utf-8",
        "application/jsonp",
        "application/json, text/plain",
        ";;;",
    ],
)
def test_a_body_of_another_kind_is_415(kind: str | None, anyone: TestClient) -> None:
    headers = {} if kind is None else {"Content-Type": kind}
    answer = anyone.post(ANYTHING, content=b'{"value":1}', headers=headers)
    assert answer.status_code == 415
    assert "application/json" in answer.json()["detail"]


@pytest.mark.parametrize(
    "kind",
    ["application/json", "Application/JSON ; Charset=UTF-8", 'application/json;charset="utf-8"'],
)
def test_json_is_json_however_it_is_written(kind: str, anyone: TestClient) -> None:
    answer = anyone.post(ANYTHING, content=b'{"value":1}', headers={"Content-Type": kind})
    assert answer.status_code == 200


def test_a_packed_body_is_415(anyone: TestClient) -> None:
    headers = {**JSON, "Content-Encoding": "gzip"}
    assert anyone.post(ANYTHING, content=b"\x1f\x8b", headers=headers).status_code == 415


def test_a_page_takes_forms_and_no_json(anyone: TestClient) -> None:
    assert anyone.post("/search", data={"name": "x"}).status_code == 200
    assert anyone.post("/search", json={"name": "x"}).status_code == 415


def test_one_mebibyte_passes_and_a_byte_more_is_413(anyone: TestClient) -> None:
    most = b'{"value":"' + b"x" * (ONE_MIB - 12) + b'"}'
    assert anyone.post(ANYTHING, content=most, headers=JSON).status_code == 200
    answer = anyone.post(ANYTHING, content=most + b" ", headers=JSON)
    assert answer.status_code == 413
    assert answer.headers["connection"] == "close"
    assert answer.headers["api-version"]


@pytest.mark.parametrize("length", ["99999999999", "9" * 400])
def test_a_body_that_says_it_is_too_large_is_not_read(length: str, anyone: TestClient) -> None:
    headers = {**JSON, "Content-Length": length}
    assert anyone.post(ANYTHING, content=b"{}", headers=headers).status_code == 413


def test_a_body_for_no_address_is_404_and_not_read(anyone: TestClient) -> None:
    def body() -> Iterator[bytes]:
        yield b"never of use"

    assert anyone.post("/api/v1/nowhere", content=body()).status_code == 404


@pytest.mark.parametrize(
    "query",
    [
        *("limit=-1", "limit=101", "limit=1_0", "limit=%2B1", "limit=1.0", "limit="),
        *("limit=99999999999999999999", "on=0", "on=a%00b", "on=2026-02-30", "x=%00"),
        "cursor=%ED%A0%80",
    ],
)
def test_a_hostile_query_is_400(query: str, anyone: TestClient) -> None:
    answer = anyone.get(f"/api/v1/samples?{query}")
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path", ["a%00b", "%FF", "..", "é", "A" * 41, "%ED%A0%80", "%0D%0AX:1", "A%0A"]
)
def test_a_hostile_path_is_4xx(path: str, anyone: TestClient) -> None:
    answer = anyone.get(f"/api/v1/samples/{path}")
    assert 400 <= answer.status_code < 500
    assert answer.headers["content-type"] == "application/problem+json"
