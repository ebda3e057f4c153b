"""29. Public register"""

from domain.law import Rule
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.person_file import PersonFile

AT_29 = section(29)
R_36 = Rule(
    id="R-36", place=AT_29, says="the register shows the name as it stands on the VOG, no other"
)


def still_needed(file: PersonFile) -> str:
    """What still needs the personal data of this file, in words, or nothing."""
    return "a certificate is held" if file.certificate and file.certificate.is_held else ""
