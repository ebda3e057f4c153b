"""What a training is and offers, as its provider describes it in the documents."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from domain.law import Value
from domain.words import Code

Number = Annotated[int, Field(ge=0, le=100_000)]
Cents = Annotated[int, Field(ge=0, le=100_000_000)]
Reference = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9./-]{0,79}$")]
"""What a certificate, a form or a teacher is known by; never the name of a person."""


EditionId = Annotated[str, StringConstraints(pattern=r"^lvv-accreditation@[0-9.]{1,9}$")]


class Teacher(Value):
    """A teacher, by a reference; ``experience`` says what shows it: cv, crkbo, or none."""

    teacher: Reference
    hbo_level: bool
    experience: Code
    sees_the_role: bool


class ELearning(Value):
    """What keeps an e-learning from being clicked through."""

    interim_test: bool
    no_skipping: bool
    final_test: bool


class Offer(Value):
    """The training as described. Times are in minutes; a half-day is one number in half_days.

    ``live`` says that a teacher gives it while the participants follow it. The time of an
    e-learning is what the provider states, for nobody is present (B-17).
    """

    form: Code
    live: bool
    actuality: bool
    depth: bool
    areas: tuple[Annotated[int, Field(ge=1, le=3)], ...]
    open_to_everyone: bool
    description_of_half_a_page: bool
    items: tuple[Code, ...]
    half_days: tuple[Number, ...] = ()
    stated_minutes: Number = 0
    homework_minutes: Number = 0
    points: Number
    fewest_participants: Number | None
    most_participants: Number | None
    workload_minutes: Number | None
    attendance_list: bool
    attendance_protocol: bool
    e_learning: ELearning | None = None
    teachers: tuple[Teacher, ...]
