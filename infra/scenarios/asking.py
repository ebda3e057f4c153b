"""What a step asks: its action, by whom, with its content; what can't be asked is told so."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic.alias_generators import to_snake

from domain.case import Action, CaseFile
from infra.scenarios.names import actor_of, fields_are_known, instead, stored_as
from infra.scenarios.script import Step
from infra.scenarios.stage import Stage
from infra.scenarios.telling import Happening


def asked(step: Step, stage: Stage, alias: str) -> Happening:
    """Asks what a step says, in a file. Raises ScriptError for what can't be asked at all."""
    action = _action(step, stage, alias)
    by = actor_of(step, stage.scheme)
    fields_are_known(step, action)
    given = step.text.with_.items()
    data = {name: _found(step, stage, alias, value, name) for name, value in given}
    try:
        return stage.ask(alias, by, action.name, data)
    except ValidationError as refused:
        if refused.title != action.asks.__name__:
            raise
        first = refused.errors(include_url=False)[0]
        path = tuple(first["loc"])
        says = f"{action.name} takes {'.'.join(map(str, path))}: {first['msg']}"
        raise step.wrong(says, "with", *_as_written(step, path)) from None


def _action(step: Step, stage: Stage, alias: str) -> Action[Any, Any]:
    kind = stage.under(alias).kind
    action = kind.actions.get(step.text.do)
    if action is None:
        raise step.wrong(instead(step.text.do, kind.actions, f"action in {alias}"), "do")
    is_open = stage.file(alias) is not None
    if action.opens_file == is_open:
        opens = [one.name for one in kind.actions.values() if one.opens_file]
        how = "is open already" if is_open else f"is not open yet; {' or '.join(opens)} opens"
        raise step.wrong(f"the file of {alias} {how}", "do")
    return action


def _found(step: Step, stage: Stage, alias: str, value: Any, field: str) -> Any:
    """What ``$fact name`` and ``$person name`` stand for; any other value as it is."""
    if not isinstance(value, str) or not value.startswith(("$fact ", "$person ")):
        return value
    what, _, name = value[1:].partition(" ")
    if what == "person":
        if name not in stage.subjects:
            raise step.wrong(instead(name, stage.subjects, "person"), "with", field)
        return stage.subjects[name].id
    kind = stage.subjects[alias].kind
    version = _latest(stage.file(alias), stored_as(step, stage.scheme, kind, name, "with", field))
    if version is None:
        raise step.wrong(f"no {name} is on record in the file of {alias}", "with", field)
    return version


def _latest(file: CaseFile[Any] | None, stored: str) -> int | None:
    """The number, in its file, of the latest fact stored under a name."""
    trail = file.trail if file else ()
    return next((r.version for r in reversed(trail) if r.fact.stored_as == stored), None)


def _as_written(step: Step, path: tuple[Any, ...]) -> tuple[Any, ...]:
    """The path as the file spells it: fields may be written either way."""
    if path and path[0] not in step.text.with_ and to_snake(str(path[0])) in step.text.with_:
        return (to_snake(str(path[0])), *path[1:])
    return path
