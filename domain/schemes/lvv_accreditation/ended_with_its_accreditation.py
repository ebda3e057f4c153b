"""What ends with the accreditation that it is about: its renewal, its checks, their findings.

- A renewal prolongs an accreditation (6(1)); of one that was withdrawn, replaced or ended with the
  old text nothing is left to prolong. One that ran out may still be decided late (B-7), when the
  holder delivered documents in time for it; when he did not, he asks for the mark anew.
- A check is made during the term (7(4)), and its report is about going on (7(6)).
- What was found wanting is for a holder to answer and to mend (An.6(b)).
"""

from datetime import date

from domain.fact import Fact
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.accreditation import (
    ENDS,
    Accreditation,
    AccreditationExpired,
    AccreditationReplaced,
)
from domain.schemes.lvv_accreditation.record.application import Application
from domain.schemes.lvv_accreditation.record.check import Check
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile

NOTHING_LEFT = article(6)(1).read(
    "a renewal ends with its accreditation; after expiry it goes on if documents were delivered"
)
DURING_THE_TERM = article(7)(4).read(
    "a check is made during the term, so it ends with the accreditation, whatever its stage"
)
ENDS_A: dict[str, frozenset[type[Fact]]] = {
    "renewal": frozenset(ENDS) - {AccreditationExpired},
    "check": frozenset(ENDS) - {AccreditationReplaced},
}
"""Which endings of an accreditation end a matter of this kind at once."""


def ended_with_its_accreditation(file: TrainingFile, matter: str) -> bool:
    """Whether this renewal or check, and what was found in it, ended with the accreditation."""
    if matter in file.checks:
        return its_accreditation_ended_on(file, file.checks[matter]) is not None
    application = file.applications.get(matter)
    return bool(application and application.renewal and _is_over(file, application))


def still_open(file: TrainingFile, application: Application) -> bool:
    """Whether it waits for a decision; a renewal that ended with its accreditation does not."""
    return application.is_open and not ended_with_its_accreditation(file, application.matter)


def its_accreditation_ended_on(file: TrainingFile, check: Check) -> date | None:
    """The first day without the accreditation that a check is about, if it ended."""
    now = _checked(file, check.opened_on)
    return now.ended_on if now is not None and now.standing != "replaced" else None


def of_its_matter_or_its_end(opening: Fact, later: Fact) -> bool:
    """Whether a later fact touches a term: it is of its matter, or ended the accreditation."""
    kind, _, _ = opening.matter.partition("-")
    return opening.matter == later.matter or type(later) in ENDS_A.get(kind, ())


def _is_over(file: TrainingFile, renewal: Application) -> bool:
    now = file.accreditations.get(renewal.accreditation)
    if now is None or now.is_held:
        return False
    looked_at = file.investigations.get(renewal.matter)
    delivered = looked_at is not None and looked_at.offer is not None
    goes_on = now.standing == "expired" and now == file.accreditation
    return not (renewal.is_open and delivered and goes_on)


def _checked(file: TrainingFile, day: date) -> Accreditation | None:
    """The accreditation of that day, or the one that took its place: it goes on as that one."""
    now: Accreditation | None = None
    for one in file.accreditations.values():
        if now is None or now.standing == "replaced" or one.periods[0].first <= day:
            now = one
    return now
