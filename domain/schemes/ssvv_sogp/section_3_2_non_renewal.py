"""3.2 No new agreement, and the end of one (Verplichtingen en overeenkomst)

- When a centre wants no new agreement, or SSVV wants none with a centre, the parties are in
  contact about it.
- An agreement is over after its last day. Recognition is by agreement (7.2): what no successor
  takes over is no longer recognised.
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ONE_DAY, Stated
from domain.law import Refused, Remark, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    Agreement,
    AgreementExpired,
    AgreementTerminated,
    NonRenewalDiscussed,
    Party,
    RenewalDeclined,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import CENTRE, CLERK, SSVV
from domain.schemes.ssvv_sogp.section_3_2_periods import T_06
from domain.schemes.ssvv_sogp.section_3_2_succession import T_08, successor_of
from domain.schemes.ssvv_sogp.standing import agreement_named
from domain.schemes.ssvv_sogp.still_recognised import lapsed_with
from domain.terms import Term, its_day
from domain.words import Code, Prose

AT_3_2 = section("3.2")
BEFORE_THE_END = AT_3_2.read("T-29: no length in the text; before the agreement ends")

R_36 = Rule(
    id="R-36", place=AT_3_2, says="when a party wants no new agreement, both are in contact"
)


class DeclineRenewal(Command):
    """Say that one wants no new agreement after this one, as the centre or as SSVV."""

    name = "decline-renewal"
    agreement: Code


class DiscussNonRenewal(Command):
    """Record the contact between centre and SSVV about not renewing."""

    name = "discuss-non-renewal"
    agreement: Code
    discussed: Personal[Content, Prose]


class RecordAgreementExpiry(Command):
    """Record that an agreement is over, and with it what no successor took over."""

    name = "record-agreement-expiry"


def one_runs(at: Situation[CentreFile]) -> None:
    if not any(one.standing == "concluded" for one in at.file.agreements.values()):
        raise Refused("no agreement runs", AT_3_2)


@action(DeclineRenewal, by=CENTRE | SSVV, place=AT_3_2, when=one_runs)
def decline_renewal(asked: DeclineRenewal, at: Situation[CentreFile]) -> Facts:
    """Say that one wants no new agreement after this one, as the centre or as SSVV."""
    now = agreement_named(at, asked.agreement, "concluded")
    if now.declined_on is not None:
        raise Refused(f"the {now.declined_by} declined on {now.declined_on} already", AT_3_2)
    if asked.on > now.last_day:
        raise Refused(f"{now.matter} ended on {now.last_day}", AT_3_2)
    party: Party = "ssvv" if at.by.role in SSVV else "centre"
    return RenewalDeclined(
        matter=now.matter, on=asked.on, basis=AT_3_2, by=party, discuss_by=now.last_day
    )


def is_declined(at: Situation[CentreFile]) -> None:
    if not any(one.declined_on is not None for one in at.file.agreements.values()):
        raise Refused("no party has said that it wants no new agreement", AT_3_2)


@action(DiscussNonRenewal, by=CENTRE | SSVV, place=AT_3_2, when=is_declined)
def discuss_non_renewal(asked: DiscussNonRenewal, at: Situation[CentreFile]) -> Facts:
    """Record the contact between centre and SSVV about not renewing."""
    now = agreement_named(at, asked.agreement, "concluded", "expired")
    if now.declined_on is None:
        raise Refused(f"no party wants an end with {now.matter}; decline first", AT_3_2)
    return NonRenewalDiscussed(
        matter=now.matter, on=asked.on, basis=AT_3_2, discussed=asked.discussed
    )


@action(RecordAgreementExpiry, by=CLERK | SSVV, place=AT_3_2, when=one_runs)
def record_agreement_expiry(asked: RecordAgreementExpiry, at: Situation[CentreFile]) -> Facts:
    """Record that an agreement is over, and with it what no successor took over."""
    running = (one for one in at.file.agreements.values() if one.standing == "concluded")
    now = min(running, key=lambda one: one.last_day)
    require(
        T_06,
        asked.on > now.last_day,
        f"{now.matter} runs up to and including {now.last_day}",
        last_day=now.last_day,
    )
    return (_expired(asked, now, at), *lapsed_with(now, asked.on, now.last_day, at))


def _expired(
    asked: RecordAgreementExpiry, now: Agreement, at: Situation[CentreFile]
) -> AgreementExpired:
    successor = successor_of(now, at)
    signed_on = None if successor is None else successor.concluded_on
    seamless = signed_on is not None and signed_on <= now.last_day + ONE_DAY
    weigh(T_08, seamless, ends=now.last_day, successor_signed_on=signed_on)
    discussed = now.discussed_on is not None
    for_good = now.declined_on is not None or successor is None
    in_contact = not for_good or weigh(R_36, discussed, discussed=discussed)
    alone = Remark(says="it ended, and no contact about that is on record", place=R_36.place)
    return AgreementExpired(
        matter=now.matter,
        on=asked.on,
        basis=AT_3_2,
        remarks=() if in_contact else (alone,),
        last_day=now.last_day,
    )


def _its_end(fact: RenewalDeclined, _: Law) -> Stated:
    return Stated(last=fact.discuss_by, place=BEFORE_THE_END)


T_29 = Term(
    id="T-29",
    name="centre and SSVV are in contact about not renewing",
    place=BEFORE_THE_END,
    for_whom="ssvv",
    length=_its_end,
    opened_by={RenewalDeclined: its_day},
    met_by={NonRenewalDiscussed: its_day},
    ended_by={AgreementTerminated: its_day},
    when_passed="remarked on when the agreement is over",
)
