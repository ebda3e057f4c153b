"""The rows of the audit status of a told file, with the due days that its terms give."""

from domain.schemes import Scheme
from projections.audits import AuditRow, rows
from projections.view import laws
from tests.scenario import Scenario


def audit_rows(told: Scenario) -> list[AuditRow]:
    scheme: Scheme = told.scheme
    return list(rows(told.file(), scheme.files[told.kind], laws(scheme, None)).values())
