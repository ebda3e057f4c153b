"""The demo issuer keeps its key to itself, and is not there in production."""

import stat
from pathlib import Path

import pytest

from infra.http.demo_issuer import DemoIssuer


@pytest.mark.anyio
async def test_what_it_issues_is_taken(tmp_path: Path) -> None:
    issuer = DemoIssuer(tmp_path / "data", mode="demo")
    token = issuer.issue("u-1", {"lvv-certification": {"handler"}}, organisation="LVV", minutes=5)
    caller = await issuer.sign_in().caller(token)
    assert (caller.id, caller.organisation, caller.person) == ("u-1", "LVV", None)
    assert caller.roles_in("lvv-certification") == {"handler"}


@pytest.mark.anyio
async def test_its_key_stays_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    token = DemoIssuer(tmp_path, mode="dev").issue("u-1", {})
    (kept,) = tmp_path.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert (await DemoIssuer(tmp_path, mode="test").sign_in().caller(token)).id == "u-1"


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    DemoIssuer(tmp_path, mode="dev")
    (kept,) = tmp_path.iterdir()
    kept.chmod(0o644)
    with pytest.raises(RuntimeError, match="0600"):
        DemoIssuer(tmp_path, mode="dev")


@pytest.mark.parametrize("mode", ["production", "", "prod", "DEMO"])
def test_it_is_not_there_in_production(mode: str, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="GRIFFIE_OIDC_ISSUER"):
        DemoIssuer(tmp_path, mode=mode)
    assert list(tmp_path.iterdir()) == []


def test_its_key_set_holds_no_secret(issuer: DemoIssuer) -> None:
    (key,) = issuer.jwks["keys"]
    assert set(key) == {"kty", "crv", "x", "kid", "use", "alg"}
