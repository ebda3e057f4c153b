"""5(2)-(3). An additional investigation after a rejection (aanvullend onderzoek)

- (2) When an application is rejected because the conditions were not met, or not wholly, and it
  can reasonably be expected that they still will be, the applicant may ask Hobéon for an
  additional investigation. Hobéon does so only after consulting the board. 4(2) and (3) apply.
- (3) The extra costs are charged to the applicant.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.application import (
    AdditionalCostsCharged,
    AdditionalInvestigationDeclined,
    AdditionalInvestigationRequested,
    AdditionalInvestigationStarted,
    Application,
    BoardConsulted,
)
from domain.schemes.lvv_accreditation.record.offer import Cents
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import HOBEON, PROVIDER
from domain.schemes.lvv_accreditation.standing import an_application, application_that
from domain.words import Prose

AT_5 = article(5)
R_09 = Rule(
    id="R-09",
    place=AT_5(2),
    says="after a rejection that can be mended, at request, the board consulted, at extra cost",
)


class RequestAdditionalInvestigation(Command):
    """Ask Hobéon for an additional investigation after a rejection."""

    name = "request-additional-investigation"


class ConsultBoard(Command):
    """Record that Hobéon consulted the board on the request."""

    name = "consult-board"
    findings: Personal[Content, Prose]


class StartAdditionalInvestigation(Command):
    """Start the additional investigation, and charge its costs to the applicant."""

    name = "start-additional-investigation"
    cents: Cents


class DeclineAdditionalInvestigation(Command):
    """Decline the additional investigation, after consulting the board."""

    name = "decline-additional-investigation"
    reasons: Personal[Content, Prose]


def rejected(at: Situation[TrainingFile]) -> Application:
    """The rejected application whose applicant can still meet the conditions."""
    now = application_that(at, "rejected")
    if now.renewal:
        raise Refused("5(2) is about applications; 6(3) does not cite it", AT_5(2))
    require(
        R_09,
        now.curable,
        "it is not to be expected that the conditions will still be met; apply anew",
        curable=now.curable,
    )
    return now


@action(RequestAdditionalInvestigation, by=PROVIDER, place=AT_5(2), when=rejected)
def request_additional_investigation(
    asked: RequestAdditionalInvestigation, at: Situation[TrainingFile]
) -> Facts:
    """Ask Hobéon for an additional investigation after a rejection that can be mended."""
    return AdditionalInvestigationRequested(matter=rejected(at).matter, on=asked.on, basis=AT_5(2))


@action(ConsultBoard, by=HOBEON, place=AT_5(2), when=an_application("additional-requested"))
def consult_board(asked: ConsultBoard, at: Situation[TrainingFile]) -> Facts:
    """Record that Hobéon consulted the board on the request."""
    now = application_that(at, "additional-requested")
    return BoardConsulted(matter=now.matter, on=asked.on, basis=AT_5(2), findings=asked.findings)


def consulted(at: Situation[TrainingFile]) -> Application:
    """The request on which the board was consulted."""
    now = application_that(at, "additional-requested", "board-consulted")
    require(
        R_09,
        now.standing == "board-consulted",
        "Hobéon consults the board before it investigates further, or declines to",
        consulted=now.standing == "board-consulted",
    )
    return now


@action(StartAdditionalInvestigation, by=HOBEON, place=AT_5(2), when=consulted)
def start_additional_investigation(
    asked: StartAdditionalInvestigation, at: Situation[TrainingFile]
) -> Facts:
    """Start the additional investigation, at the applicant's cost; it is assessed anew."""
    matter = consulted(at).matter
    return (
        AdditionalInvestigationStarted(matter=matter, on=asked.on, basis=AT_5(2)),
        AdditionalCostsCharged(matter=matter, on=asked.on, basis=AT_5(3), cents=asked.cents),
    )


@action(DeclineAdditionalInvestigation, by=HOBEON, place=AT_5(2), when=consulted)
def decline_additional_investigation(
    asked: DeclineAdditionalInvestigation, at: Situation[TrainingFile]
) -> Facts:
    """Decline the additional investigation, after consulting the board."""
    return AdditionalInvestigationDeclined(
        matter=consulted(at).matter, on=asked.on, basis=AT_5(2), reasons=asked.reasons
    )
