"""The relay of a house, put together from its settings."""

from __future__ import annotations

from functools import partial

from infra.clock import today_in_amsterdam
from infra.kafka.client import NO_SERVERS, to_broker
from infra.kafka.following import Facts
from infra.kafka.messages import binary, structured
from infra.kafka.relay import Relay
from infra.kafka.sending import Sender
from infra.kafka.showing import Entries
from infra.kafka.topics import named
from infra.main import House
from infra.settings import Misconfigured
from infra.store.views.facts import Facts as Record

NO_SOURCE = (
    "GRIFFIE_KAFKA_SOURCE is not set; say whose messages these are, such as "
    "urn:nld:oin:00000001234567890000:systeem:griffie"
)


def relay_of(house: House) -> Relay:
    """Raises Misconfigured when the settings do not say where the broker is, or who we are."""
    settings = house.settings
    if settings.kafka_source is None:
        raise Misconfigured(
            f"{NO_SERVERS}\n{NO_SOURCE}" if not settings.kafka_servers else NO_SOURCE
        )
    options = to_broker(settings)
    topics = named(settings.kafka_prefix)
    write = {"binary": binary, "structured": structured}[settings.kafka_mode]
    head = Record(house.pool, house.keyring).head
    lines = (
        Facts(topics.facts, settings.kafka_source, write, head),
        Entries(topics.register, settings.kafka_source, house.clock, today_in_amsterdam),
    )
    return Relay(house.pool, lines, partial(Sender, options))
