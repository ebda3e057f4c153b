"""3(2). What LVV makes known: the form, and each year the application fee

- LVV sets the form and makes it available on its website.
- The fee is set and made known each year; without it no invoice can go out.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import Length, Stated, ToYearEnd
from domain.law import Refused
from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.offer import Cents, Reference
from domain.schemes.lvv_accreditation.record.own_file import FeeSet, FormPublished, OwnFile
from domain.schemes.lvv_accreditation.roles import OFFICE
from domain.terms import Term, its_day

AT_3 = article(3)
A_CALENDAR_YEAR = AT_3(2).read("A-T16: a year is a calendar year")
FEE, FORM = "application-fee", "application-form"
"""The matters under which fees and forms are recorded."""


class PublishForm(Command):
    """Publish the form on which accreditation is asked for."""

    name = "publish-form"
    form: Reference


class SetFee(Command):
    """Set and make known the application fee of this calendar year or the next, in cents."""

    name = "set-fee"
    next_year: bool = False
    cents: Cents


@action(PublishForm, by=OFFICE, place=AT_3(2))
def publish_form(asked: PublishForm, at: Situation[OwnFile]) -> Facts:
    """Publish the form on which accreditation is asked for."""
    if any(asked.form == form for _, form in at.file.forms):
        raise Refused(f"{asked.form} is published already; give another reference", AT_3(2))
    return FormPublished(matter=FORM, on=asked.on, basis=AT_3(2), form=asked.form)


@action(SetFee, by=OFFICE, place=AT_3(2))
def set_fee(asked: SetFee, at: Situation[OwnFile]) -> Facts:
    """Set and make known the application fee of a calendar year, once."""
    year = asked.on.year + asked.next_year
    if any(year == one for _, one, _ in at.file.fees):
        raise Refused(f"the fee of {year} is set already; it is set once a year", AT_3(2))
    return FeeSet(matter=FEE, on=asked.on, basis=AT_3(2), year=year, cents=asked.cents)


def in_its_year(fact: SchemeFileOpened | FeeSet, _: Law) -> Length:
    """After the fee of a year comes that of the next, before that year is out."""
    if isinstance(fact, FeeSet):
        return Stated(last=date(fact.year + 1, 12, 31), place=A_CALENDAR_YEAR)
    return ToYearEnd(years_on=0, place=A_CALENDAR_YEAR)


A_T16_FEE = Term(
    id="A-T16",
    name="the application fee is set",
    place=A_CALENDAR_YEAR,
    for_whom="lvv-office",
    length=in_its_year,
    opened_by={SchemeFileOpened: its_day, FeeSet: its_day},
    met_by={FeeSet: its_day},
    whole_file=True,
    when_passed="an alarm: no application of the year can be invoiced",
)
