"""3.3 Use of the logo (SSVV - SOG-P logo gebruik)

- The copyright of the SOG-P logo is SSVV's. It is not allowed to publish, reproduce or hand on the
  logo, or any part of it, in any medium, without prior written consent of SSVV.

Its misuse: section_3_3_1_misuse.py.
"""

from uuid import UUID

from domain.case import Command, Facts, Situation, action
from domain.days import Day
from domain.law import Refused, Rule, require
from domain.personal import Content, Identity, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.logo import (
    Consent,
    ConsentGranted,
    ConsentRefused,
    ConsentRequested,
    ConsentRevoked,
    LogoUseRecorded,
)
from domain.schemes.ssvv_sogp.record.own_file import OwnFile
from domain.schemes.ssvv_sogp.roles import CENTRE, EXAM_CENTRE, PARTY, SSVV
from domain.words import Code, Line, Prose

AT_3_3 = section("3.3")
WHEN_IT_ENDS = AT_3_3.read("consent may be taken back, as when a recognition ended (3.1.1)")

R_39 = Rule(
    id="R-39",
    place=AT_3_3,
    says="the logo, or part of it, is used with the written consent of SSVV only",
)
T_28 = Rule(id="T-28", place=AT_3_3, says="the consent is there before the logo is used")


class RequestLogoConsent(Command):
    """Ask to use the logo, in a medium, for a purpose."""

    name = "request-logo-consent"
    party: UUID
    full_name: Personal[Identity, Line]
    medium: Code
    purpose: Personal[Content, Prose]


class GrantLogoConsent(Command):
    """Consent in writing to a use of the logo, from this day on."""

    name = "grant-logo-consent"
    consent: Code
    in_writing: bool
    scope: Personal[Content, Prose]


class RefuseLogoConsent(Command):
    """Refuse a use of the logo, with reasons."""

    name = "refuse-logo-consent"
    consent: Code
    reasons: Personal[Content, Prose]


class RevokeLogoConsent(Command):
    """Take a consent back, from this day on, with reasons."""

    name = "revoke-logo-consent"
    consent: Code
    reasons: Personal[Content, Prose]


class RecordLogoUse(Command):
    """Record a use of the logo under a consent."""

    name = "record-logo-use"
    consent: Code
    used_on: Day
    medium: Code


@action(RequestLogoConsent, by=CENTRE | EXAM_CENTRE | PARTY | SSVV, place=AT_3_3)
def request_logo_consent(asked: RequestLogoConsent, at: Situation[OwnFile]) -> Facts:
    """Ask to use the logo, in a medium, for a purpose."""
    return ConsentRequested(
        matter=at.file.next_matter("logo-consent"),
        on=asked.on,
        basis=AT_3_3,
        party=asked.party,
        name=asked.full_name.about(asked.party),
        medium=asked.medium,
        purpose=asked.purpose.about(asked.party),
    )


def is_asked(at: Situation[OwnFile]) -> None:
    if not any(one.standing == "requested" for one in at.file.consents.values()):
        raise Refused("no request for the logo waits for an answer", AT_3_3)


def consent_that(at: Situation[OwnFile], matter: str, *stands: str) -> Consent:
    """The consent of this name, which stands so, out of these."""
    now = at.file.consents.get(matter)
    if now is None or now.standing not in stands:
        found = [m for m, one in at.file.consents.items() if one.standing in stands]
        named = ", ".join(found) or "there is none"
        raise Refused(f"{matter} does not stand {' or '.join(stands)}; give: {named}", AT_3_3)
    return now


@action(GrantLogoConsent, by=SSVV, place=AT_3_3, when=is_asked)
def grant_logo_consent(asked: GrantLogoConsent, at: Situation[OwnFile]) -> Facts:
    """Consent in writing to a use of the logo, from this day on."""
    now = consent_that(at, asked.consent, "requested")
    require(R_39, asked.in_writing, "consent to the logo in writing", in_writing=asked.in_writing)
    return ConsentGranted(
        matter=now.matter,
        on=asked.on,
        basis=AT_3_3,
        in_writing=asked.in_writing,
        scope=asked.scope.about(now.party),
    )


@action(RefuseLogoConsent, by=SSVV, place=AT_3_3, when=is_asked)
def refuse_logo_consent(asked: RefuseLogoConsent, at: Situation[OwnFile]) -> Facts:
    """Refuse a use of the logo, with reasons."""
    now = consent_that(at, asked.consent, "requested")
    return ConsentRefused(
        matter=now.matter, on=asked.on, basis=AT_3_3, reasons=asked.reasons.about(now.party)
    )


def is_granted(at: Situation[OwnFile]) -> None:
    if not any(one.standing == "granted" for one in at.file.consents.values()):
        raise Refused("no consent to the logo stands", AT_3_3)


@action(RevokeLogoConsent, by=SSVV, place=WHEN_IT_ENDS, when=is_granted)
def revoke_logo_consent(asked: RevokeLogoConsent, at: Situation[OwnFile]) -> Facts:
    """Take a consent back, from this day on, with reasons."""
    now = consent_that(at, asked.consent, "granted")
    return ConsentRevoked(
        matter=now.matter,
        on=asked.on,
        basis=WHEN_IT_ENDS,
        reasons=asked.reasons.about(now.party),
    )


@action(RecordLogoUse, by=CENTRE | EXAM_CENTRE | PARTY | SSVV, place=AT_3_3)
def record_logo_use(asked: RecordLogoUse, at: Situation[OwnFile]) -> Facts:
    """Record a use of the logo under a consent that was there before."""
    now = at.file.consents.get(asked.consent)
    granted = now is not None and now.granted_on is not None
    require(R_39, granted, "the logo is used with written consent; ask for it", granted=granted)
    assert now is not None  # noqa: S101  required in the line above
    holds = now.holds(asked.used_on)
    require(
        T_28,
        holds,
        f"{now.matter} holds from {now.granted_on}"
        + (f" to before {now.revoked_on}" if now.revoked_on else "")
        + "; what was used outside it is reported as misuse",
        used_on=asked.used_on,
        granted_on=now.granted_on,
    )
    return LogoUseRecorded(
        matter=now.matter,
        on=asked.on,
        basis=AT_3_3,
        used_on=asked.used_on,
        medium=asked.medium,
    )
