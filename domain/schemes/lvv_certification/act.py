"""LVV person certification scheme (Certificatieregeling LVV-registervertrouwenspersoon).

Version 6, adopted by the members' council on 3 November 2023, in force on 1 January 2024; all
earlier versions lapsed and there is no transitional article. Sections are numbered 1-33; the
paragraphs inside them are not.

Traps of the source: the change log in 33 speaks of version 5; the letters of 16 skip d; the
heading of 10 differs from the table of contents; the owner's KvK number 809524521 has nine
digits and is not checked; annex 1 ticks every box for both tests although the lists of 11 and 16
differ (D-4); 24(c) carries a stray reference to annex 3.
"""

from datetime import date

from domain.law import Edition, Place

IN_FORCE = date(2024, 1, 1)
EDITION = Edition(
    id="lvv-certification@6",
    title="LVV certification scheme v6",
    adopted=date(2023, 11, 3),
    since=IN_FORCE,
)


def section(number: int) -> Place:
    return Place(text=EDITION.title, at=str(number))


def annex(number: int) -> Place:
    return Place(text=EDITION.title, at=f"An.{number}")
