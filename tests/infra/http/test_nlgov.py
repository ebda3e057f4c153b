"""The chassis keeps the NLGov rules, and each rule can be broken."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import BaseModel
from starlette.testclient import TestClient

from tests.infra.http import nlgov
from tests.infra.http.nlgov import DOCUMENT_RULES, DocumentRule
from tests.infra.http.nlgov_live import LIVE_RULES, LiveRule


@pytest.fixture
def document(anyone: TestClient) -> dict[str, Any]:
    described: dict[str, Any] = anyone.get("/api/v1/openapi.json").json()
    return described


@pytest.mark.parametrize("rule", DOCUMENT_RULES)
def test_the_description_keeps(rule: DocumentRule, document: dict[str, Any]) -> None:
    assert list(rule(document)) == []


@pytest.mark.parametrize("rule", LIVE_RULES)
def test_the_doors_keep(rule: LiveRule, someone: TestClient, document: dict[str, Any]) -> None:
    assert list(rule(someone, document)) == []


def _naive() -> FastAPI:
    app = FastAPI(version="one")

    class Item(BaseModel):
        startedOn: str  # noqa: N815 - as a client would see it

    @app.post("/Items/")
    def add(item: Item, sort_by: str = "") -> Item:
        return item

    app.head("/items.json")(lambda: None)
    return app


BREAKS: dict[DocumentRule, Callable[[dict[str, Any]], object]] = {
    nlgov.doc_openapi: lambda document: document.pop("openapi"),
    nlgov.publish_openapi: lambda document: document["paths"].pop("/openapi.json"),
}


@pytest.mark.parametrize("rule", [r for r in DOCUMENT_RULES if r not in BREAKS])
def test_a_naive_api_breaks(rule: DocumentRule) -> None:
    assert list(rule(_naive().openapi()))


@pytest.mark.parametrize("rule", BREAKS)
def test_a_changed_description_breaks(rule: DocumentRule, document: dict[str, Any]) -> None:
    changed = deepcopy(document)
    BREAKS[rule](changed)
    assert list(rule(changed))


@pytest.mark.parametrize("rule", LIVE_RULES)
def test_naive_doors_break(rule: LiveRule) -> None:
    app = _naive()
    app.get("/slash/")(lambda: "here")
    described = {**app.openapi(), "servers": [{"url": ""}]}
    with TestClient(app) as client:
        assert list(rule(client, described))
