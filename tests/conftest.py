"""A test that claims to show a rule must show it: marks are held against what was seen."""

from collections.abc import Generator

import pytest

from tests.seen import SEEN


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fails a test marked ``passes("R-25")`` in which R-25 was never weighed and held."""
    SEEN.clear()
    result = yield
    claimed = {
        (mark.name, cited)
        for name in ("passes", "refuses")
        for mark in item.iter_markers(name)
        for cited in mark.args
    }
    if missing := claimed - SEEN:
        shown = ", ".join(f"{name} {cited}" for name, cited in sorted(missing))
        pytest.fail(f"the test is marked {shown}, but showed {sorted(SEEN)}", pytrace=False)
    return result
