"""An.5. Secrecy (Geheimhouding)

- LVV, its board, the staff of its office, external experts and the members of the committee of
  experts included, keep secret what can be traced to persons or organisations and was made
  available to LVV by an applicant or a holder.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.record.compliance import DataShared
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD, OFFICE
from domain.words import Code, Prose

AN_5 = annex(5)
BOUND = ("lvv-board", "lvv-office", "external-expert", "expert-committee")
AND_ASSESSORS = ("hobeon", "dispute-committee")
R_39 = Rule(
    id="R-39",
    place=AN_5,
    says="what an applicant or holder made available stays with who is bound to secrecy",
)


class ShareData(Command):
    """Record that data of the applicant or holder goes to somebody, and what goes."""

    name = "share-data"
    to: Code
    what: Personal[Content, Prose]


@action(ShareData, by=OFFICE | BOARD, place=AN_5)
def share_data(asked: ShareData, _: Situation[TrainingFile]) -> Facts:
    """Record that data goes to somebody who is bound to secrecy, or has to assess or decide."""
    allowed = (*BOUND, *AND_ASSESSORS)
    require(
        R_39,
        asked.to in allowed,
        f"data of an applicant or holder does not go to {asked.to}; give one of "
        f"{', '.join(allowed)}",
        to=asked.to,
    )
    return DataShared(matter="secrecy", on=asked.on, basis=AN_5, to=asked.to, what=asked.what)
