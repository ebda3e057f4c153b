"""LVV accreditation scheme for continuing training (Accreditatieregeling Bij- en Nascholing, BNS).

Version 2025 ("Versie 2"), adopted by the members' council on 14 March 2025, in force on
1 January 2026; it replaces all earlier schemes and has no transitional article. Articles 1 to 15
are about continuing training; annex 1, the quality-mark regulations, is for basic training too.

Traps of the source: An.1(h) sends disputes to "article 9", which is An.8; An.6(b) sends
sanctions to "article 8", and whether that is article 8 or An.7 is open; An.4 is lettered a, b, a,
and the last is cited here as An.4(c*); the annex prints LKV where LVV is meant; article 1 has a
College van Deskundigen and the annex a Commissie; 12(i) sends samples to 7 and sanctions to 8.
"""

from datetime import date

from domain.law import Edition, Place

IN_FORCE = date(2026, 1, 1)
EDITION = Edition(
    id="lvv-accreditation@2025",
    title="LVV accreditation scheme 2025",
    adopted=date(2025, 3, 14),
    since=IN_FORCE,
)
EDITIONS = (EDITION,)
ID = "lvv-accreditation"


def article(number: int) -> Place:
    return Place(text=EDITION.title, at=str(number))


def annex(clause: int) -> Place:
    return Place(text=EDITION.title, at=f"An.{clause}")
