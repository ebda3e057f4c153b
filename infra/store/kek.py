"""The key that wraps the keys of persons: as it is set, or made here outside production."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from infra.settings import Misconfigured, Settings, read_kek


def kek_of(settings: Settings) -> bytes:
    """The key-encryption key as set; outside production one is made in data_dir, for its owner.

    Raises Misconfigured.
    """
    if settings.kek:
        return read_kek(settings.kek.get_secret_value())
    path = settings.kek_file
    if path is None:
        if settings.mode == "production":
            raise Misconfigured("GRIFFIE_KEK_FILE is not set; production makes no key by itself")
        path = _made(settings.data_dir / "kek")
    try:
        return read_kek(path.read_text())
    except (OSError, ValueError) as reason:
        raise Misconfigured(f"GRIFFIE_KEK_FILE {path}: {reason}") from None


def _made(path: Path) -> Path:
    """Whole or not at all, and once: two processes that start together read the same key."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return path
    finally:
        draft.unlink()
    return path
