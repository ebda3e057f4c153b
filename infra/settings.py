"""Every setting, read once from the environment (GRIFFIE_...)."""

import base64
import binascii
from pathlib import Path
from typing import Literal, Self

from psycopg.conninfo import conninfo_to_dict, make_conninfo
from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "GRIFFIE_"
MASK = "********"
SOURCE = r"^urn:nld:(oin:\d{20}|kvknr:\d{8}):systeem:[a-z0-9-]+$"
"""Who a CloudEvent is from, by the NL GOV profile: an organisation, and its system."""

# What production cannot run without, and what would be right.
REQUIRED = {
    "dsn": "the record, such as postgresql://griffie@db/griffie?sslmode=verify-full",
    "keys_dsn": "the keys of personal data, in a database of their own, such as "
    "postgresql://griffie_keys@keys/griffie_keys?sslmode=verify-full",
    "kek_file": "a file with the 32 bytes that wrap those keys, in hex or base64 "
    "(or GRIFFIE_KEK with the value itself)",
    "oidc_issuer": "who signs the access tokens, such as https://login.example.nl/realms/griffie",
}


class Misconfigured(Exception):
    """The settings do not allow a start; the message names each variable and what is right."""


def _folder(given: dict[str, object]) -> Path:
    """Where the demonstration keeps its record, and where everybody else does."""
    return Path(".data/demo") if given.get("mode") == "demo" else Path(".data")


class Settings(BaseSettings):
    """How this process runs. Without GRIFFIE_MODE it is production, and nothing is assumed.

    Raises Misconfigured when production lacks what REQUIRED names, or when the KEK is unfit.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, frozen=True, hide_input_in_errors=True
    )

    mode: Literal["production", "demo", "dev", "test"] = "production"
    dsn: str | None = Field(default=None, repr=False)
    keys_dsn: str | None = Field(default=None, repr=False)
    kek: SecretStr | None = None
    kek_file: Path | None = None
    data_dir: Path = Field(default_factory=_folder)
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    pool_size: int = Field(default=8, ge=2, le=100)
    oidc_issuer: str | None = None
    oidc_audience: str = "griffie"
    oidc_jwks_url: str | None = None
    pg_bin: Path | None = None
    log_json: bool = False
    public_url: str = "http://127.0.0.1:8000"
    kafka_servers: str | None = Field(default=None, pattern=r"^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$")
    kafka_source: str | None = Field(default=None, pattern=SOURCE)
    kafka_prefix: str = Field(default="griffie", pattern=r"^[a-z0-9][a-z0-9.-]{0,99}$")
    kafka_mode: Literal["binary", "structured"] = "binary"
    kafka_replicas: int = Field(default=3, ge=1, le=9)
    kafka_security: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    kafka_sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = "SCRAM-SHA-512"
    kafka_user: str | None = None
    kafka_password: SecretStr | None = None
    kafka_ca_file: Path | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        wrong = [] if self.mode != "production" else self._missing()
        if self.kek and self.kek_file:
            wrong.append("GRIFFIE_KEK and GRIFFIE_KEK_FILE are both set; keep one of them")
        if self.mode != "production" and (self.dsn is None) != (self.keys_dsn is None):
            wrong.append("GRIFFIE_DSN and GRIFFIE_KEYS_DSN go together; set both or neither")
        if self.kek:
            try:
                read_kek(self.kek.get_secret_value())
            except ValueError as reason:
                wrong.append(f"GRIFFIE_KEK {reason}")
        if wrong:
            raise Misconfigured("\n".join(wrong))
        return self

    def _missing(self) -> list[str]:
        given = {name for name in REQUIRED if getattr(self, name)}
        if self.kek:
            given.add("kek_file")
        return [
            f"{PREFIX}{name.upper()} is not set; production needs {what}"
            for name, what in REQUIRED.items()
            if name not in given
        ]

    @property
    def embedded(self) -> bool:
        """Whether this process brings its own PostgreSQL: no DSN is given, and the mode allows."""
        return self.dsn is None and self.mode != "production"


def load() -> Settings:
    """The settings of this process. Raises Misconfigured, one line a variable."""
    try:
        return Settings()
    except ValidationError as refused:
        lines = [
            f"{PREFIX}{str(error['loc'][0]).upper()}: {error['msg']}"
            for error in refused.errors(include_input=False, include_url=False)
        ]
        raise Misconfigured("\n".join(lines)) from None


def effective(settings: Settings) -> dict[str, str]:
    """Variable name to value as in force, with secrets and passwords masked."""
    return {
        PREFIX + name.upper(): _shown(name, getattr(settings, name))
        for name in type(settings).model_fields
    }


def read_kek(text: str) -> bytes:
    """The 32 bytes of a key-encryption key, from hex or base64. Raises ValueError."""
    text = text.strip()
    for decode in (bytes.fromhex, lambda coded: base64.b64decode(coded, validate=True)):
        try:
            key = decode(text)
        except (ValueError, binascii.Error):
            continue
        if len(key) == 32:
            return key
    raise ValueError("is not 32 bytes in hex (64 characters) or base64 (44 characters)")


def _shown(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, SecretStr):
        return MASK
    if name.endswith("dsn"):
        return _without_password(str(value))
    return str(value)


def _without_password(dsn: str) -> str:
    """Fail closed: a DSN that cannot be parsed is masked whole."""
    try:
        parts = conninfo_to_dict(dsn)
    except Exception:
        return MASK
    secrets = ("password", "sslpassword")
    return make_conninfo("", **{key: MASK if key in secrets else parts[key] for key in parts})
