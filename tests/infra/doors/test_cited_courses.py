"""A course cites the case of its training: it counts if that was accredited when it was taken.

Both files go through the doors, and neither scheme knows the other.
"""

from datetime import date
from itertools import count

import pytest

from tests.infra.doors.filed import filed
from tests.infra.doors.visits import BODY, Door, Json, Visit
from tests.schemes.lvv_accreditation.told import ACCREDITED, END, MAR_4, TO_BE_DECIDED
from tests.schemes.lvv_accreditation.told import given as a_training
from tests.schemes.lvv_certification.told import given as a_person
from tests.schemes.lvv_certification.told import granted, opened

TRAININGS = "lvv-accreditation"
JUN_10, JUN_11 = date(2026, 6, 10), date(2026, 6, 11)


SUBJECTS = count(9100)


@pytest.fixture
def training(door: Door) -> str:
    """Accredited from 4 March 2026 for four years."""
    return filed(door, a_training(*ACCREDITED), next(SUBJECTS))


@pytest.fixture
def person(door: Door) -> str:
    """Certified from 15 April 2026."""
    return filed(door, a_person(opened, granted), next(SUBJECTS))


def hand_in(door: Door, person: str, training: str, first: date, last: date) -> Json:
    """A course as handed in; the proof has it accredited from the start of the year."""
    answer = door.visit("a.person", "person", BODY).ask(
        person,
        "register-activity",
        area="course",
        firstDay=str(first),
        lastDay=str(last),
        hours=8,
        contactHours=8,
        course={"accreditation": training, "accreditedFrom": "2026-01-01"},
        form="institute-proof",
        reference=f"proof-{first}-{last}",
        what="a day on conversations",
    )
    assert answer.status_code == 201, answer.text
    told: Json = answer.json()["facts"][0]["content"]["course"]
    return told


def accept(door: Door, person: str, activity: str) -> int:
    answer = door.visit("m.bakker", BODY).ask(person, "accept-activity", activity=activity)
    return int(answer.status_code)


def withdraw(door: Door, training: str) -> None:
    board = Visit(door.client, door.issuer.issue("b.stuur", {TRAININGS: ["lvv-board"]}))
    breach = {"kind": "criteria-not-met", "reasons": "no teachers are left"}
    for action, data in (
        ("establish-breach", breach),
        ("withdraw-mark-right", {"reasons": "the criteria are not met"}),
    ):
        answer = board.ask(training, action, **data)
        assert answer.status_code == 201, answer.text


def test_what_counted_stays_and_the_dossier_shows_both_dates(
    door: Door, training: str, person: str
) -> None:
    reads = door.visit("m.bakker", BODY)
    said = hand_in(door, person, training, JUN_10, JUN_11)
    assert said["heldOnFile"] is True
    assert (said["onFileFrom"], said["onFileUntil"]) == (str(MAR_4), str(END))
    assert accept(door, person, "pe-1") == 201
    before = reads.get(f"/cases/{person}").json()["citations"]
    known = reads.get(f"/cases/{person}/facts").json()["items"][-1]["recordedAt"]
    withdraw(door, training)

    case = reads.get(f"/cases/{person}").json()
    assert case["state"]["activities"]["pe-1"]["standing"] == "accepted"
    (cited,) = case["citations"]
    assert (cited["case"], cited["scheme"], cited["matter"]) == (training, TRAININGS, "pe-1")
    assert (cited["firstDay"], cited["lastDay"]) == (str(JUN_10), str(JUN_11))
    assert (cited["stood"], cited["stands"]) == ("accredited", "withdrawn")
    assert cited["stretches"] == [
        {
            "firstDay": str(MAR_4),
            "lastDay": str(END),
            "endedOn": str(door.today),
            "ended": "withdrawn",
        }
    ]
    assert reads.get(f"/cases/{person}?knownAt={known}").json()["citations"] == before
    (course,) = (
        one["content"]["course"]
        for one in reads.get(f"/cases/{person}/facts").json()["items"]
        if one["fact"] == "lvv-certification.pe-activity-registered"
    )
    assert course == said, "what counted is evidence, and is not derived again"


def test_the_day_it_was_taken_decides_not_the_day_it_is_handed_in(
    door: Door, training: str, person: str
) -> None:
    """The right ends on the day of the withdrawal itself (An.7(a): with immediate effect)."""
    withdraw(door, training)
    assert hand_in(door, person, training, JUN_11, JUN_11)["heldOnFile"] is True
    assert accept(door, person, "pe-1") == 201
    said = hand_in(door, person, training, door.today, door.today)
    assert said["heldOnFile"] is False
    refused = door.visit("m.bakker", BODY).ask(person, "accept-activity", activity="pe-2")
    assert (refused.status_code, refused.json()["rule"]) == (409, "R-12")


def test_a_course_that_was_not_accredited_does_not_count(door: Door, person: str) -> None:
    """The proof may say otherwise; what the file of the training says goes before it."""
    never = filed(door, a_training(*TO_BE_DECIDED), next(SUBJECTS))
    said = hand_in(door, person, never, JUN_10, JUN_11)
    assert (said["heldOnFile"], said["onFileFrom"]) == (False, None)
    refused = door.visit("m.bakker", BODY).ask(person, "accept-activity", activity="pe-1")
    assert (refused.status_code, refused.json()["rule"]) == (409, "R-12")
