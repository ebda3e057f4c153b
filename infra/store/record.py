"""The record, opened: casework over a recorder and the keys of the persons in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, Mapper
from eventsourcing.utils import Environment, EnvType

from infra.store.mapper import FactMapper
from infra.store.sealing import Keys
from services.case_files import Snapshots
from services.casework import Casework

NO_SECRET = b"not a secret: a record of a test or a scenario"


class Record(Casework):
    """Casework that stores through our mapper and recorder, whatever the environment says."""

    def __init__(
        self,
        recorder: ApplicationRecorder,
        keys: Keys,
        clock: Callable[[], datetime],
        day_of: Callable[[datetime], date],
        secret: bytes = NO_SECRET,
        snapshots: Snapshots | None = None,
    ) -> None:
        self._given = FactMapper(keys), recorder
        self.clock, self.day_of, self.secret = clock, day_of, secret
        self.folded = snapshots
        super().__init__()

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """No variable of the process reaches the library: settings.py is the only reader."""
        return Environment(name, env or {})

    def construct_mapper(self) -> Mapper[UUID]:
        return self._given[0]

    def construct_recorder(self) -> ApplicationRecorder:
        return self._given[1]
