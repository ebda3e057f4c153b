"""The names a scenario uses, held against the scheme: what is unknown, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic.alias_generators import to_camel

from domain.case import Action
from domain.fact import Actor
from domain.schemes import Scheme, all_schemes
from infra.scenarios.reading import Key
from infra.scenarios.script import OWN_FILE, Script, Step


def scheme_of(script: Script) -> Scheme:
    """The scheme that a scenario is about. Raises ScriptError."""
    schemes = all_schemes()
    if script.text.scheme not in schemes:
        says = instead(script.text.scheme, schemes, "scheme")
        raise script.written.wrong(says, "scheme")
    return schemes[script.text.scheme]


def kinds_of_files(script: Script, scheme: Scheme) -> dict[str, str]:
    """Each alias with the kind of its file. Raises ScriptError for a kind that is not kept."""
    kinds: dict[str, str] = {}
    about_people = [name for name, under in scheme.files.items() if under.kind.about_a_person]
    for alias, kind in script.files.items():
        if alias == OWN_FILE:
            raise script.written.wrong(f"'{OWN_FILE}' is the scheme's own file; give another name")
        if not kind and len(about_people) != 1:
            says = f"say under 'files' which kind of file {alias} has: {', '.join(about_people)}"
            raise script.written.wrong(says, "people")
        if kind and kind not in scheme.files:
            raise script.written.wrong(instead(kind, scheme.files, "kind of file"), "files", alias)
        kinds[alias] = kind or about_people[0]
    return kinds


def file_of(step: Step, aliases: Iterable[str]) -> str:
    """The alias of the file that a step is about. Raises ScriptError."""
    others = [alias for alias in aliases if alias != OWN_FILE]
    alias = step.text.in_ or (others[0] if len(others) == 1 else "")
    if not alias:
        raise step.wrong(f"say in which file, with 'in: {' or '.join([*others, OWN_FILE])}'")
    if alias not in [*others, OWN_FILE]:
        raise step.wrong(instead(alias, [*others, OWN_FILE], "file of this story"), "in")
    return alias


def actor_of(step: Step, scheme: Scheme) -> Actor:
    """Who a step is by: ``role:name``, with ``@organisation`` behind it. Raises ScriptError."""
    role, _, rest = step.text.who.partition(":")
    if role not in scheme.roles:
        raise step.wrong(instead(role, scheme.roles, "role"), "who")
    name, _, organisation = rest.partition("@")
    if not name:
        raise step.wrong(f"say who, such as '{role}:a.name'", "who")
    return Actor(id=name, role=role, organisation=organisation)


def fields_are_known(step: Step, action: Action[Any, Any]) -> None:
    """Raises ScriptError for a field that the action does not take."""
    fields = action.asks.model_fields
    known = {*fields, *(to_camel(name) for name in fields)}
    for given in step.text.with_:
        if given not in known:
            names = [to_camel(name) for name in fields]
            raise step.wrong(instead(given, names, f"field of {action.name}"), "with", given)


def stored_as(step: Step, scheme: Scheme, kind: str, given: str, *path: Key) -> str:
    """The stored name of a fact; the scheme's own part of it may be left out."""
    names = [fact.stored_as for fact in scheme.files[kind].kind.facts]
    for name in (given, f"{scheme.id}.{given}"):
        if name in names:
            return name
    short = [name.removeprefix(f"{scheme.id}.") for name in names]
    raise step.wrong(instead(given, short, "fact"), *path)


def instead(given: str, known: Iterable[str], what: str) -> str:
    """What is wrong with a name, and which would be right: the nearest, or all of them."""
    known = list(known)
    near = get_close_matches(given, known, n=3) or known
    return f"there is no {what} '{given}'; give {', '.join(near[:-1])}{_or(near)}{near[-1]}"


def _or(names: list[str]) -> str:
    return " or " if len(names) > 1 else ""
