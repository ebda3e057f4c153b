"""Annex 4. Statement of an extra activity (formaat voor verklaring extra activiteit)

- A document of its own for every extra activity, in any layout, with:
- 1 the name of who did it, the same as on the VOG; 2 a description; 3 the date or period;
- 4 the load in whole hours, counted as ECTS does; 5 the name of the person and the organisation
  that issue it, who may be the person named under 1; 6 the signature of who issues it.
"""

import unicodedata
from typing import Annotated

from pydantic import Field

from domain.law import Rule, require
from domain.personal import Evidence, Identity, Personal
from domain.schemes.lvv_certification.act import annex
from domain.schemes.lvv_certification.record.education import ActivityRegistered, Area, Statement

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
    require(
        R_18,
        not lacking,
        f"the statement of an extra activity lacks {', '.join(lacking)}",
        lacking=len(lacking),
    )


def _lacking(statement: Statement, name: Personal[Identity, str] | None) -> list[str]:
    is_there = {
        "the name as it is on the VOG": _is_named(statement.name, name),
        "the name of who issues it": statement.issuer_named,
        "the organisation that issues it": statement.organisation_named,
        "the signature of who issues it": statement.signed,
        f"a document of its own ({statement.activities} activities are in it)": (
            statement.activities == 1
        ),
    }
    return [what for what, there in is_there.items() if not there]


def _is_named(on_it: Personal[Evidence, str], on_vog: Personal[Identity, str] | None) -> bool:
    """Whether both names read the same; capitals and spaces do not matter."""
    if on_vog is None or on_vog.erased or on_it.erased:
        return False
    return _read(on_it.value) == _read(on_vog.value)


def _read(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()
