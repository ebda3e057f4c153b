"""The topic of the register: how each entry reads today, and a tombstone when it is no more."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import orjson
import pytest

from domain.fact import Actor, Fact
from domain.law import Place
from domain.schemes.lvv_certification.record.application import DecisionSent
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    RegisterStatusChanged,
)
from infra.clock import today_in_amsterdam
from infra.http.register import entry_told
from infra.kafka.entries import REMOVED, SHOWN
from infra.kafka.following import Facts
from infra.kafka.ledger import Deposed, Ledger
from infra.kafka.messages import binary
from infra.kafka.rewinding import rewind
from infra.kafka.sending import Sender
from infra.kafka.showing import Entries
from infra.store.views.leader import session
from services.erasure import Erasure
from tests.infra.kafka.posts import SOURCE, Office
from tests.infra.kafka.reader import Reader
from tests.infra.kafka.sharers import head, until
from tests.schemes.lvv_certification.told import granted, opened
from tests.services.house import SCHEME

OFFICER = Actor(id="f.gegevens", role="privacy-officer")
PLACE = Place(text="LVV", at="29")
SENT = DecisionSent(matter="application-1", on=granted.on, basis=PLACE, decision=2)
ENDED = CertificateExpired(matter="certificate-1", on=date(2030, 4, 15), basis=PLACE)
WITHDRAWN = RegisterStatusChanged(
    matter="certificate-1",
    on=date(2026, 6, 2),
    basis=PLACE,
    status="withdrawn",
    first_day=date(2026, 7, 1),
    day=date(2026, 7, 1),
)
LAST_DAY = "UPDATE views.register SET until = %s WHERE case_number = %s"


@pytest.fixture
def register(office: Office) -> Reader:
    office.house.on(date(2026, 6, 1))
    return office.stack.enter_context(Reader(office.broker, office.topics.register))


def put(office: Office, person: int, *facts: Fact) -> None:
    office.house.put(person, *facts)
    office.house.worker.run_once()


def key(office: Office, person: int) -> str:
    return f"{SCHEME}/{office.house.number(person)}"


def told(reader: Reader, key: str) -> dict[str, object]:
    """What the topic says of an entry; nothing when it says nothing."""
    event = reader.state().get(key)
    found: dict[str, object] = orjson.loads(event.data or b"") if event else {}
    return found


def test_an_entry_is_told_as_a_list_of_the_register_shows_it(
    office: Office, register: Reader
) -> None:
    put(office, 1, opened, granted)
    put(office, 2, opened)
    with office.relaying():
        register.read_until(lambda r: len(r.records) == 1)
        (kept,) = office.house.views.register.search(SCHEME, on=date(2026, 6, 1))
        shown = entry_told(kept).model_dump(mode="json", by_alias=True)
        assert told(register, key(office, 1)) == shown
        assert (register.events[0].type, register.events[0].subject) == (SHOWN, kept.row.entry)
        put(office, 2, granted)
        register.read_until(lambda r: len(r.state()) == 2)
        assert register.events[1].sequence > register.events[0].sequence
        register.read()
    assert len(register.records) == 2, "what reads as it did is not told again"


def test_an_entry_reads_otherwise_when_its_day_comes_and_goes_with_its_last(
    office: Office, register: Reader
) -> None:
    """No fact is recorded on those days: it is the day that changes what the register shows."""
    put(office, 1, opened, granted, WITHDRAWN)
    with office.relaying():
        register.read_until(lambda r: told(r, key(office, 1)).get("status") == "valid")
        office.house.on(date(2026, 7, 1))
        register.read_until(lambda r: told(r, key(office, 1)).get("status") == "withdrawn")
        with office.house.pool.connection() as connection:
            connection.execute(LAST_DAY, [date(2026, 7, 31), office.house.number(1)])
        office.house.on(date(2026, 8, 1))
        register.read_until(lambda r: key(office, 1) not in r.state())
    assert register.events[-1].type == REMOVED
    assert register.records[-1].value is None


def test_who_was_erased_goes_by_a_tombstone_and_comes_back_without_a_name(
    office: Office, register: Reader
) -> None:
    """While no relay runs, too: it compares when it takes over."""
    office.house.on(date(2031, 1, 6))
    put(office, 7, opened, granted, SENT, ENDED)
    put(office, 8, opened, granted)
    with office.relaying():
        register.read_until(lambda r: len(r.state()) == 2)
    erasure = Erasure(office.house.record, office.house.views.cases, office.house.keys)
    erasure.erase(UUID(int=7), OFFICER)
    office.house.worker.run_once()
    with office.relaying():
        register.read_until(lambda r: told(r, key(office, 7)).get("erased") is True)
        register.read()
    assert [event.type for event in register.events[2:]] == [REMOVED, SHOWN]
    assert told(register, key(office, 7))["name"] is None
    assert told(register, key(office, 8))["name"] == "Johanna de Wit"


def test_a_rewind_tells_again_what_was_told_since(office: Office, register: Reader) -> None:
    put(office, 1, opened, granted)
    with office.relaying():
        register.read_until(lambda r: len(r.records) == 1)
        before = office.standing(office.topics.facts.name)
        put(office, 2, opened, granted)
        register.read_until(lambda r: len(r.records) == 2)
        until(lambda: office.standing(office.topics.register.name) > before)
        with session(office.house.pool) as connection:
            done = rewind(connection, office.topics, before)
        assert (done.to, done.entries) == (before, 1)
        register.read_until(lambda r: len(r.records) == 3)
        register.read()
    assert [event.key for event in register.events[1:]] == [key(office, 2)] * 2


def test_a_relay_that_is_rewound_while_it_compares_leaves_the_saying_to_the_next(
    office: Office, register: Reader
) -> None:
    put(office, 1, opened, granted)
    to = {"bootstrap_servers": office.broker.servers}
    with (
        session(office.house.pool) as connection,
        session(office.house.pool) as other,
        Sender(to) as sender,
    ):

        def clock() -> datetime:
            """Read as it begins to compare: from the second time on, somebody rewinds then."""
            if office.standing(office.topics.register.name):
                rewind(other, office.topics, 0)
            return office.house.clock()

        facts = Facts(office.topics.facts, SOURCE, binary, lambda _: head(office.house))
        line = Entries(office.topics.register, SOURCE, clock, today_in_amsterdam)
        ledger = Ledger(connection, [topic.name for topic in office.topics], "rewound")
        assert facts.step(ledger, sender, lambda: None)
        assert line.step(ledger, sender, lambda: None)
        with pytest.raises(Deposed, match="epoch 2 leads"):
            line.step(ledger, sender, lambda: None)
    register.read_until(lambda r: len(r.records) == 1)
    register.read()
    assert len(register.records) == 1


def test_what_a_relay_said_that_was_away_is_said_again_by_who_leads(
    office: Office, register: Reader
) -> None:
    """It read, was away while another took over, and its old message came last."""
    put(office, 1, opened, granted)
    to = {"bootstrap_servers": office.broker.servers}
    line = Entries(office.topics.register, SOURCE, office.house.clock, today_in_amsterdam)
    with session(office.house.pool) as connection, Sender(to) as sender:
        ledger = Ledger(connection, [office.topics.register.name], "away")

        class Away(Sender):
            def send_all(self, *given: object) -> None:
                with office.relaying():
                    register.read_until(lambda r: len(r.records) == 1)
                sender.send_all(*given)  # type: ignore[arg-type]  # as it was called

        away = Away.__new__(Away)
        with pytest.raises(Deposed, match="under epoch 1"):
            line.step(ledger, away, lambda: None)
        register.read_until(lambda r: len(r.records) == 2)
        with office.relaying():
            line.hand_back(connection)
            register.read_until(lambda r: len(r.records) == 3)
    assert len({record.value for record in register.records}) == 1
