"""A recognition: one qualification at one location, from the grant to its end (5.2.4, 5.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from domain.days import ONE_DAY, Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.record.centre import LineKey


class RecognitionGranted(Fact):
    """``effective`` is the day from which SSVV recognises; in force it is by agreement only."""

    stored_as = "ssvv-sogp.recognition-granted"
    location: str
    qualification: str
    catalogue: str
    application: str
    audit: str
    norms: tuple[str, ...]
    effective: Day


class RecognitionNoticeSent(Fact):
    """The official notice, which states the day from which SSVV recognises (5.2.4)."""

    stored_as = "ssvv-sogp.recognition-notice-sent"
    effective: Day


class RecognitionTookEffect(Fact):
    """In force from the first day up to and including the last of the agreement it is in."""

    stored_as = "ssvv-sogp.recognition-took-effect"
    agreement: str
    first_day: Day
    last_day: Day


class RecognitionContinued(Fact):
    """A successor was signed in time: in force up to and including the last day of that one."""

    stored_as = "ssvv-sogp.recognition-continued"
    agreement: str
    last_day: Day


class RecognitionLapsed(Fact):
    """The agreement ended and no successor was signed.

    ``kept`` are the qualifications still recognised after it, as of a withdrawal.
    """

    stored_as = "ssvv-sogp.recognition-lapsed"
    last_day: Day
    kept: tuple[str, ...] | None = None


class RecognitionRevived(Fact):
    """A successor was signed late: so many days lie between what ran out and its first day.

    ``awaited`` is its qualification when the activity of the year in which it comes back is
    awaited by this; empty when an assessment still to come, or another location, does that.
    """

    stored_as = "ssvv-sogp.recognition-revived"
    agreement: str
    first_day: Day
    last_day: Day
    gap_days: int
    awaited: str = ""


class RecognitionPublished(Fact):
    stored_as = "ssvv-sogp.recognition-published"


class RecognitionPropagated(Fact):
    """Put into the systems in which exam centres set exams ready (5.2.5)."""

    stored_as = "ssvv-sogp.recognition-propagated"


class ImprovementSignalGiven(Fact):
    """SSVV told the centre that improvement is expected, and of what it may lead to.

    ``source`` is what it rests on, ``reference`` the matter that shows it.
    """

    stored_as = "ssvv-sogp.improvement-signal-given"
    source: str
    reference: str
    to_improve: Personal[Content, str]


class ImprovementRecorded(Fact):
    stored_as = "ssvv-sogp.improvement-recorded"
    improved: Personal[Content, str]


class WithdrawalProcedureStarted(Fact):
    """``signalled_on`` is the day of the earliest signal still standing."""

    stored_as = "ssvv-sogp.withdrawal-procedure-started"
    ground: str
    reference: str
    signalled_on: Day


class WithdrawalProcedureDropped(Fact):
    stored_as = "ssvv-sogp.withdrawal-procedure-dropped"
    because: Personal[Content, str]


class WithdrawalRequested(Fact):
    """The centre asks that this recognition of its own is withdrawn (5.3)."""

    stored_as = "ssvv-sogp.recognition-withdrawal-requested"
    because: Personal[Content, str]


class RecognitionWithdrawn(Fact):
    """Not in force from ``first_day`` on.

    ``kept`` are the qualifications for which the centre is recognised after this decision, at
    any location; none at all when that was not recorded yet.
    """

    stored_as = "ssvv-sogp.recognition-withdrawn"
    first_day: Day
    on_request: bool
    ground: str
    reasons: Personal[Content, str]
    kept: tuple[str, ...] | None = None


class WithdrawalConfirmed(Fact):
    """The written confirmation that is always sent (5.3)."""

    stored_as = "ssvv-sogp.withdrawal-confirmed-in-writing"
    first_day: Day


class RecognitionUnpublished(Fact):
    stored_as = "ssvv-sogp.recognition-unpublished"


class RecognitionRemovedFromExamSystems(Fact):
    stored_as = "ssvv-sogp.recognition-removed-from-exam-systems"


class ContinuationReported(Fact):
    """Something that suggests that the centre goes on after its recognition was withdrawn."""

    stored_as = "ssvv-sogp.prohibited-continuation-reported"
    seen_on: Day
    what: Personal[Content, str]


LineFact = (
    RecognitionGranted
    | RecognitionNoticeSent
    | RecognitionTookEffect
    | RecognitionContinued
    | RecognitionLapsed
    | RecognitionRevived
    | RecognitionPublished
    | RecognitionPropagated
    | ImprovementSignalGiven
    | ImprovementRecorded
    | WithdrawalProcedureStarted
    | WithdrawalProcedureDropped
    | WithdrawalRequested
    | RecognitionWithdrawn
    | WithdrawalConfirmed
    | RecognitionUnpublished
    | RecognitionRemovedFromExamSystems
    | ContinuationReported
)

Standing = Literal["granted", "in-force", "withdrawn", "lapsed"]


class Line(Value):
    """One recognition. ``in_force`` holds the spells of days it was or is in force.

    ``signals`` are the days of improvement signals that no improvement has answered.
    """

    matter: str
    key: LineKey
    catalogue: str
    application: str
    effective: Day
    standing: Standing = "granted"
    since: Day
    in_force: tuple[tuple[Day, Day], ...] = ()
    agreement: str = ""
    notice_sent_on: Day | None = None
    published_on: Day | None = None
    propagated_on: Day | None = None
    signals: tuple[Day, ...] = ()
    procedure: str = ""
    procedure_since: Day | None = None
    requested_on: Day | None = None
    withdrawn_from: Day | None = None
    confirmed_on: Day | None = None
    unpublished_on: Day | None = None
    removed_on: Day | None = None

    @property
    def is_held(self) -> bool:
        """Granted or in force, and not ended."""
        return self.standing in ("granted", "in-force")

    @property
    def is_under_watch(self) -> bool:
        return bool(self.signals)

    def is_in_force(self, day: Day) -> bool:
        """Whether the centre is recognised on this day, first and last day included."""
        return any(first <= day <= last for first, last in self.in_force)


def evolve(now: Line | None, record: Recorded) -> Line:
    """The line after one fact more."""
    fact = cast(LineFact, record.fact)
    if isinstance(fact, RecognitionGranted):
        return Line(
            matter=fact.matter,
            key=LineKey(location=fact.location, qualification=fact.qualification),
            catalogue=fact.catalogue,
            application=fact.application,
            effective=fact.effective,
            since=fact.on,
        )
    now = begun(now, fact)
    return now.model_copy(update=_changes(now, fact))


_NO_PROCEDURE: Mapping[str, object] = {"procedure": "", "procedure_since": None}


def _changes(now: Line, fact: LineFact) -> dict[str, object]:
    match fact:
        case RecognitionTookEffect() | RecognitionRevived():
            spell = (fact.first_day, fact.last_day)
            return {
                "standing": "in-force",
                "since": fact.on,
                "in_force": (*now.in_force, spell),
                "agreement": fact.agreement,
            }
        case RecognitionContinued():
            return {
                "in_force": _until(now, fact.last_day, longer=True),
                "agreement": fact.agreement,
            }
        case RecognitionLapsed():
            return {
                "standing": "lapsed",
                "since": fact.on,
                "in_force": _until(now, fact.last_day),
                **_NO_PROCEDURE,
            }
        case RecognitionWithdrawn():
            return {
                "standing": "withdrawn",
                "since": fact.on,
                "withdrawn_from": fact.first_day,
                "in_force": _before(now, fact.first_day),
                **_NO_PROCEDURE,
                "requested_on": None,
            }
        case _:
            return _told(now, fact)


def _told(now: Line, fact: LineFact) -> dict[str, object]:
    """What a fact changes that leaves the recognition itself as it was."""
    match fact:
        case RecognitionNoticeSent():
            return {"notice_sent_on": fact.on}
        case RecognitionPublished():
            return {"published_on": fact.on}
        case RecognitionPropagated():
            return {"propagated_on": fact.on}
        case ImprovementSignalGiven():
            return {"signals": (*now.signals, fact.on)}
        case ImprovementRecorded():
            return {"signals": ()}
        case WithdrawalProcedureStarted():
            return {"procedure": fact.ground, "procedure_since": fact.on}
        case WithdrawalProcedureDropped():
            return dict(_NO_PROCEDURE)
        case WithdrawalRequested():
            return {"requested_on": fact.on}
        case WithdrawalConfirmed():
            return {"confirmed_on": fact.on}
        case RecognitionUnpublished():
            return {"unpublished_on": fact.on}
        case RecognitionRemovedFromExamSystems():
            return {"removed_on": fact.on}
        case _:
            return {}


def _until(now: Line, last: Day, longer: bool = False) -> tuple[tuple[Day, Day], ...]:
    """The spells, of which the latest runs to this day: shorter, or longer when it is renewed."""
    if not now.in_force:
        return ()
    *before, (first, until) = now.in_force
    end = last if longer else min(last, until)
    return (*before, (first, end)) if first <= end else tuple(before)


def _before(now: Line, first_day: Day) -> tuple[tuple[Day, Day], ...]:
    """The spells as far as they are before this day."""
    return _until(now, first_day - ONE_DAY)
