"""What PostgreSQL itself needs to write the same rows of a view from the same facts.

It reads each fact, parses its JSON, and writes the rows that this fact led to into a table with
the same indexes; which rows those are it is told, for it knows no law. So it is a limit, not a
rival.
"""

from __future__ import annotations

from psycopg import sql

from infra.store.views.columns import columns_of
from projections import VIEWS
from tests.bench.place import Connection

TWIN = """
CREATE SCHEMA IF NOT EXISTS limits;
DROP TABLE IF EXISTS {twin};
CREATE TABLE {twin} (LIKE {live} INCLUDING ALL)
"""
POSITIONS = """
CREATE TABLE IF NOT EXISTS limits.positions (view text PRIMARY KEY, position bigint);
INSERT INTO limits.positions SELECT unnest(%s::text[]), 0 ON CONFLICT DO NOTHING
"""
MOVE = "UPDATE limits.positions SET position = %s WHERE view = %s"
INSERT = """
WITH fact AS MATERIALIZED ( -- every fact is parsed, as it is by a view in Python
    SELECT notification_id AS position, convert_from(state, 'UTF8')::jsonb ->> 'number' AS number
    FROM record.facts WHERE notification_id > %(after)s AND notification_id <= %(upto)s
)
INSERT INTO {twin} ({columns})
SELECT {values} FROM fact
JOIN {live} AS told ON told.from_position = fact.position AND told.case_number = fact.number
"""
CLOSE = """
UPDATE {twin} AS kept SET known_until = told.known_until, until_position = told.until_position
FROM {live} AS told
WHERE told.until_position > %(after)s AND told.until_position <= %(upto)s
    AND told.from_position <= %(after)s
    AND kept.case_number = told.case_number AND kept.key = told.key
    AND kept.known_from = told.known_from
"""
NOT_YET = ("known_until", "until_position")


class Limit:
    """Twins of the tables of some views, filled by SQL alone from the rows that are there."""

    def __init__(self, connection: Connection, names: tuple[str, ...]) -> None:
        self._connection = connection
        self._views = [view for view in VIEWS if view.name in names]
        for view in self._views:
            for statement in TWIN.split(";"):
                connection.execute(self._say(view.name, statement))
        create, insert = POSITIONS.split(";")
        connection.execute(create.encode())
        connection.execute(insert.encode(), [list(names)])

    def empty(self) -> None:
        for view in self._views:
            self._connection.execute(self._say(view.name, "TRUNCATE {twin}"))

    def write(self, after: int, upto: int) -> None:
        """A stretch, each view in a transaction of its own, as the runner does."""
        for view in self._views:
            with self._connection.transaction():
                self._connection.execute("SET LOCAL synchronous_commit = off")
                self._connection.execute(MOVE, [upto, view.name])
                place = {"after": after, "upto": upto}
                for statement in (INSERT, CLOSE):
                    self._connection.execute(self._say(view.name, statement), place)

    def _say(self, view: str, statement: str) -> sql.Composed:
        columns = next(columns_of(v).all for v in VIEWS if v.name == view)
        values = [_value(name) for name in columns]
        return sql.SQL(statement).format(
            twin=sql.Identifier("limits", view),
            live=sql.Identifier("views", view),
            columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
            values=sql.SQL(", ").join(values),
        )


def _value(column: str) -> sql.Composable:
    """A row that is known no longer after the stretch is closed by the stretch that closes it."""
    named = sql.Identifier("told", column)
    if column not in NOT_YET:
        return named
    return sql.SQL("CASE WHEN told.until_position <= %(upto)s THEN {} END").format(named)
