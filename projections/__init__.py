"""What can be seen: views of the record, each told from case files by pure functions."""

from typing import Any

from projections.audits import AUDITS
from projections.cases import CASES
from projections.deadlines import DEADLINES
from projections.dossier import DOSSIER
from projections.notices import NOTICES
from projections.register import REGISTER
from projections.view import View
from projections.worklist import WORKLIST

VIEWS: tuple[View[Any], ...] = (REGISTER, DEADLINES, AUDITS, WORKLIST, NOTICES, CASES, DOSSIER)
