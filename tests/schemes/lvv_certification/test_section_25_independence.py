"""LVV certification, section 25: whoever plays, no objection is decided by somebody involved.

Random staff suspend, withdraw, object for people, assign, decide and take decisions again, in
any order; whatever the file refuses is refused, and the trail it leaves is looked through.
"""

from datetime import date, timedelta
from typing import ClassVar, Literal

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from domain.case import Command
from domain.fact import Recorded
from domain.law import Refused
from domain.schemes.lvv_certification.record.certificate import DecisionRetaken
from domain.schemes.lvv_certification.record.objection import (
    ObjectionFiled,
    ObjectionHandlerAssigned,
    ObjectionRejected,
    ObjectionUpheld,
)
from domain.schemes.lvv_certification.section_25_handling import (
    AssignObjectionHandler,
    DecideObjection,
)
from domain.schemes.lvv_certification.section_25_objection import FileObjection
from domain.schemes.lvv_certification.section_25_retaking import RetakeDecision
from domain.schemes.lvv_certification.section_27_extension import ExtendSuspension
from domain.schemes.lvv_certification.section_27_suspension import NotifySuspension, Suspend
from domain.schemes.lvv_certification.section_28_withdrawal import Withdraw
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import PERSON, given, granted, opened
from tests.schemes.lvv_certification.told_objections import WHY

STAFF = ["ann", "bas", "cor", "dia"]
staff = st.sampled_from(STAFF)
yes_or_no = st.booleans()
WEEK = timedelta(weeks=1)


class Office(RuleBasedStateMachine):
    """Four people of the certification body, who all do everything that the file lets them."""

    seen: ClassVar[set[str]] = set()

    def __init__(self) -> None:
        super().__init__()
        self.told = given((opened, "certification-body:ann"), (granted, "certification-body:bas"))
        self.day = date(2026, 5, 15)

    def ask(self, who: str, command: Command) -> None:
        try:
            self.told = asked(self.told, who, command)
        except Refused as refusal:
            Office.seen.add(f"refused under {refusal.rule}")
        self.day += timedelta(days=1)

    @rule(who=staff)
    def suspend(self, who: str) -> None:
        until = self.day + 8 * WEEK
        ground = "framework-not-met"
        asks = Suspend(on=self.day, first_day=self.day, until=until, ground=ground, reasons=WHY)
        self.ask(f"certification-body:{who}", asks)

    @rule(who=staff)
    def notify(self, who: str) -> None:
        self.ask(f"certification-body:{who}", NotifySuspension(on=self.day))

    @rule(who=staff)
    def extend(self, who: str) -> None:
        asks = ExtendSuspension(on=self.day, until=self.day + 16 * WEEK, because=WHY)
        self.ask(f"certification-body:{who}", asks)

    @rule(who=staff)
    def withdraw(self, who: str) -> None:
        ground = "fraud-or-gross-negligence"
        asks = Withdraw(on=self.day, first_day=self.day, ground=ground, reasons=WHY)
        self.ask(f"certification-body:{who}", asks)

    @rule()
    def object_to_the_latest_decision(self) -> None:
        decision = max(self.told.file().state.decisions)
        self.ask(PERSON, FileObjection(on=self.day, decision=decision, grounds=WHY))

    @rule(who=staff, handler=staff, data=st.data())
    def assign(self, who: str, handler: str, data: st.DataObject) -> None:
        if matter := self.an_objection(data, "filed", "handling"):
            asks = AssignObjectionHandler(on=self.day, objection=matter, handler=handler)
            self.ask(f"certification-body:{who}", asks)

    @rule(who=staff, by_handler=yes_or_no, upheld=yes_or_no, data=st.data())
    def decide(self, who: str, by_handler: bool, upheld: bool, data: st.DataObject) -> None:
        if matter := self.an_objection(data, "handling"):
            if by_handler:
                who = self.told.file().state.objections[matter].handler
            outcome: Literal["upheld", "rejected"] = "upheld" if upheld else "rejected"
            asks = DecideObjection(on=self.day, objection=matter, outcome=outcome, reasons=WHY)
            self.ask(f"certification-body:{who}", asks)

    @rule(who=staff, revoked=yes_or_no)
    def retake(self, who: str, revoked: bool) -> None:
        for one in self.told.file().state.decisions.values():
            if one.to_be_retaken:
                asks = RetakeDecision(
                    on=self.day, decision=one.version, revoked=revoked, reasons=WHY
                )
                self.ask(f"certification-body:{who}", asks)
                return

    def an_objection(self, data: st.DataObject, *standings: str) -> str:
        """The name of one that stands so, or nothing."""
        objections = self.told.file().state.objections.values()
        matters = [one.matter for one in objections if one.standing in standings]
        return data.draw(st.sampled_from(matters)) if matters else ""

    @invariant()
    def nobody_decides_on_what_he_had_a_hand_in(self) -> None:
        trail = self.told.file().trail
        for record in trail:
            if isinstance(record.fact, ObjectionUpheld | ObjectionRejected):
                Office.seen.add("decided on an objection")
                matter = record.fact.matter
                assert record.by.id not in involved(trail, matter)
                assert record.by.id == handler_of(trail, matter)

    @invariant()
    def nobody_takes_his_own_decision_again(self) -> None:
        trail = self.told.file().trail
        for record in trail:
            if isinstance(record.fact, DecisionRetaken):
                Office.seen.add("took a decision again")
                assert record.by.id != trail[record.fact.decision - 1].by.id
                assert record.by.id != trail[record.fact.first - 1].by.id


def involved(trail: tuple[Recorded, ...], objection: str) -> set[str]:
    """Who recorded anything in the contested matter, up to the contested decision."""
    (filed,) = [
        r.fact for r in trail if isinstance(r.fact, ObjectionFiled) and r.fact.matter == objection
    ]
    contested = trail[filed.decision - 1].fact.matter
    return {r.by.id for r in trail[: filed.decision] if r.fact.matter == contested}


def handler_of(trail: tuple[Recorded, ...], objection: str) -> str:
    """Who was assigned last."""
    assigned = [r.fact for r in trail if isinstance(r.fact, ObjectionHandlerAssigned)]
    return [fact.handler for fact in assigned if fact.matter == objection][-1]


def test_25_no_objection_is_decided_by_somebody_who_had_a_hand_in_the_decision() -> None:
    Office.seen.clear()
    run_state_machine_as_test(
        Office,
        settings=settings(
            max_examples=60, stateful_step_count=40, deadline=None, derandomize=True
        ),
    )
    assert {
        "decided on an objection",
        "took a decision again",
        "refused under SOD-C3",
    } <= Office.seen
