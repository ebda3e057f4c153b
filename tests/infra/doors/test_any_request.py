"""Any request that the description allows gets an answer it describes; nothing crashes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4  # noqa: TID251  tests come in through the door

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.types import ASGIApp, Receive, Scope, Send

from domain.schemes import all_schemes
from infra.http.chassis import build_site
from infra.http.cursors import cursor_of
from infra.http.demo_issuer import DemoIssuer
from infra.http.house import api, site
from tests.infra.doors.visits import BODY, SCHEME, Door
from tests.plausible import Plausible

ROLES = [BODY, "certification-manager", "lvv-board", "lvv-secretariat", "person", "provider"]
NUMBER = "0000-0000-0000"
BY_DAY = cursor_of("2026-05-15", NUMBER, "C-T04.1")
CURSORS = {
    "/deadlines": BY_DAY,
    "/audits": BY_DAY,
    "/worklist": BY_DAY,
    "/notices": BY_DAY,
    "/cases": cursor_of(NUMBER, SCHEME),
    "/cases/{number}/facts": cursor_of(3),
    "/schemes/{scheme}/register-changes": cursor_of(3),
    "/schemes/{scheme}/register-entries": cursor_of(f"{NUMBER}-1", NUMBER, "line"),
    "/schemes/{scheme}/register-entries/_search": cursor_of(f"{NUMBER}-1", NUMBER, "line"),
}
WITH_CONTENT = {"/cases/{number}/actions", "/cases"}
SOME_CURSOR = "cursor-of-this-list"
"""A cursor is opaque, so no schema says which there are: the test puts the list's own here."""
schemathesis.openapi.format("cursor", st.just(SOME_CURSOR))

with TemporaryDirectory() as folder:
    DESCRIBED = build_site(api(DemoIssuer(Path(folder), mode="test").sign_in()))


class Hanging:
    """The site that is there: first one that only describes itself, then the one of the test."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


HUNG = Hanging(DESCRIBED)
SCHEMA = schemathesis.openapi.from_asgi("/api/v1/openapi.json", HUNG)


@pytest.fixture(scope="module")
def told(door: Door) -> Iterator[dict[str, Any]]:
    """What requests are made with: a token, and cases that are really there."""
    HUNG.app = site(door.house)
    yield {
        "token": door.visit("any.body", *ROLES, person=uuid4()).token,
        "numbers": [door.opened("Ada Alles"), door.certified("Bob Beide")],
    }
    HUNG.app = DESCRIBED


@SCHEMA.parametrize()
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_an_answer_is_as_described(case: Any, told: dict[str, Any]) -> None:
    parameters = case.path_parameters or {}
    if "number" in parameters and len(parameters["number"]) % 2 == 0:
        parameters["number"] = told["numbers"][0]
    if "entry" in parameters and len(parameters["entry"]) % 2 == 0:
        parameters["entry"] = f"{told['numbers'][1]}-1"
    if "scheme" in parameters and len(parameters["scheme"]) % 2 == 0:
        parameters["scheme"] = SCHEME
    for values in (case.query, case.body):
        if isinstance(values, dict) and values.get("cursor") == SOME_CURSOR:
            values["cursor"] = CURSORS[case.operation.path]
    # What `data` may hold is for the schema of each action to say, not for this description.
    unsaid = [positive_data_acceptance] if case.operation.path in WITH_CONTENT else []
    case.call_and_validate(
        headers={"Authorization": f"Bearer {told['token']}"}, excluded_checks=unsaid
    )


ACTIONS = all_schemes()[SCHEME].files["person"].kind.actions


@pytest.mark.parametrize("name", [n for n, a in ACTIONS.items() if not a.opens_file])
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32), which=st.sampled_from([0, 1]))
def test_any_content_of_an_action_is_recorded_or_refused_in_words(
    name: str, seed: int, which: int, door: Door, told: dict[str, Any]
) -> None:
    visit = door.visit("any.body", *ROLES, person=uuid4())
    plausible = Plausible(Random(seed), door.today, ("certificate-1", "application-1"), version=9)
    content = plausible.content(ACTIONS[name].asks)
    answer = visit.ask(told["numbers"][which], name, **content)
    assert answer.status_code in (201, 400, 403, 409), answer.text
    if answer.status_code != 201:
        assert answer.json()["detail"]
