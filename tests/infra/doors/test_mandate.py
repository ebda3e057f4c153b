"""Under every scheme: who works with the cases reads them, all others their own file at most."""

from uuid import UUID, uuid4  # noqa: TID251  tests come in through the door

import pytest

from domain.schemes import all_schemes
from tests.infra.doors.visits import Door, Visit

ROLES = [(scheme.id, role) for scheme in all_schemes().values() for role in scheme.roles.values()]
INSIDERS = {
    ("lvv-certification", "certification-body"),
    ("lvv-certification", "certification-manager"),
    ("lvv-certification", "lvv-board"),
    ("lvv-certification", "lvv-secretariat"),
    ("lvv-accreditation", "lvv-office"),
    ("lvv-accreditation", "lvv-board"),
    ("lvv-accreditation", "hobeon"),
    ("lvv-accreditation", "quality-auditor"),
    ("lvv-accreditation", "content-expert"),
    ("lvv-accreditation", "expert-committee"),
    ("lvv-accreditation", "dispute-committee"),
    ("ssvv-sogp", "auditor"),
    ("ssvv-sogp", "ssvv"),
    ("taken-over", "archivist"),
    ("taken-over", "handler"),
}
HOUSE = {"privacy-officer", "regulator"}


def visit(door: Door, scheme: str, role: str, person: UUID | None = None) -> Visit:
    return Visit(door.client, door.issuer.issue("somebody", {scheme: [role]}, person=person))


@pytest.mark.parametrize(("scheme", "role"), [(s, r.id) for s, r in ROLES])
def test_only_who_works_with_the_cases_reads_lists(door: Door, scheme: str, role: str) -> None:
    insider = (scheme, role) in INSIDERS or role in HOUSE
    answer = visit(door, scheme, role).get(f"/deadlines?scheme={scheme}")
    assert answer.status_code == (200 if insider else 403)


def test_a_centre_opens_and_reads_its_own_file_and_no_other(door: Door) -> None:
    mine, other = uuid4(), uuid4()
    asked = {
        "scheme": "ssvv-sogp",
        "kind": "centre",
        "action": "open-file",
        "data": {
            "centre": "Scholing Noord B.V.",
            "contactPerson": "T. de Boer",
            "contact": "noord@example.org",
        },
    }
    numbers = []
    for subject in (mine, other):
        answer = visit(door, "ssvv-sogp", "centre", subject).post("/cases", asked)
        assert answer.status_code == 201, answer.text
        numbers.append(answer.json()["number"])
    own = visit(door, "ssvv-sogp", "centre", mine)
    assert own.get(f"/cases/{numbers[0]}").status_code == 200
    assert own.get(f"/cases/{numbers[1]}").status_code == 404
    assert visit(door, "ssvv-sogp", "centre").post("/cases", asked).status_code == 403
    elsewhere = visit(door, "lvv-certification", "person", mine)
    assert elsewhere.get(f"/cases/{numbers[0]}").status_code == 404
