"""How matters move, as the scenarios were seen to move them: one diagram a kind of matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from domain.schemes import Scheme
from infra.scenarios.telling import Move, Telling


def states(scheme: Scheme, tellings: Iterable[Telling]) -> Iterator[str]:
    """The page of one scheme."""
    told = list(tellings)
    moves = {move for telling in told for move in telling.moves}
    yield f"# How matters move: {scheme.title}"
    yield ""
    page = f"../scenarios/{scheme.id}.md"
    yield f"Every arrow was taken in a [scenario]({page}): the action, and the place in the text"
    yield "that the fact rests on. An action that no scenario asks is named at the end."
    for kind in sorted({move.kind for move in moves}):
        yield from ("", f"## {_heading(kind)}", "")
        yield from _diagram(sorted(_of(kind, moves), key=_in_order))
    yield from _never_asked(scheme, told)


def _heading(kind: str) -> str:
    return kind.upper() if len(kind) < 4 else kind.replace("-", " ").capitalize()


def _of(kind: str, moves: set[Move]) -> list[Move]:
    return [move for move in moves if move.kind == kind]


def _in_order(move: Move) -> tuple[str, ...]:
    return move.before, move.after, move.action, move.place


def _diagram(moves: list[Move]) -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for standing in sorted({s for move in moves for s in (move.before, move.after) if "-" in s}):
        yield f'    state "{standing}" as {_id(standing)}'
    for move in moves:
        if move.before != move.after:
            before = _id(move.before) if move.before else "[*]"
            yield f"    {before} --> {_id(move.after)} : {move.action} · {move.place}"
    yield "```"
    stays = [move for move in moves if move.before == move.after]
    if stays:
        yield ""
    for standing in sorted({move.after for move in stays}):
        asked = [f"{m.action} ({m.place})" for m in stays if m.after == standing]
        yield f"- while it stands *{standing}*, and goes on to: {', '.join(asked)}"


def _id(standing: str) -> str:
    """A name that mermaid takes."""
    return standing.replace("-", "_")


def _never_asked(scheme: Scheme, tellings: Sequence[Telling]) -> Iterator[str]:
    asked = {
        done.action
        for telling in tellings
        for step in telling.steps
        for done in (*step.clerk, *((step.happening,) if step.happening else ()))
    }
    for kind, under in scheme.files.items():
        never = [name for name in under.kind.actions if name not in asked]
        if never:
            yield ""
            yield f"Asked in no scenario, in a {kind} file: {', '.join(never)}."
