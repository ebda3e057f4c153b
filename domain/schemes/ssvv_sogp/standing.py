"""How the file must stand before something can be asked: one sentence each, refused in words."""

from domain.case import Situation
from domain.law import Refused
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import Agreement
from domain.schemes.ssvv_sogp.record.application import Application
from domain.schemes.ssvv_sogp.record.audit import Audit
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile
from domain.schemes.ssvv_sogp.record.finding import Finding
from domain.schemes.ssvv_sogp.record.line import Line

AT_3_2, AT_5_1, AT_5_2, AT_6_1 = section("3.2"), section("5.1"), section("5.2"), section("6.1")


def application_named(at: Situation[CentreFile], matter: str, *stands: str) -> Application:
    """The application of this name, which stands so, out of these (any when none is given)."""
    now = at.file.applications.get(matter)
    if now is None:
        named = ", ".join(at.file.applications) or "there is none"
        raise Refused(f"{matter} is no application in this file; give one of {named}", AT_5_2)
    if stands and now.standing not in stands:
        wanted = " or ".join(stands)
        raise Refused(f"{matter} stands {now.standing}; this takes {wanted}", AT_5_2)
    return now


def an_application(at: Situation[CentreFile], *stands: str) -> None:
    """Some application stands so, out of these."""
    if not any(one.standing in stands for one in at.file.applications.values()):
        raise Refused(f"no application stands {' or '.join(stands)}", AT_5_2)


def line_named(at: Situation[CentreFile], matter: str, *stands: str) -> Line:
    """The recognition of this name, which stands so, out of these (any when none is given)."""
    now = at.file.lines.get(matter)
    if now is None:
        named = ", ".join(at.file.lines) or "there is none"
        raise Refused(f"{matter} is no recognition in this file; give one of {named}", AT_5_1)
    if stands and now.standing not in stands:
        wanted = " or ".join(stands)
        raise Refused(f"{matter} stands {now.standing}; this takes {wanted}", AT_5_1)
    return now


def a_line(at: Situation[CentreFile], *stands: str) -> None:
    """Some recognition stands so, out of these."""
    if not any(one.standing in stands for one in at.file.lines.values()):
        raise Refused(f"no recognition stands {' or '.join(stands)}", AT_5_1)


def agreement_named(at: Situation[CentreFile], matter: str, *stands: str) -> Agreement:
    """The agreement of this name, which stands so, out of these (any when none is given)."""
    now = at.file.agreements.get(matter)
    if now is None:
        named = ", ".join(at.file.agreements) or "there is none"
        raise Refused(f"{matter} is no agreement in this file; give one of {named}", AT_3_2)
    if stands and now.standing not in stands:
        wanted = " or ".join(stands)
        raise Refused(f"{matter} stands {now.standing}; this takes {wanted}", AT_3_2)
    return now


def audit_named(at: Situation[CentreFile], matter: str, *stands: str) -> Audit:
    """The audit of this name, which stands so, out of these (any when none is given)."""
    now = at.file.audits.get(matter)
    if now is None:
        named = ", ".join(at.file.audits) or "there is none"
        raise Refused(f"{matter} is no audit in this file; give one of {named}", AT_6_1)
    if stands and now.standing not in stands:
        wanted = " or ".join(stands)
        raise Refused(f"{matter} stands {now.standing}; this takes {wanted}", AT_6_1)
    return now


def an_audit(at: Situation[CentreFile], *stands: str) -> None:
    """Some audit stands so, out of these."""
    if not any(one.standing in stands for one in at.file.audits.values()):
        raise Refused(f"no audit stands {' or '.join(stands)}", AT_6_1)


def finding_of(audit: Audit, number: int) -> Finding:
    """The finding with this number in an audit."""
    now = audit.findings.get(number)
    if now is None:
        named = ", ".join(str(n) for n in audit.findings) or "there is none"
        raise Refused(f"{number} is no finding of {audit.matter}; give one of {named}", AT_6_1)
    return now


def audit_of_this_auditor(at: Situation[CentreFile], matter: str, *stands: str) -> Audit:
    """The audit of this name, which stands so, asked by an auditor of its team."""
    now = audit_named(at, matter, *stands)
    if at.by.id not in now.auditors:
        raise Refused(f"{matter} is for the auditors appointed to it", AT_6_1)
    return now
