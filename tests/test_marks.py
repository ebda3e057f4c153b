"""A mark that nothing backs fails its test, in words, whatever else the test does."""

import subprocess
import sys
from pathlib import Path

REPO = Path(__file__).parent.parent
MARKED = """
import pytest
from tests.seen import SEEN

pytestmark = pytest.mark.passes("R-25")

def test_that_shows_it() -> None:
    SEEN.add(("passes", "R-25"))

def test_that_shows_another() -> None:
    SEEN.add(("refuses", "R-25"))

def test_that_shows_nothing() -> None:
    pass

def test_that_fails_by_itself() -> None:
    assert SEEN, "its own failure"
"""


def test_a_mark_is_held_against_what_was_seen(tmp_path: Path) -> None:
    told = tmp_path / "test_marked.py"
    told.write_text(MARKED, encoding="utf-8")
    options = ["-q", "-W", "error", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", *options, str(told)]
    run = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    assert "is marked passes R-25, but showed [('refuses', 'R-25')]" in run.stdout
    assert "is marked passes R-25, but showed []" in run.stdout
    assert "AssertionError: its own failure" in run.stdout
    assert "3 failed, 1 passed" in run.stdout
