"""How audits, findings, what was done about them and decisions read on the wire."""

from __future__ import annotations

from pydantic import Field

from domain.findings import Edge, GrantOverFinding, Graph, Kind, Node
from infra.http.told.places import PlaceTold, place_told
from infra.http.values import ApiModel, IsoDate, Json


class NodeTold(ApiModel):
    """Something that happened, by the number of its fact; an audit or finding as it stands."""

    key: str
    kind: Kind
    matter: str
    called: str
    fact: int = Field(description="The number of the fact in the trail of the case")
    on: IsoDate
    place: PlaceTold
    stands: str | None
    since: IsoDate | None
    finding_class: str | None = Field(description="Of a finding: the class it has")
    reported_as: str | None = Field(description="The class it had when the report was sent")
    more: Json
    because: str | None = Field(description="The reason given; [erased] where it was erased")


class EdgeTold(ApiModel):
    """What one node has to do with an earlier one."""

    from_: str = Field(alias="from")
    says: str
    to: str


class GraphTold(ApiModel):
    """From audit over finding and corrective action to decision."""

    number: str
    version: int
    nodes: list[NodeTold]
    edges: list[EdgeTold]


class GrantTold(ApiModel):
    """Something granted while a finding was open."""

    case: str
    line: str
    granted_on: IsoDate
    granted: int = Field(description="The number of the fact that granted it")
    audit: str
    finding: int
    finding_class: str = Field(description="The class it had on that day")
    found: int = Field(description="The number of the fact that recorded the finding")
    followed_up: list[int] = Field(description="The facts of what had been done about it by then")
    explained: PlaceTold | None = Field(
        description="Where the text allows it; null where it does not"
    )


def graph_told(number: str, version: int, graph: Graph) -> GraphTold:
    return GraphTold(
        number=number,
        version=version,
        nodes=[_node_told(node) for node in graph.nodes],
        edges=[_edge_told(edge) for edge in graph.edges],
    )


def grant_told(one: GrantOverFinding) -> GrantTold:
    return GrantTold(
        case=one.file,
        line=one.line,
        granted_on=one.granted_on,
        granted=one.granted,
        audit=one.audit,
        finding=one.finding,
        finding_class=one.grade,
        found=one.found,
        followed_up=list(one.followed_up),
        explained=place_told(one.explained) if one.explained else None,
    )


def _node_told(node: Node) -> NodeTold:
    return NodeTold(
        key=node.key,
        kind=node.kind,
        matter=node.matter,
        called=node.called,
        fact=node.fact,
        on=node.on,
        place=place_told(node.place),
        stands=node.stands or None,
        since=node.since,
        finding_class=node.grade or None,
        reported_as=node.reported_as or None,
        more=node.model_dump(mode="json")["more"],
        because=node.because.shown() if node.because is not None else None,
    )


def _edge_told(edge: Edge) -> EdgeTold:
    return EdgeTold(from_=edge.later, says=edge.says, to=edge.earlier)
