"""The record, while one teller writes on it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from domain.case import CaseFile
from infra.store.record import Record
from services.case_files import CaseFiles
from services.commands import Asked, Receipt


class FilesInHand(CaseFiles):
    """Every file in memory from step to step."""

    @cached_property
    def held(self) -> dict[str, CaseFile[Any] | None]:
        return {}

    def find(self, number: str) -> CaseFile[Any] | None:
        if number not in self.held:
            self.held[number] = super().find(number)
        return self.held[number]


class RecordInHand(Record):
    """Reads no file twice, for nobody else writes in it meanwhile."""

    @cached_property
    def files(self) -> FilesInHand:
        return FilesInHand(self._since, self._kind_of, None)

    def put_away(self, number: str) -> None:
        """Reads the file anew when it is next asked for."""
        self.files.held.pop(number, None)

    def _put(self, file: CaseFile[Any], asked: Asked) -> Receipt:
        self.put_away(file.number)
        receipt = super()._put(file, asked)
        after = self.under(file).kind.after(file, *receipt.records)
        self.files.held[file.number] = after
        return receipt
