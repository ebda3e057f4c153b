"""The graph of a training's file, and what was granted while something was found wanting."""

from datetime import date

from domain.schemes.lvv_accreditation.act import annex
from domain.schemes.lvv_accreditation.record.audit import (
    AuditStarted,
    ImprovementVerified,
    NonconformityAnswered,
    NonconformityRecorded,
)
from domain.schemes.lvv_accreditation.shown.findings import findings
from domain.schemes.lvv_accreditation.shown.granted_over import granted_over
from tests.scenario import Scenario
from tests.schemes.lvv_accreditation.told import (
    advised,
    application_granted,
    forwarded,
    given,
    granted,
    invoiced,
    opened,
    paid,
    received,
    submitted,
)

FEB_2, FEB_5 = date(2026, 2, 2), date(2026, 2, 5)
AN_6 = annex(6)
begun = AuditStarted(matter="application-1", on=FEB_2, basis=AN_6("a"))
wanting = NonconformityRecorded(
    matter="application-1", on=FEB_2, basis=AN_6("a"), finding=1, says="no attendance list"
)
answer = NonconformityAnswered(
    matter="application-1", on=FEB_5, basis=AN_6("b"), finding=1, response="the list"
)
verified = ImprovementVerified(
    matter="application-1", on=FEB_5, basis=AN_6("c"), finding=1, how="remote"
)
decided = (advised(), received, application_granted, granted)


def audited() -> Scenario:
    return given(opened, submitted, invoiced, paid, forwarded, begun, wanting, answer)


def test_from_what_was_found_wanting_to_the_accreditation() -> None:
    graph = findings(audited().given(verified, *decided).file())
    found = next(one for one in graph.nodes if one.kind == "finding")
    assert (found.key, found.stands, found.since) == ("application-1.1", "verified", FEB_5)
    joined = {(e.later, e.says, e.earlier) for e in graph.edges}
    assert ("application-1.1", "found in", "application-1") in joined
    assert ("accreditation-1.granted", "rests on", "application-1") in joined
    says = [e.says for e in graph.edges if e.earlier == "application-1.1"]
    assert says == ["answers", "accepts what was done about"]


def test_nothing_was_granted_over_what_was_verified_before() -> None:
    assert granted_over(audited().given(verified, *decided).file()) == ()


def test_what_was_not_verified_by_then_is_found_with_where_the_text_allows_it() -> None:
    told = audited().given(*decided, verified)
    (one,) = granted_over(told.file())
    assert (one.line, one.audit, one.finding) == ("accreditation-1", "application-1", 1)
    assert (one.grade, one.followed_up) == ("nonconformity", (8,))
    assert one.explained is not None
    assert "in accordance with the advice" in one.explained.reading
