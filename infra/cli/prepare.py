"""``griffie prepare``: databases, logins and schemas of an installation, made by their owner."""

from __future__ import annotations

from typing import Annotated

import typer

from infra.cli.opening import settings
from infra.cli.output import fail


def add_to(app: typer.Typer) -> None:
    app.command("prepare")(prepare)


OwnerDsn = Annotated[
    str,
    typer.Option(envvar="GRIFFIE_OWNER_DSN", help="a superuser's DSN on the server of the record"),
]
OwnerKeysDsn = Annotated[
    str | None,
    typer.Option(
        envvar="GRIFFIE_OWNER_KEYS_DSN",
        help="the same for the server of the keys, when it is another",
    ),
]


def prepare(owner_dsn: OwnerDsn, owner_keys_dsn: OwnerKeysDsn = None) -> None:
    """Make the databases and logins that the DSNs name, and bring their schemas up to date."""
    import psycopg

    from infra.main import FOLDERS
    from infra.settings import Misconfigured
    from infra.store.installing import install, install_keys
    from infra.store.migrations import NotMigrated

    read = settings()
    if read.dsn is None or read.keys_dsn is None:
        raise fail("GRIFFIE_DSN and GRIFFIE_KEYS_DSN are not set; nothing to prepare", 2)
    try:
        done = install(owner_dsn, read.dsn, FOLDERS, role="griffie_app", variable="GRIFFIE_DSN")
        done += install_keys(owner_keys_dsn or owner_dsn, read.keys_dsn)
    except (Misconfigured, NotMigrated, psycopg.Error) as wrong:
        raise fail(str(wrong), 2) from None
    for name in done:
        typer.echo(name)
    typer.echo(f"{len(done)} files applied" if done else "up to date", err=True)
