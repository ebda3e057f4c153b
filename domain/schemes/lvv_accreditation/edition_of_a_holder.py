"""Which edition of the scheme applies to a holder on a day (An.4, one text for each holder).

A holder goes on under the edition his accreditation was granted or renewed under, until a newer
one that he was told of binds him. One who does not agree stays on the text before it, for a year
at most. Who applies, also a holder on the old text who asks for the mark anew, does so under the
edition in force on the day (B-16).
"""

from datetime import date

from domain.case import CaseFile
from domain.law import Edition
from domain.schemes import Scheme
from domain.schemes.lvv_accreditation.record.change import Change
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile


def edition_of_a_holder(case: CaseFile[TrainingFile], day: date, scheme: Scheme) -> Edition:
    """The edition that applies to this file on a day."""
    file = case.state
    now = file.accreditation
    applies_anew = any(one.is_open and not one.renewal for one in file.applications.values())
    if now is None or not now.held_on(day) or applies_anew:
        return scheme.edition_on(day)
    editions = {edition.id: edition for edition in scheme.editions}
    binding = [one.edition for one in file.changes.values() if _binds(one, day)]
    applying = [editions[id_] for id_ in (now.edition, *binding) if id_ in editions]
    return max(applying, key=lambda edition: edition.since, default=scheme.edition_on(day))


def _binds(change: Change, day: date) -> bool:
    return change.standing != "rejected" and change.binds_on <= day
