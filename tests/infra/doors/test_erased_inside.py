"""Somebody in the file of another is erased: the file still loads, decides, and shows it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.fact import Actor
from domain.law import Refused
from domain.personal import Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.compliance import ProofIssued
from domain.schemes.ssvv_sogp.record.course import DiplomasSeen, ParticipantDataShared
from infra.store.views.reading import Views
from infra.store.views.rebuild import Rebuild
from services.erasure import Erasure, StillNeeded
from tests.infra.doors.filed import filed
from tests.infra.doors.visits import Door, Visit
from tests.schemes.lvv_accreditation.told import ACCREDITED
from tests.schemes.lvv_accreditation.told import given as a_training
from tests.schemes.ssvv_sogp.told import ROTTERDAM
from tests.schemes.ssvv_sogp.told import given as a_centre
from tests.schemes.ssvv_sogp.told_courses import PUPIL, a_held_course, held, verified

CENTRES, TRAININGS = "ssvv-sogp", "lvv-accreditation"
OFFICER = Actor(id="f.gegevens", role="privacy-officer")
OCT_1 = date(2025, 10, 1)
shared = ParticipantDataShared(
    matter="course-1",
    on=OCT_1,
    basis=held.basis,
    exam_centre="ec-1",
    purpose="exam-and-registration",
    encrypted=True,
)
seen = DiplomasSeen(matter="course-1", on=OCT_1, basis=held.basis, diplomas=1)


@pytest.fixture
def erasure(door: Door) -> Erasure:
    return Erasure(door.house.record, Views(door.house.pool).cases, door.house.keyring)


def reader(door: Door) -> Visit:
    granted = {CENTRES: ["ssvv", "sogp-responsible"], TRAININGS: ["lvv-office"]}
    return Visit(door.client, door.issuer.issue("r.lezer", granted))


def test_a_participant_is_erased_in_the_file_of_a_centre(door: Door, erasure: Erasure) -> None:
    number = filed(door, a_centre(*a_held_course), 9300)
    reads = reader(door)
    assert "D. Smits" in reads.get(f"/cases/{number}/facts?limit=100").text
    with pytest.raises(StillNeeded, match="course-1 is not in the CDR yet") as refused:
        erasure.erase(PUPIL, OFFICER)
    assert isinstance(refused.value.refusals[number], Refused)
    done_with = a_centre(*a_held_course, shared, seen)
    filed(door, done_with, 9300, after=len(a_held_course))
    done = erasure.erase(PUPIL, OFFICER)
    assert done.numbers == (number,)
    assert erasure.erase(PUPIL, OFFICER) == done, "asked again it is done once"
    door.catch_up()

    trail = reads.get(f"/cases/{number}/facts?limit=100")
    assert "D. Smits" not in trail.text
    ordered, erased = trail.json()["items"][-2:]
    assert (ordered["fact"], erased["fact"]) == ("person.erasure-ordered", "person.erased")
    assert ordered["content"]["person"] == erased["content"]["person"] == str(PUPIL)
    case = reads.get(f"/cases/{number}").json()
    assert case["standing"] == "recognised", "what is about the centre stays"
    assert case["state"]["courses"]["course-1"]["standing"] == "completed"
    assert erasure.resume() == []
    told = reads.ask(
        number, "propose-audit", location=ROTTERDAM, proposed=str(door.today + timedelta(days=30))
    )
    assert told.status_code == 201, told.text
    door.catch_up()
    rebuild = Rebuild(door.house.pool, door.house.pool, door.house.keyring)
    for view in ("cases", "audits", "notices", "dossier"):
        assert rebuild.differences(view) is None


def test_who_took_part_in_a_training_is_erased_in_its_file(door: Door, erasure: Erasure) -> None:
    who = UUID(int=72)
    proof = ProofIssued(
        matter="attendance",
        on=date(2026, 6, 1),
        basis=article(13)("d"),
        name=Personal("D. Deelnemer", who),
        initials=Personal("D.", who),
        born=Personal(date(1980, 1, 2), who),
        certificate="LVV-BNS-2026-0041",
        title="Dealing with a whistleblower",
        points=6,
        taken_on=date(2026, 5, 29),
    )
    number = filed(door, a_training(*ACCREDITED, proof), 9301)
    with pytest.raises(StillNeeded, match="an accreditation is held"):
        erasure.erase(UUID(int=9301), OFFICER)
    assert erasure.erase(who, OFFICER).numbers == (number,)
    reads = reader(door)
    facts = reads.get(f"/cases/{number}/facts?limit=100").json()["items"]
    (issued,) = [one for one in facts if one["fact"] == ProofIssued.stored_as]
    assert issued["content"]["name"] == {"erased": "identity"}
    assert issued["content"]["certificate"] == "LVV-BNS-2026-0041"
    case = reads.get(f"/cases/{number}").json()
    assert case["standing"] == "accredited"
    assert "erased" not in str(case["state"]["provider"]), "the provider is another"


def test_an_erasure_that_was_ordered_inside_a_file_is_gone_on_with(
    door: Door, erasure: Erasure
) -> None:
    who = UUID(int=73)
    named = [
        one.model_copy(update=_named(who)) if one is verified else one for one in a_held_course
    ]
    number = filed(door, a_centre(*named, shared, seen), 9302)
    officer = Visit(door.client, door.issuer.issue("f.gegevens", {CENTRES: ["privacy-officer"]}))
    assert officer.ask(number, "order-erasure", person=str(who)).status_code == 201
    door.catch_up()
    (done,) = erasure.resume()
    assert (done.person, done.numbers) == (who, (number,))
    assert "E. Ander" not in reader(door).get(f"/cases/{number}/facts?limit=100").text


def _named(person: UUID) -> dict[str, object]:
    return {"person": person, "name": Personal("E. Ander", person)}
