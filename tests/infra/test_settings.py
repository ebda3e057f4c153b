"""Production assumes nothing and says what is missing; a secret is never shown."""

from pathlib import Path

import pytest

from infra.settings import MASK, REQUIRED, Misconfigured, Settings, effective, load

KEK = "ab" * 32
COMPLETE = {
    "GRIFFIE_DSN": "postgresql://griffie:hush@db/griffie",
    "GRIFFIE_KEYS_DSN": "host=keys dbname=griffie_keys user=griffie_keys password=hush",
    "GRIFFIE_KEK": KEK,
    "GRIFFIE_OIDC_ISSUER": "https://login.example.nl/realms/griffie",
}


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"GRIFFIE_{name.upper()}", raising=False)


@pytest.fixture
def production(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in COMPLETE.items():
        monkeypatch.setenv(name, value)


def test_without_any_variable_it_is_production_and_every_lack_is_told() -> None:
    with pytest.raises(Misconfigured) as refused:
        load()
    lines = str(refused.value).splitlines()
    assert len(lines) == len(REQUIRED) == 4
    for name, line in zip(REQUIRED, lines, strict=True):
        assert line.startswith(f"GRIFFIE_{name.upper()} is not set; production needs ")


@pytest.mark.usefixtures("production")
def test_production_with_everything_starts() -> None:
    settings = load()
    assert (settings.mode, settings.port, settings.embedded) == ("production", 8000, False)


@pytest.mark.usefixtures("production")
@pytest.mark.parametrize(
    ("variable", "told"),
    [
        ("GRIFFIE_DSN", "GRIFFIE_DSN"),
        ("GRIFFIE_KEYS_DSN", "GRIFFIE_KEYS_DSN"),
        ("GRIFFIE_KEK", "GRIFFIE_KEK_FILE"),
        ("GRIFFIE_OIDC_ISSUER", "GRIFFIE_OIDC_ISSUER"),
    ],
)
@pytest.mark.parametrize("emptied", [True, False])
def test_production_misses_just_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, variable: str, told: str, emptied: bool
) -> None:
    if emptied:
        monkeypatch.setenv(variable, "")
    else:
        monkeypatch.delenv(variable)
    with pytest.raises(Misconfigured) as refused:
        load()
    assert str(refused.value).startswith(f"{told} is not set")
    assert "\n" not in str(refused.value)


@pytest.mark.usefixtures("production")
def test_a_kek_file_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRIFFIE_KEK")
    monkeypatch.setenv("GRIFFIE_KEK_FILE", "/run/secrets/kek")
    assert load().kek_file == Path("/run/secrets/kek")


@pytest.mark.usefixtures("production")
@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("GRIFFIE_KEK", "ab" * 16, "GRIFFIE_KEK is not 32 bytes in hex"),
        ("GRIFFIE_KEK_FILE", "/run/secrets/kek", "keep one of them"),
        ("GRIFFIE_PORT", "http", "GRIFFIE_PORT: "),
        ("GRIFFIE_PORT", "70000", "GRIFFIE_PORT: "),
        ("GRIFFIE_MODE", "prod", "GRIFFIE_MODE: .*'production', 'demo', 'dev' or 'test'"),
        ("GRIFFIE_POOL_SIZE", "1", "GRIFFIE_POOL_SIZE: .*greater than or equal to 2"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_right(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, told: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(Misconfigured, match=told) as refused:
        load()
    assert KEK not in str(refused.value)
    assert "ab" * 16 not in str(refused.value)


@pytest.mark.parametrize("mode", ["demo", "dev", "test"])
def test_outside_production_a_server_is_brought_along(
    monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setenv("GRIFFIE_MODE", mode)
    assert load().embedded


def test_half_a_pair_of_dsns_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRIFFIE_MODE", "dev")
    monkeypatch.setenv("GRIFFIE_DSN", "dbname=griffie")
    with pytest.raises(Misconfigured, match="set both or neither"):
        load()


@pytest.mark.usefixtures("production")
def test_secrets_and_passwords_are_masked() -> None:
    settings = load()
    shown = effective(settings)
    assert shown["GRIFFIE_KEK"] == MASK
    assert shown["GRIFFIE_KEK_FILE"] == ""
    assert shown["GRIFFIE_PORT"] == "8000"
    assert "host=db" in shown["GRIFFIE_DSN"]
    assert "hush" not in str(shown) + repr(settings)
    assert KEK not in str(shown) + repr(settings)


def test_a_dsn_that_cannot_be_read_is_masked_whole() -> None:
    settings = Settings(mode="dev", dsn="pass hush", keys_dsn="dbname=keys")
    assert effective(settings)["GRIFFIE_DSN"] == MASK


def test_every_command_in_the_mode_demo_is_about_the_record_of_the_demonstration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GRIFFIE_MODE", "demo")
    assert load().data_dir == Path(".data/demo")
    monkeypatch.setenv("GRIFFIE_DATA_DIR", "elsewhere")
    assert load().data_dir == Path("elsewhere")
    monkeypatch.delenv("GRIFFIE_DATA_DIR")
    monkeypatch.setenv("GRIFFIE_MODE", "test")
    assert load().data_dir == Path(".data")
