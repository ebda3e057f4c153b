"""Annex 4. Statement of an extra activity (formaat voor verklaring extra activiteit)

- A document of its own for every extra activity, in any layout, with:
- 1 the name of who did it, the same as on the VOG; 2 a description; 3 the date or period;
- 4 the load in whole hours, counted as ECTS does; 5 the name of the person and the organisation
  that issue it, who may be the person named under 1; 6 the signature of who issues it.
"""

from typing import Annotated

from pydantic import Field

from domain.law import Rule, require
from domain.personal import Identity, Personal
from domain.schemes.lvv_certification.act import annex
from domain.schemes.lvv_certification.record.education import ActivityRegistered, Area, Statement
from domain.schemes.lvv_certification.same_name import ON_A_STATEMENT, asked_by, is_one_name

AN_4 = annex(4)
IN_EVERY_AREA = AN_4(4).read("whole hours in every area, as the annex asks of extra activities")

R_18 = Rule(
    id="R-18",
    place=AN_4,
    says="one document: name as on the VOG, what, when, whole hours, issuer, signature",
)

ClaimedHours = Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]
"""Hours as somebody claims them, which may turn out not to be whole."""


def whole(hours: float, area: Area) -> int:
    """The hours claimed, when they are whole; refused when they are not (R-18)."""
    extra = area == "extra"
    rule = R_18 if extra else R_18.model_copy(update={"place": IN_EVERY_AREA})
    require(
        rule,
        hours.is_integer(),
        f"{hours} hours are claimed; give whole hours, such as {max(1, int(hours))}",
        hours=str(hours),
    )
    return int(hours)


def statement_is_whole(one: ActivityRegistered, name: Personal[Identity, str] | None) -> None:
    """Refused when the statement lacks anything the annex lists, all of it named (R-18)."""
    lacking = ["a statement"] if one.statement is None else _lacking(one.statement, name)
    named = one.statement.name if one.statement else None
    require(
        asked_by(R_18, named, name, ON_A_STATEMENT),
        not lacking,
        f"the statement of an extra activity lacks {', '.join(lacking)}",
        lacking=len(lacking),
    )


def _lacking(statement: Statement, name: Personal[Identity, str] | None) -> list[str]:
    is_there = {
        "the name as it is on the VOG": is_one_name(statement.name, name),
        "the name of who issues it": statement.issuer_named,
        "the organisation that issues it": statement.organisation_named,
        "the signature of who issues it": statement.signed,
        f"a document of its own ({statement.activities} activities are in it)": (
            statement.activities == 1
        ),
    }
    return [what for what, there in is_there.items() if not there]
