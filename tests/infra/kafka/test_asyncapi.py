"""The description of the topics is right AsyncAPI 3.0, and every message is as it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import jsonschema_rs
import orjson
import pytest
import yaml

from domain.fact import Actor
from domain.schemes import all_facts
from infra.kafka import asyncapi
from infra.kafka.facts import TYPES, OnRecord, as_event, number_in
from infra.kafka.messages import Event, binary, read, structured
from infra.store.keyring import Keyring
from infra.store.mapper import FactMapper, recorded
from infra.store.memory import KeysInMemory
from services.erasure import Erasure
from tests.infra.kafka.posts import SOURCE, Office
from tests.infra.kafka.reader import Reader
from tests.infra.kafka.test_register_is_told import ENDED, SENT
from tests.schemes.lvv_certification.told import granted, opened, suspended
from tests.stored_examples import example_of

HERE = "urn:griffie:asyncapi"
DRAFT = "http://json-schema.org/draft-07/schema#"
STANDARD = Path(__file__).parent / "asyncapi" / "3.0.0.json"


class Description:
    """Holds messages against the document, by their type."""

    def __init__(self) -> None:
        self.document = asyncapi.document()
        found = self.document["components"]["messages"]
        self.names = {message["name"]: name for name, message in found.items()}
        self._registry = jsonschema_rs.Registry([(HERE, {"$schema": DRAFT, **self.document})])

    def check(self, headers: list[tuple[str, bytes]], value: bytes | None) -> None:
        told = {name: held.decode() for name, held in headers}
        name = self.names[told["ce_type"]]
        self._assert_fits(f"{name}/headers", told)
        self._assert_fits(f"{name}/payload", None if value is None else orjson.loads(value))

    def _assert_fits(self, part: str, told: object) -> None:
        shape = {"$schema": DRAFT, "$ref": f"{HERE}#/components/messages/{part}"}
        jsonschema_rs.Draft7Validator(
            shape, registry=self._registry, validate_formats=True
        ).validate(told)


@pytest.fixture(scope="module")
def described() -> Description:
    return Description()


def examples(keyring: Keyring) -> Iterator[Event]:
    """Every fact there can be, sealed as in an installation."""
    for position, name in enumerate(all_facts()):
        told = json.loads(example_of(name).read_text())
        stream, version = UUID(told["originatorId"]), told["originatorVersion"]
        record = recorded(KeysInMemory(), stream, version, name, orjson.dumps(told["state"]))
        event = FactMapper(keyring).to_stored_event(record)
        row = OnRecord(position + 1, version, name, bytes(event.state), record.recorded_at)
        yield as_event(row, SOURCE, record.number, position)


def test_the_document_is_right_by_the_standard(described: Description) -> None:
    standard = jsonschema_rs.Draft7Validator(json.loads(STANDARD.read_text()))
    assert [str(error) for error in standard.iter_errors(described.document)] == []
    broken = {**described.document, "asyncapi": "2.6.0"}
    assert not standard.is_valid(broken)


def test_what_is_drawn_is_the_document(described: Description) -> None:
    read_back = yaml.load(asyncapi.drawn(), Loader=yaml.CSafeLoader)
    assert read_back == described.document


def test_every_fact_is_described_as_it_is_sent(described: Description, keyring: Keyring) -> None:
    many = 0
    for event in examples(keyring):
        described.check(*binary(event))
        assert number_in(event.data or b"") == event.key
        in_one = read(event.key.encode(), *structured(event))
        assert in_one._replace(data=None) == event._replace(data=None)
        assert orjson.loads(in_one.data or b"") == orjson.loads(event.data or b"")
        many += 1
    assert many == len(all_facts()) == len(described.names) - 2


def test_what_stands_in_the_topics_is_as_described(described: Description, office: Office) -> None:
    house = office.house
    house.on(date(2031, 1, 6))
    house.put(1, opened, granted, suspended)
    house.put(7, opened, granted, SENT, ENDED)
    house.worker.run_once()
    with office.relaying(), Reader(office.broker, office.topics.register) as register:
        register.read_until(lambda r: len(r.records) == 2)
        Erasure(house.record, house.views.cases, house.keys).erase(
            UUID(int=7), Actor(id="f.gegevens", role="privacy-officer")
        )
        house.worker.run_once()
        register.read_until(lambda r: len(r.records) == 4)
        with Reader(office.broker, office.topics.facts) as facts:
            facts.read_until(lambda r: len(r.applied) == 9)
    for record in (*facts.records, *register.records):
        described.check(record.headers, record.value)


def test_another_message_is_not_as_described(described: Description, keyring: Keyring) -> None:
    event = next(examples(keyring))
    headers, value = binary(event)
    with pytest.raises(jsonschema_rs.ValidationError):
        described.check([one for one in headers if one[0] != "ce_sequence"], value)
    with pytest.raises(jsonschema_rs.ValidationError):
        described.check(headers, b'{"number": "x"}')
    named = {**orjson.loads(value or b""), "name": "Johanna de Wit"}
    with pytest.raises(jsonschema_rs.ValidationError):
        described.check(headers, orjson.dumps(named))
    assert event.type.startswith(TYPES)
