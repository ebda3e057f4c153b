"""What a caller's roles carry: which files may be read, and in which role an action is asked.

Roles are a ceiling. Whether the file and the law let somebody decide, the decision itself says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from domain.case import CaseFile
from domain.fact import Actor
from domain.number import number_of
from domain.schemes import Scheme, all_schemes
from infra.http.problems import forbidden, no_such_case
from infra.http.sign_in import Caller


def reads(caller: Caller, scheme: str) -> bool:
    """Whether the caller reads every file of a scheme: by a role that works with them."""
    roles = all_schemes()[scheme].roles
    return any(one in roles and roles[one].reads_files for one in caller.roles_in(scheme))


def require_reading(caller: Caller, scheme: str) -> None:
    """Raises ProblemError 403 unless the caller reads every file of the scheme."""
    if not reads(caller, scheme):
        raise forbidden("Your roles do not let you read the files of this scheme.")


class Filed(NamedTuple):
    """Which file: its number, its scheme and its kind."""

    number: str
    scheme: str
    kind: str


def require_file(caller: Caller, file: Filed | CaseFile[Any]) -> None:
    """Raises 404 for who may not know that this file exists: one's own file, or a reader's.

    A file is one's own when it is about the subject that the account is, under a role there.
    """
    subject = str(caller.person) if caller.person else ""
    own = bool(subject) and file.number == number_of(file.scheme, file.kind, subject)
    if not reads(caller, file.scheme) and not (own and caller.roles_in(file.scheme)):
        raise no_such_case()


def actor(caller: Caller, scheme: Scheme, may: Iterable[str], asked: str | None) -> Actor:
    """The caller in a role that carries the action; the one he names, or else the only one.

    Raises ProblemError 403 when no role of his carries it.
    """
    roles = caller.roles_in(scheme.id)
    able = sorted(roles & frozenset(may))
    if asked is not None:
        able = [role for role in able if role == asked]
    if not able:
        needed = " or ".join(sorted(may))
        raise forbidden(f"This takes the role {needed} under {scheme.id}.")
    return in_role(caller, able[0])


def in_role(caller: Caller, role: str) -> Actor:
    return Actor(
        id=caller.id,
        role=role,
        organisation=caller.organisation or "",
        on_behalf_of=caller.on_behalf_of or "",
    )
