"""``griffie token``: an access token of the demo issuer, for the demonstration and for tests."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import typer

from infra.cli.opening import settings
from infra.cli.output import fail


def add_to(app: typer.Typer) -> None:
    app.command("token")(token)


def token(
    sub: Annotated[str, typer.Argument(help="the account, such as m.bakker")],
    role: Annotated[
        list[str],
        typer.Option("--role", help="SCHEME:ROLE, such as lvv-certification:certification-body"),
    ],
    organisation: Annotated[str | None, typer.Option(help="for whom the account works")] = None,
    person: Annotated[UUID | None, typer.Option(help="the person this account is")] = None,
    minutes: Annotated[int, typer.Option(min=1, max=720, help="how long it is valid")] = 15,
) -> None:
    """An access token for the demonstration and for tests; never in production."""
    from infra.http.demo_issuer import DemoIssuer

    read = settings()
    roles: dict[str, list[str]] = {}
    for one in role:
        scheme, colon, name = one.partition(":")
        if not colon or not name:
            raise fail(f"{one} is no role; write it as SCHEME:ROLE", 2)
        roles.setdefault(scheme, []).append(name)
    try:
        issuer = DemoIssuer(read.data_dir, mode=read.mode, audience=read.oidc_audience)
    except RuntimeError as wrong:
        raise fail(str(wrong), 2) from None
    print(issuer.issue(sub, roles, organisation=organisation, person=person, minutes=minutes))
