"""A house to be attacked. All these tests run in one worker of xdist (--dist loadgroup): they
need the machine for themselves. Torture runs only when asked for by name: -m torture."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.infra.kills.staff import Staff, staff

HERE = Path(__file__).parent


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    ours = [item for item in items if item.path.is_relative_to(HERE)]
    for item in ours:
        item.add_marker(pytest.mark.xdist_group("kills"))
    if "torture" not in str(config.option.markexpr):
        tortures = [item for item in ours if item.get_closest_marker("torture")]
        items[:] = [item for item in items if item not in tortures]
        config.hook.pytest_deselected(items=tortures)


@pytest.fixture
def house(open_folder: Path, request: pytest.FixtureRequest) -> Iterator[Staff]:
    """A PostgreSQL of the test's own, with nobody at work yet."""
    folder = open_folder / f"kills-{abs(hash(request.node.nodeid)) % 10**8}"
    folder.mkdir(mode=0o755)
    with staff(folder) as made:
        yield made
    shutil.rmtree(folder)
