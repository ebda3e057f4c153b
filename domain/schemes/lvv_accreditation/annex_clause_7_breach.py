"""An.7. Sanctions (Sancties): a breach or misuse is established

- (a) The holder does not meet his obligations, or misuses the right to carry the mark.
- (b) He does not keep to the criteria.

Either leads to withdrawal: LVV must, where under article 8 the board may (B-12). LVV is its board
here (An.1(d), B-28). That measures were left without effect (An.6(b), "article 8") is read as a
ground of (b).
"""

from datetime import date

from domain.case import Command, Facts, Situation, action
from domain.law import Place, Rule, require
from domain.personal import Content, Personal
from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.annex_clause_6_response import TO_HAVE_EFFECT
from domain.schemes.lvv_accreditation.record.accreditation import (
    Accreditation,
    BreachEstablished,
)
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile
from domain.schemes.lvv_accreditation.roles import BOARD
from domain.schemes.lvv_accreditation.standing import in_force
from domain.words import Code, Prose

AN_6, AN_7 = annex(6), annex(7)
OPEN_CITATION = AN_6("b").read(
    "whether its article 8 is article 8 or An.7 is open; taken as An.7(b)"
)
KINDS: dict[str, Place] = {
    "obligations-not-met": AN_7("a"),
    "mark-misused": AN_7("a"),
    "criteria-not-met": AN_7("b"),
    "measures-without-effect": OPEN_CITATION,
}
R_16 = Rule(
    id="R-16",
    place=AN_7,
    says="on an established breach or misuse the right is withdrawn, the holder told, then all",
)


class EstablishBreach(Command):
    """Establish a breach or misuse, of a listed kind, with reasons."""

    name = "establish-breach"
    kind: Code
    reasons: Personal[Content, Prose]


@action(EstablishBreach, by=BOARD, place=AN_7, when=in_force)
def establish_breach(asked: EstablishBreach, at: Situation[TrainingFile]) -> Facts:
    """Establish a breach or misuse; the right is then to be withdrawn."""
    now = in_force(at)
    require(
        R_16,
        asked.kind in KINDS,
        f"{asked.kind} is no breach; give one of {', '.join(KINDS)}",
        kind=asked.kind,
    )
    if asked.kind == "measures-without-effect":
        _measures_had_their_time(at, asked.on)
    return BreachEstablished(
        matter=now.matter,
        on=asked.on,
        basis=KINDS[asked.kind],
        kind=asked.kind,
        reasons=asked.reasons,
    )


def _measures_had_their_time(at: Situation[TrainingFile], on: date) -> None:
    """Something found wanting is unverified, and the three months of An.6(b) are over."""
    length = TO_HAVE_EFFECT.of(at.law.edition)
    ends = [
        length.due(audit.findings[n].last_audit_day or on, at.law.calendar)
        for audit in at.file.audits.values()
        for n in audit.unverified
    ]
    over = any(on > end for end in ends)
    require(R_16, over, "no measures are without effect after their three months", over=over)


def in_breach(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation in force of which a breach or misuse was established."""
    now = in_force(at)
    require(
        R_16,
        bool(now.breach),
        "no breach or misuse is established; establish it first, or withdraw under 8",
        established=bool(now.breach),
    )
    return now
