"""Which later fact touches a term about a holder: of its matter, or the accreditation's end."""

from domain.fact import Fact
from domain.schemes.lvv_accreditation.record.accreditation import ENDS


def with_its_accreditation(opening: Fact, later: Fact) -> bool:
    """Whether a fact is of the same matter, or ends the accreditation that the term is about."""
    return opening.matter == later.matter or type(later) in ENDS
