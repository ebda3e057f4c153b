"""Consent to use the logo, and its misuse by anybody, a centre or not (3.3, 3.3.1)."""

from __future__ import annotations

from typing import Literal, cast
from uuid import UUID

from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Identity, Personal

Form = Literal["suggests-conformity", "suggests-qualification"]
"""The logo suggests that SSVV's requirements are met; or a SOG-P qualification is falsely
suggested on the strength of another one (3.3.1)."""


class ConsentRequested(Fact):
    """``party`` is the random id under whose own key the name of who asks is kept."""

    stored_as = "ssvv-sogp.logo-consent-requested"
    party: UUID
    name: Personal[Identity, str]
    medium: str
    purpose: Personal[Content, str]


class ConsentGranted(Fact):
    """In writing, from the day of this fact on, for what ``scope`` says."""

    stored_as = "ssvv-sogp.logo-consent-granted"
    in_writing: bool
    scope: Personal[Content, str]


class ConsentRefused(Fact):
    stored_as = "ssvv-sogp.logo-consent-refused"
    reasons: Personal[Content, str]


class ConsentRevoked(Fact):
    stored_as = "ssvv-sogp.logo-consent-revoked"
    reasons: Personal[Content, str]


class LogoUseRecorded(Fact):
    """The logo was used on a day under a consent that was there before."""

    stored_as = "ssvv-sogp.logo-use-recorded"
    used_on: Day
    medium: str


class MisuseReported(Fact):
    """By an organisation or a person; ``party`` is the random id its name is kept under."""

    stored_as = "ssvv-sogp.logo-misuse-reported"
    party: UUID
    name: Personal[Identity, str]
    is_a_person: bool
    seen_on: Day
    what: Personal[Content, str]


class MisuseEstablished(Fact):
    stored_as = "ssvv-sogp.logo-misuse-established"
    form: Form
    findings: Personal[Content, str]


class MisuseDismissed(Fact):
    stored_as = "ssvv-sogp.logo-misuse-dismissed"
    reasons: Personal[Content, str]


class MeasureTaken(Fact):
    stored_as = "ssvv-sogp.misuse-measure-taken"
    measure: Personal[Content, str]


class LiabilityNoticeSent(Fact):
    stored_as = "ssvv-sogp.misuse-liability-notice-sent"


class MisuseStopped(Fact):
    stored_as = "ssvv-sogp.logo-misuse-stopped"


class MisuseClosed(Fact):
    stored_as = "ssvv-sogp.logo-misuse-case-closed"


ConsentFact = ConsentRequested | ConsentGranted | ConsentRefused | ConsentRevoked | LogoUseRecorded
MisuseFact = (
    MisuseReported
    | MisuseEstablished
    | MisuseDismissed
    | MeasureTaken
    | LiabilityNoticeSent
    | MisuseStopped
    | MisuseClosed
)


class Consent(Value):
    """``granted_on`` is the first day of lawful use, ``revoked_on`` the first day after it."""

    matter: str
    party: UUID
    standing: Literal["requested", "granted", "refused", "revoked"] = "requested"
    since: Day
    granted_on: Day | None = None
    revoked_on: Day | None = None

    def holds(self, day: Day) -> bool:
        revoked = self.revoked_on is not None and self.revoked_on <= day
        return self.granted_on is not None and self.granted_on <= day and not revoked


class Misuse(Value):
    matter: str
    party: UUID
    standing: Literal[
        "reported", "established", "measure-running", "stopped", "closed", "dismissed"
    ] = "reported"
    since: Day
    held_liable_on: Day | None = None


def evolve_consent(now: Consent | None, record: Recorded) -> Consent:
    """The consent after one fact more."""
    fact = cast(ConsentFact, record.fact)
    if isinstance(fact, ConsentRequested):
        return Consent(matter=fact.matter, party=fact.party, since=fact.on)
    now = begun(now, fact)
    match fact:
        case ConsentGranted():
            update: dict[str, object] = {"standing": "granted", "granted_on": fact.on}
        case ConsentRefused():
            update = {"standing": "refused"}
        case ConsentRevoked():
            update = {"standing": "revoked", "revoked_on": fact.on}
        case LogoUseRecorded():
            return now
    return now.model_copy(update={"since": fact.on, **update})


MISUSE_STANDS: dict[type[Fact], str] = {
    MisuseEstablished: "established",
    MisuseDismissed: "dismissed",
    MeasureTaken: "measure-running",
    MisuseStopped: "stopped",
    MisuseClosed: "closed",
}


def evolve_misuse(now: Misuse | None, record: Recorded) -> Misuse:
    """The misuse after one fact more."""
    fact = cast(MisuseFact, record.fact)
    if isinstance(fact, MisuseReported):
        return Misuse(matter=fact.matter, party=fact.party, since=fact.on)
    now = begun(now, fact)
    if isinstance(fact, LiabilityNoticeSent):
        return now.model_copy(update={"held_liable_on": fact.on})
    return now.model_copy(update={"standing": MISUSE_STANDS[type(fact)], "since": fact.on})
