"""2.3 Which documents hold (Kwalificatiedocumenten SOG-P)

- While a qualification has no qualification document, the documents that hold then apply: at
  least specification sheet, test matrix and exam conduct rules (UVE).
- Once one is definitively laid down the older ones lapse, from its effective day; a transition
  period may be laid down, in which both may be applied.
"""

from collections.abc import Iterator
from datetime import date

from domain.case import Law
from domain.days import ONE_DAY
from domain.law import Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.own_file import DOCUMENTS, Document

AT_2_3 = section("2.3")

R_87 = Rule(
    id="R-87",
    place=AT_2_3,
    says="the qualification document laid down applies, else the documents before it; not both, "
    "outside a transition",
)
T_10 = Rule(
    id="T-10", place=AT_2_3, says="a qualification document holds from its own effective day"
)
T_11 = Rule(
    id="T-11",
    place=AT_2_3,
    says="what went before may be applied to the last day of a transition, and not after it",
)


def forerunners(qualification: str) -> str:
    """What the set of specification sheet, test matrix and UVE is called here."""
    return f"forerunners-{qualification}"


def documents_of(law: Law, qualification: str, day: date) -> tuple[Document, ...]:
    """The documents of a qualification that were laid down and began by a day, oldest first."""
    documents: tuple[Document, ...] = law.settings.get(DOCUMENTS, ())
    begun = [
        (one.since, one)
        for one in documents
        if one.qualification == qualification and one.since is not None and one.since <= day
    ]
    return tuple(one for _, one in sorted(begun, key=lambda pair: pair[0]))


def norms_in_force(law: Law, qualification: str, day: date) -> tuple[str, ...]:
    """The documents of a qualification that may be applied on a day: one, or two in transition."""
    begun = documents_of(law, qualification, day)
    if not begun:
        return (forerunners(qualification),)
    latest = begun[-1]
    if latest.parallel_until is None or day > latest.parallel_until:
        return (latest.id,)
    before = begun[-2].id if len(begun) > 1 else forerunners(qualification)
    return (before, latest.id)


def hold_on_every_day(
    law: Law, qualification: str, norms: tuple[str, ...], first_day: date, last_day: date
) -> None:
    """Refused when what is applied may not be applied on each of these days."""
    days = list(_days(first_day, last_day))
    in_force = {day: norms_in_force(law, qualification, day) for day in days}
    most = min(len(one) for one in in_force.values())
    require(
        R_87,
        1 <= len(norms) <= most,
        f"apply one set of documents; {most} may be applied on these days",
        applied=len(norms),
        may_be_applied=most,
    )
    wrong = next((day for day in days if not set(norms) <= set(in_force[day])), None)
    day = wrong or last_day
    begun = documents_of(law, qualification, day)
    require(
        T_11 if begun and begun[-1].parallel_until is not None else T_10,
        wrong is None,
        f"on {day} these documents hold: {', '.join(in_force[day])}",
        day=day,
    )


def _days(first_day: date, last_day: date) -> Iterator[date]:
    day = first_day
    while day <= last_day:
        yield day
        day += ONE_DAY
