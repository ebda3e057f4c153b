"""The read side: every view to be asked, on a legal day, as known at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from infra.store.views.asking import Pool
from infra.store.views.audits import Audits
from infra.store.views.cases import Cases
from infra.store.views.deadlines import Deadlines
from infra.store.views.dossier import Dossier
from infra.store.views.notices import Notices
from infra.store.views.progress import Progress
from infra.store.views.register import Register
from infra.store.views.worklist import Worklist


@dataclass(frozen=True)
class Views:
    """Every view, over one pool."""

    pool: Pool

    @cached_property
    def register(self) -> Register:
        return Register(self.pool)

    @cached_property
    def deadlines(self) -> Deadlines:
        return Deadlines(self.pool)

    @cached_property
    def audits(self) -> Audits:
        return Audits(self.pool)

    @cached_property
    def worklist(self) -> Worklist:
        return Worklist(self.pool)

    @cached_property
    def notices(self) -> Notices:
        return Notices(self.pool)

    @cached_property
    def cases(self) -> Cases:
        return Cases(self.pool)

    @cached_property
    def dossier(self) -> Dossier:
        return Dossier(self.pool)

    @cached_property
    def progress(self) -> Progress:
        return Progress(self.pool)
