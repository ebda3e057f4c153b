"""Case files over HTTP: open one, ask an action, read it as it stands or stood."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID, uuid5

from fastapi import Header, Query, Response
from pydantic import Field

from domain.case import CaseFile, Situation
from domain.decide import open_actions
from infra.http.mandate import actor, in_role, reads
from infra.http.one_case import file_of, stood
from infra.http.parts import House, Parts
from infra.http.problems import forbidden, not_found
from infra.http.queries import AsOf, Number
from infra.http.refusals import as_problems
from infra.http.routes import Routes
from infra.http.schemes import found
from infra.http.sign_in import Caller, SignedIn
from infra.http.told.cases import CaseTold, matters_told
from infra.http.told.citations import citations_told
from infra.http.told.facts import Receipt, fact_told
from infra.http.told.terms import term_told
from infra.http.values import ApiModel, Json, Text, Uuid
from services.commands import Asked
from services.commands import Receipt as Recorded

router = Routes(tags=["cases"])
SUBJECTS = UUID("f2b1c9f0-3a52-5c6e-8d0e-6a5a0f7d1c44")
"""Our namespace for subjects that a file is opened for without an id of their own."""

IdempotencyKey = Annotated[
    Uuid,
    Header(
        alias="Idempotency-Key",
        description="A UUID of your own for this request; repeat it with each retry",
    ),
]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        pattern='^"[0-9]{1,9}"$',
        description="The ETag of the case you decided on",
    ),
]
Content = Json
Name = Annotated[str, Text(80)]


class ToOpen(ApiModel):
    """A case file to be opened with its first action."""

    scheme: Name
    kind: Name = "person"
    subject: Uuid | None = Field(
        None, description="Whom or what the file is about; left out, an id is made"
    )
    action: Name
    data: Content = Field(default_factory=dict)
    role: Name | None = Field(None, description="In which of your roles, when several fit")


class ToAsk(ApiModel):
    """An action asked in a case file."""

    action: Name
    data: Content = Field(default_factory=dict)
    role: Name | None = Field(None, description="In which of your roles, when several fit")


@router.post("/cases", status_code=201)
def open_case(
    asked: ToOpen, house: House, caller: SignedIn, key: IdempotencyKey, response: Response
) -> Receipt:
    """Open a case file with its first action."""
    scheme = found(house, asked.scheme)
    under = scheme.files.get(asked.kind)
    action = under.kind.actions.get(asked.action) if under else None
    if under is None or action is None or not action.opens_file:
        raise not_found("No such action opens a file; see /schemes/{scheme}/actions.")
    who = actor(caller, scheme, action.by - {"clerk"}, asked.role)
    its_own = asked.kind == scheme.own_file
    subject = scheme.id if its_own else str(_subject(asked, caller, key))
    person = UUID(subject) if under.kind.about_a_person else None
    command = Asked(key, who, asked.action, asked.data, person=person)
    with as_problems():
        receipt = house.casework.open(scheme.id, asked.kind, subject, command)
    response.headers["Location"] = f"/api/v1/cases/{receipt.number}"
    return _received(receipt, response)


def _subject(asked: ToOpen, caller: Caller, key: UUID) -> UUID:
    """Oneself; for who works with the cases, the id given or else one made of the key."""
    if reads(caller, asked.scheme):
        return asked.subject or uuid5(SUBJECTS, f"{caller.id}/{key}")
    if caller.person is None or asked.subject not in (None, caller.person):
        raise forbidden("You open a file about yourself only, with an account that says who.")
    return caller.person


@router.post("/cases/{number}/actions", status_code=201)
def ask_action(
    number: Number,
    asked: ToAsk,
    house: House,
    caller: SignedIn,
    key: IdempotencyKey,
    response: Response,
    if_match: IfMatch = None,
) -> Receipt:
    """Ask an action in a case file; what it makes happen is recorded, all or nothing."""
    file = file_of(house, caller, number)
    scheme, kind = house.casework.schemes[file.scheme], house.casework.under(file).kind
    action = kind.actions.get(asked.action)
    if action is None or action.opens_file:
        raise not_found("There is no such action; see /schemes/{scheme}/actions.")
    who = actor(caller, scheme, action.by - {"clerk"}, asked.role)
    seen = None if if_match is None else int(if_match.strip('"'))
    command = Asked(key, who, asked.action, asked.data, seen_version=seen)
    with as_problems(lambda: open_to(house, caller, file, house.today)):
        receipt = house.casework.act(number, command, file)
    return _received(receipt, response)


@router.get("/cases/{number}")
def read_case(
    number: Number,
    as_of: Annotated[AsOf, Query()],
    house: House,
    caller: SignedIn,
    response: Response,
) -> CaseTold:
    """A case file with its matters, its terms, and the actions open to the caller."""
    file = stood(house, file_of(house, caller, number), as_of)
    on = as_of.on or house.today
    response.headers["ETag"] = f'"{file.version}"'
    return CaseTold(
        number=file.number,
        scheme=file.scheme,
        kind=file.kind,
        edition=file.trail[-1].edition,
        person=file.person,
        version=file.version,
        standing=house.casework.under(file).shown.standing(file),
        opened_on=file.trail[0].fact.on,
        matters=matters_told(file),
        terms=[term_told(term, on) for term in house.casework.terms(file, as_of.known_at)],
        citations=list(citations_told(house.casework, file, as_of.on, as_of.known_at)),
        open_actions=open_to(house, caller, file, on),
        state=file.state.model_dump(mode="json", by_alias=True),
    )


def open_to(house: Parts, caller: Caller, file: CaseFile[Any], on: date) -> list[str]:
    """The names of what the caller may ask of this file, in any of his roles."""
    law = house.casework.law(file.scheme, on)
    kind = house.casework.under(file).kind
    names = {
        action.name
        for role in caller.roles_in(file.scheme) - {"clerk"}
        for action in open_actions(kind, Situation(file, in_role(caller, role), on, law))
    }
    return sorted(names)


def _received(receipt: Recorded, response: Response) -> Receipt:
    response.headers["ETag"] = f'"{receipt.version}"'
    return Receipt(
        number=receipt.number,
        version=receipt.version,
        repeated=receipt.repeated,
        facts=[fact_told(record) for record in receipt.records],
    )
