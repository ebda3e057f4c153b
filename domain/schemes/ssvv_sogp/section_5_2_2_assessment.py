"""5.2.2 Assessment of the application (Aanvraag beoordeling)

- An auditor assesses whether the documents meet what is asked: whether the application is
  complete, and whether the qualification asked for fits the lesson plan, the material and the
  facility, in relation to the specific requirements of its specification.
- In a first assessment much attention goes to the organisation, such as its internal quality
  assurance (also 5.2.5).

How it ends: section_5_2_2_outcome.py.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, weigh
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import (
    Application,
    AssessorAssigned,
    CompletenessAssessed,
    LineContentAssessed,
    OrganisationAssessed,
)
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import AUDITOR, SSVV
from domain.schemes.ssvv_sogp.section_2_3_norms import norms_in_force
from domain.schemes.ssvv_sogp.section_5_2_1_completeness import R_59, R_61, lacking
from domain.schemes.ssvv_sogp.standing import an_application, application_named
from domain.words import Code, Line, Prose

AT_5_2_2 = section("5.2.2")


class AssignAssessor(Command):
    """Assign the auditor who assesses an application, by account."""

    name = "assign-assessor"
    application: Code
    assessor: Line


class AssessCompleteness(Command):
    """Assess whether an application is complete; what it lacks is computed from it."""

    name = "assess-completeness"
    application: Code


class AssessLine(Command):
    """Assess whether plan, material and facility fit the qualification asked for."""

    name = "assess-line"
    application: Code
    location: Code
    qualification: Code
    matches: bool
    findings: Personal[Content, Prose]


class AssessOrganisation(Command):
    """Assess the organisation of a centre that SSVV does not know yet."""

    name = "assess-organisation"
    application: Code
    meets: bool
    findings: Personal[Content, Prose]


def handed_in(at: Situation[CentreFile]) -> None:
    an_application(at, "submitted")


def in_assessment(at: Situation[CentreFile]) -> None:
    an_application(at, "under-assessment")


def assessed_by(at: Situation[CentreFile], matter: str) -> Application:
    """The application under assessment, asked by the auditor it was assigned to."""
    now = application_named(at, matter, "under-assessment")
    if at.by.id != now.assessor:
        raise Refused(f"{matter} is assessed by the auditor it was assigned to", AT_5_2_2)
    return now


@action(AssignAssessor, by=SSVV, place=AT_5_2_2, when=handed_in)
def assign_assessor(asked: AssignAssessor, at: Situation[CentreFile]) -> Facts:
    """Assign the auditor who assesses an application."""
    now = application_named(at, asked.application, "submitted")
    return AssessorAssigned(
        matter=now.matter, on=asked.on, basis=AT_5_2_2, assessor=asked.assessor
    )


@action(AssessCompleteness, by=AUDITOR, place=AT_5_2_2, when=in_assessment)
def assess_completeness(asked: AssessCompleteness, at: Situation[CentreFile]) -> Facts:
    """Assess whether an application is complete."""
    now = assessed_by(at, asked.application)
    lacks = lacking(now)
    weigh(R_59, not lacks, lacking=len(lacks))
    if now.first:
        company = at.file.centre.company is not None
        if not weigh(R_61, company, company_data=company):
            lacks = (*lacks, "company-data")
    return CompletenessAssessed(matter=now.matter, on=asked.on, basis=AT_5_2_2, lacking=lacks)


@action(AssessLine, by=AUDITOR, place=AT_5_2_2, when=in_assessment)
def assess_line(asked: AssessLine, at: Situation[CentreFile]) -> Facts:
    """Assess whether plan, material and facility fit the qualification asked for."""
    now = assessed_by(at, asked.application)
    if now.line(asked.location, asked.qualification) is None:
        asks = ", ".join(f"{one.key.qualification} at {one.key.location}" for one in now.lines)
        raise Refused(f"{now.matter} asks for {asks}; give one of these", AT_5_2_2)
    return LineContentAssessed(
        matter=now.matter,
        on=asked.on,
        basis=AT_5_2_2,
        location=asked.location,
        qualification=asked.qualification,
        matches=asked.matches,
        norms=norms_in_force(at.law, asked.qualification, asked.on),
        findings=asked.findings,
    )


@action(AssessOrganisation, by=AUDITOR, place=AT_5_2_2, when=in_assessment)
def assess_organisation(asked: AssessOrganisation, at: Situation[CentreFile]) -> Facts:
    """Assess the organisation of a centre that SSVV does not know yet."""
    now = assessed_by(at, asked.application)
    if not now.first:
        raise Refused(f"{now.matter} is an extension: the organisation is known", AT_5_2_2)
    return OrganisationAssessed(
        matter=now.matter,
        on=asked.on,
        basis=AT_5_2_2,
        meets=asked.meets,
        findings=asked.findings,
    )
