from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from starlette.testclient import TestClient

from infra.http import access_tokens, jwks, observability, request_line
from infra.http.demo_issuer import DemoIssuer
from tests.infra.http.sample import client_of, issuer_in, sample_site, token_of


@pytest.fixture(autouse=True)
def _fresh_loggers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A logger of a configured process is kept from then on, and `capture_logs` passes it by."""
    structlog.reset_defaults()
    for module in (access_tokens, jwks, observability, request_line):
        monkeypatch.setattr(module, "_log", structlog.get_logger())


@pytest.fixture(scope="session")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> DemoIssuer:
    folder: Path = tmp_path_factory.mktemp("issuer")
    return issuer_in(folder)


@pytest.fixture
def anyone(issuer: DemoIssuer) -> Iterator[TestClient]:
    """Nobody in particular, at the door of the sample site."""
    with client_of(sample_site(issuer)) as client:
        yield client


@pytest.fixture
def someone(issuer: DemoIssuer) -> Iterator[TestClient]:
    """Somebody signed in."""
    with client_of(sample_site(issuer), token_of(issuer)) as client:
        yield client
