"""The relay of a house, and its workers that read from the broker, put together from settings."""

from __future__ import annotations

from functools import partial

from domain.schemes import all_schemes
from infra.clock import today_in_amsterdam
from infra.kafka.client import NO_SERVERS, to_broker
from infra.kafka.following import Facts
from infra.kafka.messages import binary, structured
from infra.kafka.relay import Relay
from infra.kafka.sending import Sender
from infra.kafka.sharing import SharedWorker
from infra.kafka.showing import Entries
from infra.kafka.topics import named
from infra.main import House
from infra.settings import Misconfigured
from infra.store.views.facts import Facts as Record
from infra.store.views.feeding import Feed

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


def shared_worker_of(house: House) -> SharedWorker:
    """Raises Misconfigured when the settings do not say where the broker is."""
    topic = named(house.settings.kafka_prefix).facts
    feed = Feed(house.pool, house.keyring, all_schemes())
    return SharedWorker(house.pool, feed, topic, to_broker(house.settings))
