"""The number of a file: one a subject, readable aloud, and it tells nothing."""

from random import Random
from uuid import UUID

from domain.number import CROCKFORD, NUMBER, number_of, stream_of


def test_a_number_is_three_groups_of_four_that_nobody_misreads() -> None:
    number = number_of("lvv-certification", "person", "11111111-2222-4333-8444-555555555555")
    assert NUMBER.fullmatch(number)
    assert not set("ILOU") & set(CROCKFORD)


def test_a_subject_has_the_same_number_for_ever() -> None:
    """Files are found again by it; these may never change."""
    subject = "11111111-2222-4333-8444-555555555555"
    assert number_of("lvv-certification", "person", subject) == "8GJ6-ECWP-PNK6"
    assert stream_of("8GJ6-ECWP-PNK6") == UUID("b71a2bd5-d460-55bf-9d40-4db2939e2099")


def test_schemes_kinds_and_subjects_are_kept_apart() -> None:
    numbers = {
        number_of(scheme, kind, subject)
        for scheme in ("one", "two")
        for kind in ("person", "scheme")
        for subject in ("a", "b")
    }
    assert len(numbers) == 8


def test_two_hundred_thousand_subjects_have_two_hundred_thousand_numbers() -> None:
    rnd = Random(20260515)
    subjects = (str(UUID(int=rnd.getrandbits(128))) for _ in range(200_000))
    assert len({number_of("scheme", "person", subject) for subject in subjects}) == 200_000


def test_every_letter_is_used_in_every_place() -> None:
    """Sixty bits, evenly: no place of the number stands still."""
    numbers = [number_of("scheme", "person", str(n)).replace("-", "") for n in range(2_000)]
    assert all(len({number[place] for number in numbers}) == 32 for place in range(12))
