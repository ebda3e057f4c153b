"""``griffie``: the house from the command line. One file for each group of commands.

Results go to stdout, progress and logs to stderr. A command ends with 1 when the law or an
expectation says no, and with 2 when it was called wrongly. Heavy imports stand inside commands.
"""

import typer

from infra.cli import (
    audits,
    cases,
    demo,
    drawing,
    erase,
    exchange,
    findings,
    law,
    prepare,
    processes,
    relay,
    replay,
    scenarios,
    schemes,
    serve,
    token,
    views,
)

app = typer.Typer(
    name="griffie",
    help="The record, the law and the register for bodies that certify, accredit and examine.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for group in (
    demo,
    serve,
    processes,
    relay,
    schemes,
    law,
    scenarios,
    findings,
    cases,
    replay,
    views,
    audits,
    token,
    prepare,
    erase,
    exchange,
    drawing,
):
    group.add_to(app)
