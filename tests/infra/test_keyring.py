"""Personal values open for whom they were sealed, until their key is destroyed."""

import base64
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import errors
from psycopg_pool import ConnectionPool

from infra.settings import Misconfigured, Settings
from infra.store import keyring as module
from infra.store.canonical import canonical
from infra.store.kek import kek_of
from infra.store.keyring import CHANNEL, KeyDestroyed, Keyring, KeyUnknown
from infra.store.seals import SealBroken
from tests.infra.conftest import KEK, Database

ANNA = UUID("0b5d0b26-0000-4000-8000-00000000000a")
BRAM = UUID("0b5d0b26-0000-4000-8000-00000000000b")
PLACE = "7b8f7f6e-0000-4000-8000-000000000001|3"
VALUES = [
    "Anna Bakker",
    "1984-02-29",
    "",
    "ë\u0000 🌷",
    7,
    -1,
    True,
    None,
    [],
    {"b": [1], "a": {}},
]

Keyrings = Callable[[], Keyring]


def destroy(keyring: Keyring, *kept: str, person: UUID = ANNA) -> list[Any]:
    return keyring.destroy(person, kept or None, decided_in="file 12, fact 4", by="p.officer")


@pytest.mark.parametrize("value", VALUES)
def test_a_value_opens_as_it_was_sealed(keyring: Keyring, value: object) -> None:
    sealed = keyring.seal(ANNA, "identity", value, PLACE)
    assert keyring.open(json.loads(json.dumps(sealed)), PLACE) == value


def test_what_is_stored_names_the_person_by_id_only(keyring: Keyring) -> None:
    sealed = keyring.seal(ANNA, "identity", "Anna Bakker", PLACE)
    assert sealed.keys() == {"p", "k", "h", "e"}
    assert (sealed["p"], sealed["k"]) == (str(ANNA), "identity")
    assert b"Bakker" not in base64.b64decode(sealed["e"])


def test_the_same_value_sealed_twice_looks_different(keyring: Keyring) -> None:
    first, second = (keyring.seal(ANNA, "identity", "Anna", PLACE) for _ in range(2))
    assert first["h"] != second["h"]
    assert first["e"] != second["e"]


def test_a_disclosed_salt_and_value_prove_the_commitment(keyring: Keyring) -> None:
    sealed = keyring.seal(ANNA, "identity", {"name": "Anna", "born": "1984"}, PLACE)
    salt, value = keyring.disclose(sealed, PLACE)
    proof = sha256(salt + b'{"born":"1984","name":"Anna"}').digest()
    assert len(salt) == 16
    assert value == {"name": "Anna", "born": "1984"}
    assert base64.b64encode(proof).decode() == sealed["h"]


@pytest.mark.parametrize(
    "change",
    [
        {"p": str(BRAM)},
        {"k": "contact"},
        {"h": base64.b64encode(bytes(32)).decode()},
        {"h": "not base64"},
        {"e": base64.b64encode(bytes(60)).decode()},
        {"e": ""},
        {"p": "nobody"},
        {"e": None},
    ],
)
def test_a_changed_seal_does_not_open(keyring: Keyring, change: dict[str, Any]) -> None:
    keyring.seal(BRAM, "identity", "Bram", PLACE)
    keyring.seal(ANNA, "contact", "a@example.nl", PLACE)
    sealed = keyring.seal(ANNA, "identity", "Anna", PLACE)
    with pytest.raises(SealBroken):
        keyring.open(sealed | change, PLACE)


def test_a_value_moved_to_another_fact_does_not_open(keyring: Keyring) -> None:
    sealed = keyring.seal(ANNA, "identity", "Anna", PLACE)
    with pytest.raises(SealBroken, match="not sealed for elsewhere"):
        keyring.open(sealed, "elsewhere")


def test_what_was_opened_before_opens_nowhere_else(keyring: Keyring) -> None:
    sealed = keyring.seal(ANNA, "identity", "Anna", PLACE)
    assert keyring.open(sealed, PLACE) == "Anna"
    for change in ({"h": base64.b64encode(bytes(32)).decode()}, {"e": "AAAA"}):
        with pytest.raises(SealBroken):
            keyring.open(sealed | change, PLACE)
    with pytest.raises(SealBroken, match="not sealed for elsewhere"):
        keyring.open(sealed, "elsewhere")


@pytest.mark.parametrize("value", [1.5, b"bytes", {1: "a"}, ("a",), {"deep": [object()]}])
def test_a_value_without_one_spelling_is_refused(keyring: Keyring, value: object) -> None:
    with pytest.raises(TypeError):
        keyring.seal(ANNA, "identity", value, PLACE)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        canonical("\ud83c")


@pytest.mark.parametrize("kept", ["", "identity|x"])
def test_a_class_that_would_blur_the_binding_is_refused(
    keyring: Keyring, database: Database, kept: str
) -> None:
    with pytest.raises(ValueError, match="retention class"):
        keyring.seal(ANNA, kept, "Anna", PLACE)
    assert rows(database) == []


# Keys


def rows(database: Database) -> list[Any]:
    with psycopg.connect(database.keys) as connection:
        return connection.execute(
            "SELECT person, kept, wrapped FROM keys.person_key ORDER BY person, kept"
        ).fetchall()


def test_a_person_has_one_key_a_class_and_it_is_stored_wrapped(
    keyring: Keyring, database: Database
) -> None:
    for kept in ("identity", "contact", "identity"):
        keyring.seal(ANNA, kept, "Anna", PLACE)
    keys = rows(database)
    assert [kept for _, kept, _ in keys] == ["contact", "identity"]
    assert {len(wrapped) for _, _, wrapped in keys} == {40}  # RFC 3394: eight bytes more than 32


def test_processes_that_seal_at_once_use_one_key(keyrings: Keyrings) -> None:
    several = [keyrings() for _ in range(4)]
    ready = threading.Barrier(4)

    def seal(keyring: Keyring) -> dict[str, str]:
        ready.wait()
        return keyring.seal(ANNA, "identity", "Anna", PLACE)

    with ThreadPoolExecutor(4) as threads:
        sealed = list(threads.map(seal, several))
    assert {str(ring.open(each, PLACE)) for ring in several for each in sealed} == {"Anna"}


def test_another_process_opens_what_one_sealed(keyrings: Keyrings) -> None:
    sealed = keyrings().seal(ANNA, "identity", "Anna", PLACE)
    assert keyrings().open(sealed, PLACE) == "Anna"


def test_keys_fetched_together_need_no_database_after_that(
    keyrings: Keyrings, database: Database
) -> None:
    first = keyrings()
    sealed = [first.seal(person, "identity", "name", PLACE) for person in (ANNA, BRAM)]
    with ConnectionPool(database.keys, min_size=1, open=True) as pool:
        second = Keyring(pool, KEK)
        second.warm([ANNA, BRAM])
    assert [second.open(each, PLACE) for each in sealed] == ["name", "name"]


def test_memory_holds_a_bounded_number_of_keys(
    keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_IN_MEMORY", 3)
    sealed = [keyring.seal(ANNA, f"class-{number}", number, PLACE) for number in range(8)]
    assert len(keyring._held) == 3
    assert [keyring.open(each, PLACE) for each in sealed] == list(range(8))


def test_another_kek_is_noticed(keyring: Keyring, database: Database) -> None:
    sealed = keyring.seal(ANNA, "identity", "Anna", PLACE)
    with (
        ConnectionPool(database.keys, min_size=1, open=True) as pool,
        pytest.raises(Misconfigured, match="not the key that wrapped"),
    ):
        Keyring(pool, bytes(32)).open(sealed, PLACE)


def test_a_key_that_was_never_made_here_is_not_taken_for_an_erased_one(keyring: Keyring) -> None:
    sealed = keyring.seal(ANNA, "identity", "Anna", PLACE)
    with pytest.raises(KeyUnknown, match="GRIFFIE_KEYS_DSN"):
        keyring.open(sealed | {"k": "contact"}, PLACE)


# Destruction


def test_a_destroyed_key_opens_nothing_and_seals_nothing(keyring: Keyring) -> None:
    sealed = keyring.seal(ANNA, "identity", "Anna", PLACE)
    assert keyring.open(sealed, PLACE) == "Anna"
    destroy(keyring, "identity")
    with pytest.raises(KeyDestroyed, match="cannot be read"):
        keyring.open(sealed, PLACE)
    with pytest.raises(KeyDestroyed, match="nothing more may be recorded"):
        keyring.seal(ANNA, "identity", "Anna", PLACE)


def test_the_other_classes_and_other_people_stay(keyring: Keyring) -> None:
    contact = keyring.seal(ANNA, "contact", "a@example.nl", PLACE)
    other = keyring.seal(BRAM, "identity", "Bram", PLACE)
    keyring.seal(ANNA, "identity", "Anna", PLACE)
    destroy(keyring, "identity")
    assert keyring.open(contact, PLACE) == "a@example.nl"
    assert keyring.open(other, PLACE) == "Bram"


def test_no_classes_named_means_every_key_of_the_person(keyring: Keyring) -> None:
    for kept in ("identity", "contact"):
        keyring.seal(ANNA, kept, "Anna", PLACE)
    assert [receipt.kept for receipt in destroy(keyring)] == ["contact", "identity"]


def test_repeating_it_gives_the_first_receipt(keyring: Keyring) -> None:
    keyring.seal(ANNA, "identity", "Anna", PLACE)
    first = destroy(keyring, "identity")
    assert keyring.destroy(ANNA, ["identity"], decided_in="later", by="another") == first
    assert first[0].decided_in == "file 12, fact 4"


def test_a_class_without_a_key_is_closed_too(keyring: Keyring) -> None:
    assert [receipt.kept for receipt in destroy(keyring, "evidence")] == ["evidence"]
    with pytest.raises(KeyDestroyed):
        keyring.seal(ANNA, "evidence", "a diploma", PLACE)


def test_another_process_follows_within_a_minute(
    keyrings: Keyrings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = keyrings(), keyrings()
    sealed = first.seal(ANNA, "identity", "Anna", PLACE)
    assert second.open(sealed, PLACE) == "Anna"
    destroy(first, "identity")
    later = time.monotonic() + 61
    monkeypatch.setattr(time, "monotonic", lambda: later)
    with pytest.raises(KeyDestroyed):
        second.open(sealed, PLACE)


def test_another_process_is_told_and_forgets_at_once(
    keyrings: Keyrings, database: Database
) -> None:
    first, second = keyrings(), keyrings()
    sealed = first.seal(ANNA, "identity", "Anna", PLACE)
    second.open(sealed, PLACE)
    with psycopg.connect(database.keys, autocommit=True) as listener:
        listener.execute(f"LISTEN {CHANNEL}")
        destroy(first, "identity")
        (told,) = listener.notifies(timeout=30, stop_after=1)
    second.forget(UUID(told.payload))
    with pytest.raises(KeyDestroyed):
        second.open(sealed, PLACE)


def test_a_reader_that_was_late_does_not_bring_the_key_back(
    keyring: Keyring, database: Database
) -> None:
    sealed = keyring.seal(ANNA, "identity", "Anna", PLACE)
    ((_, _, wrapped),) = rows(database)
    destroy(keyring, "identity")
    keyring._hold((ANNA, "identity"), wrapped)
    with pytest.raises(KeyDestroyed):
        keyring.open(sealed, PLACE)


@pytest.mark.parametrize(("before", "after"), [(0, 0), (0, 1), (0, 100), (1, 1), (100, 0)])
def test_no_copy_of_the_key_stays_behind_in_the_table(
    keyring: Keyring, database: Database, before: int, after: int
) -> None:
    for number in range(before):
        keyring.seal(UUID(int=number), "identity", "somebody", PLACE)
    keyring.seal(ANNA, "identity", "Anna", PLACE)
    for number in range(after):
        keyring.seal(UUID(int=1000 + number), "identity", "somebody", PLACE)
    wrapped = next(key for person, _, key in rows(database) if person == ANNA)
    assert wrapped in table_bytes(database)
    destroy(keyring, "identity")
    assert wrapped not in table_bytes(database)
    assert wrapped[:16] not in table_bytes(database)


@pytest.mark.parametrize("step", [1, -1, 7])
@pytest.mark.parametrize("classes", [["identity"], ["identity", "contact", "evidence"]])
def test_no_copy_stays_behind_when_rows_were_moved_by_earlier_destructions(
    keyring: Keyring, database: Database, step: int, classes: list[str]
) -> None:
    people = [UUID(int=number) for number in range(23)]
    for person in people:
        for kept in classes:
            keyring.seal(person, kept, "somebody", PLACE)
    held = {(person, kept): wrapped for person, kept, wrapped in rows(database)}
    for number in range(22):
        person = people[number * step % 23]
        keyring.destroy(person, None, decided_in="4", by="p")
        pages = table_bytes(database)
        assert not [kept for kept in classes if held[person, kept][:16] in pages]


def test_a_snapshot_of_somebody_else_is_waited_for(keyring: Keyring, database: Database) -> None:
    keyring.seal(ANNA, "identity", "Anna", PLACE)
    ((_, _, wrapped),) = rows(database)
    with psycopg.connect(database.keys_owner) as other:
        other.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        other.execute("SELECT count(*) FROM keys.person_key")
        letting_go = threading.Timer(0.5, other.rollback)
        letting_go.start()
        destroy(keyring, "identity")
        letting_go.join()
    assert wrapped[:16] not in table_bytes(database)


def table_bytes(database: Database) -> bytes:
    with psycopg.connect(database.keys_owner, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        row = connection.execute(
            "SELECT pg_read_binary_file(pg_relation_filepath('keys.person_key'))"
        ).fetchone()
    assert row
    return bytes(row[0])


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE keys.person_key SET wrapped = 'x', destroyed_at = NULL, destroyed_by = NULL,"
        " decided_in = NULL",
        "UPDATE keys.person_key SET decided_in = 'elsewhere'",
        "DELETE FROM keys.person_key",
        "TRUNCATE keys.person_key",
    ],
)
def test_a_destroyed_key_cannot_be_put_back(
    keyring: Keyring, database: Database, attempt: str
) -> None:
    keyring.seal(ANNA, "identity", "Anna", PLACE)
    destroy(keyring)
    with (
        psycopg.connect(database.keys_owner) as connection,
        pytest.raises(errors.InsufficientPrivilege, match="never returns"),
    ):
        connection.execute(attempt)


def test_the_record_role_cannot_read_keys(database: Database) -> None:
    database.record  # noqa: B018 - makes sure that griffie_app exists
    with psycopg.connect(database.keys_owner) as connection:
        connection.execute("SET ROLE griffie_app")
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute("SELECT FROM keys.person_key")


# The key-encryption key


def test_outside_production_a_kek_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    settings = Settings(mode="demo", data_dir=tmp_path / "data")
    first = kek_of(settings)
    assert len(first) == 32
    assert kek_of(settings) == first
    assert (tmp_path / "data" / "kek").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["kek"]


def test_processes_that_start_together_read_the_same_kek(tmp_path: Path) -> None:
    code = (
        "import sys; from infra.settings import Settings; from infra.store.kek import kek_of;"
        "print(kek_of(Settings(mode='demo', data_dir=sys.argv[1])).hex())"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    assert len({process.communicate(timeout=60)[0] for process in started}) == 1


@pytest.mark.parametrize("content", ["", "ab" * 31, "not a key"])
def test_an_unfit_kek_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "kek"
    path.write_text(content)
    with pytest.raises(Misconfigured, match="32 bytes in hex"):
        kek_of(Settings(mode="dev", kek_file=path))


def test_a_kek_of_another_length_is_refused(keyring: Keyring) -> None:
    with pytest.raises(ValueError, match="32 bytes, this one is 16"):
        Keyring(keyring._pool, bytes(16))
