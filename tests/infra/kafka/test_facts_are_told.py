"""The topic of facts: everything once, each case in its order, and nothing personal in it."""

from __future__ import annotations

from datetime import date

import orjson

from domain.fact import Fact
from infra.kafka.facts import stored
from infra.kafka.partitions import partition_of
from infra.store.views.facts import Facts
from tests.infra.kafka.posts import SOURCE, Office
from tests.infra.kafka.reader import Reader, by_key
from tests.schemes.lvv_certification.told import granted, opened, suspended

FACTS: tuple[Fact, ...] = (opened, granted, suspended)


def test_every_fact_is_told_once_and_each_case_in_its_order(office: Office) -> None:
    positions = []
    for fact in FACTS:
        for person in range(1, 41):
            positions += office.house.put(person, fact)
    with office.relaying(window=7), Reader(office.broker, office.topics.facts) as reader:
        reader.read_until(lambda r: len(r.applied) == len(positions))
        reader.read()
    assert reader.positions == positions
    assert len(reader.records) == len(positions)
    assert reader.holes == []
    for number, told in by_key(reader.events).items():
        assert told == sorted(told)
        assert number in {office.house.number(person) for person in range(1, 41)}
    for record in reader.records:
        assert record.partition == partition_of(record.key.decode(), 12)


def test_a_message_holds_the_fact_as_it_is_stored(office: Office) -> None:
    positions = office.house.put(1, *FACTS)
    facts = Facts(office.house.pool, office.house.keys)
    with office.relaying(), Reader(office.broker, office.topics.facts) as reader:
        reader.read_until(lambda r: len(r.applied) == 3)
    rows = facts.since(0, positions[-1], 10)
    assert [stored(event) for event in reader.applied] == rows
    assert [facts.read(row).fact for row in map(stored, reader.applied)] == list(FACTS)
    number = office.house.number(1)
    first = reader.applied[0]
    assert (first.id, first.subject, first.source) == (f"{number}/1", number, SOURCE)
    assert first.type == "nl.griffie.lvv-certification.file-opened"
    assert first.time == facts.read(rows[0]).recorded_at


def test_nothing_personal_is_in_any_message_in_the_clear(office: Office) -> None:
    """The register shows a name, so its topic has it in the value; a birth date stands nowhere."""
    office.house.on(date(2026, 6, 1))
    office.house.put(1, *FACTS)
    office.house.worker.run_once()
    with (
        office.relaying(),
        Reader(office.broker, office.topics.facts) as facts,
        Reader(office.broker, office.topics.register) as register,
    ):
        facts.read_until(lambda r: len(r.applied) == 3)
        register.read_until(lambda r: len(r.records) == 1)
    names = [b"Johanna", b"Wit", b"1980-02-29", b"assessment of 4 May"]
    for record in (*facts.records, *register.records):
        for name in names:
            assert name not in record.key
            assert all(name not in value for _, value in record.headers)
    for record in facts.records:
        assert all(name not in record.value for name in names)
    (entry,) = register.records
    assert orjson.loads(entry.value)["name"] == "Johanna de Wit"
    assert b"1980-02-29" not in entry.value
