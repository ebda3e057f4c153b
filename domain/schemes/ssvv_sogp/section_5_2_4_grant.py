"""5.1, 5.2.4 Recognition (Erkenning tot SOG-P opleidingscentrum)

- Recognition is granted per qualification and per location, after a positive result of the audit.
- The centre receives official notice, which states the day from which it is recognised.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import Application, ApplicationLine, LineGranted
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import RecognitionGranted, RecognitionNoticeSent
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.schemes.ssvv_sogp.section_2_3_norms import norms_in_force
from domain.schemes.ssvv_sogp.section_3_own_expertise import has_own_expertise
from domain.schemes.ssvv_sogp.section_5_2_3_conclusion import (
    R_65,
    R_66,
    is_independent,
    line_of,
)
from domain.schemes.ssvv_sogp.standing import application_named, line_named
from domain.words import Code

AT_5_1, AT_5_2_4 = section("5.1"), section("5.2.4")

R_67 = Rule(
    id="R-67", place=AT_5_1, says="recognition is granted per qualification and per location"
)
R_69 = Rule(
    id="R-69",
    place=AT_5_2_4,
    says="the official notice states the day from which the centre is recognised",
)


class GrantRecognition(Command):
    """Recognise the centre for one qualification at one location, from a day on."""

    name = "grant-recognition"
    application: Code
    qualification: Code
    location: Code | None = None
    effective: Day


class SendRecognitionNotice(Command):
    """Send the official notice of a recognition, with the day from which it holds."""

    name = "send-recognition-notice"
    line: Code
    effective: Day | None = None


def awaits_a_grant(at: Situation[CentreFile]) -> None:
    if not any(one.is_open for one in at.file.applications.values()):
        raise Refused("no application is open", AT_5_2_4)


@action(GrantRecognition, by=SSVV, place=AT_5_2_4, when=awaits_a_grant)
def grant_recognition(asked: GrantRecognition, at: Situation[CentreFile]) -> Facts:
    """Recognise the centre for one qualification at one location, after a positive audit."""
    now = application_named(at, asked.application)
    located = asked.location is not None
    require(R_67, located, "say at which location; recognition is of one", located=located)
    line = line_of(now, asked.location or "", asked.qualification)
    _was_audited(now, line, at)
    has_own_expertise(at, asked.qualification)
    if asked.effective < asked.on:
        raise Refused(f"recognise from {asked.on} or later; it does not work back", AT_5_2_4)
    matter = at.file.next_matter("line")
    key = line.key
    return (
        RecognitionGranted(
            matter=matter,
            on=asked.on,
            basis=AT_5_2_4,
            location=key.location,
            qualification=key.qualification,
            catalogue=line.asked.catalogue,
            application=now.matter,
            audit=line.audit,
            norms=norms_in_force(at.law, key.qualification, asked.effective),
            effective=asked.effective,
        ),
        LineGranted(
            matter=now.matter,
            on=asked.on,
            basis=AT_5_2_4,
            location=key.location,
            qualification=key.qualification,
            line=matter,
            undecided=now.undecided - 1,
        ),
    )


def _was_audited(now: Application, line: ApplicationLine, at: Situation[CentreFile]) -> None:
    """Audited, positively, also for an extension; and granted by somebody else (SoD-6)."""
    if not now.first:
        require(
            R_66,
            bool(line.audit),
            "an extension takes a recognition audit too; schedule one",
            audited=bool(line.audit),
        )
    require(
        R_65,
        line.positive is True,
        "recognition follows a positively finished audit; conclude it first",
        positive=line.positive,
    )
    is_independent(at, at.file.audits[line.audit])


def notice_waits(at: Situation[CentreFile]) -> None:
    if not any(one.is_held and one.notice_sent_on is None for one in at.file.lines.values()):
        raise Refused("no recognition waits for its notice", AT_5_2_4)


@action(SendRecognitionNotice, by=SSVV, place=AT_5_2_4, when=notice_waits)
def send_recognition_notice(asked: SendRecognitionNotice, at: Situation[CentreFile]) -> Facts:
    """Send the official notice of a recognition, with the day from which it holds."""
    line = line_named(at, asked.line, "granted", "in-force")
    if line.notice_sent_on is not None:
        raise Refused(f"the notice of {line.matter} was sent on {line.notice_sent_on}", AT_5_2_4)
    require(
        R_69,
        asked.effective == line.effective,
        f"the notice states the day from which it holds, which is {line.effective}",
        stated=asked.effective,
        effective=line.effective,
    )
    return RecognitionNoticeSent(
        matter=line.matter, on=asked.on, basis=AT_5_2_4, effective=line.effective
    )
