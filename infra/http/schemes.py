"""The schemes over HTTP: what they are, and what may be asked under them. Needs no token."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path

from domain.schemes import Scheme
from infra.http.parts import House
from infra.http.problems import not_found
from infra.http.routes import Routes
from infra.http.told.actions import ActionTold, action_told
from infra.http.values import ApiModel, IsoDate

router = Routes(tags=["schemes"])
SchemeId = Annotated[str, Path(max_length=40, pattern=r"^[a-z][a-z0-9-]*$")]


class EditionTold(ApiModel):
    id: str
    title: str
    adopted: IsoDate
    since: IsoDate


class RoleTold(ApiModel):
    id: str
    dutch: str
    says: str


class SettingTold(ApiModel):
    """What the text leaves open, with its default; null is unknown."""

    name: str
    default: bool | int | None
    place: str
    says: str


class SchemeTold(ApiModel):
    """One regulation with its owner."""

    id: str
    title: str
    dutch: str
    owner: str
    editions: list[EditionTold]
    roles: list[RoleTold]
    kinds: list[str]
    settings: list[SettingTold]
    register_statuses: dict[str, str]
    public_fields: list[str]


class SchemeList(ApiModel):
    items: list[SchemeTold]


class KindTold(ApiModel):
    """One kind of case file, and every action it knows."""

    kind: str
    says: str
    actions: list[ActionTold]


class ActionList(ApiModel):
    items: list[KindTold]


@router.get("/schemes")
def list_schemes(house: House) -> SchemeList:
    """Every scheme that is kept here."""
    return SchemeList(items=[_told(one) for one in house.casework.schemes.values()])


@router.get("/schemes/{scheme}")
def read_scheme(scheme: SchemeId, house: House) -> SchemeTold:
    """One scheme: its editions, roles, settings and register."""
    return _told(found(house, scheme))


@router.get("/schemes/{scheme}/actions")
def list_scheme_actions(scheme: SchemeId, house: House) -> ActionList:
    """Every action of a scheme, with the JSON Schema of its content."""
    files = found(house, scheme).files.values()
    return ActionList(
        items=[
            KindTold(
                kind=under.kind.name,
                says=under.kind.says,
                actions=[action_told(one) for one in under.kind.actions.values()],
            )
            for under in files
        ]
    )


def found(house: Any, scheme: str) -> Scheme:
    """Raises ProblemError 404 for a scheme that is not kept here."""
    known: Scheme | None = house.casework.schemes.get(scheme)
    if known is None:
        raise not_found("There is no such scheme; GET /schemes lists them.")
    return known


def _told(scheme: Scheme) -> SchemeTold:
    return SchemeTold(
        id=scheme.id,
        title=scheme.title,
        dutch=scheme.dutch,
        owner=scheme.owner,
        editions=[EditionTold(**e.model_dump(by_alias=False)) for e in scheme.editions],
        roles=[RoleTold(id=r.id, dutch=r.dutch, says=r.says) for r in scheme.roles.values()],
        kinds=list(scheme.files),
        settings=[
            SettingTold(name=s.name, default=s.default, place=str(s.place), says=s.says)
            for s in scheme.settings
        ],
        register_statuses=dict(scheme.statuses),
        public_fields=list(scheme.public_fields),
    )
