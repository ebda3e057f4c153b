"""A step that is expected of somebody."""

from dataclasses import dataclass
from datetime import date

from domain.shown import Waiting

CENTRE, AUDITOR, SSVV, RESPONSIBLE = "centre", "auditor", "ssvv", "sogp-responsible"


@dataclass(frozen=True)
class Step:
    """The action that is expected, of which role, and in words what that role does."""

    action: str
    by: str
    says: str

    def waits(self, matter: str, since: date) -> Waiting:
        return Waiting(
            matter=matter, action=self.action, for_whom=self.by, since=since, says=self.says
        )
