"""What waits for whom about an objection or a dispute."""

from collections.abc import Iterator

from domain.schemes.lvv_accreditation.record.remedy import Dispute, Objection
from domain.shown import Step, Waiting

OF_AN_OBJECTION = {
    "filed": Step("request-expert-advice", "lvv-board", "asks the committee of experts"),
    "with-experts": Step("give-expert-advice", "expert-committee", "advises on the criteria"),
    "advised": Step("answer-objection", "lvv-board", "answers the objection"),
}
ADVISE = Step("issue-binding-advice", "dispute-committee", "decides the dispute")
CHAIR = Step("appoint-chair", "dispute-committee", "appoints an independent chair")
OF_LVV = Step("nominate-member", "lvv-board", "nominates its member of the committee")
OF_THE_HOLDER = Step("nominate-member", "provider", "nominates its member of the committee")


def of_an_objection(now: Objection) -> Iterator[Waiting]:
    if now.standing in OF_AN_OBJECTION:
        yield OF_AN_OBJECTION[now.standing].waits(now.matter, now.since)


def of_a_dispute(now: Dispute) -> Iterator[Waiting]:
    if now.standing == "committee-ready":
        yield ADVISE.waits(now.matter, now.since)
    if now.standing != "opened":
        return
    sides = (("lvv", OF_LVV), ("holder", OF_THE_HOLDER))
    missing = [step for side, step in sides if side not in now.members]
    for step in missing or [CHAIR]:
        yield step.waits(now.matter, now.since)
