"""A record with very many facts, fast: some files over again, which nobody reads."""

from __future__ import annotations

import psycopg

from infra.main import House
from tests.bench.place import Place

TOLD = 20_000
"""So many facts are told as all others are; from there on they are multiplied."""
FACTS = """
INSERT INTO record.facts (originator_id, originator_version, topic, state, recorded_at)
SELECT md5(originator_id::text || n)::uuid, originator_version, topic, state, recorded_at
FROM generate_series(1, %(times)s) AS n CROSS JOIN record.facts ORDER BY n, notification_id
"""
COMMANDS = """
INSERT INTO record.commands
    (command_id, actor, request_sha256, originator_id, first_version, last_version)
SELECT md5(command_id::text || n)::uuid, actor, request_sha256,
    md5(originator_id::text || n)::uuid, first_version, last_version
FROM generate_series(1, %(times)s) AS n CROSS JOIN record.commands
"""
KEYS = """
INSERT INTO keys.person_key (person, kept, wrapped)
SELECT md5(person::text || n)::uuid, kept, wrapped
FROM generate_series(1, %(times)s) AS n CROSS JOIN keys.person_key
"""


def crowded(place: Place, name: str, facts: int) -> House:
    """A house with so many facts on record, or a few more."""
    house = place.house(name, min(facts, TOLD))
    times = {"times": max(0, facts // TOLD - 1)}
    if times["times"]:
        with psycopg.connect(place.server.dsn_of(name)) as record:
            record.execute(FACTS, times)
            record.execute(COMMANDS, times)
        with psycopg.connect(place.server.dsn_of(f"{name}_keys")) as keys:
            keys.execute(KEYS, times)
        place.rest(name)
    return house
