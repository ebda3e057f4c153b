"""What waits for SSVV in the scheme's own file: drafts, the logo, its misuse (2.3, 3.3)."""

from collections.abc import Iterator

from domain.case import CaseFile
from domain.schemes.ssvv_sogp.record.own_file import DocumentDrafted, OwnFile
from domain.schemes.ssvv_sogp.shown.step import SSVV
from domain.shown import Step, Waiting

CONSENT = Step("grant-logo-consent", SSVV, "consents to the use of the logo, or refuses it")
ADOPT = Step("adopt-document", SSVV, "adopts the qualification document, with its day")
OF_A_MISUSE = {
    "reported": Step("establish-misuse", SSVV, "establishes whether it is misuse"),
    "established": Step("take-measure", SSVV, "takes a measure to make the misuse stop"),
    "measure-running": Step("record-misuse-stopped", SSVV, "sees whether the misuse stopped"),
    "stopped": Step("close-misuse", SSVV, "closes the case"),
}


def waiting_in_the_scheme(case: CaseFile[OwnFile]) -> tuple[Waiting, ...]:
    """What SSVV has to decide outside the files of the centres."""
    return tuple(_everything(case))


def _everything(case: CaseFile[OwnFile]) -> Iterator[Waiting]:
    file = case.state
    drafted = {r.fact.document: r.fact for r in case.trail if isinstance(r.fact, DocumentDrafted)}
    for name, document in file.documents.items():
        if document.standing == "draft":
            yield ADOPT.waits(drafted[name].matter, drafted[name].on)
    for consent in file.consents.values():
        if consent.standing == "requested":
            yield CONSENT.waits(consent.matter, consent.since)
    for misuse in file.misuses.values():
        if misuse.standing in OF_A_MISUSE:
            yield OF_A_MISUSE[misuse.standing].waits(misuse.matter, misuse.since)
