"""Pages follow each other to the end, and a made-up cursor is refused."""

from datetime import date
from uuid import UUID

import pytest
from pydantic import TypeAdapter
from starlette.testclient import TestClient

from infra.http.cursors import cursor_of, key_at
from infra.http.problems import ProblemError
from infra.http.values import IsoDate, Uuid

SHAPE: TypeAdapter[tuple[date, UUID]] = TypeAdapter(tuple[IsoDate, Uuid])
KEY = (date(2026, 3, 31), UUID(int=9))


def test_following_the_links_gives_every_item_once(anyone: TestClient) -> None:
    seen, address = [], "/api/v1/samples?limit=7&on=2026-03-31"
    for _ in range(4):
        answer = anyone.get(address)
        seen += answer.json()["items"]
        if "next" in answer.links:
            address = answer.links["next"]["url"]
    assert seen == list(range(1, 26))
    assert "next" not in answer.links
    assert answer.json()["next"] is None
    assert answer.links["first"]["url"] == "/api/v1/samples?limit=7&on=2026-03-31"


def test_a_cursor_holds_its_key() -> None:
    assert key_at(cursor_of(*KEY), SHAPE) == KEY


@pytest.mark.parametrize(
    "cursor",
    [
        *("x", "AAAA", "____", cursor_of(), cursor_of(1, 2), cursor_of(*KEY, 3)),
        *(cursor_of("2026-02-30", KEY[1]), cursor_of(10**15, KEY[1]), cursor_of(*KEY) + "x"),
        *("W10", "e30", "Wzk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5XQ"),
    ],
)
def test_a_made_up_cursor_is_400(cursor: str, anyone: TestClient) -> None:
    with pytest.raises(ProblemError) as refused:
        key_at(cursor, SHAPE)
    assert refused.value.status_code == 400
    answer = anyone.get(f"/api/v1/samples?cursor={cursor_of('a')}")
    assert [error["name"] for error in answer.json()["errors"]] == ["cursor"]
