"""29. Public register"""

from domain.schemes.lvv_certification.record.person_file import PersonFile


def still_needed(file: PersonFile) -> str:
    """What still needs the personal data of this file, in words, or nothing."""
    return "a certificate is held" if file.certificate and file.certificate.is_held else ""
