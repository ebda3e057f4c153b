"""An.7. Sanctions (Sancties): the withdrawal is told and made known

- (c) LVV tells the holder of the withdrawal at once, in writing, and makes it suitably known.
- (a) says so too of a withdrawal for a breach or misuse.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Length
from domain.law import Refused, require
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_7_breach import R_16
from domain.schemes.lvv_accreditation.record.accreditation import (
    Accreditation,
    AccreditationWithdrawn,
    WithdrawalNotified,
    WithdrawalPublished,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, OFFICE
from domain.schemes.lvv_accreditation.settings import AT_ONCE_FOR_LVV, at_once
from domain.terms import Term, its_day

AN_7 = annex(7)


class NotifyWithdrawal(Command):
    """Tell the holder of the withdrawal in writing."""

    name = "notify-withdrawal"


class PublishWithdrawal(Command):
    """Make the withdrawal suitably known."""

    name = "publish-withdrawal"


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
