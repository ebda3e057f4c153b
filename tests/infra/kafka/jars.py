"""Apache Kafka's published jars: fetched once by Maven, and never run unless each is the one
that jars.sha256 names."""

from __future__ import annotations

import fcntl
import re
import shutil
import subprocess
from hashlib import file_digest
from pathlib import Path

HERE = Path(__file__).parent
CHECKOUT = HERE.parents[2]
CACHE = CHECKOUT / ".cache" / "kafka-jars"
NEEDED_JAVA = 17
FETCHING = 300.0  # seconds; some fifty megabytes


class NoJars(Exception):
    """Apache Kafka can't be run here; the message says what is missing."""


def jars() -> Path:
    """The folder with the jars, checked. Raises NoJars."""
    _assert_tools()
    CACHE.parent.mkdir(exist_ok=True)
    with CACHE.with_name("kafka-jars.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not CACHE.exists():
            _fetch()
        _assert_pinned(CACHE)
    return CACHE


def _assert_tools() -> None:
    for tool in ("java", "mvn"):
        if shutil.which(tool) is None:
            raise NoJars(f"there is no {tool} here; install Java {NEEDED_JAVA} and Maven")
    told = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False)
    found = re.search(r'version "(\d+)', told.stderr)
    if found is None or int(found[1]) < NEEDED_JAVA:
        raise NoJars(f"Java {NEEDED_JAVA} or later is needed; {told.stderr.partition(chr(10))[0]}")


def _fetch() -> None:
    """Into a scratch folder, moved to its place when it is whole and right."""
    scratch = CACHE.with_name("kafka-jars.new")
    shutil.rmtree(scratch, ignore_errors=True)
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={scratch / 'jars'}"]
    options = ["-q", "-B", "-f", str(HERE / "pom.xml"), f"-Dmaven.repo.local={scratch / 'maven'}"]
    try:
        fetched = subprocess.run(
            ["mvn", *options, *goal], capture_output=True, text=True, timeout=FETCHING, check=False
        )
        if fetched.returncode:
            wrong = (fetched.stdout + fetched.stderr).strip().splitlines()
            raise NoJars(f"Maven could not fetch the jars: {' '.join(wrong[:2])}")
        _assert_pinned(scratch / "jars")
        (scratch / "jars").rename(CACHE)
    except subprocess.TimeoutExpired:
        raise NoJars(f"Maven did not fetch the jars in {FETCHING:.0f} seconds") from None
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _assert_pinned(folder: Path) -> None:
    """Neither a jar too few, nor one too many, nor another."""
    lines = (HERE / "jars.sha256").read_text().splitlines()
    pinned = {name: digest for digest, name in (line.split() for line in lines)}
    found = {}
    for path in folder.iterdir():
        with path.open("rb") as file:
            found[path.name] = file_digest(file, "sha256").hexdigest()
    if wrong := sorted(name for name, _ in pinned.items() ^ found.items()):
        raise AssertionError(
            f"{folder} differs from jars.sha256 in {', '.join(dict.fromkeys(wrong))}; "
            "if that is meant, write the file anew with sha256sum"
        )
