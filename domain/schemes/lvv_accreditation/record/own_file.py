"""The scheme's own file: forms, yearly fees and congress points, conditions, changes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from domain.days import Day
from domain.fact import Fact, Recorded
from domain.law import Value
from domain.scheme_file import SchemeFile, SharedFact
from domain.scheme_file import evolve as evolve_shared
from domain.schemes.lvv_accreditation.record.offer import EditionId, Reference

FORMS, FEES, CONGRESS = "application-forms", "application-fees", "congress-points"
CONDITIONS, CHANGES = "conditions", "scheme-changes"


class FormPublished(Fact):
    stored_as = "lvv-accreditation.form-published"
    form: Reference


class FeeSet(Fact):
    stored_as = "lvv-accreditation.fee-set"
    year: int
    cents: int


class CongressPointsSet(Fact):
    stored_as = "lvv-accreditation.congress-points-set"
    year: int
    points: int


class ConditionsAmended(Fact):
    """The board adapted the accreditation conditions; holders are told one by one."""

    stored_as = "lvv-accreditation.conditions-amended"
    says: str


class SchemeChanged(Fact):
    """The members' council adopted an edition that binds holders from a day on, or later."""

    stored_as = "lvv-accreditation.scheme-changed"
    edition: EditionId
    binds_from: Day


class HoldersNotified(Fact):
    """Every holder was told in writing; each file holds its own notice."""

    stored_as = "lvv-accreditation.holders-notified"


OwnFact = (
    FormPublished
    | FeeSet
    | CongressPointsSet
    | ConditionsAmended
    | SchemeChanged
    | HoldersNotified
)
FACTS: tuple[type[Fact], ...] = (*get_args(SharedFact), *get_args(OwnFact))


class SchemeChange(Value):
    matter: str
    adopted_on: Day
    edition: EditionId
    binds_from: Day
    notified_on: Day | None = None


class OwnFile(SchemeFile):
    """What LVV decided once for all files. Every entry is kept with the day it was decided."""

    forms: tuple[tuple[Day, str], ...] = ()
    fees: tuple[tuple[Day, int, int], ...] = ()
    congress: tuple[tuple[Day, int, int], ...] = ()
    conditions: Mapping[str, Day] = {}
    changes: Mapping[str, SchemeChange] = {}

    def settings_on(self, day: date) -> Mapping[str, Any]:
        """The settings of a day, and what had been decided by then, for the files that ask."""
        return {
            **super().settings_on(day),
            FORMS: tuple(form for since, form in self.forms if since <= day),
            FEES: {year: cents for since, year, cents in self.fees if since <= day},
            CONGRESS: {year: points for since, year, points in self.congress if since <= day},
            CONDITIONS: tuple(m for m, since in self.conditions.items() if since <= day),
            CHANGES: {m: one for m, one in self.changes.items() if one.adopted_on <= day},
        }


def evolve(file: OwnFile, record: Recorded) -> OwnFile:
    """The file with one fact more. Raises TypeError for a fact that is not of this file."""
    fact = record.fact
    if isinstance(fact, SharedFact):
        return evolve_shared(file, fact)
    return file.model_copy(update=_after(file, fact))


def _after(file: OwnFile, fact: Fact) -> dict[str, object]:
    match fact:
        case FormPublished():
            return {"forms": (*file.forms, (fact.on, fact.form))}
        case FeeSet():
            return {"fees": (*file.fees, (fact.on, fact.year, fact.cents))}
        case CongressPointsSet():
            return {"congress": (*file.congress, (fact.on, fact.year, fact.points))}
        case ConditionsAmended():
            return {"conditions": {**file.conditions, fact.matter: fact.on}}
        case SchemeChanged():
            one = SchemeChange(
                matter=fact.matter,
                adopted_on=fact.on,
                edition=fact.edition,
                binds_from=fact.binds_from,
            )
            return {"changes": {**file.changes, fact.matter: one}}
        case HoldersNotified():
            told = file.changes[fact.matter].model_copy(update={"notified_on": fact.on})
            return {"changes": {**file.changes, fact.matter: told}}
        case _:
            raise TypeError(f"{fact.stored_as} is not a fact of the scheme's own file")
