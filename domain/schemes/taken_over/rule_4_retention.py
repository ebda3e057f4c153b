"""4. Retention (Bewaren).

A history is erased once it was kept as long as the owner of the source decided, counted from the
end of the case (for a public body by its selection list, Archiefwet 1995, 5). Until that was
decided the day is unknown. A day on which nobody works moves on to the next working day.
"""

from domain.case import Law, Setting
from domain.days import Length, NotSaid, Span, TimeToAct
from domain.erasure import Erased
from domain.legal_calendar import ATW
from domain.scheme_file import DECREE_DAYS_COUNT
from domain.schemes.taken_over.act import house_rule
from domain.schemes.taken_over.record.history import EndRecorded, EndTakenOver
from domain.terms import Term, its_day

AT_4 = house_rule(4)
YEARS_KEPT = Setting(
    name="years-kept",
    default=None,
    place=AT_4,
    says="years for which a history is kept from the end of its case",
)
DECREE_DAYS = Setting(
    name=DECREE_DAYS_COUNT,
    default=False,
    place=ATW,
    says="whether days equated with holidays by royal decree move a term (C3)",
)
SETTINGS = (YEARS_KEPT, DECREE_DAYS)


def as_long_as_decided(_: EndTakenOver | EndRecorded, law: Law) -> Length:
    years = YEARS_KEPT.number(law)
    if years is None:
        return NotSaid(look="the selection list of the body that handled the case", place=AT_4)
    return TimeToAct(span=Span(years=years), place=AT_4, moves=True)


TO_BE_ERASED = Term(
    id="TO-T2",
    name="kept long enough",
    place=AT_4,
    for_whom="privacy-officer",
    length=as_long_as_decided,
    opened_by={EndTakenOver: its_day, EndRecorded: its_day},
    met_by={Erased: its_day},
    whole_file=True,
    when_passed="an alarm; a privacy officer decides to erase what is personal in it",
)
