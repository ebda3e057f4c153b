"""Where it is measured: an embedded PostgreSQL in a scratch folder, with houses on it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.rows import TupleRow
from pydantic import SecretStr

from infra.main import FOLDERS, House, opened
from infra.settings import Settings
from infra.store.databases import create
from infra.store.embedded import Embedded
from infra.store.migrations import KEYS, let_in, prepare
from tests.bench.filling import fill
from tests.infra.conftest import KEK

SMALL = 1000

Connection = psycopg.Connection[TupleRow]


@dataclass(frozen=True)
class Sizes:
    """How much is measured: facts on record, rounds, and how often in a round."""

    facts: int = 20_000
    rounds: int = 5
    times: int = 1000
    fed: int = 5_000
    stock: int = 1_000
    cases: int = 10
    broker: str = ""

    @classmethod
    def quick(cls, facts: int) -> Sizes:
        return cls(facts=facts, rounds=2, times=20, fed=200, stock=50, cases=1, broker="tansu")


@dataclass
class Place:
    """The server, and the houses that were opened on it, by name."""

    folder: Path
    server: Embedded
    sizes: Sizes
    stack: ExitStack
    houses: dict[str, House]

    def house(self, name: str, facts: int) -> House:
        """A house with so many facts on record; filled when it is first asked for."""
        if name not in self.houses:
            self.houses[name] = self.stack.enter_context(opened(self.settings(name)))
            fill(self.houses[name], facts)
            self.rest(name)
        return self.houses[name]

    @property
    def big(self) -> House:
        return self.house("big", self.sizes.facts)

    @property
    def small(self) -> House:
        return self.house("small", min(SMALL, self.sizes.facts))

    def settings(self, name: str) -> Settings:
        keys = f"{name}_keys"
        create(self.server.dsn, name, keys)
        prepare(self.server.dsn_of(name), FOLDERS)
        prepare(self.server.dsn_of(keys), KEYS)
        let_in(self.server.dsn, "griffie_app")
        let_in(self.server.dsn, "griffie_keys")
        return Settings(
            mode="test",
            dsn=self.server.dsn_of(name, "griffie_app"),
            keys_dsn=self.server.dsn_of(keys, "griffie_keys"),
            kek=SecretStr(KEK.hex()),
            data_dir=self.folder,
        )

    @property
    def postmaster(self) -> int:
        """The process of the server; those of its sessions are its children."""
        return int((self.server.data / "postmaster.pid").read_text().split()[0])

    def as_owner(self, name: str) -> Connection:
        """A superuser's connection, to lay tables of limits beside the real ones."""
        return self.stack.enter_context(psycopg.connect(self.server.dsn_of(name), autocommit=True))

    def rest(self, name: str) -> None:
        """Vacuumed and written out, so that no round pays for what went before."""
        with psycopg.connect(self.server.dsn_of(name), autocommit=True) as connection:
            connection.execute("VACUUM (ANALYZE)")
            connection.execute("CHECKPOINT")


@contextmanager
def place(sizes: Sizes) -> Iterator[Place]:
    """Open while it is measured, gone after. Call it from the main thread."""
    folder = Path(tempfile.mkdtemp(prefix="griffie-bench-"))
    folder.chmod(0o755)
    try:
        with ExitStack() as stack:
            server = stack.enter_context(Embedded(folder / "pg"))
            yield Place(folder, server, sizes, stack, {})
    finally:
        shutil.rmtree(folder)


def machine() -> str:
    """The class of machine, in words."""
    models = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} x {models[0] if models else 'CPU'}, {gigabytes:.0f} GiB"
