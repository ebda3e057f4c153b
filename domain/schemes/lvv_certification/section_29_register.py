"""29. Public register (Openbaar register)

- The certification body keeps a register that everybody can read.
- It shows, in time: (a) the type of certificate; (b) its status: valid, suspended or withdrawn;
  (c) a date: the last valid day, the last day of the suspension, or the first of the withdrawal;
  (d) the name and the birth date of the holder.
- The name in the register is the name on the criminal-record statement (VOG).

From when to when an entry reads so: section_29_readings.py; with which name and birth date:
section_29_holder.py.
"""

from domain.case import CaseFile
from domain.law import Place, Rule
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.application import NameCorrected
from domain.schemes.lvv_certification.record.certificate import (
    CertificateGranted,
    CertificateRenewed,
    CertificateSucceeded,
    RegisterEntryPublished,
    RegisterStatusChanged,
    SuspensionExtended,
    SuspensionLifted,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_29_holder import as_corrected
from domain.schemes.lvv_certification.section_29_readings import Reading, readings
from domain.schemes.lvv_certification.standing import ended_with_its_certificate
from domain.schemes.lvv_certification.still_stands import still_stands
from domain.shown import MadePublic, RegisterLine

AT_29 = section(29)
R_36 = Rule(
    id="R-36", place=AT_29, says="the register shows the name as it stands on the VOG, no other"
)
TYPE = "LVV registered confidential adviser"
MEANS = {
    "valid": "last valid day",
    "suspended": "last day of the suspension",
    "withdrawn": "first day of the withdrawal",
}
AFTER_ITS_LAST_DAY = AT_29("c").read(
    "decision on doubts: suspended, until it is lifted or the certificate is withdrawn"
)
VALID_AGAIN = AT_29("c").read("D-30: valid again, with the original end date")
STAYS = AT_29("b").read("how long a withdrawn entry stays is not said: it stays")
MADE_PUBLIC = MadePublic(
    says="Everybody can read this register; it shows the name and the birth date of the holder.",
    dutch="Iedereen kan dit register lezen; het toont naam en geboortedatum van de houder.",
    place=AT_29,
)

TOLD_FROM = (
    CertificateGranted,
    CertificateRenewed,
    CertificateSucceeded,
    RegisterEntryPublished,
    RegisterStatusChanged,
    SuspensionExtended,
    SuspensionLifted,
    NameCorrected,
)


def register(case: CaseFile[PersonFile]) -> tuple[RegisterLine, ...]:
    """How every entry of this file read and reads, by legal day; oldest entry first."""
    granted = [(r.version, r.fact) for r in case.trail if isinstance(r.fact, CertificateGranted)]
    return tuple(
        line
        for version, fact in granted
        for reading in readings(case, fact)
        for line in as_corrected(case, version, _line(case.number, fact, reading))
    )


def _line(number: str, granted: CertificateGranted, reading: Reading) -> RegisterLine:
    _, _, n = granted.matter.partition("-")
    return RegisterLine(
        entry=f"{number}-{n}",
        type=TYPE,
        status=reading.status,
        day=reading.day,
        day_means=MEANS[reading.status],
        since=reading.since,
        until=reading.until,
        name=granted.name,
        born=granted.born,
        note="the procedure for withdrawal runs" if reading.ran_out else "",
        under=_under(reading),
    )


def _under(reading: Reading) -> Place:
    if reading.ran_out:
        return AFTER_ITS_LAST_DAY
    if reading.again:
        return VALID_AGAIN
    return STAYS if reading.status == "withdrawn" else AT_29


def still_needed(file: PersonFile) -> str:
    """What still needs the personal data of this file, in words, or nothing."""
    certificates, decisions = file.certificates.values(), file.decisions.values()
    needs = {
        "a certificate is held": any(c.is_held for c in certificates),
        "an application is open": any(
            a.is_open and not ended_with_its_certificate(file, a)
            for a in file.applications.values()
        ),
        "an objection is open": any(
            o.standing != "refused" and o.sent_on is None for o in file.objections.values()
        ),
        "an appeal is open": any(
            a.standing != "refused" and a.opinion_received_on is None
            for a in file.appeals.values()
        ),
        "a decision is to be taken again": any(d.to_be_retaken for d in decisions),
        "a lock-out runs": any(c.locked_out_until and not c.lockout_ended for c in certificates),
        "a decision is to be sent": any(
            d.sent_on is None and still_stands(file, d) for d in decisions
        ),
    }
    return next((need for need, is_so in needs.items() if is_so), "")
