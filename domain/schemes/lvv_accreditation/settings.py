"""What the text leaves to policy or is silent about: decided in the scheme's own file."""

from domain.case import Law, Setting
from domain.days import WorkingDays
from domain.law import Place
from domain.legal_calendar import ATW
from domain.scheme_file import DECREE_DAYS_COUNT
from domain.schemes.lvv_accreditation.act import annex, article

DECREE_DAYS = Setting(
    name=DECREE_DAYS_COUNT,
    default=False,
    place=ATW,
    says="whether days equated with holidays by royal decree move a term (C3)",
)
AT_ONCE_FOR_A_HOLDER = Setting(
    name="at-once-working-days-holder",
    default=2,
    place=article(7)(2).read("A-T13: at once is within two working days; the text has no number"),
    says="working days in which a deviation is reported at once",
)
AT_ONCE_FOR_LVV = Setting(
    name="at-once-working-days-lvv",
    default=1,
    place=annex(7)("c").read("A-T14: at once is by the next working day; no number in the text"),
    says="working days in which LVV tells holders of a withdrawal or a change at once",
)
ABOUT_FOUR_MONTHS = Setting(
    name="renewal-window-days",
    default=14,
    place=article(6)(2).read("B-8: about four months is four months, fourteen days either way"),
    says="days before and after four months that still are about four months",
)
SETTINGS = (DECREE_DAYS, AT_ONCE_FOR_A_HOLDER, AT_ONCE_FOR_LVV, ABOUT_FOUR_MONTHS)


def at_once(setting: Setting, law: Law, place: Place) -> WorkingDays:
    """What "onverwijld" is taken to be: so many working days; at least the same day."""
    return WorkingDays(days=setting.number(law) or 0, place=place)
