"""What the description allows is taken, what it does not allow is refused; nothing crashes."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import schemathesis
from hypothesis import settings
from hypothesis import strategies as st

from infra.http.cursors import cursor_of
from tests.infra.http.sample import COUNT, issuer_in, sample_site, token_of

# A cursor is opaque: no schema says which ones there are, so the test does.
schemathesis.openapi.format("cursor", st.integers(0, COUNT).map(lambda n: cursor_of(n)))

with TemporaryDirectory() as folder:
    ISSUER = issuer_in(Path(folder))
SCHEMA = schemathesis.openapi.from_asgi("/api/v1/openapi.json", sample_site(ISSUER))


@SCHEMA.parametrize()
@settings(max_examples=40, deadline=None)
def test_an_answer_is_as_described(case: Any) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {token_of(ISSUER)}"})
