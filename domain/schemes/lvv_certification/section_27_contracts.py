"""27. Suspension (Schorsing van het certificaat): contracts during it

- While a certificate is suspended, service contracts that mention it are not extended or renewed.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require, weigh
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import (
    ContractBanBreached,
    ServiceContractRenewed,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY, PERSON
from domain.schemes.lvv_certification.standing import in_force, suspended
from domain.words import Prose

AT_27 = section(27)
R_29 = Rule(
    id="R-29",
    place=AT_27,
    says="during a suspension no service contract that mentions it is extended or renewed",
)


class RenewServiceContract(Command):
    """Report that a service contract that mentions the certificate is extended or renewed."""

    name = "renew-service-contract"


class RecordContractBreach(Command):
    """Record that a service contract was extended or renewed during the suspension."""

    name = "record-contract-breach"
    what: Personal[Content, Prose]


@action(RenewServiceContract, by=PERSON, place=AT_27, when=in_force)
def renew_service_contract(asked: RenewServiceContract, at: Situation[PersonFile]) -> Facts:
    """Report that a service contract that mentions the certificate is extended or renewed."""
    now = in_force(at)
    during = now.suspension is not None and at.on >= now.suspension.first_day
    require(R_29, not during, "not during a suspension; existing contracts go on", during=during)
    return ServiceContractRenewed(matter=now.matter, on=asked.on, basis=AT_27)


def begun(at: Situation[PersonFile]) -> None:
    _, suspension = suspended(at)
    if at.on < suspension.first_day:
        raise Refused(f"the suspension begins on {suspension.first_day}", AT_27)


@action(RecordContractBreach, by=BODY, place=AT_27, when=begun)
def record_contract_breach(asked: RecordContractBreach, at: Situation[PersonFile]) -> Facts:
    """Record that a service contract was extended or renewed during the suspension."""
    now, _ = suspended(at)
    weigh(R_29, False, standing=now.standing)
    return ContractBanBreached(matter=now.matter, on=asked.on, basis=AT_27, what=asked.what)
