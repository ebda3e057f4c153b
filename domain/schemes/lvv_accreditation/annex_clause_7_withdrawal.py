"""An.7. Sanctions (Sancties): the right to carry the mark is withdrawn

- (a) When a holder does not meet his obligations or misuses the right, LVV withdraws it with
  immediate effect and makes that suitably known.
- (b) Not keeping to the criteria leads to withdrawal.
- (c) LVV tells the holder at once, in writing, and makes the withdrawal suitably known.

Here LVV must; under article 8 the board may (B-12). LVV is its board here (An.1(d), B-28). That a
holder left his measures without effect (An.6(b), "article 8") is read as a ground of (b).
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Day, Length
from domain.law import Place, Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_6_nonconformities import TO_HAVE_EFFECT
from domain.schemes.lvv_accreditation.record.accreditation import (
    Accreditation,
    AccreditationWithdrawn,
    BreachEstablished,
    WithdrawalNotified,
    WithdrawalPublished,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, OFFICE
from domain.schemes.lvv_accreditation.settings import AT_ONCE_FOR_LVV, at_once
from domain.schemes.lvv_accreditation.standing import in_force
from domain.terms import Term, its_day
from domain.words import Code, Prose

AN_6, AN_7 = annex(6), annex(7)
OPEN_CITATION = AN_6("b").read(
    "whether its article 8 is article 8 or An.7 is open; taken as An.7(b)"
)
KINDS: dict[str, Place] = {
    "obligations-not-met": AN_7("a"),
    "mark-misused": AN_7("a"),
    "criteria-not-met": AN_7("b"),
    "measures-without-effect": OPEN_CITATION,
}
R_16 = Rule(
    id="R-16",
    place=AN_7,
    says="on an established breach or misuse the right is withdrawn, the holder told, then all",
)
A_T15 = Rule(id="A-T15", place=AN_7("a"), says="the withdrawal takes effect immediately")


class EstablishBreach(Command):
    """Establish a breach or misuse, of a listed kind, with reasons."""

    name = "establish-breach"
    kind: Code
    reasons: Personal[Content, Prose]


class WithdrawMarkRight(Command):
    """Withdraw the right to carry the mark, with immediate effect."""

    name = "withdraw-mark-right"
    first_day: Day | None = None
    reasons: Personal[Content, Prose]


class NotifyWithdrawal(Command):
    """Tell the holder of the withdrawal in writing."""

    name = "notify-withdrawal"


class PublishWithdrawal(Command):
    """Make the withdrawal suitably known."""

    name = "publish-withdrawal"


@action(EstablishBreach, by=BOARD, place=AN_7, when=in_force)
def establish_breach(asked: EstablishBreach, at: Situation[TrainingFile]) -> Facts:
    """Establish a breach or misuse; the right is then to be withdrawn."""
    now = in_force(at)
    require(
        R_16,
        asked.kind in KINDS,
        f"{asked.kind} is no breach; give one of {', '.join(KINDS)}",
        kind=asked.kind,
    )
    if asked.kind == "measures-without-effect":
        _measures_had_their_time(at, asked.on)
    return BreachEstablished(
        matter=now.matter,
        on=asked.on,
        basis=KINDS[asked.kind],
        kind=asked.kind,
        reasons=asked.reasons,
    )


def _measures_had_their_time(at: Situation[TrainingFile], on: date) -> None:
    """Something found wanting is unverified, and the three months of An.6(b) are over."""
    length = TO_HAVE_EFFECT.of(at.law.edition)
    ends = [
        length.due(audit.findings[n].last_audit_day or on, at.law.calendar)
        for audit in at.file.audits.values()
        for n in audit.unverified
    ]
    over = any(on > end for end in ends)
    require(R_16, over, "no measures are without effect after their three months", over=over)


def in_breach(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation in force of which a breach or misuse was established."""
    now = in_force(at)
    require(
        R_16,
        bool(now.breach),
        "no breach or misuse is established; establish it first, or withdraw under 8",
        established=bool(now.breach),
    )
    return now


@action(WithdrawMarkRight, by=BOARD, place=AN_7, when=in_breach)
def withdraw_mark_right(asked: WithdrawMarkRight, at: Situation[TrainingFile]) -> Facts:
    """Withdraw the right to carry the mark, with immediate effect."""
    now = in_breach(at)
    require(
        A_T15,
        asked.first_day in (None, asked.on),
        f"the withdrawal takes effect immediately, on {asked.on}",
        first_day=asked.first_day,
        on=asked.on,
    )
    return AccreditationWithdrawn(
        matter=now.matter,
        on=asked.on,
        basis=KINDS[now.breach],
        ground=now.breach,
        reasons=asked.reasons,
    )


def withdrawn(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation that was withdrawn."""
    now = at.file.accreditation
    if now is None or now.standing != "withdrawn":
        raise Refused("no accreditation was withdrawn", AN_7("c"))
    return now


def to_be_told(at: Situation[TrainingFile]) -> Accreditation:
    """The withdrawn accreditation whose holder was not told yet."""
    now = withdrawn(at)
    if now.notified_on is not None:
        raise Refused(f"the holder was told on {now.notified_on}", AN_7("c"))
    return now


@action(NotifyWithdrawal, by=OFFICE | BOARD, place=AN_7("c"), when=to_be_told)
def notify_withdrawal(asked: NotifyWithdrawal, at: Situation[TrainingFile]) -> Facts:
    """Tell the holder of the withdrawal, at once and in writing."""
    return WithdrawalNotified(matter=to_be_told(at).matter, on=asked.on, basis=AN_7("c"))


def to_be_published(at: Situation[TrainingFile]) -> Accreditation:
    """The withdrawn accreditation that is not made known yet, and whose holder was told."""
    now = withdrawn(at)
    require(
        R_16,
        now.notified_on is not None,
        "the holder is told in writing before the withdrawal is made known",
        notified_on=now.notified_on,
    )
    if now.published_on is not None:
        raise Refused(f"the withdrawal was made known on {now.published_on}", AN_7("c"))
    return now


@action(PublishWithdrawal, by=OFFICE | BOARD, place=AN_7("c"), when=to_be_published)
def publish_withdrawal(asked: PublishWithdrawal, at: Situation[TrainingFile]) -> Facts:
    """Make the withdrawal suitably known."""
    return WithdrawalPublished(matter=to_be_published(at).matter, on=asked.on, basis=AN_7("c"))


def _at_once(_: AccreditationWithdrawn, law: Law) -> Length:
    return at_once(AT_ONCE_FOR_LVV, law, AT_ONCE_FOR_LVV.place)


A_T14 = Term(
    id="A-T14",
    name="the holder is told of the withdrawal in writing",
    place=AN_7("c"),
    for_whom="lvv-office",
    length=_at_once,
    opened_by={AccreditationWithdrawn: its_day},
    met_by={WithdrawalNotified: its_day},
    when_passed="an alarm for LVV: the holder is told at once",
)
