"""Where the server listens: a path that is short enough for a unix socket."""

import os
from pathlib import Path

from infra.store.embedded.account import Account, mark
from infra.store.embedded.faults import NotStarted

RUNTIME = Path("/tmp")  # noqa: S108 - short, and a folder here must be ours and closed to others
SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 107  # bytes; unix(7), without the closing zero


def socket_folder(data: Path, account: Account) -> Path:
    """The data directory, or a short runtime folder when the path is too long for a socket.

    Raises NotStarted when that folder is not ours alone.
    """
    if len(os.fsencode(data / SOCKET)) <= LONGEST_SOCKET_PATH:
        return data
    short = RUNTIME / f"griffie-{account.uid}-{mark(data)}"
    if not short.exists():
        short.mkdir(mode=0o700, exist_ok=True)
        os.chown(short, account.uid, account.gid)
    facts = short.lstat()
    if short.is_symlink() or facts.st_uid != account.uid or facts.st_mode & 0o077:
        raise NotStarted(f"{short} is not ours alone; remove it, or use a shorter data path")
    return short
