"""SSVV SOG-P, section 6: what becomes of a signal. None changes a recognition by itself."""

from datetime import date

from domain.fact import Fact
from domain.schemes.ssvv_sogp.record.irregularity import (
    OversightSignalActedUpon,
    OversightSignalAssessed,
    OversightSignalClosed,
)
from domain.schemes.ssvv_sogp.section_6_oversight import ShareSignal
from domain.schemes.ssvv_sogp.section_6_signals import ActOnSignal, AssessSignal, CloseSignal
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import SSVV, a_recognised_centre, given
from tests.schemes.ssvv_sogp.told_audit import SEEN, SEP_22

SEP_29 = date(2025, 9, 29)
assess = AssessSignal(on=SEP_29, signal="signal-1", findings=SEEN)
act = ActOnSignal(on=SEP_29, signal="signal-1", led_to="line-1")
close = CloseSignal(on=SEP_29, signal="signal-1", reasons=SEEN)


def told(side: str = "examination") -> Scenario:
    shared = ShareSignal.model_validate(
        {"on": SEP_22, "side": side, "source": "a-complaint", "what": SEEN}
    )
    return asked(given(*a_recognised_centre), SSVV, shared)


def ends(scenario: Scenario, ending: ActOnSignal | CloseSignal, fact: type[Fact]) -> str:
    done = scenario.when(assess, SSVV).then_recorded(OversightSignalAssessed)
    done = done.when(ending, SSVV).then_recorded(fact)
    return str(done.file().state.signals["signal-1"].standing)


def test_6_a_signal_is_assessed_and_acted_on() -> None:
    assert ends(told(), act, OversightSignalActedUpon) == "acted-upon"


def test_6_or_closed_with_reasons() -> None:
    assert ends(told(), close, OversightSignalClosed) == "closed"


def test_6_it_is_assessed_first_and_once() -> None:
    told().when(act, SSVV).then_refused("", "no signal stands assessed")
    again = asked(told(), SSVV, assess)
    again.when(assess, SSVV).then_refused("", "no signal stands shared")
    two = asked(again, SSVV, ShareSignal(on=SEP_22, side="training", source="x", what=SEEN))
    other = act.model_copy(update={"signal": "signal-2"})
    two.when(other, SSVV).then_refused("", "signal-2 is no signal that stands assessed")


def test_6_it_leads_to_a_matter_of_this_file() -> None:
    asked(told(), SSVV, assess).when(
        act.model_copy(update={"led_to": "line-9"}), SSVV
    ).then_refused("", "give one of audit-1, audit-2, line-1, line-2")


def test_6_from_the_training_side_it_leads_elsewhere() -> None:
    elsewhere = act.model_copy(update={"led_to": "exam-centre-audit-2025-4"})
    asked(told("training"), SSVV, assess).when(elsewhere, SSVV).then_recorded(
        OversightSignalActedUpon
    )


def test_6_it_changes_no_recognition_by_itself() -> None:
    before = told().file().state.lines
    after = asked(told(), SSVV, assess, act).file().state.lines
    assert after == before
