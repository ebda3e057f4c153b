"""The dossier of a case: every fact in one line, with its remarks."""

from __future__ import annotations

from datetime import date, datetime

from infra.store.views.asking import Cursor, Kept, Pool, Reading
from projections.dossier import DOSSIER, DossierRow


class Dossier(Reading[DossierRow]):
    """In the order in which the facts were recorded."""

    def __init__(self, pool: Pool) -> None:
        super().__init__(pool, DOSSIER, ("version", "case_number"))

    def of(
        self,
        number: str,
        *,
        on: date | None = None,
        known_at: datetime | None = None,
        matter: str | None = None,
        after: Cursor | None = None,
        limit: int = 100,
    ) -> list[Kept[DossierRow]]:
        """The facts of a case that take effect by a legal day, as known at a moment."""
        asked = {
            "number": ("case_number = %(number)s", number),
            "on": ("day <= %(on)s", on),
            "matter": ("matter = %(matter)s", matter),
        }
        return self._page(asked, known_at, after, limit)
