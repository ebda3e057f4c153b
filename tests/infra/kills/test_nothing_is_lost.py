"""Everything is killed, again and again, while clients ask: nothing acknowledged is lost, nothing
is recorded twice, and in the end the views show what a fresh telling shows."""

from __future__ import annotations

import time
from collections import Counter
from random import Random

import pytest

from infra.clock import now, today_in_amsterdam
from infra.http.demo_issuer import DemoIssuer
from infra.main import House, opened
from infra.store.views.reading import Views
from infra.store.views.rebuild import Rebuild
from projections import VIEWS
from tests.infra.doors.visits import BODY, SCHEME
from tests.infra.kills.clients import Client
from tests.infra.kills.crowd import Crowd
from tests.infra.kills.errands import DECIDER, HANDLER
from tests.infra.kills.on_record import OnRecord, on_record
from tests.infra.kills.staff import PATIENCE, Staff
from tests.infra.kills.storm import plan, rage

CLIENTS = 4
PROCEDURE = "lvv-certification.withdrawal-procedure-opened"


def test_1_000_commands_under_kills(house: Staff) -> None:
    weather(house, seed=1, commands=1_000, kills=14, seconds=400)


@pytest.mark.torture
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", [2, 3])
def test_10_000_commands_under_kills(house: Staff, seed: int) -> None:
    weather(house, seed=seed, commands=10_000, kills=210, seconds=3000, people=20)


def weather(
    house: Staff, seed: int, commands: int, kills: int, seconds: float, people: int = 6
) -> None:
    crowd = a_crowd(house, seed, commands // CLIENTS, people)
    for _ in range(2):
        house.desk()
    house.post("worker", "work")
    house.post("clerk", "clerk")
    with crowd.at_work(CLIENTS) as clients:
        rage(house, clients, lambda: len(crowd.answers), plan(seed, commands, kills), seconds)
    assert len(crowd.answers) == commands
    found = on_record(house.settings.dsn or "")
    nothing_is_lost_or_doubled(crowd, found)
    a_repeat_gets_the_first_answer(crowd, seed)
    with opened(house.settings) as inside:
        the_views_catch_up(inside, crowd)
        the_clerk_acted_once(inside, crowd)
    assert found.facts.items() <= on_record(house.settings.dsn or "").facts.items()


def a_crowd(house: Staff, seed: int, share: int, people: int) -> Crowd:
    issuer = DemoIssuer(house.folder, mode="test")
    tokens = {who: issuer.issue(who, {SCHEME: [BODY, "person"]}) for who in (HANDLER, DECIDER)}
    return Crowd(house.ports, tokens, today_in_amsterdam(now()), seed, share, enrolled=people)


def nothing_is_lost_or_doubled(crowd: Crowd, found: OnRecord) -> None:
    found.assert_sound()
    statuses = Counter(answer.status for answer in crowd.answers)
    assert set(statuses) == {201, 412}, statuses
    assert any(answer.on_the_way for answer in crowd.answers), "the kills were felt"
    for answer in crowd.answers:
        recorded = found.facts.get(answer.errand.key, [])
        told = [fact["version"] for fact in answer.facts] if answer.status == 201 else []
        assert recorded == told, answer


def a_repeat_gets_the_first_answer(crowd: Crowd, seed: int) -> None:
    rng = Random(seed)
    client = Client(crowd.ports, crowd.tokens, rng)
    acknowledged = [answer for answer in crowd.answers if answer.status == 201]
    for first in rng.sample(acknowledged, 50):
        again = client.ask(first.errand)
        assert again.status == 201, again
        assert (again.body["repeated"], again.facts) == (True, first.facts)


def the_views_catch_up(inside: House, crowd: Crowd) -> None:
    views = Views(inside.pool)
    for number in crowd.suspended:
        for _ in range(int(PATIENCE * 10)):
            if any(r.fact.stored_as == PROCEDURE for r in inside.record.file(number).trail):
                break
            time.sleep(0.1)
    assert views.progress.wait(inside.record.recorder.max_notification_id() or 0, PATIENCE)
    assert views.progress.set_aside() == []
    again = Rebuild(inside.pool, inside.pool, inside.keyring)
    assert [again.differences(view.name) for view in VIEWS] == [None] * len(VIEWS)


def the_clerk_acted_once(inside: House, crowd: Crowd) -> None:
    for number in crowd.suspended:
        facts = [r.fact.stored_as for r in inside.record.file(number).trail if r.by.id == "clerk"]
        assert facts.count(PROCEDURE) == 1, facts
