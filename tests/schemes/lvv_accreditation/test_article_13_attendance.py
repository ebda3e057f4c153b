"""LVV accreditation, 13(c)-(d): who was present, and the proof that repeats the certificate."""

from datetime import date
from typing import Any

import pytest

from domain.personal import Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.article_13_attendance import IssueProof
from domain.schemes.lvv_accreditation.record.accreditation import AccreditationReplaced
from domain.schemes.lvv_accreditation.record.compliance import ProofIssued
from tests.schemes.lvv_accreditation.told import (
    ACCREDITED,
    AFTER,
    BOARD,
    END,
    PROVIDER,
    RENEWED,
    WITH_HOBEON,
    given,
    granted,
    issued,
    issued_again,
    opened,
)

MAY_12 = date(2026, 5, 12)


def proof(**otherwise: Any) -> IssueProof:
    told: dict[str, Any] = {
        "on": MAY_12,
        "participant": Personal("Johanna Maria de Wit"),
        "initials": Personal("J.M."),
        "born": Personal(date(1980, 2, 29)),
        "name_as_on_identity_document": True,
        "provider": opened.provider,
        "title": issued.title,
        "certificate": issued.certificate,
        "points": issued.points,
        "taken_on": MAY_12,
        "on_attendance_list": True,
        "present_throughout": True,
    }
    return IssueProof(**{**told, **otherwise})


@pytest.mark.passes("R-28", "R-29", "R-01", "R-11")
def test_13_d_the_proof_repeats_the_certificate() -> None:
    given(*ACCREDITED).when(proof(), PROVIDER).then_recorded(ProofIssued)


@pytest.mark.refuses("R-28")
@pytest.mark.parametrize("absence", ["present_throughout", "on_attendance_list"])
def test_13_c_no_proof_for_who_left_early_or_is_not_on_the_list(absence: str) -> None:
    asked = proof(**{absence: False})
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("R-28", "present throughout")


@pytest.mark.refuses("R-29")
@pytest.mark.parametrize(
    ("otherwise", "says"),
    [
        ({"points": 5}, "points"),
        ({"title": "Dealing with whistleblowers"}, "title"),
        ({"certificate": "LVV-BNS-2026-0014"}, "certificate"),
        ({"provider": Personal("Academy")}, "provider"),
        ({"name_as_on_identity_document": False}, "name as on the identity document"),
    ],
)
def test_13_d_other_hours_title_number_provider_or_a_nickname(
    otherwise: dict[str, Any], says: str
) -> None:
    given(*ACCREDITED).when(proof(**otherwise), PROVIDER).then_refused("R-29", says)


@pytest.mark.refuses("R-01")
def test_2_1_no_proof_of_a_training_that_was_never_accredited() -> None:
    given(*WITH_HOBEON).when(proof(), PROVIDER).then_refused("R-01", "was not accredited")


@pytest.mark.refuses("R-11")
def test_6_1_no_proof_of_a_training_taken_after_the_last_day() -> None:
    day = date(2030, 3, 4)
    asked = proof(on=day, taken_on=day)
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("R-11", "its last day is 2030-03-03")


def test_6_1_what_was_taken_in_time_is_proved_afterwards() -> None:
    asked = proof(on=date(2030, 3, 20), taken_on=date(2030, 3, 1))
    given(*ACCREDITED).when(asked, PROVIDER).then_recorded(ProofIssued)


def test_13_d_no_proof_before_the_end_or_without_a_certificate() -> None:
    asked = proof(taken_on=date(2026, 5, 13))
    given(*ACCREDITED).when(asked, PROVIDER).then_refused("", "ends on 2026-05-13")
    given(*ACCREDITED[:-1]).when(proof(), PROVIDER).then_refused("", "no certificate")


RENEWED_POINTS = {"certificate": issued_again.certificate, "points": issued_again.points}


@pytest.mark.passes("R-29")
def test_13_d_after_a_renewal_the_day_says_which_certificate_the_proof_repeats() -> None:
    day = date(2030, 3, 20)
    old, new = proof(on=day, taken_on=END), proof(on=day, taken_on=AFTER, **RENEWED_POINTS)
    given(*RENEWED).when(old, PROVIDER).then_recorded(ProofIssued)
    given(*RENEWED).when(new, PROVIDER).then_recorded(ProofIssued)


@pytest.mark.refuses("R-29")
def test_13_d_the_hours_of_another_period_are_refused() -> None:
    asked = proof(on=AFTER, taken_on=END, **RENEWED_POINTS)
    given(*RENEWED).when(asked, PROVIDER).then_refused("R-29", "LVV-BNS-2026-0041")


def test_13_d_what_was_taken_under_a_replaced_accreditation_is_proved_by_its_certificate() -> None:
    day = date(2026, 7, 10)
    replaced = AccreditationReplaced(
        matter="accreditation-1", on=day, basis=article(5)(1), by="accreditation-2"
    )
    again = granted.model_copy(update={"matter": "accreditation-2", "on": day})
    anew = issued_again.model_copy(update={"matter": "accreditation-2", "on": day})
    told = given(*ACCREDITED, (replaced, BOARD), (again, BOARD))
    asked = proof(on=date(2026, 8, 3))
    told.given((anew, BOARD)).when(asked, PROVIDER).then_recorded(ProofIssued)
    under_the_new = proof(on=date(2026, 8, 3), taken_on=date(2026, 8, 3))
    told.when(under_the_new, PROVIDER).then_refused("", "no certificate was given for 2026-08-03")
