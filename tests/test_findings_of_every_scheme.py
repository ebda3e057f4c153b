"""Under every scheme: the graph of a case holds together, and no grant is left unexplained."""

from random import Random

import pytest

from domain.case import CaseFile
from domain.schemes import FileUnder, all_schemes
from tests.beginnings import beginnings
from tests.played import Played
from tests.replay.another_edition import record_of

KINDS = [("ssvv-sogp", "centre"), ("lvv-accreditation", "training")]


def holds_together(under: FileUnder, file: CaseFile[object]) -> int:
    """Each edge leads from a node to one that is not later; how many nodes there are."""
    graph = under.shown.findings(file)
    nodes = {one.key: one for one in graph.nodes}
    versions = {record.version for record in file.trail}
    assert len(nodes) == len(graph.nodes)
    assert {one.fact for one in graph.nodes} <= versions
    for edge in graph.edges:
        assert nodes[edge.earlier].fact <= nodes[edge.later].fact
    for grant in under.shown.granted_over(file):
        assert grant.explained is not None
        assert grant.found < grant.granted
        assert {grant.granted, grant.found, *grant.followed_up} <= versions
    return len(nodes)


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
def test_in_every_told_case(scheme: str, kind: str) -> None:
    """And nothing was granted while a Major was open."""
    text = all_schemes()[scheme]
    many = 0
    for begun in beginnings(scheme, kind):
        told = record_of(begun, text)
        file = told.record.file(told.number(kind))
        many += holds_together(text.files[kind], file)
        assert text.files[kind].shown.granted_over(file) == ()
    assert many > 10


@pytest.mark.parametrize(("scheme", "kind"), KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_asked(scheme: str, kind: str, seed: int) -> None:
    played = Played(all_schemes()[scheme], kind, Random(seed))
    for _ in played.steps(40):
        pass
    file = played.file()
    if file is not None:
        holds_together(played.under, file)
