"""``griffie serve``: the HTTP API and the pages, in the mode that is set."""

from __future__ import annotations

from typing import Annotated

import typer

from infra.cli.opening import house, settings
from infra.cli.output import fail

Host = Annotated[str | None, typer.Option(help="the address to listen on; GRIFFIE_HOST")]
Port = Annotated[
    int | None,
    typer.Option(min=0, max=65535, help="the port; 0 takes a free one; GRIFFIE_PORT"),
]


def add_to(app: typer.Typer) -> None:
    app.command("serve")(serve)


def serve(host: Host = None, port: Port = None) -> None:
    """Serve the HTTP API and the pages; griffie work and griffie clerk run beside it."""
    from infra.demo.personas import PERSONAS
    from infra.http import serving

    read = settings(host=host, port=port)
    try:
        listener = serving.listening(read.host, read.port)
    except serving.CannotListen as wrong:
        raise fail(str(wrong), 2) from None
    with listener, house(read) as open_house:
        typer.echo(f"Griffie is open at {serving.address(listener)}/", err=True)
        personas = PERSONAS if read.mode == "demo" else ()
        serving.serve(open_house, listener, personas=personas)
