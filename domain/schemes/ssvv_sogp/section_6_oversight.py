"""6 Two kinds of oversight, and co-operation (Kwaliteitsborging SOG-P stelsel)

- Oversight of the quality of what is done parts training from examination: each is assessed by
  itself.
- Signals about locations or parties are exchanged between the two, to improve the whole; SSVV
  directs all oversight and processes its results.
- Training-centre audits are an important means for training. Examination has more: audits of
  exam centres, an exam centre's own audits of its examiners, unannounced independent supervision.
- Recognised training centres and exam centres are held to co-operate with every form of it.

What becomes of a signal: section_6_signals.py. Not co-operating over the day of an audit:
section_6_1_1_appointment.py.
"""

from collections.abc import Mapping

from domain.case import Command, Facts, Situation, action
from domain.law import Refused, Rule, require
from domain.personal import Content, Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.irregularity import (
    OversightSignalShared,
    Side,
)
from domain.schemes.ssvv_sogp.roles import SSVV
from domain.words import Code, Prose

AT_6 = section("6")
SOURCES: Mapping[str, Side] = {
    "training-centre-audit": "training",
    "exam-centre-audit": "examination",
    "examiner-audit": "examination",
    "independent-supervision": "examination",
}
"""The means of oversight that the text names; it names them as examples."""

R_60 = Rule(id="R-60", place=AT_6, says="centres co-operate with every form of oversight")
R_86 = Rule(
    id="R-86",
    place=AT_6,
    says="training and examination are assessed apart; only signals pass between them",
)


class ShareSignal(Command):
    """Share what one side of oversight saw of this centre, or of a location of it."""

    name = "share-signal"
    side: Side
    source: Code
    location: Code | None = None
    what: Personal[Content, Prose]


def about_training(covers: Side, audit: str) -> None:
    """Refused when an audit of a training centre would judge examination too."""
    require(
        R_86,
        covers == "training",
        f"{audit} is about training; share what concerns examination as a signal",
        covers=covers,
    )


@action(ShareSignal, by=SSVV, place=AT_6)
def share_signal(asked: ShareSignal, at: Situation[CentreFile]) -> Facts:
    """Share what one side of oversight saw; nothing follows from it by itself."""
    side = SOURCES.get(asked.source, asked.side)
    require(
        R_86,
        side == asked.side,
        f"{asked.source} is oversight of {side}; the two are not one",
        source=asked.source,
        side=asked.side,
    )
    if asked.location is not None and asked.location not in at.file.centre.locations:
        known = ", ".join(at.file.centre.locations) or "there is none"
        raise Refused(f"{asked.location} is no location of this centre; give {known}", AT_6)
    return OversightSignalShared(
        matter=at.file.next_matter("signal"),
        on=asked.on,
        basis=AT_6,
        side=asked.side,
        source=asked.source,
        location=asked.location or "",
        what=asked.what,
    )
