"""Whatever fails, nothing is lost, nothing is applied twice, and nobody who works notices."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from infra.kafka.following import AheadOfRecord
from infra.kafka.ledger import Deposed, Ledger
from infra.kafka.rewinding import NeverSent, rewind
from infra.store.views.leader import session
from tests.infra.kafka.apache import Apache
from tests.infra.kafka.brokers import Own
from tests.infra.kafka.posts import Office
from tests.infra.kafka.reader import LONG, Reader, by_key
from tests.schemes.lvv_certification.told import granted, opened, suspended


def own(office: Office) -> Own:
    """A broker that may be frozen and stopped."""
    if not isinstance(office.broker, Own):
        pytest.skip("the broker of KAFKA_TEST_BROKER is somebody else's: it is not touched")
    return office.broker


def written(office: Office, first: int, last: int) -> list[int]:
    """Three facts for each of these persons, interleaved."""
    persons = range(first, last + 1)
    return [
        p for f in (opened, granted, suspended) for n in persons for p in office.house.put(n, f)
    ]


def led(office: Office, by_other_than: int = 0) -> int:
    """The session of the one that leads, as soon as it is another."""
    deadline = time.monotonic() + LONG
    while office.leaders() in ([], [by_other_than]):
        assert time.monotonic() < deadline, "nobody takes over"
        time.sleep(0.05)
    (leader,) = office.leaders()
    return leader


def assert_all_applied(reader: Reader, positions: list[int]) -> None:
    """Each once, each case in its order, no hole left."""
    reader.read_until(lambda r: len(r.applied) >= len(positions))
    reader.read()
    assert reader.positions == sorted(positions)
    assert reader.holes == []
    assert all(told == sorted(told) for told in by_key(reader.applied).values())


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("seconds", [3, pytest.param(600, marks=pytest.mark.torture)])
def test_while_the_broker_hangs_commands_go_on_and_all_is_told_after(
    office: Office, seconds: int
) -> None:
    broker = own(office)
    with Reader(broker, office.topics.facts) as reader, office.relaying():
        positions = written(office, 1, 5)
        reader.read_until(lambda r: len(r.applied) == 15)
        broker.freeze()
        try:
            positions += written(office, 6, 30)
            time.sleep(seconds)
            assert office.standing(office.topics.facts.name) == positions[14]
        finally:
            broker.thaw()
        assert_all_applied(reader, positions)
        assert len(reader.records) == len(positions), "a hang makes no repeats"


def test_a_spare_takes_over_from_one_that_is_killed(office: Office) -> None:
    positions = written(office, 1, 10)
    with Reader(office.broker, office.topics.facts) as reader:
        first = office.process()
        leader = led(office)
        second = office.process()
        reader.read_until(lambda r: len(r.applied) == 30)
        positions += written(office, 11, 15)
        assert office.leaders() == [leader], "the second stands by"
        first.send_signal(signal.SIGKILL)
        first.wait()
        led(office, by_other_than=leader)
        assert_all_applied(reader, positions)
        second.terminate()
        assert second.wait(LONG) == 0, "SIGTERM ends it in good order"


def test_one_that_was_away_can_move_nothing_and_repeats_are_skipped(office: Office) -> None:
    """Stopped in the middle, its session ended: it wakes up when another leads long since."""
    positions = written(office, 1, 5)
    with Reader(office.broker, office.topics.facts) as reader:
        first = office.process()
        leader = led(office)
        reader.read_until(lambda r: len(r.applied) == 15)
        first.send_signal(signal.SIGSTOP)
        office.end(leader)
        with office.relaying():
            led(office, by_other_than=leader)
            positions += written(office, 6, 10)
            reader.read_until(lambda r: len(r.applied) == 30)
            first.send_signal(signal.SIGCONT)
            positions += written(office, 11, 15)
            assert_all_applied(reader, positions)
            assert first.poll() is None, "it stands by again"


def test_who_was_deposed_moves_nothing(office: Office) -> None:
    topic = office.topics.facts.name
    with session(office.house.pool) as one, session(office.house.pool) as other:
        first, second = Ledger(one, [topic], "first"), Ledger(other, [topic], "second")
        stand = second.stand(topic)
        with pytest.raises(Deposed, match="epoch 2 leads, this is 1"):
            first.stand(topic)
        with pytest.raises(Deposed):
            first.move(topic, stand, stand)
        second.move(topic, stand, stand)


@pytest.mark.real_kafka
def test_a_broker_that_lost_what_it_acknowledged_is_healed_by_a_rewind(office: Office) -> None:
    """A reader that had less than the broker once did stops at the hole, and says where."""
    assert isinstance(office.broker, Apache)
    topic = office.topics.facts
    with office.relaying(), Reader(office.broker, topic) as reader:
        early = written(office, 1, 5)
        reader.read_until(lambda r: len(r.applied) == 15)
        late = written(office, 6, 10)
        deadline = time.monotonic() + LONG
        while office.standing(topic.name) < late[-1]:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        office.broker.lose(topic.name)
        after = written(office, 11, 15)
        reader.again()
        reader.read_until(lambda r: bool(r.holes))
        with session(office.house.pool) as connection:
            done = rewind(connection, office.topics, early[-1])
        assert done.to == early[-1]
        reader.holes.clear()
        assert_all_applied(reader, early + late + after)


def test_a_rewind_to_where_nothing_was_sent_is_refused(office: Office) -> None:
    with (
        session(office.house.pool) as connection,
        pytest.raises(NeverSent, match="stands at 0; rewind to before that"),
    ):
        rewind(connection, office.topics, 5)


def test_a_record_that_was_restored_is_not_sent_to_the_old_topic(office: Office) -> None:
    (position,) = office.house.put(1, opened)
    with office.house.pool.connection() as connection:
        Ledger(connection, [office.topics.facts.name], "before the restore")
        connection.execute("UPDATE relay.topics SET position = %s", [position + 1])
    with pytest.raises(AheadOfRecord, match=f"stands at {position + 1} and the record ends at"):
        office.relay().run(threading.Event())
