"""What the text leaves to policy or is silent about: decided in the scheme's own file."""

from domain.case import Setting
from domain.legal_calendar import ATW
from domain.scheme_file import DECREE_DAYS_COUNT
from domain.schemes.lvv_certification.act import section

DECREE_DAYS = Setting(
    name=DECREE_DAYS_COUNT,
    default=False,
    place=ATW,
    says="whether days equated with holidays by royal decree move a term (C3)",
)
OBJECTION_WEEKS = Setting(
    name="objection-weeks",
    default=None,
    place=section(25).read("C-T14: the term is on the website of the certification body"),
    says="weeks in which to object; the text gives none",
)
OBJECTION_DECISION_WEEKS = Setting(
    name="objection-decision-weeks",
    default=None,
    place=section(25).read("C-T16: the term is on the website of the certification body"),
    says="weeks in which to decide on an objection; the text gives none",
)
ONLINE_IS_CONTACT = Setting(
    name="online-hours-are-contact-hours",
    default=False,
    place=section(2).read("D-14: contact is physical presence; live online hours are PE hours"),
    says="whether accredited live online hours count in the basis of the self-study limit",
)
SETTINGS = (DECREE_DAYS, OBJECTION_WEEKS, OBJECTION_DECISION_WEEKS, ONLINE_IS_CONTACT)
