"""The public register of accredited training.

This scheme has no article on a register: the certificate is the only proof (5(1)) and a
withdrawal is made suitably known (An.7). What is shown is what the certificate states, from the
day the accreditation holds, and how it ended; never an application, a rejection, a report, a
finding or a fine (An.1(g), An.5).
"""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from domain.case import CaseFile
from domain.days import ONE_DAY
from domain.schemes.lvv_accreditation.act import annex, article
from domain.schemes.lvv_accreditation.record.accreditation import (
    Accreditation,
    AccreditationFact,
    Period,
    Standing,
)
from domain.schemes.lvv_accreditation.record.application import ApplicationFact, FileOpened
from domain.schemes.lvv_accreditation.record.investigation import InvestigationFact
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.shown import RegisterLine

TYPE = "LVV accredited continuing training"
NO_ARTICLE = article(5)(1).read("no article on a register: what the certificate states is shown")
MADE_KNOWN = annex(7)("c").read("a withdrawal is made suitably known in the register")
ENDED = annex(4)("c*").read("after the year on the old text the register shows it ended")
STATUS: dict[Standing, str] = {
    "expired": "expired",
    "withdrawn": "withdrawn",
    "old-text-ended": "ended",
}
MEANS = {
    "accredited": "last valid day",
    "expired": "first day without accreditation",
    "withdrawn": "first day of the withdrawal",
    "ended": "first day without accreditation",
}

TOLD_FROM = (
    FileOpened,
    *get_args(ApplicationFact),
    *get_args(InvestigationFact),
    *get_args(AccreditationFact),
)


def register(case: CaseFile[TrainingFile]) -> tuple[RegisterLine, ...]:
    """How every entry of this file read and reads, by legal day; oldest entry first."""
    lines = (line for one in case.state.accreditations.values() for line in _lines(case, one))
    return tuple(lines)


def _lines(case: CaseFile[TrainingFile], now: Accreditation) -> Iterator[RegisterLine]:
    """From one status to the next; what has no certificate yet is not shown."""
    if now.certificate is None:
        return
    for period, following in zip(now.periods, (*now.periods[1:], None), strict=True):
        last = _last_day_of(period, now)
        if last >= period.first:
            yield _line(case, now, "accredited", period.first, last, period.last)
        if following is None:
            yield from _end_of(case, now, last + ONE_DAY)
        elif following.first > last + ONE_DAY:
            gap = last + ONE_DAY
            yield _line(case, now, "expired", gap, following.first - ONE_DAY, gap)


def _last_day_of(period: Period, now: Accreditation) -> date:
    ended = now.ended_on
    return period.last if ended is None else min(period.last, ended - ONE_DAY)


def _end_of(case: CaseFile[TrainingFile], now: Accreditation, day: date) -> Iterator[RegisterLine]:
    """How it reads after its last day; one that was replaced reads on as the new one."""
    if now.standing != "replaced":
        yield _line(case, now, STATUS.get(now.standing, "expired"), day, None, day)


def _line(
    case: CaseFile[TrainingFile],
    now: Accreditation,
    status: str,
    since: date,
    until: date | None,
    day: date,
) -> RegisterLine:
    certificate = now.certificate
    assert certificate is not None  # noqa: S101  _lines shows nothing without one
    _, _, n = now.matter.partition("-")
    investigation = case.state.investigations.get(_application_of(case, now))
    form = investigation.offer.form if investigation and investigation.offer else ""
    return RegisterLine(
        entry=f"{case.number}-{n}",
        type=TYPE,
        status=status,
        day=day,
        day_means=MEANS[status],
        since=since,
        until=until,
        name=case.state.provider,
        more={
            "training": certificate.title,
            "certificate": certificate.number,
            "points": str(certificate.points),
            "form": form,
        },
        under={"withdrawn": MADE_KNOWN, "ended": ENDED}.get(status, NO_ARTICLE),
    )


def _application_of(case: CaseFile[TrainingFile], now: Accreditation) -> str:
    """The application or renewal that the certificate rests on: the latest that was granted."""
    granted = [m for m, one in case.state.applications.items() if one.standing == "granted"]
    return granted[-1] if granted else now.matter
