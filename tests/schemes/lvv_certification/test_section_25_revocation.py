"""LVV certification, section 25: what a revocation undoes, and what it does not."""

from datetime import date

import pytest

from domain.personal import Personal
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    CertificateGranted,
    CertificateSucceeded,
    DecisionRetaken,
    RegisterStatusChanged,
    SuspensionLifted,
    WithdrawalProcedureOpened,
)
from domain.schemes.lvv_certification.section_15_validity import ExpireCertificate
from domain.schemes.lvv_certification.section_25_handling import (
    AssignObjectionHandler,
    DecideObjection,
)
from domain.schemes.lvv_certification.section_25_retaking import RetakeDecision
from domain.schemes.lvv_certification.section_27_running_out import OpenWithdrawalProcedure
from domain.schemes.lvv_certification.section_28_withdrawal import NotifyWithdrawal, Withdraw
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import BODY, CLERK, PERSON, given, granted, opened
from tests.schemes.lvv_certification.told_objections import (
    GRANTER,
    OTHER,
    SUSPENSION,
    THIRD,
    WHY,
    object_to,
    on_hold,
)

LAST, NOV_14 = date(2030, 4, 14), date(2026, 11, 14)
plain = given(opened, (granted, GRANTER))


def withdrawn(told: Scenario, on: date, *, made_known: bool = True) -> Scenario:
    """Withdrawn for fraud, and made known the same day unless the test says otherwise."""
    ground = Withdraw(on=on, first_day=on, ground="fraud-or-gross-negligence", reasons=WHY)
    told = asked(told, BODY, ground)
    return asked(told, BODY, NotifyWithdrawal(on=on)) if made_known else told


def the_withdrawal(told: Scenario) -> int:
    """The version of the decision to withdraw."""
    version: int = told.file().state.certificate.withdrawal_decision
    return version


def upheld(told: Scenario, decision: int, on: date) -> Scenario:
    """The person objected; somebody independent upheld it on the same day."""
    matter = told.file().state.next_matter("objection")
    handler = AssignObjectionHandler(on=on, objection=matter, handler="h.visser")
    upholding = DecideObjection(on=on, objection=matter, outcome="upheld", reasons=WHY)
    return asked(asked(told, PERSON, object_to(decision, on=on)), OTHER, handler, upholding)


def revoke(decision: int, on: date) -> RetakeDecision:
    return RetakeDecision(on=on, decision=decision, revoked=True, reasons=WHY)


def test_25_a_suspension_revoked_leaves_it_valid_to_its_own_end_date() -> None:
    june_8 = date(2026, 6, 8)
    told = upheld(on_hold, SUSPENSION, june_8).when(revoke(SUSPENSION, june_8), OTHER)
    after = told.then_recorded(DecisionRetaken, RegisterStatusChanged)
    certificate = after.file().state.certificate
    assert (certificate.standing, certificate.until) == ("valid", LAST)
    changed = after.file().trail[-1].fact
    assert isinstance(changed, RegisterStatusChanged)
    assert (changed.status, changed.first_day, changed.day) == ("valid", date(2026, 5, 15), LAST)
    after.then_term("C-T08", on=june_8, state="void", due=NOV_14)


def test_25_what_was_never_made_known_needs_no_word_in_the_register() -> None:
    june_8 = date(2026, 6, 8)
    untold = Scenario(on_hold.scheme, "person", on_hold.history[:SUSPENSION])
    told = upheld(untold, SUSPENSION, june_8)
    told.when(revoke(SUSPENSION, june_8), OTHER).then_recorded(DecisionRetaken)


def test_25_a_suspension_revoked_after_it_was_lifted_changes_nothing() -> None:
    lifted = SuspensionLifted(matter="certificate-1", on=date(2026, 6, 1), basis=granted.basis)
    told = upheld(on_hold.given((lifted, OTHER)), SUSPENSION, date(2026, 6, 8))
    after = told.when(revoke(SUSPENSION, date(2026, 6, 8)), OTHER).then_recorded(DecisionRetaken)
    certificate = after.file().state.certificate
    assert (certificate.standing, certificate.since) == ("valid", date(2026, 6, 1))


def test_25_a_withdrawal_revoked_leaves_it_valid_and_running() -> None:
    july_1, sep_1 = date(2026, 7, 1), date(2026, 9, 1)
    told = withdrawn(plain, july_1)
    told.then_term("C-T04", on=july_1, state="void", due=LAST)
    decision = the_withdrawal(told)
    asks = upheld(told, decision, sep_1).when(revoke(decision, sep_1), OTHER)
    after = asks.then_recorded(DecisionRetaken, RegisterStatusChanged)
    assert after.file().state.certificate.standing == "valid"
    after.then_term("C-T04", on=sep_1, state="running", due=LAST)


def test_25_or_suspended_when_its_suspension_still_runs() -> None:
    july_1, sep_1 = date(2026, 7, 1), date(2026, 9, 1)
    told = withdrawn(on_hold, july_1)
    decision = the_withdrawal(told)
    after = asked(upheld(told, decision, sep_1), OTHER, revoke(decision, sep_1))
    certificate = after.file().state.certificate
    assert (certificate.standing, certificate.since) == ("suspended", date(2026, 5, 15))
    changed = after.file().trail[-1].fact
    assert isinstance(changed, RegisterStatusChanged)
    assert (changed.status, changed.day) == ("suspended", NOV_14)
    term = after.then_term("C-T08", on=sep_1, state="running", due=NOV_14)
    assert term.then == "open-withdrawal-procedure"
    opens = OpenWithdrawalProcedure(on=date(2026, 11, 15))
    after.when(opens, CLERK).then_recorded(WithdrawalProcedureOpened)


def test_25_or_with_the_procedure_open_as_it_was() -> None:
    nov_16, dec_1, jan_8 = date(2026, 11, 16), date(2026, 12, 1), date(2027, 1, 8)
    told = asked(on_hold, CLERK, OpenWithdrawalProcedure(on=nov_16))
    ground = Withdraw(on=dec_1, first_day=dec_1, ground="suspension-not-lifted", reasons=WHY)
    told = asked(told, BODY, ground, NotifyWithdrawal(on=dec_1))
    decision = the_withdrawal(told)
    after = asked(upheld(told, decision, jan_8), OTHER, revoke(decision, jan_8))
    certificate = after.file().state.certificate
    assert (certificate.standing, certificate.withdrawal_open) == ("suspended", True)
    after.then_term("C-T08", on=jan_8, state="missed", due=NOV_14)
    again = OpenWithdrawalProcedure(on=jan_8)
    after.when(again, CLERK).then_refused("", "open already")


def test_25_a_suspension_revoked_after_a_withdrawal_does_not_undo_that() -> None:
    july_1, sep_1, oct_1 = date(2026, 7, 1), date(2026, 9, 1), date(2026, 10, 1)
    told = withdrawn(on_hold, july_1)
    decision = the_withdrawal(told)
    told = upheld(told, SUSPENSION, sep_1)
    after = told.when(revoke(SUSPENSION, sep_1), OTHER).then_recorded(DecisionRetaken)
    assert after.file().state.certificate.standing == "withdrawn"
    after = asked(upheld(after, decision, oct_1), OTHER, revoke(decision, oct_1))
    assert after.file().state.certificate.standing == "valid"


def test_25_expiry_prevails_over_the_revocation_of_a_suspension() -> None:
    expired = CertificateExpired(matter="certificate-1", on=date(2030, 4, 15), basis=granted.basis)
    late = date(2030, 5, 1)
    told = upheld(on_hold.given((expired, CLERK)), SUSPENSION, late)
    after = told.when(revoke(SUSPENSION, late), OTHER).then_recorded(DecisionRetaken)
    assert after.file().state.certificate.standing == "expired"


@pytest.mark.refuses("C-T04")
def test_25_and_over_that_of_a_withdrawal() -> None:
    march, late = date(2030, 3, 1), date(2030, 5, 1)
    told = withdrawn(plain, march)
    decision = the_withdrawal(told)
    after = asked(upheld(told, decision, late), OTHER, revoke(decision, late))
    term = after.then_term("C-T04", on=late, state="missed", due=LAST)
    assert term.then == "expire-certificate"
    after = asked(after, CLERK, ExpireCertificate(on=late))
    assert after.file().state.certificate.standing == "expired"


def test_25_a_certificate_granted_meanwhile_stays_in_its_place() -> None:
    july_1, sep_1 = date(2026, 7, 1), date(2026, 9, 1)
    told = withdrawn(plain, july_1)
    decision = the_withdrawal(told)
    newer = CertificateGranted(
        matter="certificate-2",
        on=date(2026, 8, 3),
        basis=granted.basis,
        application="application-2",
        until=date(2030, 8, 2),
        name=Personal("Johanna de Wit"),
        born=granted.born,
    )
    told = upheld(told.given((newer, THIRD)), decision, sep_1)
    after = told.when(revoke(decision, sep_1), OTHER).then_recorded(
        DecisionRetaken, RegisterStatusChanged, CertificateSucceeded
    )
    certificates = after.file().state.certificates
    assert [one.standing for one in certificates.values()] == ["succeeded", "valid"]
