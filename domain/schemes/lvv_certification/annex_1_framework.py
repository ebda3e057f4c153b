"""Annex 1. Framework (Toetsingskader)

- Extra activities are free in form; their relevance for the function is shown.
- An activity can be put forward once; double counting is not allowed.

The table of the annex ticks every box for both tests; the lists of 11 and 16 govern (D-4).
"""

import hashlib
from datetime import date

from domain.law import Rule, require
from domain.schemes.lvv_certification.act import annex
from domain.schemes.lvv_certification.record.education import Activity, ActivityRegistered
from domain.schemes.lvv_certification.record.person_file import PersonFile

AN_1 = annex(1)

R_19 = Rule(
    id="R-19", place=AN_1, says="the relevance of an extra activity for the function is shown"
)
AGAIN = AN_1.read("put forward once is counted once: what was rejected may be put forward again")
R_20 = Rule(
    id="R-20",
    place=AN_1,
    says="an activity is put forward once: in one area, and never again in a later period",
)


def fingerprint(case: str, reference: str, first_day: date, last_day: date) -> str:
    """What tells an activity from another: its proof and its days, whatever the area.

    The number of the case file goes in, so that those of two people can't be compared.
    """
    told = f"{case}/{reference.casefold()}/{first_day}/{last_day}"
    return hashlib.sha256(told.encode()).hexdigest()


def handed_in_before(file: PersonFile, mark: str) -> Activity | None:
    """The activity with this fingerprint that waits or was accepted, in any area or period.

    One that was rejected may be handed in again.
    """
    return next(
        (
            one
            for one in file.activities.values()
            if one.registered.fingerprint == mark and one.standing in ("registered", "accepted")
        ),
        None,
    )


def was_rejected_before(file: PersonFile, mark: str) -> bool:
    """Whether the activity with this fingerprint was handed in before, and rejected."""
    return any(
        one.registered.fingerprint == mark and one.standing == "rejected"
        for one in file.activities.values()
    )


def counts_once(one: Activity) -> None:
    """Refused when the activity is on file already under another number (R-20)."""
    require(
        R_20,
        one.standing != "duplicate",
        f"{one.matter} is the same activity as {one.same_as}, and an activity counts once",
        same_as=one.same_as or None,
    )


def relevance_is_shown(one: ActivityRegistered) -> None:
    """Refused when nothing says why an extra activity matters for the function (R-19)."""
    shown = one.relevance is not None
    require(R_19, shown, "nothing shows the relevance; say why it matters", shown=shown)
