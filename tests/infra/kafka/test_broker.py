"""The broker that the tests have: what is sent is read, and no broker is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from infra.kafka.client import Consumer, Producer
from infra.kafka.furnishing import furnish
from infra.kafka.topics import named
from tests.infra.kafka import jars as fetched
from tests.infra.kafka.brokers import Broker

OWNER = """
import sys, time
from pathlib import Path
from tests.infra.kafka.brokers import Tansu

broker = Tansu(Path(sys.argv[1]))
broker.start()
print(broker._process.pid, flush=True)
time.sleep(300)
"""


def test_what_is_sent_is_read(broker: Broker, prefix: str) -> None:
    topics = named(prefix)
    to = {"bootstrap_servers": broker.servers}
    if broker.real:
        assert furnish(topics, to, 1) == [topic.name for topic in topics]
        assert furnish(topics, to, 1) == []
    with Producer(**to) as producer:
        producer.send(topics.facts.name, b"{}", b"key", [("ce_id", b"1")], 0).get(30)
    with Consumer(topics.facts.name, **to, auto_offset_reset="earliest") as consumer:
        (read,) = next(iter(consumer.poll(30_000).values()))
    assert (read.key, read.value, read.headers) == (b"key", b"{}", [("ce_id", b"1")])


def test_no_broker_outlives_who_started_it(tmp_path: Path) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert owner.stdout
    number = int(owner.stdout.readline())
    os.kill(number, 0)
    owner.send_signal(signal.SIGKILL)
    owner.communicate(timeout=30)
    deadline = time.monotonic() + 30
    while Path(f"/proc/{number}/cmdline").exists():
        assert time.monotonic() < deadline, "the broker still runs"
        time.sleep(0.05)


def test_another_jar_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kafka_2.13-4.1.1.jar").write_bytes(b"something else")
    with pytest.raises(AssertionError, match=r"differs from jars.sha256 in .*kafka_2.13"):
        fetched._assert_pinned(tmp_path)
