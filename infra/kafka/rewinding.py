"""A broker lost what it had acknowledged: the record is the truth, and says it again."""

from __future__ import annotations

from dataclasses import dataclass

from infra.kafka.following import chain_at
from infra.kafka.ledger import Stand, put_back
from infra.kafka.showing import say_again
from infra.kafka.topics import Topics
from infra.store.views.faults import Connection


class NeverSent(LookupError):
    """Nothing was ever sent to this topic, or nothing beyond the position asked for."""


@dataclass(frozen=True)
class Rewound:
    """From where to where the topic of facts goes back, and how many entries are said again."""

    before: int
    to: int
    entries: int


def rewind(connection: Connection, topics: Topics, to: int) -> Rewound:
    """Facts after a position are sent again, and entries that were said since then.

    Safe while a relay runs. Readers skip what they had; those that stopped at a hole go on.
    Raises NeverSent.
    """
    chain = chain_at(connection, to, topics.facts.partitions)
    with connection.transaction():
        before = put_back(connection, topics.facts.name, Stand(to, chain))
        if before is None or before < to:
            raise NeverSent(f"{topics.facts.name} stands at {before or 0}; rewind to before that")
        put_back(connection, topics.register.name, Stand(to, {}))
        entries = say_again(connection, topics.register.name, to)
    return Rewound(before, to, entries)
