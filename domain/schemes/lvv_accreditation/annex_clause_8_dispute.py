"""An.8(b). Disputes (Geschillen), and An.1(d)

- A dispute between LVV and an applicant or holder is decided by binding advice of an ad hoc
  disputes committee: one member nominated by LVV, one by the applicant or holder, and an
  independent chair whom those two appoint.
- An.1(d): the committee may withdraw the right to carry the mark by way of binding advice.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.record.accreditation import AccreditationWithdrawn
from domain.schemes.lvv_accreditation.record.offer import Reference
from domain.schemes.lvv_accreditation.record.remedy import (
    BindingAdviceIssued,
    ChairAppointed,
    Dispute,
    DisputeOpened,
    MemberNominated,
    Side,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, DISPUTES, PROVIDER
from domain.schemes.lvv_accreditation.standing import in_force
from domain.words import Prose

AN_1, AN_8 = annex(1), annex(8)
INDEPENDENT = AN_8("b").read("SOD-A8: who had a hand in the file decides no dispute about it")


class OpenDispute(Command):
    """Bring a dispute before a disputes committee."""

    name = "open-dispute"
    about: Personal[Content, Prose]


class NominateMember(Command):
    """Nominate one's member of the committee, by the account that he or she will act under."""

    name = "nominate-member"
    member: Reference


class AppointChair(Command):
    """Appoint the independent chair, as one of the two nominated members."""

    name = "appoint-chair"
    chair: Reference


class IssueBindingAdvice(Command):
    """Decide the dispute by binding advice, as its chair."""

    name = "issue-binding-advice"
    withdraws: bool = False
    advice: Personal[Content, Prose]


@action(OpenDispute, by=PROVIDER | BOARD, place=AN_8("b"))
def open_dispute(asked: OpenDispute, at: Situation[TrainingFile]) -> Facts:
    """Bring a dispute before a disputes committee."""
    return DisputeOpened(
        matter=at.file.next_matter("dispute"), on=asked.on, basis=AN_8("b"), about=asked.about
    )


def forming(at: Situation[TrainingFile]) -> Dispute:
    """The dispute whose committee is being formed."""
    for one in at.file.disputes.values():
        if one.standing == "opened":
            return one
    raise Refused("no disputes committee is being formed", AN_8("b"))


def _not_seen_in_the_file(account: str, at: Situation[TrainingFile]) -> None:
    if any(record.by.id == account for record in at.case.trail):
        raise Refused("who had a hand in this file is not independent in it", INDEPENDENT)


@action(NominateMember, by=PROVIDER | BOARD, place=AN_8("b"), when=forming)
def nominate_member(asked: NominateMember, at: Situation[TrainingFile]) -> Facts:
    """Nominate one's member: one of LVV, one of the applicant or holder."""
    now = forming(at)
    side: Side = "holder" if at.by.role in PROVIDER else "lvv"
    if side in now.members:
        raise Refused(f"the member of {side} is nominated already", AN_8("b"))
    if asked.member in now.members.values():
        raise Refused("that member is nominated by the other side; name another", AN_8("b"))
    _not_seen_in_the_file(asked.member, at)
    return MemberNominated(
        matter=now.matter, on=asked.on, basis=AN_8("b"), side=side, member=asked.member
    )


def both_nominated(at: Situation[TrainingFile]) -> Dispute:
    """The dispute whose two members are nominated and have no chair yet."""
    now = forming(at)
    if set(now.members) != {"lvv", "holder"}:
        raise Refused("each side nominates a member before a chair is appointed", AN_8("b"))
    return now


@action(AppointChair, by=DISPUTES, place=AN_8("b"), when=both_nominated)
def appoint_chair(asked: AppointChair, at: Situation[TrainingFile]) -> Facts:
    """Appoint the independent chair; the nominated members do."""
    now = both_nominated(at)
    if at.by.id not in now.members.values():
        raise Refused("the chair is appointed by the two nominated members", AN_8("b"))
    if asked.chair in now.members.values():
        raise Refused("the chair is neither of the two members; name another", AN_8("b"))
    _not_seen_in_the_file(asked.chair, at)
    return ChairAppointed(matter=now.matter, on=asked.on, basis=AN_8("b"), chair=asked.chair)


def ready(at: Situation[TrainingFile]) -> Dispute:
    """The dispute whose committee is complete."""
    for one in at.file.disputes.values():
        if one.standing == "committee-ready":
            return one
    raise Refused("no dispute is before a complete committee", AN_8("b"))


@action(IssueBindingAdvice, by=DISPUTES, place=AN_8("b"), when=ready)
def issue_binding_advice(asked: IssueBindingAdvice, at: Situation[TrainingFile]) -> Facts:
    """Decide the dispute by binding advice, which may withdraw the right to carry the mark."""
    now = ready(at)
    if at.by.id != now.chair:
        raise Refused("the chair of the committee issues its advice", AN_8("b"))
    issued = BindingAdviceIssued(
        matter=now.matter,
        on=asked.on,
        basis=AN_8("b"),
        withdraws=asked.withdraws,
        advice=asked.advice,
    )
    if not asked.withdraws:
        return issued
    withdrawn = AccreditationWithdrawn(
        matter=in_force(at).matter,
        on=asked.on,
        basis=AN_1("d"),
        ground="binding-advice",
        reasons=asked.advice,
    )
    return issued, withdrawn
