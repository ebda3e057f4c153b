"""A first scenario file for a scheme: commented, and green as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from pydantic import ValidationError

from domain.case import Action
from domain.fact import Actor
from domain.schemes import FileUnder, Scheme, all_schemes
from infra.scenarios.stage import Stage

DAY = date(2026, 3, 2)
FIRST = """\
# A scenario under {title} ({scheme}).
# Play it with: griffie scenario run FILE
scheme: {scheme}
title: A first file is opened
about: Say here, in a few words, what this story shows.

# Rules and terms that the story shows to hold and to fail (griffie law lists them):
# shows: {{passes: [...], refuses: [...]}}
# A longer story that goes before this one, and the days it is given:
# begins: stories/some-story.yaml
# given: {{decision: 2026-04-15}}

{files}

steps:
  # A step is a day, who asks (role:name), what is asked, with which content. The roles:
{roles}
  - day: 2026-03-02
    who: {other}:pietersen
    do: {opens}
    with:{fields}
    # What must come of it: 'refused' says the place, the rule, or words of the refusal;
    # 'recorded' names the facts that come on record, in their order.
    expect:
      refused: {{saying: is for {role}}}

  - day: 2026-03-02
    who: {role}:jansen
    do: {opens}
    with:{fields}
    expect:
      recorded: [{fact}]

  # How things stand can be asked on any later day. The clock moves with the steps, and every
  # morning in between the clerk does what has fallen due.
  #   register: {{status: valid, day: 2030-04-14}}          or: register: none
  #   terms: {{{term}: {{due: 2026-03-27, state: running}}}}   or: due: unknown
  #   open: [...] and notOpen: [...]     the actions open to who is named in the step
  - day: 2026-03-03
    who: {role}:jansen
    expect:
      stands: {{version: {version}, notOpen: [{opens}]}}

  # Go on here. These can be asked (griffie actions {scheme} says with which fields):
{actions}
"""


class NoFirstScenario(LookupError):
    """No file of this scheme can be opened without knowing its text."""


def new(scheme_id: str) -> str:
    """The text of a first scenario. Raises KeyError for a scheme that is not here."""
    scheme = all_schemes()[scheme_id]
    under, opens = _opening(scheme)
    role = min(opens.by & scheme.roles.keys())
    fields = _sampled(opens.asks.model_json_schema(by_alias=True))
    facts = _tried(scheme, under, opens, role, fields)
    later = [one.name for one in under.kind.actions.values() if not one.opens_file]
    return FIRST.format(
        title=scheme.title,
        scheme=scheme.id,
        files="".join(_files(under)),
        roles="\n".join(_list(list(scheme.roles))),
        role=role,
        term=scheme.term_ids[0],
        other=min(scheme.roles.keys() - opens.by),
        opens=opens.name,
        fields="".join(f"\n      {name}: {value}" for name, value in fields.items()) or " {}",
        fact=", ".join(facts),
        version=len(facts),
        actions="\n".join(_list(later)),
    )


def _files(under: FileUnder) -> Iterator[str]:
    if under.kind.about_a_person:
        yield "# Who the files are about: any name will do. The scheme's own file is 'scheme'.\n"
        yield "people: [johanna]"
    else:
        yield "# The files this is about, each with its kind. The scheme's own file is 'scheme'.\n"
        yield f"files: {{first: {under.kind.name}}}"


def _tried(
    scheme: Scheme, under: FileUnder, opens: Action[Any, Any], role: str, fields: dict[str, Any]
) -> list[str]:
    """The facts that opening comes to, with these fields. Raises NoFirstScenario."""
    stage = Stage(scheme, {"first": under.kind.name}, DAY)
    try:
        done = stage.ask("first", Actor(id="jansen", role=role), opens.name, fields)
    except ValidationError as refused:
        raise NoFirstScenario(f"{opens.name} takes more than samples: {refused}") from None
    if done.turned:
        raise NoFirstScenario(f"{opens.name} was refused: {done.turned.says}")
    return [record.fact.stored_as.removeprefix(f"{scheme.id}.") for record in done.records]


def _opening(scheme: Scheme) -> tuple[FileUnder, Action[Any, Any]]:
    """The first kind of file that can be opened, about a person before others."""
    for under in sorted(scheme.files.values(), key=lambda u: not u.kind.about_a_person):
        for action in under.kind.actions.values():
            if action.opens_file and under.kind.name != scheme.own_file:
                return under, action
    raise NoFirstScenario(f"{scheme.id} opens no file")


def _sampled(schema: dict[str, Any]) -> dict[str, Any]:
    """A value for each field that an action can't do without."""
    needed = [name for name in schema.get("required", ()) if name != "on"]
    return {name: _sample(schema["properties"][name]) for name in needed}


def _sample(field: dict[str, Any]) -> Any:
    if "enum" in field:
        return field["enum"][0]
    if field.get("format") == "date":
        return date(1980, 2, 29)
    if field.get("format") == "date-time":
        return datetime(1980, 2, 29, 9, tzinfo=UTC).isoformat()
    plain = {"string": "Johanna de Wit", "boolean": True, "integer": 1, "array": []}
    return plain.get(field.get("type", ""))


def _list(names: list[str]) -> Iterator[str]:
    """Names in comment lines that fit a screen."""
    line = "  #  "
    for name in names:
        if len(line) + len(name) > 92:
            yield line
            line = "  #  "
        line += f" {name},"
    yield line.rstrip(",")
