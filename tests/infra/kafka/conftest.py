"""A real broker for the tests: Apache Kafka where Java and Maven are, tansu where they are not.

KAFKA_TEST_BROKER says otherwise: ``apache`` (fail when it can't be had), ``tansu``, or host:port
of one that runs. All tests here stand in one group, so that a run has one broker.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.infra.conftest import Database
from tests.infra.kafka.apache import Apache
from tests.infra.kafka.brokers import Broker, Given, Own, Tansu
from tests.infra.kafka.jars import NoJars, jars
from tests.infra.kafka.posts import Office, office_on

HERE = Path(__file__).parent
MADE = count(1)
LEFT_OPEN = "ignore:unclosed <socket:ResourceWarning"
"""kafka-python leaves the socket of an attempt to connect that failed to the collector."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("kafka"))
            item.add_marker(pytest.mark.filterwarnings(LEFT_OPEN))


@pytest.fixture(scope="session")
def broker() -> Iterator[Broker]:
    """One a session. Whoever freezes or stops it leaves it running."""
    with a_broker() as broker:
        yield broker


@contextmanager
def a_broker(otherwise: str = "") -> Iterator[Broker]:
    """The broker that the environment asks for, or else the one wanted, or what can be had."""
    wanted = os.environ.get("KAFKA_TEST_BROKER", otherwise)
    if ":" in wanted:
        yield Given(wanted)
        return
    folder = Path(tempfile.mkdtemp(prefix="griffie-kafka-"))
    own = _own(wanted, folder)
    try:
        own.start()
        yield own
    finally:
        own.stop()
        shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def _only_a_real_kafka_can_show_it(request: pytest.FixtureRequest) -> None:
    """Tests marked real_kafka are skipped by name on a broker that only speaks the protocol."""
    if request.node.get_closest_marker("real_kafka") is None:
        return
    if not request.getfixturevalue("broker").real:
        pytest.skip(
            f"{request.node.name} takes a real Apache Kafka: install Java 17 and Maven, or set "
            "KAFKA_TEST_BROKER=host:port"
        )


@pytest.fixture(scope="module", autouse=True)
def _what_is_left_open_is_collected_here() -> Iterator[None]:
    """And not in a test that has nothing to do with it. What has a __del__ takes another round."""
    yield
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "unclosed <socket", ResourceWarning)
        for _ in range(3):
            gc.collect()


@pytest.fixture
def prefix() -> str:
    """What the names of a test's topics begin with; no other test has the same."""
    return f"test-{os.getpid()}-{next(MADE)}"


@pytest.fixture
def office(database: Database, broker: Broker, prefix: str, tmp_path: Path) -> Iterator[Office]:
    with office_on(database, broker, prefix, tmp_path) as office:
        yield office


def _own(wanted: str, folder: Path) -> Own:
    if wanted == "tansu":
        return Tansu(folder)
    try:
        jars()
    except NoJars:
        if wanted == "apache":
            raise
        return Tansu(folder)
    return Apache(folder)
