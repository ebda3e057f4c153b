"""2. General (Algemeen)

- (1) The training is given only by providers that work under this scheme.
- (2) Accreditation is on application of the provider. Hobéon investigates and gives the board
  binding advice; the board decides.

What (2) asks of the decision is in article_05_decision.py.
"""

from datetime import date

from domain.law import Rule, require
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.record.accreditation import Accreditation

AT_2 = article(2)
R_01 = Rule(
    id="R-01",
    place=AT_2(1),
    says="a training is given under the mark only by a provider that works under the scheme",
)


def works_under_the_scheme(accreditation: Accreditation | None, day: date) -> None:
    """Refused when no accreditation of the training was ever granted by this day (R-01)."""
    granted = accreditation is not None and accreditation.periods[0].first <= day
    require(
        R_01,
        granted,
        f"the training was not accredited on {day}; apply for accreditation first",
        day=day,
        accredited=granted,
    )
