"""3 Own expertise (geen tussenschakel)

- A recognised centre is not merely an intermediary that can only train by hiring others; it
  demonstrably has expertise of its own to give the training.
"""

from domain.case import Situation
from domain.law import Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile

R_05 = Rule(
    id="R-05",
    place=section("3").read("own expertise: at least one employed trainer of the qualification"),
    says="a centre has expertise of its own and does not train through others alone",
)


def has_own_expertise(at: Situation[CentreFile], qualification: str) -> None:
    """Refused unless a trainer whom the centre employs was found qualified for it."""
    found = [one for one in at.file.trainers.values() if one.qualified.get(qualification)]
    employed = sum(one.employed for one in found)
    require(
        R_05,
        employed > 0,
        f"a trainer whom the centre employs is found qualified for {qualification} first",
        qualification=qualification,
        trainers=len(found),
        employed=employed,
    )
