"""The whole register, or the queue, on a day as known at a moment: one query by its index."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from infra.store.views.asking import Kept, Reading
from tests.infra.conftest import Database
from tests.services.house import SCHEME, House, house_on

MANY = 20_000
DAY, MOMENT = date(2026, 5, 15), datetime(2026, 5, 15, 9, tzinfo=UTC)
LINES = """
INSERT INTO views.register SELECT 'c' || n, %(scheme)s, 'k', %(at)s - n * interval '1 hour',
    CASE WHEN n %% 3 = 0 THEN %(at)s - n * interval '30 minutes' END, n, NULL, 'e' || n, 't',
    'valid', NULL, 'm', %(on)s::date - n %% 3000, %(on)s::date + n %% 2000, 'Name ' || n, NULL,
    false, '', '{}', '{"text": "t", "at": "1", "reading": ""}', ARRAY['name', n::text]
FROM generate_series(1, %(many)s) AS n
"""
TERMS = """
INSERT INTO views.deadlines SELECT 'c' || n, %(scheme)s, 'k', %(at)s - n * interval '1 hour',
    CASE WHEN n %% 3 = 0 THEN %(at)s - n * interval '30 minutes' END, n, NULL, 'T-1', 'n', 'm',
    '{"text": "t", "at": "1", "reading": ""}', 'person', %(on)s::date - n %% 3000, 1,
    %(on)s::date + n %% 2000, '', '[]', NULL, NULL, NULL, false, '', '', false, false, false
FROM generate_series(1, %(many)s) AS n
"""


@pytest.fixture
def house(database: Database) -> Iterator[House]:
    with house_on(database) as house, house.pool.connection() as connection:
        values = {"scheme": SCHEME, "on": DAY, "at": MOMENT, "many": MANY}
        for filled in (LINES, TERMS):
            connection.execute(filled.encode(), values)
        connection.execute("ANALYZE views.register, views.deadlines")
        yield house


Ask = Callable[[House, Any], Sequence[Kept[Any]]]
REGISTER: Ask = lambda house, after: house.views.register.search(  # noqa: E731  reads as a table
    SCHEME, on=DAY, known_at=MOMENT, after=after, limit=50
)
QUEUE: Ask = lambda house, after: house.views.deadlines.search(  # noqa: E731  reads as a table
    scheme=SCHEME, on=DAY, state="open", known_at=MOMENT, after=after, limit=50
)


@pytest.mark.parametrize("ask", [REGISTER, QUEUE], ids=["register", "queue"])
def test_a_page_of_the_whole_is_one_query_by_its_index(
    house: House, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[bytes, dict[str, object]]] = []
    query_of = Reading._query

    def noted(self: Reading[Any], *given: Any) -> tuple[bytes, dict[str, object]]:
        asked.append(query_of(self, *given))
        return asked[-1]

    monkeypatch.setattr(Reading, "_query", noted)
    page = ask(house, None)
    assert len(ask(house, page[-1].cursor)) == len(page) == 50
    assert len(asked) == 2, "one query a page"
    for query, values in asked:
        (plan,) = explained(house, query, values)
        assert set(kinds_of(plan["Plan"])) <= {"Limit", "Incremental Sort", "Index Scan"}, plan
        assert plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"] < MANY / 20


def explained(house: House, query: bytes, values: dict[str, object]) -> list[Any]:
    with house.pool.connection() as connection:
        told = b"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + query
        row = connection.execute(told, values).fetchone()
    assert row is not None
    plan: list[Any] = row[0]
    return plan


def kinds_of(node: dict[str, Any]) -> list[str]:
    return [node["Node Type"], *(k for one in node.get("Plans", ()) for k in kinds_of(one))]
