"""``griffie relay``: what it is told by settings, what it says, and how it can fail."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry, generate_latest

from infra.kafka.client import Admin, KafkaError, to_broker
from infra.kafka.figures import RelayFigures
from infra.kafka.furnishing import NotAsItShould, furnish
from infra.kafka.messages import ENVELOPE
from infra.kafka.sending import Outgoing, Sender
from infra.kafka.topics import named
from infra.settings import Misconfigured, Settings
from tests.infra.kafka.apache import ACCOUNT, PASSWORD, Apache
from tests.infra.kafka.brokers import Broker
from tests.infra.kafka.posts import GRIFFIE, SOURCE, Office
from tests.infra.kafka.reader import Reader
from tests.schemes.lvv_certification.told import granted, opened


def asked(office: Office, *command: str, **changed: str) -> tuple[int, str]:
    """How the command ends, and what it says."""
    environment = {**os.environ, **office.environment, **changed}
    done = subprocess.run(
        [*GRIFFIE, "relay", *command],
        env={name: value for name, value in environment.items() if value},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_without_a_broker_or_a_name_it_says_what_is_missing(office: Office) -> None:
    code, said = asked(office, GRIFFIE_KAFKA_SERVERS="", GRIFFIE_KAFKA_SOURCE="")
    assert code == 2
    assert "GRIFFIE_KAFKA_SERVERS is not set; give the brokers, such as" in said
    assert "GRIFFIE_KAFKA_SOURCE is not set; say whose messages these are, such as urn:" in said


def test_a_rewind_tells_again_in_structured_mode_when_that_is_set(office: Office) -> None:
    positions = office.house.put(1, opened, granted)
    topic = office.topics.facts
    with office.relaying(), Reader(office.broker, topic) as reader:
        reader.read_until(lambda r: len(r.applied) == 2)
    code, said = asked(office, "rewind", "--to", "0")
    assert (code, said.strip()) == (0, f"facts go back from {positions[-1]} to 0; 0 entries again")
    office.environment["GRIFFIE_KAFKA_MODE"] = "structured"
    office.process()
    with Reader(office.broker, topic) as reader:
        reader.read_until(lambda r: len(r.records) == 4)
        assert reader.positions == positions
        assert reader.records[-1].headers == [("content-type", ENVELOPE.encode())]


def test_how_far_it_is_behind_can_be_watched(office: Office) -> None:
    registry = CollectorRegistry()
    registry.register(RelayFigures(office.house.pool))
    assert "topic=" not in generate_latest(registry).decode()
    topic = office.topics.facts
    with office.relaying(), Reader(office.broker, topic) as reader:
        office.house.put(1, opened)
        reader.read_until(lambda r: len(r.applied) == 1)
    office.house.put(2, opened)
    told = generate_latest(registry).decode()
    assert f'griffie_relay_behind_facts{{topic="{topic.name}"}} 1.0' in told
    assert f'griffie_relay_waiting_seconds{{topic="{topic.name}"}} 0.' in told


@pytest.mark.real_kafka
def test_topics_that_are_set_up_otherwise_are_told_and_left_alone(
    broker: Broker, prefix: str, tmp_path: Path
) -> None:
    settings = Settings(mode="test", kafka_servers=broker.servers, data_dir=tmp_path)
    topics = named(prefix)
    wrong = {"num_partitions": 3, "replication_factor": 1, "configs": {"retention.ms": "1000"}}
    with Admin(**to_broker(settings)) as admin:
        admin.create_topics({topics.facts.name: wrong}, wait_for_metadata=True)
    with pytest.raises(NotAsItShould) as refused:
        furnish(topics, to_broker(settings), 1)
    lines = str(refused.value).splitlines()
    assert f"{topics.facts.name} has 3 partitions and should have 12; keys would" in lines[0]
    assert f"{topics.facts.name} has retention.ms=1000 and should have -1" in lines
    with Sender(to_broker(settings)) as sender:
        assert sender.partitions(topics.facts.name) == 3


@pytest.mark.real_kafka
def test_it_signs_in_where_the_broker_asks_for_a_password(broker: Broker, prefix: str) -> None:
    if not isinstance(broker, Apache):
        pytest.skip("the broker of KAFKA_TEST_BROKER has accounts of its own")
    signing_in = {
        "kafka_servers": broker.with_sasl,
        "kafka_source": SOURCE,
        "kafka_security": "SASL_PLAINTEXT",
        "kafka_sasl_mechanism": "PLAIN",
        "kafka_user": ACCOUNT,
    }
    right = Settings.model_validate({"mode": "test", **signing_in, "kafka_password": PASSWORD})
    topics = named(prefix)
    furnish(topics, to_broker(right), 1)
    with Sender(to_broker(right)) as sender:
        sender.send_all([Outgoing(topics.facts.name, 0, b"key", [], b"{}")], lambda: None)
    wrong = Settings.model_validate({"mode": "test", **signing_in, "kafka_password": "guess"})
    with pytest.raises(KafkaError):
        Sender({**to_broker(wrong)})
    with pytest.raises(Misconfigured, match="GRIFFIE_KAFKA_PASSWORD"):
        to_broker(Settings.model_validate({"mode": "test", **signing_in}))
    assert PASSWORD not in repr(right)
