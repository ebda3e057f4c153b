"""3.1.1 Integrity (Integriteit)

- Integrity shows, for instance, in proper training rather than drilling for an exam; in robust
  safeguards that keep training apart from examining, where a centre does both; in not passing on
  with names, to later groups, what participants told.
"""

from domain.case import Situation
from domain.law import Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.settings import TRAINER_NOT_EXAMINER

AT_3_1_1 = section("3.1.1")

R_19 = Rule(id="R-19", place=AT_3_1_1, says="participants are properly trained, not drilled")
R_20 = Rule(
    id="R-20",
    place=TRAINER_NOT_EXAMINER.place,
    says="training is kept apart from examining where a centre does both",
)
R_21 = Rule(
    id="R-21",
    place=AT_3_1_1,
    says="what participants told is not passed on to later groups with their names",
)


def is_not_examined_by(
    trainers: tuple[str, ...], examiner: str, at: Situation[CentreFile]
) -> None:
    """Refused when who examines the group is one of its trainers."""
    if not examiner or not TRAINER_NOT_EXAMINER.is_on(at.law):
        return
    accounts = {at.file.trainers[matter].account for matter in trainers}
    require(
        R_20,
        examiner not in accounts,
        "who trains a group does not examine it; name another examiner",
        trains_too=examiner in accounts,
    )
