"""3.2, 5.4 What an agreement holds (Verplichtingen en overeenkomst)

- Recognition is formalised by an agreement; its terms are the same for all centres.
- It names the qualifications that the centre is recognised for; with more than one location, all
  locations, each with its own qualifications; and the company data of the centre.
- The last day is the same for all, whenever a centre was first recognised.
- The first day for a new entrant depends on when its first recognition takes effect.
"""

from datetime import date

from domain.case import Situation
from domain.law import Rule, Value, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre import LineKey
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.own_file import Model
from domain.schemes.ssvv_sogp.section_3_2_models import model_for
from domain.words import Code

AT_3_2, AT_5_4 = section("3.2"), section("5.4")

R_32 = Rule(id="R-32", place=AT_3_2, says="the terms of an agreement are the same for all centres")
R_33 = Rule(
    id="R-33",
    place=AT_3_2,
    says="an agreement names the recognised qualifications, for each location its own",
)
R_34 = Rule(id="R-34", place=AT_3_2, says="every agreement ends on the same day")
R_38 = Rule(id="R-38", place=AT_5_4, says="an agreement holds the company data of the centre")
T_07 = Rule(
    id="T-07",
    place=AT_3_2,
    says="the agreement of a new entrant begins when its first recognition takes effect",
)


class NamedLine(Value):
    """A qualification as an agreement names it: at a location."""

    qualification: Code
    location: Code | None = None


class Contents(Value):
    """What is offered: the standard terms, its days, the recognised lines, any own clauses."""

    model: Code
    first_day: date
    last_day: date
    lines: tuple[NamedLine, ...]
    own_clauses: bool


def contents_hold(offered: Contents, at: Situation[CentreFile]) -> tuple[LineKey, ...]:
    """The lines that the agreement names. Refused when it is not as every agreement is."""
    model = model_for(at.law, offered.first_day)
    standard = model is not None and offered.model == model.id and not offered.own_clauses
    named = f"that is {model.id}" if model else "lay down the model of that period first"
    require(
        R_32,
        standard,
        f"offer the standard terms of the period from {offered.first_day}, unchanged; {named}",
        model=offered.model,
        own_clauses=offered.own_clauses,
    )
    assert model is not None  # noqa: S101  required in the line above
    _ends_with_all(offered, model)
    company = at.file.centre.company is not None
    require(R_38, company, "establish the company data first, KvK number included", known=company)
    return _per_location(offered, at)


def _ends_with_all(offered: Contents, model: Model) -> None:
    require(
        R_34,
        offered.last_day == model.last_day,
        f"every agreement of this period ends on {model.last_day}",
        last_day=offered.last_day,
        for_all=model.last_day,
    )


def _per_location(offered: Contents, at: Situation[CentreFile]) -> tuple[LineKey, ...]:
    located = all(one.location is not None for one in offered.lines)
    require(R_33, located, "name each qualification with its location", located=located)
    named = tuple(
        LineKey(location=one.location or "", qualification=one.qualification)
        for one in offered.lines
    )
    due = to_be_named(at)
    says = ", ".join(sorted(f"{key.qualification} at {key.location}" for key in due))
    require(
        R_33,
        set(named) == due and len(named) == len(due),
        f"the agreement names what the centre is recognised for: {says}",
        named=len(named),
        recognised=len(due),
    )
    return named


def to_be_named(at: Situation[CentreFile]) -> set[LineKey]:
    """What an agreement names: what is held, and what lapsed with the agreement before it."""
    latest = {line.key: line for line in at.file.lines.values()}
    return {key for key, line in latest.items() if line.standing != "withdrawn"}


def begins_with_the_first(offered: Contents, at: Situation[CentreFile]) -> None:
    """Refused when a new entrant's agreement begins on another day than its recognition does."""
    first = min(one.effective for one in at.file.lines.values() if one.standing == "granted")
    require(
        T_07,
        offered.first_day == first,
        f"the agreement begins on {first}, when the first recognition takes effect",
        first_day=offered.first_day,
        effective=first,
    )
