"""What clients come for: persons who enrol and hand in documents, and some who are certified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from tests.infra.doors.visits import AGREEMENT, SCHEME, _to_the_assessment
from tests.infra.kills.clients import Errand

HANDLER, DECIDER = "m.bakker", "d.maker"
DECISIONS = ("grant-certificate", "send-decision")


class Errands:
    """Makes commands with keys of their own, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)

    def key(self) -> UUID:
        return UUID(int=self.rng.getrandbits(128), version=4)

    def opening(self, name: str, on: date) -> Errand:
        data = {"fullName": name, "born": "1980-02-29", "on": str(on)}
        body = {"scheme": SCHEME, "action": "open-file", "data": data}
        return Errand(self.key(), "/cases", body)

    def action(self, number: str, name: str, seen: int | None = None, **data: Any) -> Errand:
        body = {"action": name, "data": data}
        return Errand(self.key(), f"/cases/{number}/actions", body, seen)

    def agreement(self, number: str) -> Errand:
        return self.action(number, "submit-agreement", **AGREEMENT)

    def document(self, number: str, day: date, seen: int | None = None) -> Errand:
        """One of the commands that may be repeated: a document, with a few personal words."""
        about = f"document {self.rng.randrange(1000)}"
        data = {"kind": "membership", "dated": str(day), "about": about}
        return self.action(number, "upload-document", seen, **data)

    def to_suspension(self, number: str, name: str, on: date) -> Iterator[Errand]:
        """A certification of long ago, and a suspension that ran out: work for the clerk."""
        suspended = {
            "firstDay": str(on),
            "until": str(on + timedelta(days=30)),
            "ground": "framework-not-met",
            "reasons": "assessed",
        }
        steps: list[tuple[str, dict[str, Any]]] = [
            *_to_the_assessment(on, name),
            ("record-assessment", {"meets": True, "findings": "all in order"}),
            ("grant-certificate", {}),
            ("send-decision", {}),
            ("suspend", suspended),
        ]
        for name, data in steps:
            by = DECIDER if name in DECISIONS else HANDLER
            yield replace(self.action(number, name, on=str(on), **data), by=by)
