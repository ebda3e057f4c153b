"""The trail over HTTP: pages of it, as it was known, and to nobody whom it does not concern."""

from datetime import timedelta
from uuid import uuid4  # noqa: TID251  tests come in through the door

import pytest

from infra.http.cursors import cursor_of
from infra.http.told.facts import fact_told
from tests.infra.doors.visits import BODY, SCHEME, Door


def test_a_page_is_what_the_facts_themselves_tell(door: Door) -> None:
    number = door.certified("Lea Laan")
    told = door.visit("m.bakker", BODY).get(f"/cases/{number}/facts?limit=100").json()
    file = door.house.record.file(number)
    assert told == {
        "items": [fact_told(record).model_dump(mode="json") for record in file.trail],
        "next": None,
    }
    assert "Lea Laan" in str(told)


def test_pages_follow_each_other_and_end(door: Door) -> None:
    number = door.certified("Mia Maas")
    visit, seen, cursor = door.visit("m.bakker", BODY), list[int](), ""
    while True:
        answer = visit.get(f"/cases/{number}/facts?limit=4{cursor}")
        seen += [fact["version"] for fact in answer.json()["items"]]
        if answer.json()["next"] is None:
            assert 'rel="next"' not in answer.headers["Link"]
            break
        assert 'rel="next"' in answer.headers["Link"]
        cursor = f"&cursor={answer.json()['next']}"
    assert seen == list(range(1, door.house.record.file(number).version + 1))
    beyond = visit.get(f"/cases/{number}/facts?cursor={cursor_of(9999)}")
    assert (beyond.status_code, beyond.json()) == (200, {"items": [], "next": None})


def test_what_was_on_record_then_and_nothing_else(door: Door) -> None:
    number = door.certified("Noor Nagel")
    visit = door.visit("m.bakker", BODY)

    def versions(query: str) -> list[int]:
        answer = visit.get(f"/cases/{number}/facts?limit=100&{query}")
        assert answer.status_code == 200, answer.text
        return [fact["version"] for fact in answer.json()["items"]]

    every = visit.get(f"/cases/{number}/facts?limit=100").json()["items"]
    moment = every[4]["recordedAt"]
    known = [fact["version"] for fact in every if fact["recordedAt"] <= moment]
    assert versions(f"knownAt={moment}") == known
    assert versions("version=3") == [1, 2, 3]
    assert versions(f"version=3&cursor={cursor_of(2)}") == [3]
    assert versions(f"version=2&knownAt={moment}&cursor={cursor_of(2)}") == []
    assert versions(f"on={door.today}") == [fact["version"] for fact in every]
    assert versions("matter=certificate-1&version=3") == []
    (first, *_) = [f["version"] for f in every if f["matter"] == "certificate-1"]
    assert versions(f"matter=certificate-1&cursor={cursor_of(first)}")[0] > first
    yesterday = door.today - timedelta(days=1)
    assert visit.get(f"/cases/{number}/facts?on={yesterday}").status_code == 404


@pytest.mark.parametrize("query", ["", f"?cursor={cursor_of(3)}", "?version=1", "?matter=x"])
def test_who_may_not_read_a_file_does_not_learn_that_it_exists(door: Door, query: str) -> None:
    number = door.opened()
    strangers = (door.visit("x"), door.visit("y", "person"), door.visit("z", "provider"))
    for stranger in (*strangers, door.visit("k", "person", person=uuid4())):
        assert stranger.get(f"/cases/{number}/facts{query}").status_code == 404
    assert door.nobody().get(f"/cases/{number}/facts{query}").status_code == 401
    nothing = door.visit("m.bakker", BODY).get(f"/cases/0000-0000-0000/facts{query}")
    assert nothing.status_code == 404


def test_a_person_reads_the_trail_of_his_own_file(door: Door) -> None:
    me = uuid4()
    visit = door.visit("p.eigen", "person", person=me)
    data = {"fullName": "Piet Eigen", "born": "1979-01-02"}
    asked = {"scheme": SCHEME, "action": "open-file", "data": data}
    number = visit.post("/cases", asked).json()["number"]
    (only,) = visit.get(f"/cases/{number}/facts").json()["items"]
    assert only["content"]["name"] == "Piet Eigen"
