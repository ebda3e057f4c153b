"""In a word or two, how the file of a training stands."""

from domain.case import CaseFile
from domain.schemes.lvv_accreditation.annex_clause_4_dissent import of_a_dissenter
from domain.schemes.lvv_accreditation.record.accreditation import Standing
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile

OF_AN_ACCREDITATION: dict[Standing, str] = {
    "expired": "expired",
    "withdrawn": "withdrawn",
    "old-text-ended": "ended after a year on the old text",
    "replaced": "replaced",
}
OF_AN_APPLICATION = {
    "submitted": "applied",
    "invoiced": "applied",
    "paid": "applied",
    "with-hobeon": "in investigation",
    "awaiting-supplement": "to be supplemented",
    "stopped": "stopped",
    "stopped-invoiced": "stopped",
    "resumable": "stopped",
    "advised": "advised",
    "received": "advised",
    "rejected": "rejected",
    "additional-requested": "rejected",
    "board-consulted": "rejected",
    "declined": "rejected",
    "granted": "accredited",
}


def stands(case: CaseFile[TrainingFile]) -> str:
    """A held accreditation comes first, then an open application, then what is behind."""
    file = case.state
    now = file.accreditation
    if now is not None and now.is_held:
        if now.breach:
            return "accredited, to be withdrawn"
        return "accredited on the old text" if of_a_dissenter(file) else "accredited"
    fresh = [a for a in file.applications.values() if not a.renewal]
    if fresh and (now is None or fresh[-1].is_open):
        return OF_AN_APPLICATION[fresh[-1].standing]
    return OF_AN_ACCREDITATION[now.standing] if now and not now.is_held else "opened"
