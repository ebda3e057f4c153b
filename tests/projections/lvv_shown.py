"""What a person's file shows in these tests: little, and all of it to be seen from the facts.

The scheme's own answers grow with its text; how views are kept is tested on answers that stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.case import CaseFile, Law
from domain.days import Span, TimeToAct
from domain.schemes import Scheme, all_schemes
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import FileOpened
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateSuspended,
    RegisterStatusChanged,
    SuspensionNotified,
)
from domain.schemes.lvv_certification.settings import OBJECTION_WEEKS
from domain.shown import AuditStatus, Notice, RegisterLine, Shown, Waiting
from domain.terms import Term, its_day

REFUSES_TO_SHOW = "certificate-13"
"""A matter that every view but the dossier, the cases and the deadlines stumbles over."""


def register(file: CaseFile[Any]) -> tuple[RegisterLine, ...]:
    lines: list[RegisterLine] = []
    for fact in (record.fact for record in file.trail):
        if fact.matter == REFUSES_TO_SHOW:
            raise ValueError("this case cannot be shown")
        if isinstance(fact, CertificateGranted):
            lines.append(_line(file, "valid", fact.on, fact.until))
        elif isinstance(fact, RegisterStatusChanged):
            if lines:
                day_before = fact.first_day - timedelta(days=1)
                lines[-1] = lines[-1].model_copy(update={"until": day_before})
            lines.append(_line(file, fact.status, fact.first_day, fact.day))
    return tuple(lines)


def _line(file: CaseFile[Any], status: str, since: Any, day: Any) -> RegisterLine:
    return RegisterLine(
        entry=file.number,
        type="adviser",
        status=status,
        day=day,
        day_means="the last day",
        since=since,
        name=file.state.name,
        born=file.state.born,
        under=section(29),
    )


def audits(file: CaseFile[Any]) -> tuple[AuditStatus, ...]:
    now = file.state.certificate
    if now is None or now.suspension is None:
        return ()
    return (
        AuditStatus(
            matter=now.matter,
            status="suspended",
            since=now.suspension.first_day,
            for_whom="certification-body",
            next="lift-suspension",
            due=now.suspension.until,
            under=section(27),
        ),
    )


def waiting(file: CaseFile[Any]) -> tuple[Waiting, ...]:
    now = file.state.certificate
    if now is None or now.suspension is None or now.suspension.notified:
        return ()
    return (
        Waiting(
            matter=now.matter,
            action="notify-suspension",
            for_whom="certification-body",
            since=now.since,
            says="the suspension is to be made known",
        ),
    )


def notices(file: CaseFile[Any]) -> tuple[Notice, ...]:
    told = [r.fact.on for r in file.trail if isinstance(r.fact, SuspensionNotified)]
    decided = [r for r in file.trail if isinstance(r.fact, CertificateSuspended)]
    return tuple(
        Notice(
            key=f"suspension.{record.version}",
            matter=record.fact.matter,
            to="person",
            says="your certificate is suspended",
            since=record.fact.on,
            written=True,
            sent_on=told[n] if n < len(told) else None,
            place=section(27),
        )
        for n, record in enumerate(decided)
    )


def standing(file: CaseFile[Any]) -> str:
    now = file.state.certificate
    return now.standing if now else "no certificate"


SHOWN = Shown(
    register=register,
    register_from=(FileOpened, CertificateGranted, RegisterStatusChanged),
    audits=audits,
    waiting=waiting,
    notices=notices,
    standing=standing,
)


def _weeks_to_object(_: CertificateSuspended, law: Law) -> TimeToAct:
    weeks = OBJECTION_WEEKS.number(law) or 4
    return TimeToAct(span=Span(weeks=weeks), place=section(25), moves=True)


OBJECT = Term(
    id="T-1",
    name="the person may object",
    place=section(25),
    for_whom="person",
    length=_weeks_to_object,
    opened_by={CertificateSuspended: its_day},
)
"""A term that moves with the calendar and with a setting."""


def _showing() -> Mapping[str, Scheme]:
    scheme = all_schemes()["lvv-certification"]
    terms = scheme.files["person"].terms
    person = replace(scheme.files["person"], shown=SHOWN, terms=(*terms, OBJECT))
    own = replace(scheme.files["scheme"], shown=Shown())
    shown = replace(scheme, files={**scheme.files, "person": person, "scheme": own})
    return {**all_schemes(), scheme.id: shown}


SCHEMES = _showing()


def schemes() -> Mapping[str, Scheme]:
    """The same, for a process that has to be told where they are."""
    return SCHEMES
