"""``griffie relay``: the record to Kafka."""

from __future__ import annotations

from typing import Annotated

import typer

from infra.cli.opening import house, settings
from infra.cli.output import fail
from infra.cli.processes import until_told_to_stop

relay = typer.Typer(invoke_without_command=True, help="Send the record to Kafka.")


def add_to(app: typer.Typer) -> None:
    relay.callback()(run)
    relay.command("topics")(topics)
    relay.command("rewind")(rewind)
    app.add_typer(relay, name="relay")


def run(context: typer.Context) -> None:
    """Send every fact, and how each register entry reads. Start as many as you like; one sends."""
    if context.invoked_subcommand is not None:
        return
    from infra.kafka.following import AheadOfRecord
    from infra.kafka.furnishing import NotAsItShould
    from infra.kafka.wiring import relay_of

    with house() as open_house:
        try:
            relay_of(open_house).run(until_told_to_stop())
        except (NotAsItShould, AheadOfRecord) as wrong:
            raise fail(str(wrong), 2) from None


def topics() -> None:
    """Make the topics that are not there yet, and check partitions and settings of all."""
    from infra.kafka.client import KafkaError, to_broker
    from infra.kafka.furnishing import NotAsItShould, furnish
    from infra.kafka.topics import named
    from infra.settings import Misconfigured

    read = settings()
    wanted = named(read.kafka_prefix)
    try:
        made = furnish(wanted, to_broker(read), read.kafka_replicas)
    except (Misconfigured, NotAsItShould) as wrong:
        raise fail(str(wrong), 2) from None
    except KafkaError as wrong:
        raise fail(f"the broker at {read.kafka_servers} says: {wrong}", 1) from None
    for topic in wanted:
        typer.echo(f"{topic.name} {'was made' if topic.name in made else 'is as it should be'}")


def rewind(
    to: Annotated[
        int, typer.Option("--to", min=0, help="the last position that the broker surely has")
    ],
) -> None:
    """Send again what comes after a position, when the broker lost what it had acknowledged."""
    from infra.kafka.rewinding import NeverSent
    from infra.kafka.rewinding import rewind as put_back
    from infra.kafka.topics import named
    from infra.store.views.leader import session

    with house() as open_house, session(open_house.pool) as connection:
        try:
            done = put_back(connection, named(open_house.settings.kafka_prefix), to)
        except NeverSent as wrong:
            raise fail(str(wrong), 2) from None
    typer.echo(f"facts go back from {done.before} to {done.to}; {done.entries} entries again")
