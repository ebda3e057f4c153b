"""An accreditation: granted, renewed, proved by a certificate, and how it ended."""

from __future__ import annotations

from typing import Literal, cast

from domain.citation import Stretch
from domain.days import Day
from domain.fact import Fact, Recorded, begun
from domain.law import Value
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.record.offer import Reference
from domain.words import Code


class AccreditationGranted(Fact):
    """Valid from the day of this fact up to and including ``until``."""

    stored_as = "lvv-accreditation.accreditation-granted"
    application: Code
    until: Day


class AccreditationRenewed(Fact):
    stored_as = "lvv-accreditation.accreditation-renewed"
    renewal: Code
    first_day: Day
    until: Day


class CertificateIssued(Fact):
    """The only proof of the accreditation; ``points`` are the BNS hours it states."""

    stored_as = "lvv-accreditation.certificate-issued"
    certificate: Reference
    title: str
    points: int


class AccreditationExpired(Fact):
    stored_as = "lvv-accreditation.accreditation-expired"


class OldTextEnded(Fact):
    """The year on the old text is over: the mark has to be asked for anew."""

    stored_as = "lvv-accreditation.old-text-ended"
    change: Code


class AccreditationReplaced(Fact):
    """A new accreditation of the same training takes its place from this day on."""

    stored_as = "lvv-accreditation.accreditation-replaced"
    by: Code


class BreachEstablished(Fact):
    """A breach or misuse is established; the mark is to be withdrawn."""

    stored_as = "lvv-accreditation.breach-established"
    kind: Code
    reasons: Personal[Content, str]


class AccreditationWithdrawn(Fact):
    """The right ends on the day of this fact, which is the first day without."""

    stored_as = "lvv-accreditation.accreditation-withdrawn"
    ground: Code
    reasons: Personal[Content, str]


class WithdrawalNotified(Fact):
    stored_as = "lvv-accreditation.withdrawal-notified"


class WithdrawalPublished(Fact):
    stored_as = "lvv-accreditation.withdrawal-published"


class FineImposed(Fact):
    stored_as = "lvv-accreditation.fine-imposed"
    cents: int
    reasons: Personal[Content, str]


class MarkUseStopped(Fact):
    stored_as = "lvv-accreditation.mark-use-stopped"


AccreditationFact = (
    AccreditationGranted
    | AccreditationRenewed
    | CertificateIssued
    | AccreditationExpired
    | OldTextEnded
    | AccreditationReplaced
    | BreachEstablished
    | AccreditationWithdrawn
    | WithdrawalNotified
    | WithdrawalPublished
    | FineImposed
    | MarkUseStopped
)
Standing = Literal["accredited", "expired", "withdrawn", "old-text-ended", "replaced"]
ENDS: dict[type[Fact], Standing] = {
    AccreditationExpired: "expired",
    OldTextEnded: "old-text-ended",
    AccreditationReplaced: "replaced",
    AccreditationWithdrawn: "withdrawn",
}


class Certificate(Value):
    number: str
    title: str
    points: int


class Period(Value):
    """Valid from the first to the last day, both counted; granted on this application or renewal.

    ``certificate`` is the one that was given for this period: an earlier period keeps its own.
    """

    first: Day
    last: Day
    application: str
    certificate: Certificate | None = None


class Accreditation(Value):
    """``ended_on`` is the first day without, ``edition`` that of the decision it rests on."""

    matter: str
    edition: str
    periods: tuple[Period, ...]
    standing: Standing = "accredited"
    since: Day
    ended_on: Day | None = None
    breach: str = ""
    breached_on: Day | None = None
    ground: str = ""
    notified_on: Day | None = None
    published_on: Day | None = None
    fined: bool = False
    mark_use_stopped_on: Day | None = None

    @property
    def until(self) -> Day:
        return self.periods[-1].last

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Each period as it was decided; the last one with what ended it, if anything did."""
        *earlier, last = (Stretch(first_day=p.first, last_day=p.last) for p in self.periods)
        if self.ended_on is None:
            return (*earlier, last)
        ended = {"ended_on": self.ended_on, "ended": self.standing}
        return (*earlier, last.model_copy(update=ended))

    @property
    def is_held(self) -> bool:
        return self.standing == "accredited"

    @property
    def certificate_due(self) -> bool:
        return self.periods[-1].certificate is None

    def proved_on(self, day: Day) -> Period | None:
        """The period whose certificate proves the accreditation on a day.

        Of a renewal that has no certificate yet, the period before: it is one accreditation.
        """
        begun_by_then = [one for one in self.periods if one.first <= day]
        return next((one for one in reversed(begun_by_then) if one.certificate), None)

    def held_on(self, day: Day) -> bool:
        """Whether it was valid on a day; what ended it later does not undo the day."""
        within = any(one.first <= day <= one.last for one in self.periods)
        return within and (self.ended_on is None or day < self.ended_on)


def evolve(now: Accreditation | None, record: Recorded) -> Accreditation:
    """The accreditation after one fact more."""
    fact = cast(AccreditationFact, record.fact)
    if isinstance(fact, AccreditationGranted):
        period = Period(first=fact.on, last=fact.until, application=fact.application)
        return Accreditation(
            matter=fact.matter, edition=record.edition, periods=(period,), since=fact.on
        )
    now = begun(now, fact)
    if type(fact) in ENDS:
        end = {"standing": ENDS[type(fact)], "since": fact.on, "ended_on": fact.on}
        return now.model_copy(update={**end, **_after(now, record)})
    return now.model_copy(update=_after(now, record))


def _after(now: Accreditation, record: Recorded) -> dict[str, object]:
    fact = cast(AccreditationFact, record.fact)
    match fact:
        case AccreditationRenewed():
            return _renewed(now, fact, record.edition)
        case CertificateIssued():
            one = Certificate(number=fact.certificate, title=fact.title, points=fact.points)
            last = now.periods[-1].model_copy(update={"certificate": one})
            return {"periods": (*now.periods[:-1], last)}
        case BreachEstablished():
            return {"breach": fact.kind, "breached_on": fact.on}
        case AccreditationWithdrawn():
            return {"ground": fact.ground}
        case WithdrawalNotified():
            return {"notified_on": fact.on}
        case WithdrawalPublished():
            return {"published_on": fact.on}
        case FineImposed():
            return {"fined": True}
        case MarkUseStopped():
            return {"mark_use_stopped_on": fact.on}
        case _:
            return {}


def _renewed(now: Accreditation, fact: AccreditationRenewed, edition: str) -> dict[str, object]:
    """A renewal after the end leaves the gap between the periods as it is."""
    period = Period(first=fact.first_day, last=fact.until, application=fact.renewal)
    again: dict[str, object] = {"periods": (*now.periods, period), "edition": edition}
    if now.is_held:
        return again
    return {**again, "standing": "accredited", "since": fact.on, "ended_on": None}
