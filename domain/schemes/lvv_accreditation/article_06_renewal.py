"""6. Renewal (verlenging)

- (1) An accreditation may be renewed by four years each time.
- (2) About four months before it ends, Hobéon tells the holder that an investigation will be
  held with a view to renewal.
- (3) 4(2) and (3) apply to that investigation and to the decision.

Decided in time, the new four years begin on the day after the old; later, on the day of the
decision, and the gap is shown (B-7).
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ONE_DAY, CountedBack, Length, Span
from domain.law import InTime, Refused, Remark, weigh
from domain.schemes.lvv_accreditation.about_then import About
from domain.schemes.lvv_accreditation.act import IN_FORCE, article
from domain.schemes.lvv_accreditation.annex_clause_3_grant import may_be_granted
from domain.schemes.lvv_accreditation.annex_clause_4_dissent import may_be_renewed
from domain.schemes.lvv_accreditation.article_05_decision import as_advised
from domain.schemes.lvv_accreditation.article_06_validity import VALID
from domain.schemes.lvv_accreditation.ended_with_its_accreditation import still_open
from domain.schemes.lvv_accreditation.record.accreditation import (
    Accreditation,
    AccreditationExpired,
    AccreditationGranted,
    AccreditationRenewed,
    AccreditationReplaced,
    AccreditationWithdrawn,
    OldTextEnded,
)
from domain.schemes.lvv_accreditation.record.application import (
    Application,
    ApplicationGranted,
    RenewalAnnounced,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, HOBEON
from domain.schemes.lvv_accreditation.settings import ABOUT_FOUR_MONTHS
from domain.schemes.lvv_accreditation.standing import application_that, in_force
from domain.terms import Term, its_day

AT_6 = article(6)
BEFORE = InTime({IN_FORCE: CountedBack(span=Span(months=4), place=AT_6(2))})
AFTER_THE_OLD = AT_6(1).read("B-7: from the day after the old period, or from the decision")


class AnnounceRenewal(Command):
    """Tell the holder that an investigation will be held with a view to renewal."""

    name = "announce-renewal"


class RenewAccreditation(Command):
    """Renew the accreditation by four years, as advised."""

    name = "renew-accreditation"


def to_be_renewed(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation in force, for which no renewal is open."""
    now = in_force(at)
    if any(one.renewal and still_open(at.file, one) for one in at.file.applications.values()):
        raise Refused("a renewal is open already; go on with that one", AT_6(2))
    may_be_renewed(at)
    return now


@action(AnnounceRenewal, by=HOBEON, place=AT_6(2), when=to_be_renewed)
def announce_renewal(asked: AnnounceRenewal, at: Situation[TrainingFile]) -> Facts:
    """Announce the investigation for renewal, about four months before the end."""
    now = to_be_renewed(at)
    aim = BEFORE.of(at.law.edition).day(now.until)
    days = ABOUT_FOUR_MONTHS.number(at.law) or 0
    about_then = weigh(A_T05, abs((asked.on - aim).days) <= days, aim=aim, on=asked.on)
    remark = Remark(says=f"about four months before the end is {aim}", place=A_T05.place)
    return RenewalAnnounced(
        matter=at.file.next_matter("renewal"),
        on=asked.on,
        basis=AT_6(2),
        remarks=() if about_then else (remark,),
        accreditation=now.matter,
        until=now.until,
    )


def renewal_advised(at: Situation[TrainingFile]) -> tuple[Application, Accreditation]:
    """The renewal on which advice was received, and the accreditation it is to renew."""
    application = application_that(at, "received")
    if not application.renewal:
        raise Refused("an application is decided with grant-accreditation", AT_6(3))
    return application, at.file.accreditations[application.accreditation]


@action(RenewAccreditation, by=BOARD, place=AT_6(3), when=renewal_advised)
def renew_accreditation(asked: RenewAccreditation, at: Situation[TrainingFile]) -> Facts:
    """Renew the accreditation by four years, as Hobéon advised."""
    application, now = renewal_advised(at)
    as_advised(application, granted=True)
    may_be_granted(application)
    first = max(now.until + ONE_DAY, asked.on)
    last = VALID.of(at.law.edition).last_day(first)
    return (
        ApplicationGranted(
            matter=application.matter, on=asked.on, basis=AT_6(3), accreditation=now.matter
        ),
        AccreditationRenewed(
            matter=now.matter,
            on=asked.on,
            basis=AFTER_THE_OLD,
            renewal=application.matter,
            first_day=first,
            until=last,
        ),
    )


def _until(fact: AccreditationGranted | AccreditationRenewed) -> date:
    return fact.until


def _about_four_months(_: object, law: Law) -> Length:
    days = ABOUT_FOUR_MONTHS.number(law) or 0
    return About(aim=BEFORE.of(law.edition), give_or_take=days, place=ABOUT_FOUR_MONTHS.place)


A_T05 = Term(
    id="A-T05",
    name="the investigation for renewal is announced",
    place=AT_6(2),
    for_whom="hobeon",
    length=_about_four_months,
    opened_by={AccreditationGranted: _until, AccreditationRenewed: _until},
    met_by={RenewalAnnounced: its_day},
    ended_by={
        AccreditationExpired: its_day,
        AccreditationWithdrawn: its_day,
        AccreditationReplaced: its_day,
        OldTextEnded: its_day,
    },
    whole_file=True,
    when_passed="an alarm for Hobéon; the accreditation holds to its end",
)
