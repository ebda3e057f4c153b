"""From audit over finding and corrective action to decision: a case as a graph, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from domain.fact import Recorded
from domain.law import Place, Value
from domain.personal import Content, Personal

Kind = Literal[
    "audit",
    "report",
    "finding",
    "reclassification",
    "reaction",
    "follow-up",
    "judgement",
    "closing",
    "signal",
    "decision",
]


class Node(Value):
    """One thing that happened, by the number of its fact; an audit and a finding as they stand.

    ``called`` says what happened in the words of the scheme, ``stands`` how an audit or a finding
    stands and since when. ``grade`` is its class now, ``reported_as`` the class in the report.
    ``more`` holds what else the fact says in our own code words; ``because`` its reason.
    """

    key: str
    kind: Kind
    matter: str
    called: str
    fact: int
    on: date
    place: Place
    stands: str = ""
    since: date | None = None
    grade: str = ""
    reported_as: str = ""
    more: Mapping[str, str | int | bool | date] = {}
    because: Personal[Content, str] | None = None


class Edge(Value):
    """What one node has to do with an earlier one, such as a reaction that answers a finding."""

    later: str
    says: str
    earlier: str


class Graph(Value):
    """Nodes in the order of the file, and what joins them."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


class GrantOverFinding(Value):
    """A recognition or accreditation, and a finding that was open when it was granted.

    ``granted``, ``found`` and ``followed_up`` are the numbers of those facts in the file;
    ``grade`` is the class on that day. ``explained`` is where the text allows it, or nothing when
    it does not.
    """

    file: str
    line: str
    granted: int
    granted_on: date
    audit: str
    finding: int
    grade: str
    found: int
    followed_up: tuple[int, ...]
    explained: Place | None


Piece = Node | Edge


def node(record: Recorded, kind: Kind, called: str, key: str = "", **more: Any) -> Node:
    """What this fact put there, under a key of its own or that of the fact."""
    fact = record.fact
    return Node(
        key=key or fact_key(record.version),
        kind=kind,
        matter=fact.matter,
        called=called,
        fact=record.version,
        on=fact.on,
        place=fact.basis,
        **more,
    )


def edge(later: Node, says: str, earlier: str) -> Edge:
    return Edge(later=later.key, says=says, earlier=earlier)


def fact_key(version: int) -> str:
    return f"fact-{version}"


def finding_key(matter: str, number: int) -> str:
    return f"{matter}.{number}"


def graph_of(pieces: Iterator[Piece]) -> Graph:
    """Each node once, and only what joins two that are there."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for piece in pieces:
        if isinstance(piece, Node):
            nodes.setdefault(piece.key, piece)
        else:
            edges.append(piece)
    joined = tuple(one for one in edges if one.later in nodes and one.earlier in nodes)
    return Graph(nodes=tuple(nodes.values()), edges=joined)
