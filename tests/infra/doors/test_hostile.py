"""What should not come in: each gets a 4xx that says what is wrong, and nothing is recorded."""

from typing import Any
from uuid import uuid4  # noqa: TID251  tests come in through the door

import pytest

from tests.infra.doors.visits import BODY, SCHEME, Door

GOOD = '{"action": "submit-agreement", "data": {%s}}'
BODIES: dict[str, tuple[bytes, int]] = {
    "not a number": (b'{"action": "suspend", "data": {"x": NaN}}', 400),
    "infinite": (b'{"action": "suspend", "data": {"x": Infinity}}', 400),
    "half a character": (b'{"action": "suspend", "data": {"x": "\\ud800"}}', 400),
    "a NUL": (b'{"action": "suspend", "data": {"x": "a\\u0000b"}}', 400),
    "no UTF-8": (b'{"action": "suspend", "data": {"x": "\xff"}}', 400),
    "the same name twice": (b'{"action": "suspend", "action": "withdraw"}', 400),
    "5,000 digits": (b'{"action": "suspend", "data": {"x": 1' + b"0" * 5000 + b"}}", 400),
    "100,000 lists": (b'{"action": "suspend", "data": {"x": ' + b"[" * 100_000, 400),
    "day 0": (b'{"action": "suspend", "data": {"firstDay": 0}}', 400),
    "no object": (b'["suspend"]', 400),
    "an unknown member": (b'{"action": "suspend", "why": "not"}', 400),
    "a wrong type": (b'{"action": 7}', 400),
    "nothing": (b"", 400),
    "30 MB": (b'{"action": "' + b"a" * 30_000_000 + b'"}', 413),
}


@pytest.mark.parametrize("what", BODIES)
def test_a_hostile_body_is_refused_and_records_nothing(door: Door, what: str) -> None:
    number = door.opened()
    visit = door.visit("m.bakker", BODY)
    body, status = BODIES[what]
    answer = visit.client.post(
        f"/api/v1/cases/{number}/actions",
        content=body,
        headers={
            "Authorization": f"Bearer {visit.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid4()),
        },
    )
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert visit.get(f"/cases/{number}").json()["version"] == 1


CONTENTS: dict[str, dict[str, Any]] = {
    "a number for a day": {"firstDay": 0, "until": 20260515},
    "a day that is none": {"firstDay": "2026-02-30"},
    "a day long ago": {"firstDay": "0001-01-01"},
    "a moment for a day": {"firstDay": "2026-05-15T12:00:00Z"},
    "an unknown field": {"nonsense": True},
    "a list for a text": {"reasons": ["a"]},
    "an erased value": {"reasons": {"erased": "content"}},
    "a sealed value": {"reasons": {"p": str(uuid4()), "k": "content", "h": "", "e": ""}},
    "an endless text": {"reasons": "a" * 9000},
    "an empty text": {"reasons": " "},
}


@pytest.mark.parametrize("what", CONTENTS)
def test_hostile_content_is_refused_with_the_field_named(door: Door, what: str) -> None:
    number = door.certified("Tine Tak")
    visit = door.visit("m.bakker", BODY)
    before = visit.get(f"/cases/{number}").json()["version"]
    good = {
        "firstDay": str(door.today),
        "until": str(door.today),
        "ground": "framework-not-met",
        "reasons": "assessed",
    }
    answer = visit.ask(number, "suspend", **{**good, **CONTENTS[what]})
    assert answer.status_code == 400, answer.text
    names = {error["name"] for error in answer.json()["errors"]}
    assert {f"data.{name}" for name in CONTENTS[what]} & names, names
    assert visit.get(f"/cases/{number}").json()["version"] == before


def test_tomorrow_cannot_be_recorded(door: Door) -> None:
    number = door.certified("Uwe Uil")
    answer = door.visit("m.bakker", BODY).ask(number, "verify-measures", on="2199-01-01")
    assert answer.status_code == 409
    assert "still to come" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/deadlines?scheme={SCHEME}&limit=-1", 400),
        (f"/deadlines?scheme={SCHEME}&limit=99999999999999999999", 400),
        (f"/deadlines?scheme={SCHEME}&cursor=x", 400),
        (f"/deadlines?scheme={SCHEME}&on=0", 400),
        (f"/deadlines?scheme={SCHEME}&forWhom=a%00b", 400),
        (f"/deadlines?scheme={SCHEME}&nonsense=1", 400),
        ("/cases/no-such-number", 400),
        ("/cases/0000-0000-0000", 404),
        ("/cases/0000-0000-0000/", 404),
        ("/nothing", 404),
        (f"/schemes/{SCHEME}/register-entries/0000-0000-0000-1", 404),
    ],
)
def test_a_hostile_address_is_refused(door: Door, path: str, status: int) -> None:
    answer = door.visit("m.bakker", BODY).get(path)
    assert answer.status_code == status, answer.text


def test_methods_types_and_tastes_that_an_address_does_not_have(door: Door) -> None:
    visit = door.visit("m.bakker", BODY)
    headers = {"Authorization": f"Bearer {visit.token}", "Idempotency-Key": str(uuid4())}
    wrong_method = visit.client.delete("/api/v1/cases", headers=headers)
    assert (wrong_method.status_code, wrong_method.headers["Allow"]) == (405, "GET, HEAD, POST")
    wrong_type = visit.client.post("/api/v1/cases", content="<a/>", headers=headers)
    assert wrong_type.status_code == 415
    assert visit.get("/schemes", {"Accept": "text/xml"}).status_code == 406
    assert visit.get("/schemes", {"Authorization": "Bearer nonsense"}).status_code == 200
    assert visit.get(f"/audits?scheme={SCHEME}", {"Authorization": "Basic x"}).status_code == 401
