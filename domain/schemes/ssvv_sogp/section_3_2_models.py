"""3.2, 5.4 Standard agreements (standaard overeenkomst)

- The terms are the same for all centres, and so is the end date.
- Agreements running in 2023 and 2024 all end on 31-12-2024.
- The new agreement runs from 1-1-2025 up to and including 31-12-2026; centres whose agreement ends
  on 31-12-2024 receive it in October 2024 at the latest.
"""

from datetime import date

from domain.case import Command, Facts, Law, Situation, action
from domain.days import ONE_DAY, Day
from domain.law import Refused
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.own_file import MODELS, Model, ModelAdopted, OwnFile
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.words import Code

AT_3_2 = section("3.2")

IN_THE_TEXT = (
    Model(id="agreement-2023", first_day=date(2023, 1, 1), last_day=date(2024, 12, 31)),
    Model(
        id="agreement-2025",
        first_day=date(2025, 1, 1),
        last_day=date(2026, 12, 31),
        offer_by=date(2024, 10, 31),
    ),
)


class AdoptAgreementModel(Command):
    """Lay down the standard terms for all centres, from a first to a last day."""

    name = "adopt-agreement-model"
    model: Code
    first_day: Day
    last_day: Day
    offer_by: Day | None = None


def models(law: Law) -> tuple[Model, ...]:
    """Every standard agreement there has been, oldest first."""
    adopted: tuple[Model, ...] = law.settings.get(MODELS, ())
    return (*IN_THE_TEXT, *adopted)


def model_for(law: Law, day: date) -> Model | None:
    """The standard agreement whose period a day is in, or nothing when none was laid down."""
    return next((one for one in models(law) if one.first_day <= day <= one.last_day), None)


@action(AdoptAgreementModel, by=SSVV, place=AT_3_2)
def adopt_agreement_model(asked: AdoptAgreementModel, at: Situation[OwnFile]) -> Facts:
    """Lay down the standard terms for all centres, adjoining the period before."""
    last = (*IN_THE_TEXT, *at.file.models)[-1]
    if asked.first_day != last.last_day + ONE_DAY or asked.last_day <= asked.first_day:
        raise Refused(
            f"the period of {last.id} ends on {last.last_day}; the next begins a day later",
            AT_3_2,
        )
    return ModelAdopted(
        matter="agreement-models",
        on=asked.on,
        basis=AT_3_2,
        model=asked.model,
        first_day=asked.first_day,
        last_day=asked.last_day,
        offer_by=asked.offer_by,
    )
