"""The public register of accredited training.

This scheme has no article on a register: the certificate is the only proof (5(1)) and a
withdrawal is made suitably known (An.7). What is shown is what the certificate of the time
states, from the day the accreditation holds, and how it ended; never an application, a
rejection, a report, a finding or a fine (An.1(g), An.5).
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import get_args

from domain.case import CaseFile
from domain.days import ONE_DAY
from domain.law import Place
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
EARLIER = article(5)(1).read(
    "a renewal prolongs one accreditation: until it has its own certificate, the earlier proves it"
)
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
    periods = [one for one in now.periods if now.ended_on is None or one.first < now.ended_on]
    periods = periods or [now.periods[0]]
    for period, following in zip(periods, (*periods[1:], None), strict=True):
        proved = now.proved_on(period.first)
        if proved is None:
            continue
        read = partial(_line, case, now, proved, NO_ARTICLE if proved is period else EARLIER)
        last = _last_day_of(period, now)
        if last >= period.first:
            yield read("accredited", period.first, last, period.last)
        first_without = last + ONE_DAY
        if following is not None and following.first > first_without:
            yield read("expired", first_without, following.first - ONE_DAY, first_without)
        if following is None and now.standing != "replaced":
            yield read(STATUS.get(now.standing, "expired"), first_without, None, first_without)


def _last_day_of(period: Period, now: Accreditation) -> date:
    ended = now.ended_on
    return period.last if ended is None else min(period.last, ended - ONE_DAY)


def _line(
    case: CaseFile[TrainingFile],
    now: Accreditation,
    proved: Period,
    rests_on: Place,
    status: str,
    since: date,
    until: date | None,
    day: date,
) -> RegisterLine:
    certificate = proved.certificate
    assert certificate is not None  # noqa: S101  _lines shows nothing without one
    _, _, n = now.matter.partition("-")
    investigation = case.state.investigations.get(proved.application)
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
        under={"withdrawn": MADE_KNOWN, "ended": ENDED}.get(status, rests_on),
    )
