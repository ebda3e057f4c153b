"""SSVV handbook for SOG-P training centres (Handboek SOG-P opleiders).

Review 2025, version 4; an inseparable part of the agreement between centre and SSVV (2). It
follows version 3 of 2 February 2021 (7.1). Sections are numbered; paragraphs inside them are not,
items that the text letters are cited so: 3(a).

Traps of the source: chapter 1 (document control) is missing, so the text gives no day on which it
was adopted or takes effect. Section 5.2 has no text of its own. The text gives no term in days or
weeks, no suspension, no objection or appeal, no retention period and no fees.
"""

from datetime import date

from domain.law import Edition, Place

IN_FORCE = date(2025, 1, 1)
"""Read from 3.2: the agreements that this handbook is part of begin on this day."""

EDITION = Edition(
    id="ssvv-sogp@4",
    title="SSVV handbook for SOG-P training centres v4",
    adopted=IN_FORCE,
    since=IN_FORCE,
)


def section(number: str) -> Place:
    return Place(text=EDITION.title, at=number)
