"""3.2, 7.2 Signing an agreement (Verplichtingen en overeenkomst)

- Recognition is formalised by an agreement with SSVV; it is recognition by that agreement (7.2).
- It is in force once both have signed, and not before the day from which SSVV recognises.
- The new agreement of a recognised centre is signed before its period begins, so that it adjoins
  the one before.
"""

from domain.case import Command, Facts, Situation, action
from domain.days import ONE_DAY, Day
from domain.fact import Fact
from domain.law import Refused, Remark, Rule, weigh
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.activity import activity_matter
from domain.schemes.ssvv_sogp.record.agreement import (
    Agreement,
    AgreementConcluded,
    AgreementSigned,
    Party,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.line import (
    Line,
    RecognitionContinued,
    RecognitionRevived,
    RecognitionTookEffect,
)
from domain.schemes.ssvv_sogp.roles import CENTRE, SSVV
from domain.schemes.ssvv_sogp.standing import agreement_named
from domain.words import Code

AT_3_2 = section("3.2")
BY_AGREEMENT = section("7.2").read(
    "A-08: in force from the day SSVV recognises, or from the last signature when that is later"
)
GAP = AT_3_2.read("A-29: late signing brings the recognition back; nothing was taught in the gap")

R_31 = Rule(id="R-31", place=BY_AGREEMENT, says="no recognition without a signed agreement")


class SignAgreement(Command):
    """Sign an agreement, for the centre or for SSVV."""

    name = "sign-agreement"
    agreement: Code


def is_offered(at: Situation[CentreFile]) -> None:
    if not any(one.standing == "offered" for one in at.file.agreements.values()):
        raise Refused("no agreement is offered that is not signed by both", AT_3_2)


@action(SignAgreement, by=CENTRE | SSVV, place=AT_3_2, when=is_offered)
def sign_agreement(asked: SignAgreement, at: Situation[CentreFile]) -> Facts:
    """Sign an agreement; with the second signature it is concluded."""
    now = agreement_named(at, asked.agreement, "offered")
    party: Party = "ssvv" if at.by.role in SSVV else "centre"
    signed = {"centre": now.signed_by_centre_on, "ssvv": now.signed_by_ssvv_on}
    if signed.pop(party) is not None:
        raise Refused(f"the {party} signed {now.matter} already", AT_3_2)
    signature = AgreementSigned(matter=now.matter, on=asked.on, basis=AT_3_2, by=party)
    (other,) = signed.values()
    return signature if other is None else (signature, *_concluded(now, asked.on, at))


def _concluded(now: Agreement, on: Day, at: Situation[CentreFile]) -> tuple[Fact, ...]:
    weigh(R_31, True, last_signature=on)
    concluded = AgreementConcluded(
        matter=now.matter, on=on, basis=AT_3_2, first_day=now.first_day, last_day=now.last_day
    )
    lines = (at.file.line(key) for key in now.lines)
    go_on = (line for line in lines if line and _may_go_on(line))
    return (concluded, *(_under(now, line, on, at) for line in go_on))


def _may_go_on(line: Line) -> bool:
    return line.standing != "withdrawn"


def _under(now: Agreement, line: Line, on: Day, at: Situation[CentreFile]) -> Fact:
    """What the agreement makes of a recognition: in force, continued, or brought back."""
    if not line.in_force:
        return RecognitionTookEffect(
            matter=line.matter,
            on=on,
            basis=BY_AGREEMENT,
            agreement=now.matter,
            first_day=max(line.effective, now.first_day, on),
            last_day=now.last_day,
        )
    ran_to = line.in_force[-1][1]
    if line.standing == "in-force" and on <= ran_to + ONE_DAY:
        return RecognitionContinued(
            matter=line.matter,
            on=on,
            basis=AT_3_2,
            agreement=now.matter,
            last_day=now.last_day,
        )
    return _revived(now, line, on, at)


def _revived(now: Agreement, line: Line, on: Day, at: Situation[CentreFile]) -> RecognitionRevived:
    ran_to = line.in_force[-1][1]
    gap = (on - ran_to).days - 1
    first_day = max(on, now.first_day)
    says = f"signed late: not recognised for {gap} days after {ran_to}"
    return RecognitionRevived(
        matter=line.matter,
        on=on,
        basis=GAP,
        remarks=(Remark(says=says, place=GAP),) if gap else (),
        agreement=now.matter,
        first_day=first_day,
        last_day=now.last_day,
        gap_days=gap,
        awaited=_awaited(line, first_day, ran_to, at),
    )


def _awaited(line: Line, first_day: Day, ran_to: Day, at: Situation[CentreFile]) -> str:
    """Its qualification, when nothing else makes the year of its return one of activity (4.1)."""
    qualification = line.key.qualification
    elsewhere = any(
        one.is_held and one.is_in_force(first_day)
        for one in at.file.lines.values()
        if one.key.qualification == qualification and one.matter != line.matter
    )
    before = at.file.activities.get(activity_matter(first_day.year - 1, qualification))
    assessed = before is not None and before.assessed_on is not None
    ended_in_it = ran_to.year == first_day.year
    return qualification if (assessed or ended_in_it) and not elsewhere else ""
