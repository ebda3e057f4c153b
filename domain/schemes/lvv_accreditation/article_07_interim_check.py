"""7(4)-(6). Interim checks (tussentijdse controle)

- (4) Hobéon may check at any time on its own authority; the board may ask it to.
- (5) Two months before the check begins Hobéon tells the provider. 4(2) and (3) apply. The costs
  are charged to the holder.
- (6) After it Hobéon reports to the board, and may add advice on going on.

"At any time" (4) does not do away with the notice of (5): B-10. Samples of an e-learning, 12(i),
are taken in such a check (B-26).
"""

from domain.case import Command, Facts, Situation, action
from domain.days import CountedBack, Day, Span
from domain.law import InTime, Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import IN_FORCE, article
from domain.schemes.lvv_accreditation.record.check import (
    Check,
    CheckAnnounced,
    CheckRequested,
    CheckStarted,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, HOBEON
from domain.schemes.lvv_accreditation.standing import in_force, open_checks
from domain.words import Prose

AT_7 = article(7)
NOTICE = InTime({IN_FORCE: CountedBack(span=Span(months=2), place=AT_7(5))})
A_T12 = Rule(
    id="A-T12",
    place=AT_7(5),
    says="the provider is told two months before an interim check begins",
)


class RequestInterimCheck(Command):
    """Ask Hobéon for an interim check."""

    name = "request-interim-check"
    because: Personal[Content, Prose]


class AnnounceInterimCheck(Command):
    """Tell the provider when an interim check begins."""

    name = "announce-interim-check"
    starts_on: Day
    samples_e_learning: bool = False


class StartInterimCheck(Command):
    """Begin the interim check."""

    name = "start-interim-check"


def no_check_open(at: Situation[TrainingFile]) -> None:
    """Open while the accreditation is in force and no check is asked for or under way."""
    in_force(at)
    for one in open_checks(at).values():
        raise Refused(f"{one.matter} stands {one.standing}; go on with that one", AT_7(4))


@action(RequestInterimCheck, by=BOARD, place=AT_7(4), when=no_check_open)
def request_interim_check(asked: RequestInterimCheck, at: Situation[TrainingFile]) -> Facts:
    """Ask Hobéon for an interim check; the board checks nothing itself."""
    return CheckRequested(
        matter=at.file.next_matter("check"), on=asked.on, basis=AT_7(4), because=asked.because
    )


def may_announce(at: Situation[TrainingFile]) -> str:
    """The matter of the check that was asked for, or of a new one on Hobéon's own authority."""
    in_force(at)
    standing = {m: one.standing for m, one in open_checks(at).items()}
    for matter, stands in standing.items():
        if stands not in ("requested", "announced"):
            raise Refused(f"{matter} stands {stands}; go on with that one", AT_7(4))
    return next(iter(standing), at.file.next_matter("check"))


@action(AnnounceInterimCheck, by=HOBEON, place=AT_7(5), when=may_announce)
def announce_interim_check(asked: AnnounceInterimCheck, at: Situation[TrainingFile]) -> Facts:
    """Tell the provider, two months ahead, when the check begins; anew when that moves."""
    matter, until = may_announce(at), in_force(at).until
    latest = NOTICE.of(at.law.edition).day(asked.starts_on)
    require(
        A_T12,
        asked.on <= latest,
        f"a check that begins on {asked.starts_on} is announced by {latest}; let it begin later",
        starts_on=asked.starts_on,
        announce_by=latest,
    )
    if asked.starts_on > until:
        raise Refused(f"the accreditation runs to {until}; check within that time", AT_7(4))
    return CheckAnnounced(
        matter=matter,
        on=asked.on,
        basis=AT_7(5),
        starts_on=asked.starts_on,
        samples_e_learning=asked.samples_e_learning,
    )


def announced(at: Situation[TrainingFile]) -> Check:
    """The check that was announced and has not begun."""
    in_force(at)
    for one in open_checks(at).values():
        if one.standing == "announced":
            return one
    raise Refused("no interim check is announced", AT_7(5))


@action(StartInterimCheck, by=HOBEON, place=AT_7(5), when=announced)
def start_interim_check(asked: StartInterimCheck, at: Situation[TrainingFile]) -> Facts:
    """Begin the check, on the day that was announced or later."""
    now = announced(at)
    assert now.starts_on is not None  # noqa: S101  an announced check has a day
    require(
        A_T12,
        asked.on >= now.starts_on,
        f"the check was announced for {now.starts_on}; begin then, or announce it anew",
        on=asked.on,
        starts_on=now.starts_on,
    )
    return CheckStarted(matter=now.matter, on=asked.on, basis=AT_7(5))
