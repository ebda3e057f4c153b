"""The graph of a centre's file: from audit over finding and corrective action to decision."""

from domain.findings import Graph, Node
from domain.schemes.ssvv_sogp.section_6_1_5_closing import CloseAudit
from domain.schemes.ssvv_sogp.section_6_1_5_follow_up import RequestFollowUp
from domain.schemes.ssvv_sogp.shown.findings import findings
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.asked import asked
from tests.schemes.ssvv_sogp.told import CENTRE, JUN_4, SSVV
from tests.schemes.ssvv_sogp.told_audit import SEEN, accept, answered, react
from tests.schemes.ssvv_sogp.told_recognition import conclude, grant

close = CloseAudit(on=JUN_4, audit="audit-1")
more = RequestFollowUp(on=JUN_4, audit="audit-1", finding=1, lacking=SEEN)


def recognised_after_two_rounds() -> Scenario:
    told = asked(answered("major"), SSVV, more)
    told = asked(told, CENTRE, react(1, JUN_4))
    return asked(told, SSVV, accept(1), close, conclude(), grant())


def graph_of(told: Scenario, version: int | None = None) -> Graph:
    file = told.file()
    then = told.scheme.files["centre"].kind.as_of(file, None, version)
    assert then is not None
    return findings(then)


def at(graph: Graph, key: str) -> Node:
    (found,) = [one for one in graph.nodes if one.key == key]
    return found


def about(graph: Graph, key: str) -> list[tuple[str, str]]:
    """What later nodes have to do with this one: the kind of each, and what it says."""
    by_key = {one.key: one for one in graph.nodes}
    return [(by_key[e.later].kind, e.says) for e in graph.edges if e.earlier == key]


def test_every_round_leads_from_the_finding_to_the_recognition() -> None:
    graph = graph_of(recognised_after_two_rounds())
    assert about(graph, "audit-1.1") == [
        ("reaction", "answers"),
        ("follow-up", "asks more of"),
        ("reaction", "answers"),
        ("judgement", "accepts what was done about"),
        ("closing", "rests on"),
    ]
    assert ("decision", "rests on") in about(graph, "audit-1")
    granted = at(graph, "line-1.granted")
    assert (granted.kind, granted.called, granted.on) == ("decision", "granted", JUN_4)
    assert granted.place.at == "5.2.4"


def test_each_node_names_its_fact() -> None:
    told = recognised_after_two_rounds()
    trail = {record.version: record for record in told.file().trail}
    graph = graph_of(told)
    for node in graph.nodes:
        fact = trail[node.fact].fact
        assert (node.matter, node.on, node.place) == (fact.matter, fact.on, fact.basis)
    assert [one.fact for one in graph.nodes] == sorted(one.fact for one in graph.nodes)


def test_as_it_was_known_the_finding_stood_open() -> None:
    told = recognised_after_two_rounds()
    whole = graph_of(told)
    accepted = next(one for one in whole.nodes if one.called == "accepted")
    before = graph_of(told, accepted.fact - 1)
    assert at(whole, "audit-1.1").stands == "accepted"
    assert at(before, "audit-1.1").stands == "reacted"
    assert not [one for one in before.nodes if one.kind in ("judgement", "decision")]
    assert at(before, "audit-1").stands == "under-review"
