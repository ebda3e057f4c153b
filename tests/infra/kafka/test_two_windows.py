"""A window is sent while the one before it is under way: nothing is less sure for that."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

import pytest

from infra.kafka.following import TURN, Facts
from infra.kafka.ledger import Deposed, Ledger, Stand
from infra.kafka.messages import binary, read
from infra.kafka.relay import Relay
from infra.kafka.sending import Outgoing, Sender, UnderWay
from infra.kafka.topics import LARGEST
from infra.store.views.facts import Facts as Record
from infra.store.views.leader import session
from tests.infra.kafka.posts import SOURCE, Office
from tests.infra.kafka.reader import Reader, by_key
from tests.infra.kafka.test_relay_faults import assert_all_applied, own, written

WINDOW = 7


class Watched(Sender):
    """Notes the positions of each window; ``handed_over`` is called when one was."""

    def __init__(self, office: Office, handed_over: Callable[[int], object] = lambda _: None):
        super().__init__({"bootstrap_servers": office.broker.servers})
        self.partitions(office.topics.facts.name)
        self.windows: list[list[int]] = []
        self._handed_over = handed_over

    def send(self, window: Iterable[Outgoing]) -> UnderWay:
        outgoing = list(window)
        self.windows.append([read(o.key, o.headers, o.value).sequence for o in outgoing])
        under_way = super().send(outgoing)
        self._handed_over(len(self.windows))
        return under_way


def line(office: Office) -> Facts:
    head = Record(office.house.pool, office.house.keys).head
    return Facts(office.topics.facts, SOURCE, binary, head, WINDOW)


def never() -> None:
    raise AssertionError("the broker answers; there is nothing to wait for")


def test_while_the_broker_hangs_two_windows_are_under_way_and_no_more(office: Office) -> None:
    class Enough(Exception):
        pass

    def enough() -> None:
        raise Enough

    broker, name = own(office), office.topics.facts.name
    positions = written(office, 1, 20)
    with session(office.house.pool) as connection:
        ledger, line_of_facts = Ledger(connection, [name], "watched"), line(office)

        def give_up() -> list[list[int]]:
            with Watched(office) as sender:
                broker.freeze()
                with pytest.raises(Enough):
                    line_of_facts.step(ledger, sender, enough)
                raise Enough(sender.windows)

        try:
            with pytest.raises(Enough) as given_up:
                give_up()
        finally:
            broker.thaw()
    assert given_up.value.args == ([positions[:WINDOW], positions[WINDOW : 2 * WINDOW]],)
    assert office.standing(name) == 0, "what was not acknowledged is not in the ledger"
    with Reader(office.broker, office.topics.facts) as reader, office.relaying():
        assert_all_applied(reader, positions)


@pytest.mark.parametrize("when", ["the second is under way", "the first has arrived"])
def test_who_is_deposed_meanwhile_sends_no_more(office: Office, when: str) -> None:
    name, positions = office.topics.facts.name, written(office, 1, 20)
    with session(office.house.pool) as one, session(office.house.pool) as other:

        def overtake() -> None:
            Ledger(other, [name], "another")

        class Overtaken(Ledger):
            def move(self, topic: str, before: Stand, after: Stand) -> None:
                super().move(topic, before, after)
                if when == "the first has arrived":
                    overtake()

        def handed_over(windows: int) -> None:
            if windows == 2 and when == "the second is under way":
                overtake()

        with Watched(office, handed_over) as sender:
            with pytest.raises(Deposed):
                line(office).step(Overtaken(one, [name], "deposed"), sender, never)
            assert len(sender.windows) == 2
    moved = positions[WINDOW - 1] if when == "the first has arrived" else 0
    assert office.standing(name) == moved, "the second window is not in the ledger"
    with Reader(office.broker, office.topics.facts) as reader, office.relaying():
        assert_all_applied(reader, positions)


@pytest.mark.real_kafka
def test_a_window_that_fails_with_the_next_under_way_is_sent_again(office: Office) -> None:
    """One message is refused; others after it, in its partition too, may have arrived."""
    name, positions = office.topics.facts.name, written(office, 1, 20)
    made: list[Watched] = []
    stood: list[int] = []

    class Spoiling(Watched):
        def send(self, window: Iterable[Outgoing]) -> UnderWay:
            first, *rest = window
            if len(made) == 1 and len(self.windows) == 1:
                first = first._replace(value=bytes(LARGEST + 1024))
            return super().send([first, *rest])

    def sender() -> Sender:
        stood.append(office.standing(name))
        made.append(Spoiling(office))
        return made[-1]

    relay, stop = Relay(office.house.pool, [line(office)], sender, 0.1), threading.Event()
    thread = threading.Thread(target=relay.run, args=(stop, 0.05))
    with Reader(office.broker, office.topics.facts) as reader:
        thread.start()
        reader.read_until(lambda r: len(r.applied) >= len(positions))
        reader.read()
        stop.set()
        thread.join()
    assert stood == [0, positions[WINDOW - 1]], "of what failed nothing is in the ledger"
    assert len(made[0].windows) == 3, "the third was under way when the second failed"
    assert made[1].windows[:2] == made[0].windows[1:], "from what was acknowledged, all again"
    assert reader.positions == positions
    assert all(told == sorted(told) for told in by_key(reader.applied).values())


def test_after_some_windows_the_other_lines_have_their_turn(office: Office) -> None:
    name, persons = office.topics.facts.name, TURN * WINDOW // 3 + 1
    positions = written(office, 1, persons)
    with session(office.house.pool) as connection, Watched(office) as sender:
        ledger, facts = Ledger(connection, [name], "watched"), line(office)
        assert facts.step(ledger, sender, never)
        assert office.standing(name) == positions[TURN * WINDOW - 1]
        assert facts.step(ledger, sender, never)
        assert office.standing(name) == positions[-1]
        assert not facts.step(ledger, sender, never)
    assert [one for window in sender.windows for one in window] == positions
