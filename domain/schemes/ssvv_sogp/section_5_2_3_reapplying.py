"""5.2.3 Applying again after a rejection (Audit)

- After a negative judgement the application is rejected; in most cases the applicant is free to
  apply again.
"""

from domain.case import Situation
from domain.law import Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre import LineKey
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.roles import SSVV

AT_5_2_3 = section("5.2.3")

R_68 = Rule(
    id="R-68",
    place=AT_5_2_3,
    says="a negative audit leads to rejection; applying again is free unless a reason is recorded",
)


def may_be_asked_again(key: LineKey, at: Situation[CentreFile]) -> None:
    """Refused to a centre that was told, with a reason, that it is not free to; SSVV may."""
    rejected = [
        line
        for application in at.file.applications.values()
        for line in application.lines
        if line.key == key and line.outcome == "rejected"
    ]
    free = not rejected or rejected[-1].free_to_apply_again or at.by.role in SSVV
    require(
        R_68,
        free,
        f"{key.qualification} at {key.location} was rejected for a reason that keeps the centre "
        "from applying again; ask SSVV to take the application in",
        qualification=key.qualification,
        free=free,
    )
