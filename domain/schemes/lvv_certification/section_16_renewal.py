"""16. Recertification (Hercertificering): what is granted

- A certification decision follows; on a positive result a certificate is given that is valid
  for four years.

The new certificate starts on the day of the decision and takes the place of the old one (15):
what was left of that is lost (D-8), and nothing fills a gap after it (D-11).
"""

from datetime import date

from domain.case import Situation
from domain.days import ONE_DAY
from domain.law import Refused, Remark
from domain.schemes.lvv_certification import section_22_minimum
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.record.certificate import Certificate
from domain.schemes.lvv_certification.record.person_file import PersonFile

AT_15, AT_16 = section(15), section(16)
AFTER_LIFTING = AT_16.read("D-25: accepted during a suspension, granted only after it is lifted")
LOST = AT_15.read("D-8: it starts on the decision; what was left of the old one is lost")
GAP = AT_15.read("D-11: it starts on the decision; the old one is not prolonged until then")


def renewable(at: Situation[PersonFile]) -> Certificate:
    """The certificate that can be renewed: not suspended (D-25), and not withdrawn."""
    now = at.file.certificate
    if now is None or now.standing not in ("valid", "expired"):
        stands = "was never granted" if now is None else f"stands {now.standing}"
        raise Refused(f"the certificate to be renewed {stands}", AFTER_LIFTING)
    return now


def education_suffices(at: Situation[PersonFile], now: Certificate) -> tuple[Remark, ...]:
    """Refused under 20, 22 and 23 when the education of the period does not suffice."""
    section_22_minimum.weigh_education(at.file, now, at.law)
    return section_22_minimum.remarks_on_spread(
        section_22_minimum.hours_counted(at.file, now, at.law)
    )


def remarks_on_dates(now: Certificate, granted_on: date) -> tuple[Remark, ...]:
    """What the person loses by the day of the decision: days of the old one, or days between."""
    left, gap = (now.until - granted_on).days + 1, (granted_on - now.until).days - 1
    if left > 0:
        return (Remark(says=f"{left} days of {now.matter} are lost", place=LOST),)
    if gap > 0:
        between = f"{now.until + ONE_DAY} to {granted_on - ONE_DAY}"
        return (Remark(says=f"no certificate held from {between}", place=GAP),)
    return ()
