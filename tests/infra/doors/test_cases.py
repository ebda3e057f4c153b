"""Case files over HTTP: opening, asking, reading as it stands and as it stood."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4  # noqa: TID251  tests come in through the door

import pytest

from tests.infra.doors.visits import BODY, MANAGER, SCHEME, Door


def suspension(door: Door, **other: Any) -> dict[str, Any]:
    first = door.today
    asked = {
        "firstDay": str(first),
        "until": str(first + timedelta(days=60)),
        "ground": "framework-not-met",
        "reasons": "assessment of this spring",
    }
    return {**asked, **other}


def test_a_file_is_opened_and_read_back(door: Door) -> None:
    number = door.opened("Anne Vos")
    answer = door.visit("m.bakker", BODY).get(f"/cases/{number}")
    assert answer.status_code == 200
    assert answer.headers["ETag"] == '"1"'
    told = answer.json()
    assert (told["number"], told["scheme"], told["version"]) == (number, SCHEME, 1)
    assert told["state"]["name"] == "Anne Vos"
    assert "submit-agreement" in told["openActions"]
    assert "suspend" not in told["openActions"]


def test_who_has_no_role_does_not_learn_that_a_file_exists(door: Door) -> None:
    number = door.opened()
    for stranger in (door.visit("x"), door.visit("x", "provider"), door.visit("x", "person")):
        answer = stranger.get(f"/cases/{number}")
        assert answer.status_code == 404
        assert answer.json()["status"] == 404
    assert door.nobody().get(f"/cases/{number}").status_code == 401


@pytest.mark.parametrize(
    "part", ["", "/facts", "/findings", "/replay?edition=lvv-certification@6"]
)
def test_a_case_that_is_not_yours_and_one_that_is_not_there_read_the_same(
    door: Door, part: str
) -> None:
    number = door.opened()
    stranger = door.visit("x", "provider")
    there, nowhere = (stranger.get(f"/cases/{one}{part}") for one in (number, "AAAA-AAAA-AAAA"))
    assert there.status_code == nowhere.status_code == 404
    told, same = ({**one.json(), "instance": ""} for one in (there, nowhere))
    assert told == same


def test_a_person_reads_and_handles_his_own_file_only(door: Door) -> None:
    me, somebody = uuid4(), uuid4()
    visit = door.visit("j.dewit", "person", person=me)
    asked = {
        "scheme": SCHEME,
        "action": "open-file",
        "data": {"fullName": "Jan de Wit", "born": "1979-01-02"},
    }
    opened = visit.post("/cases", asked)
    assert opened.status_code == 201
    number = opened.json()["number"]
    assert visit.get(f"/cases/{number}").json()["person"] == str(me)
    assert visit.post("/cases", {**asked, "subject": str(somebody)}).status_code == 403
    other = door.visit("k.other", "person", person=somebody)
    assert other.get(f"/cases/{number}").status_code == 404
    assert other.ask(number, "submit-agreement").status_code == 404


def test_a_second_file_of_the_same_person_points_to_the_first(door: Door) -> None:
    visit = door.visit("twice", "person", person=uuid4())
    asked = {
        "scheme": SCHEME,
        "action": "open-file",
        "data": {"fullName": "Toos Twee", "born": "1979-01-02"},
    }
    number = visit.post("/cases", asked).json()["number"]
    again = visit.post("/cases", asked)
    assert again.status_code == 409
    assert again.json()["wouldBeAllowed"] == [f"/cases/{number}"]


def test_a_refusal_names_the_place_the_rule_and_what_is_open(door: Door) -> None:
    number = door.certified("Bea Bos")
    visit = door.visit("m.bakker", BODY)
    too_long = suspension(door, until=str(door.today + timedelta(days=400)))
    answer = visit.ask(number, "suspend", **too_long)
    assert answer.status_code == 409
    problem = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["place"] == "LVV certification scheme v6, 27"
    assert problem["rule"] == "R-25"
    assert "at most" in problem["detail"]
    assert "suspend" in problem["wouldBeAllowed"]
    version = visit.get(f"/cases/{number}").json()["version"]
    assert visit.ask(number, "suspend", **suspension(door)).json()["version"] == version + 1


def test_a_reading_is_told_as_a_reading(door: Door) -> None:
    number = door.certified("Cor Claassen")
    visit = door.visit("m.bakker", BODY)
    visit.ask(number, "suspend", **suspension(door))
    extended = {"until": str(door.today + timedelta(days=90)), "because": "long illness"}
    answer = visit.ask(number, "extend-suspension", **extended)
    assert answer.status_code == 201, answer.text
    again = visit.ask(number, "extend-suspension", **extended)
    assert again.status_code == 409
    assert again.json()["reading"].startswith("D-12")


def test_a_repeated_command_gets_its_first_answer(door: Door) -> None:
    number, key = door.certified("Dirk Dik"), uuid4()
    visit = door.visit("m.bakker", BODY)
    body = {"action": "suspend", "data": suspension(door)}
    first = visit.post(f"/cases/{number}/actions", body, key)
    again = visit.post(f"/cases/{number}/actions", body, key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert (first.json()["repeated"], again.json()["repeated"]) == (False, True)
    assert again.json()["facts"] == first.json()["facts"]
    other = visit.post(f"/cases/{number}/actions", {**body, "action": "verify-measures"}, key)
    assert other.status_code == 409


def test_a_stale_if_match_is_412_and_nothing_is_recorded(door: Door) -> None:
    number = door.certified("Els Eik")
    visit = door.visit("m.bakker", BODY)
    seen = visit.get(f"/cases/{number}").headers["ETag"]
    body = {"action": "suspend", "data": suspension(door)}
    path = f"/cases/{number}/actions"
    assert visit.post(path, body, headers={"If-Match": '"1"'}).status_code == 412
    assert visit.get(f"/cases/{number}").headers["ETag"] == seen
    assert visit.post(path, body, headers={"If-Match": seen}).status_code == 201


def test_the_role_is_one_of_the_callers(door: Door) -> None:
    number = door.certified("Fien Faber")
    handler, manager = door.visit("m.bakker", BODY), door.visit("c.smit", MANAGER)
    ground = suspension(door, ground="other-circumstances")
    assert handler.ask(number, "suspend", **ground).status_code == 409
    body = {"action": "suspend", "data": ground, "role": MANAGER}
    assert handler.post(f"/cases/{number}/actions", body).status_code == 403
    answer = manager.post(f"/cases/{number}/actions", body)
    assert answer.json()["facts"][0]["by"]["role"] == MANAGER


def test_nobody_acts_as_the_clerk_through_the_door(door: Door) -> None:
    number = door.certified("Gijs Gans")
    answer = door.visit("sly", "clerk", BODY).ask(number, "expire-certificate")
    assert answer.status_code == 403


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "not-a-uuid"}])
def test_a_command_carries_an_id(door: Door, headers: dict[str, str]) -> None:
    number = door.opened()
    visit = door.visit("m.bakker", BODY)
    answer = visit.client.post(
        f"/api/v1/cases/{number}/actions",
        json={"action": "submit-agreement"},
        headers={"Authorization": f"Bearer {visit.token}", **headers},
    )
    assert answer.status_code == 400


def test_the_trail_tells_each_fact_with_its_basis_checks_and_actor(door: Door) -> None:
    number = door.certified("Hans Haan")
    visit = door.visit("inspector", "regulator")
    first = visit.get(f"/cases/{number}/facts?limit=5").json()
    assert [fact["version"] for fact in first["items"]] == [1, 2, 3, 4, 5]
    rest = visit.get(f"/cases/{number}/facts?limit=100&cursor={first['next']}").json()
    assert rest["next"] is None
    facts = first["items"] + rest["items"]
    assert [fact["version"] for fact in facts] == list(range(1, len(facts) + 1))
    granted = next(f for f in facts if f["fact"].endswith("certificate-granted"))
    assert granted["basis"]["at"].startswith("14") or granted["basis"]["at"].startswith("15")
    assert granted["by"]["id"] == "d.maker"
    assert any(check["holds"] for fact in facts for check in fact["checks"])
    only = visit.get(f"/cases/{number}/facts?matter=certificate-1").json()["items"]
    assert {fact["matter"] for fact in only} == {"certificate-1"}


def test_a_file_is_read_as_it_stood(door: Door) -> None:
    number = door.certified("Ina IJzer")
    visit = door.visit("m.bakker", BODY)
    facts = visit.get(f"/cases/{number}/facts?limit=100").json()["items"]
    then = visit.get(f"/cases/{number}?version=2").json()
    assert (then["version"], then["standing"]) == (2, "enrolled")
    moment = facts[3]["recordedAt"].replace("+", "%2B")
    known = visit.get(f"/cases/{number}?knownAt={moment}").json()
    assert known["version"] >= 4
    yesterday = door.today - timedelta(days=1)
    assert visit.get(f"/cases/{number}?on={yesterday}").status_code == 404
    both = visit.get(f"/cases/{number}?version=2&knownAt={moment}").json()
    assert both["version"] == 2


def test_terms_come_with_every_step_to_their_day(door: Door) -> None:
    number = door.certified("Jos Jager")
    told = door.visit("m.bakker", BODY).get(f"/cases/{number}").json()
    validity = next(term for term in told["terms"] if term["term"] == "C-T04")
    assert validity["steps"][-1]["day"] == validity["due"]
    assert validity["state"] == "running"
    assert all(step["place"]["at"] for step in validity["steps"])


def test_an_erased_person_stays_a_case(door: Door) -> None:
    from domain.fact import Actor
    from infra.store.views.reading import Views
    from services.erasure import Erasure

    number = door.opened("Karel Kwijt")
    door.catch_up()
    visit = door.visit("m.bakker", BODY)
    person = UUID(visit.get(f"/cases/{number}").json()["person"])
    cases = Views(door.house.pool).cases
    erasure = Erasure(door.house.record, cases, door.house.keyring)
    erasure.erase(person, Actor(id="p.officer", role="privacy-officer"))
    told = visit.get(f"/cases/{number}").json()
    assert told["state"]["name"] == {"erased": "identity"}
    assert "Karel" not in visit.get(f"/cases/{number}/facts").text
    agreement = visit.ask(
        number,
        "submit-agreement",
        onStandardDocument=True,
        filledIn=True,
        signed=True,
        namesCodeOfConduct=True,
        function="registered-confidential-adviser",
    )
    assert agreement.status_code == 201
    refused = visit.ask(
        number, "upload-document", kind="vog", dated=str(door.today), nameOnIt="Karel Kwijt"
    )
    assert refused.status_code == 409
    assert "erased" in refused.json()["detail"]
