"""An.2. The mark (Het LVV-Keurmerk)

- (a) It is registered with the Benelux Office for Intellectual Property.
- (b) The holder may use the logo as such on written and audiovisual material, under the
  guidelines, while the accreditation holds. (c) At its end every right to carry it lapses.
- (d) It may be used neither as one's own brand nor as a part of it.
"""

from domain.case import Command, Facts, Situation, action
from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_1_obligations import AN_1, R_36
from domain.schemes.lvv_accreditation.annex_clause_3_grant import is_about_a_training
from domain.schemes.lvv_accreditation.article_02_general import works_under_the_scheme
from domain.schemes.lvv_accreditation.article_06_validity import holds_on
from domain.schemes.lvv_accreditation.record.compliance import MarkUseRegistered
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import OFFICE, PROVIDER
from domain.words import Code

AN_2 = annex(2)
R_37 = Rule(
    id="R-37",
    place=AN_2("d"),
    says="the mark is carried as it was issued, not as one's own brand or a part of it",
)


class RegisterMarkUse(Command):
    """Register how the mark is carried: as what, and for what; and whether the scope is clear."""

    name = "register-mark-use"
    carried_as: Code = "logo"
    carried_for: Code = "training"
    scope_is_clear: bool = True


@action(RegisterMarkUse, by=PROVIDER | OFFICE, place=AN_2("b"))
def register_mark_use(asked: RegisterMarkUse, at: Situation[TrainingFile]) -> Facts:
    """Register how the mark is carried; refused where the text does not allow it."""
    now = at.file.accreditation
    works_under_the_scheme(now, asked.on)
    holds_on(now, asked.on)
    is_about_a_training(asked.carried_for)
    require(
        R_37,
        asked.carried_as == "logo",
        f"the mark is carried as the logo that was issued, not as {asked.carried_as}",
        carried_as=asked.carried_as,
    )
    require(
        R_36.model_copy(update={"place": AN_1("c")}),
        asked.scope_is_clear,
        "the mark is used so that its scope and field can't be misunderstood",
        scope_is_clear=asked.scope_is_clear,
    )
    assert now is not None  # noqa: S101  it holds, so it is there
    return MarkUseRegistered(
        matter=now.matter,
        on=asked.on,
        basis=AN_2("b"),
        carried_as=asked.carried_as,
        carried_for=asked.carried_for,
    )
