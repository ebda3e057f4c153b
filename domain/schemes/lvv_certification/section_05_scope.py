"""5-7. Scope (Scope), function (Functiebeschrijving) and competences (Benodigde competenties)

- One function: LVV registered confidential adviser, undesirable behaviour and integrity; in every
  type of organisation, internal or external, employed, on assignment or as a volunteer.
- Three tasks: to receive and guide the employee, to inform the organisation, to advise its
  board and management. One function profile is in force, the version of 10 January 2020.
- Ten competences: integrity, communication, analysis and empathy, awareness of the
  organisation, involvement, initiative, self-confidence, cooperation, vision, persuasion.
"""

from datetime import date

from domain.law import Edition, InTime, Rule, Value, weigh
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.words import Code

AT_6 = section(6)


class Function(Value):
    """The function that is certified, and the day of its profile."""

    code: Code
    profile: date


FUNCTION = InTime(
    {IN_FORCE: Function(code="registered-confidential-adviser", profile=date(2020, 1, 10))}
)

R_38 = Rule(
    id="R-38",
    place=AT_6,
    says="one function is certified, by the profile that is in force with its ten competences",
)


def is_in_scope(function: Code, edition: Edition) -> bool:
    """Whether this is the function that is certified."""
    certified = FUNCTION.of(edition)
    holds = function == certified.code
    return weigh(R_38, holds, function=function, profile=certified.profile)
