"""House rules for histories taken over: no regulation, and so no rules of a text.

Cases that were handled elsewhere, in another system or by another body, can be taken over with
their history. Nobody decides them again here: what the source says is recorded as what the
source says, and each fact cites the row it was read from instead of a place in a text.

1. A history is taken over whole: every event with the moment the source gives it, on the legal
   day of that moment (Europe/Amsterdam), under the source's own words. When it was recorded here
   is the moment of taking over; that moment is never made to look earlier.
2. A day by which the source was to be done becomes a term, met when the case ended.
3. What is still open is handled by people: they note what they find and record the end. Nothing
   that was taken over is changed.
4. A history is erased once it was kept as long as the owner of the source decided, counted from
   the end of the case. Until that was decided the day is unknown.
5. Histories are never shown in a public register.
"""

from datetime import date

from domain.law import Edition, Place

IN_FORCE = date(2026, 11, 1)
EDITION = Edition(
    id="taken-over@1",
    title="House rules for histories taken over",
    adopted=IN_FORCE,
    since=IN_FORCE,
)
EDITIONS = (EDITION,)
ID = "taken-over"


def house_rule(number: int) -> Place:
    return Place(text=EDITION.title, at=str(number))
