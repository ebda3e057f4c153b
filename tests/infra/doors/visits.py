"""Coming in at the door: each visitor has a token, each POST a key of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4  # noqa: TID251  tests come in through the door

from starlette.testclient import TestClient

from infra.http.demo_issuer import DemoIssuer
from infra.main import House
from infra.worker import Worker

SCHEME = "lvv-certification"
BODY, MANAGER, BOARD = "certification-body", "certification-manager", "lvv-board"
Json = dict[str, Any]
AGREEMENT: Json = {
    "onStandardDocument": True,
    "filledIn": True,
    "signed": True,
    "namesCodeOfConduct": True,
    "function": "registered-confidential-adviser",
}


@dataclass
class Visit:
    """Somebody at the door, or nobody in particular when there is no token."""

    client: TestClient
    token: str | None = None

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Any:
        return self.client.get(f"/api/v1{path}", headers=self._with(headers))

    def post(
        self,
        path: str,
        body: Json,
        key: UUID | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        sent = {"Idempotency-Key": str(key or uuid4()), **(headers or {})}
        return self.client.post(f"/api/v1{path}", json=body, headers=self._with(sent))

    def ask(self, number: str, action: str, **data: Any) -> Any:
        return self.post(f"/cases/{number}/actions", {"action": action, "data": data})

    def _with(self, headers: Mapping[str, str] | None) -> dict[str, str]:
        sent = dict(headers or {})
        return sent if self.token is None else {"Authorization": f"Bearer {self.token}", **sent}


@dataclass
class Door:
    """A site over a house of its own, and whom to come in as."""

    client: TestClient
    house: House
    issuer: DemoIssuer
    worker: Worker

    def visit(self, account: str, *roles: str, person: UUID | None = None) -> Visit:
        granted = {SCHEME: list(roles)} if roles else {}
        return Visit(self.client, self.issuer.issue(account, granted, person=person))

    def nobody(self) -> Visit:
        return Visit(self.client)

    @property
    def today(self) -> date:
        return self.house.today()

    def catch_up(self) -> None:
        """Every view has seen every fact."""
        self.worker.run_once()

    def opened(self, name: str = "Johanna de Wit", born: str = "1980-02-29") -> str:
        """The number of a new file."""
        asked = {
            "scheme": SCHEME,
            "action": "open-file",
            "data": {"fullName": name, "born": born},
        }
        answer = self.visit("m.bakker", BODY).post("/cases", asked)
        assert answer.status_code == 201, answer.text
        number: str = answer.json()["number"]
        return number

    def certified(self, name: str = "Johanna de Wit", born: str = "1980-02-29") -> str:
        """The number of a file with a certificate, its decision sent today."""
        number = self.opened(name, born)
        asks = self.visit("a.person", "person", BODY)
        for action, data in _to_the_assessment(self.today, name):
            self._asked(asks, number, action, data)
        assessed = {"meets": True, "findings": "all in order"}
        self._asked(asks, number, "record-assessment", assessed)
        decides = self.visit("d.maker", BODY)
        self._asked(decides, number, "grant-certificate", {})
        self._asked(decides, number, "send-decision", {})
        self.catch_up()
        return number

    def _asked(self, visit: Visit, number: str, action: str, data: Json) -> None:
        answer = visit.ask(number, action, **data)
        assert answer.status_code == 201, f"{action}: {answer.text}"


def _to_the_assessment(today: date, name: str) -> list[tuple[str, Json]]:
    """From enrolment to a complete file in review, all on one day."""
    kinds: list[Json] = [
        {"kind": "vog", "screeningProfile": 75, "nameOnIt": name},
        {"kind": "exam-diploma"},
        {"kind": "basic-course"},
        {"kind": "membership"},
    ]
    usable = {"separatePdf": True, "upright": True, "legible": True, "language": "nl"}
    steps: list[tuple[str, Json]] = [("submit-agreement", AGREEMENT)]
    steps += [("upload-document", {"dated": str(today), **kind}) for kind in kinds]
    steps += [("apply-for-assessment", {"declaresConduct": True}), ("start-pre-check", {})]
    steps += [("judge-document", {"document": n, **usable}) for n in range(1, len(kinds) + 1)]
    return [*steps, ("accept-dossier", {})]
