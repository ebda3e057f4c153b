"""Under which account the server runs, and where that account can reach its data."""

import os
import pwd
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from infra.store.embedded.faults import NotStarted

SHELTER = Path("/var/lib/griffie")


@dataclass(frozen=True)
class Account:
    """The operating-system account the server runs under."""

    uid: int
    gid: int

    def can_enter(self, folder: Path) -> bool:
        """Whether every folder on the way can be passed through (by mode; ACLs are not read)."""
        for step in (folder, *folder.parents):
            facts = step.stat()
            shift = 6 if facts.st_uid == self.uid else 3 if facts.st_gid == self.gid else 0
            if not (facts.st_mode >> shift) & 1:
                return False
        return True

    @property
    def switch(self) -> dict[str, Any]:
        """The arguments of subprocess that run a program under this account."""
        if os.geteuid() == self.uid:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def account_of(data: Path) -> Account:
    """Ourselves; or, since PostgreSQL refuses root, the owner of the data or else nobody."""
    if data.exists():
        facts = data.stat()
        if facts.st_uid not in (0, os.geteuid()) and os.geteuid() != 0:
            raise NotStarted(
                f"{data} belongs to user {facts.st_uid}, and this is user {os.geteuid()}; "
                "give it to this user, or name another folder in GRIFFIE_DATA_DIR"
            )
        if facts.st_uid != 0:
            return Account(facts.st_uid, facts.st_gid)
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def within_reach(data: Path, account: Account) -> Path:
    """The folder asked for, or one in SHELTER when a closed folder (a 0700 home) is on the way."""
    there = next(step for step in data.parents if step.exists())
    if account.can_enter(there.resolve()):
        return data
    SHELTER.mkdir(mode=0o755, parents=True, exist_ok=True)
    return SHELTER / f"pg-{mark(data)}"


def mark(path: Path) -> str:
    return sha256(os.fsencode(path)).hexdigest()[:12]
