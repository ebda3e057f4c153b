"""What still needs the personal data in a training's file."""

from domain.schemes.lvv_accreditation.ended_with_its_accreditation import still_open
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile


def still_needed(file: TrainingFile) -> str:
    """What still needs the personal data of this file, in words, or nothing."""
    needs = {
        "an accreditation is held": any(one.is_held for one in file.accreditations.values()),
        "an application is open": any(still_open(file, one) for one in file.applications.values()),
        "an objection is open": any(o.standing != "answered" for o in file.objections.values()),
        "a dispute is open": any(d.standing != "decided" for d in file.disputes.values()),
        "a withdrawal is to be told and made known": any(
            one.standing == "withdrawn" and one.published_on is None
            for one in file.accreditations.values()
        ),
    }
    return next((need for need, is_so in needs.items() if is_so), "")
