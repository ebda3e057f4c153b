"""The API keeps the NLGov REST API Design Rules, in its description and in its answers."""

from typing import Any

import pytest

from tests.infra.doors.visits import BODY, Door
from tests.infra.http.nlgov import DOCUMENT_RULES, DocumentRule
from tests.infra.http.nlgov_live import LIVE_RULES, LiveRule


@pytest.fixture(scope="module")
def document(door: Door) -> dict[str, Any]:
    described: dict[str, Any] = door.client.get("/api/v1/openapi.json").json()
    return described


@pytest.mark.parametrize("rule", DOCUMENT_RULES)
def test_the_description_keeps(rule: DocumentRule, document: dict[str, Any]) -> None:
    assert list(rule(document)) == []


@pytest.mark.parametrize("rule", LIVE_RULES)
def test_the_answers_keep(rule: LiveRule, door: Door, document: dict[str, Any]) -> None:
    token = door.visit("m.bakker", BODY, "person", "lvv-board").token
    door.client.headers["Authorization"] = f"Bearer {token}"
    try:
        assert list(rule(door.client, document)) == []
    finally:
        del door.client.headers["Authorization"]


def test_every_operation_says_what_it_does(document: dict[str, Any]) -> None:
    operations = [operation for item in document["paths"].values() for operation in item.values()]
    assert all(
        operation["description"].endswith((".", "to go on from there."))
        for operation in operations
    )
    assert {tag for operation in operations for tag in operation["tags"]} == {
        tag["name"] for tag in document["tags"]
    }
