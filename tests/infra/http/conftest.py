from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from infra.http.demo_issuer import DemoIssuer
from tests.infra.http.sample import client_of, issuer_in, sample_site, token_of


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
