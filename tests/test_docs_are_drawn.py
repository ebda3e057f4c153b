"""The pages of docs/ that the code writes say what the code says."""

from infra.drawing.pages import differing, drawn
from infra.law_coverage import REPO


def test_the_drawn_pages_are_what_the_code_says() -> None:
    old = differing(drawn(REPO), REPO)
    assert not old, f"run griffie draw: {', '.join(old)}"
