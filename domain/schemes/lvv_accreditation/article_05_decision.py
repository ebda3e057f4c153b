"""5(1). The decision on accreditation (Besluit tot accreditatie)

- Within three weeks of receiving the advice the board decides, in accordance with it.
- 2(2): the advice binds; the board decides.

The text says so of an application; B-6 reads the three weeks into the decision on a renewal too.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Span, TimeToAct
from domain.law import InTime, Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import IN_FORCE, article
from domain.schemes.lvv_accreditation.annex_clause_3_grant import may_be_granted
from domain.schemes.lvv_accreditation.article_06_validity import VALID
from domain.schemes.lvv_accreditation.ended_with_its_accreditation import (
    of_its_matter_or_its_end,
)
from domain.schemes.lvv_accreditation.record.accreditation import (
    ENDS,
    AccreditationGranted,
    AccreditationReplaced,
)
from domain.schemes.lvv_accreditation.record.application import (
    AdviceReceived,
    Application,
    ApplicationGranted,
    ApplicationRejected,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD
from domain.schemes.lvv_accreditation.standing import application_that
from domain.terms import Term, its_day
from domain.words import Prose

AT_2, AT_5 = article(2), article(5)
BINDS_THE_BOARD = AT_5(1).read("C3: a term that binds the board does not move")
TO_DECIDE = InTime({IN_FORCE: TimeToAct(span=Span(weeks=3), place=BINDS_THE_BOARD, moves=False)})

R_07 = Rule(
    id="R-07",
    place=AT_5(1),
    says="the board decides in accordance with the advice, and not before it",
)


class GrantAccreditation(Command):
    """Grant the accreditation, as advised."""

    name = "grant-accreditation"


class RejectApplication(Command):
    """Reject the application or the renewal, as advised, with reasons."""

    name = "reject-application"
    curable: bool = False
    reasons: Personal[Content, Prose]


UNDECIDED = ("submitted", "invoiced", "paid", "with-hobeon", "advised", "received")


def to_be_granted(at: Situation[TrainingFile]) -> Application:
    """The application that the board can grant; refused while it is no ground to (R-07, R-38)."""
    now = application_that(at, *UNDECIDED)
    if now.renewal:
        raise Refused("a renewal is decided with renew-accreditation", AT_5(1))
    as_advised(now, granted=True)
    may_be_granted(now)
    return now


@action(GrantAccreditation, by=BOARD, place=AT_5(1), when=to_be_granted)
def grant_accreditation(asked: GrantAccreditation, at: Situation[TrainingFile]) -> Facts:
    """Grant the accreditation for four years from this day, as Hobéon advised."""
    now = to_be_granted(at)
    matter = at.file.next_matter("accreditation")
    granted = ApplicationGranted(
        matter=now.matter, on=asked.on, basis=AT_5(1), accreditation=matter
    )
    accredited = AccreditationGranted(
        matter=matter,
        on=asked.on,
        basis=AT_5(1),
        application=now.matter,
        until=VALID.of(at.law.edition).last_day(asked.on),
    )
    before = at.file.accreditation
    if before is None or not before.held_on(asked.on):
        return granted, accredited
    replaced = AccreditationReplaced(matter=before.matter, on=asked.on, basis=AT_5(1), by=matter)
    return granted, replaced, accredited


def advised(at: Situation[TrainingFile]) -> Application:
    """The application or renewal whose advice the board has received."""
    return application_that(at, "received")


@action(RejectApplication, by=BOARD, place=AT_5(1), when=advised)
def reject_application(asked: RejectApplication, at: Situation[TrainingFile]) -> Facts:
    """Reject the application or the renewal, as Hobéon advised, with reasons."""
    now = advised(at)
    as_advised(now, granted=False)
    return ApplicationRejected(
        matter=now.matter,
        on=asked.on,
        basis=AT_5(1),
        curable=asked.curable,
        reasons=asked.reasons,
    )


def as_advised(now: Application, *, granted: bool) -> None:
    """Refused when the decision is not the one that was advised (R-07)."""
    if now.standing != "received":
        return
    require(
        R_07,
        now.positive is granted,
        f"the advice is {'positive' if now.positive else 'negative'}, and it binds the board",
        advice=now.positive,
        granted=granted,
    )


def _three_weeks(_: AdviceReceived, law: Law) -> TimeToAct:
    return TO_DECIDE.of(law.edition)


A_T03 = Term(
    id="A-T03",
    name="the board decides on the advice",
    place=BINDS_THE_BOARD,
    for_whom="lvv-board",
    length=_three_weeks,
    opened_by={AdviceReceived: its_day},
    met_by={ApplicationGranted: its_day, ApplicationRejected: its_day},
    ended_by=dict.fromkeys(ENDS, its_day),
    same=of_its_matter_or_its_end,
    when_passed="an alarm for the board; the text gives no decision by default",
)
