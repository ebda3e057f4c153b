"""What is being looked into: applications, measures, suspensions, objections, PE activities."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.schemes.lvv_certification.act import EDITION, section
from domain.schemes.lvv_certification.record.application import Application
from domain.schemes.lvv_certification.record.education import Activity
from domain.schemes.lvv_certification.record.objection import Appeal, Objection
from domain.schemes.lvv_certification.record.own_file import OwnFile
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_30_framework import (
    C_T12,
    FRAMEWORK,
    NEXT_YEAR,
    THIS_YEAR,
)
from domain.schemes.lvv_certification.shown.audits_certificate import of_a_certificate
from domain.schemes.lvv_certification.shown.step import BOARD, BODY, PERSON
from domain.shown import AuditStatus

OF_AN_APPLICATION = {
    "pre-check": ("in pre-check", BODY, "the file is accepted, or told what it lacks", 13),
    "awaiting-supplement": ("to be supplemented", PERSON, "the file is supplemented", 13),
    "review": ("in review", BODY, "a decision on the application", 14),
}


def audits(case: CaseFile[PersonFile]) -> tuple[AuditStatus, ...]:
    """Everything in a person's file that is being looked into, in the order of the file."""
    file = case.state
    return (
        *(one for now in file.applications.values() for one in _of_an_application(now)),
        *(one for now in file.certificates.values() for one in of_a_certificate(case, now)),
        *(one for now in file.activities.values() for one in _of_an_activity(now)),
        *(one for now in file.objections.values() for one in _of_an_objection(now)),
        *(one for now in file.appeals.values() for one in _of_an_appeal(now)),
    )


def _of_an_application(now: Application) -> Iterator[AuditStatus]:
    if now.standing in OF_AN_APPLICATION:
        status, role, next_, place = OF_AN_APPLICATION[now.standing]
        waits = now.standing == "awaiting-supplement"
        yield AuditStatus(
            matter=now.matter,
            status=status,
            since=now.since,
            for_whom=role,
            next=next_,
            due=now.supplement_by if waits else None,
            under=section(place),
        )


def _of_an_activity(now: Activity) -> Iterator[AuditStatus]:
    if now.standing == "registered":
        yield AuditStatus(
            matter=now.matter,
            status="education to be assessed",
            since=now.since,
            for_whom=BODY,
            next="the activity is accepted or rejected",
            under=section(17),
        )


def _of_an_objection(now: Objection) -> Iterator[AuditStatus]:
    if now.standing in ("filed", "handling"):
        yield AuditStatus(
            matter=now.matter,
            status="objection investigated",
            since=now.since,
            for_whom=BODY,
            next="a decision on the objection",
            under=section(25),
        )


def _of_an_appeal(now: Appeal) -> Iterator[AuditStatus]:
    if now.standing in ("filed", "incomplete", "investigating"):
        yield AuditStatus(
            matter=now.matter,
            status="appeal investigated",
            since=now.sent_on,
            for_whom=BOARD,
            next="an opinion of the board",
            under=section(26),
        )


def audits_of_the_scheme(case: CaseFile[OwnFile]) -> tuple[AuditStatus, ...]:
    """The framework, which the board reviews once in every calendar year."""
    reviewed_on, opened_on = case.state.reviewed_on, case.trail[0].fact.on
    since = reviewed_on or opened_on
    length = (NEXT_YEAR if reviewed_on else THIS_YEAR).of(EDITION)
    return (
        AuditStatus(
            matter=FRAMEWORK,
            status="framework to be reviewed",
            since=since,
            for_whom=BOARD,
            next="a decision of the board whether it changes",
            due=length.counted(since, case.state.calendar).day,
            under=C_T12.place,
        ),
    )
