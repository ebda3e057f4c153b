"""An answer is in a type the client takes, or it is 406."""

import pytest
from starlette.testclient import TestClient

from infra.http.negotiation import CSV, JSON, pick

LINES = "/api/v1/samples/A/lines"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/problem+json", JSON),
        ("text/csv", CSV),
        ("TEXT/CSV", CSV),
        ("text/*", CSV),
        ("text/csv, application/json", JSON),
        ("text/csv, application/json;q=0.5", CSV),
        ("application/json;q=0, */*", CSV),
        ("text/html, */*;q=0.8", JSON),
        ("text/csv;q=0.1, */*;q=0.2", JSON),
        ("text/html", None),
        ("*/*;q=0", None),
        ("application/json;q=0", None),
        ("application/json;q=high", None),
        ("application/json;q=nan", None),
        (",;,", None),
    ],
)
def test_the_best_of_what_is_offered(accept: str | None, chosen: str | None) -> None:
    assert pick(accept, [JSON, CSV]) == chosen


def test_a_route_with_two_types_gives_either(anyone: TestClient) -> None:
    assert anyone.get(LINES).json() == ["line"]
    assert anyone.get(LINES, headers={"Accept": CSV}).text == "line\n"


def test_a_refusal_names_what_is_offered(anyone: TestClient) -> None:
    answer = anyone.get(LINES, headers={"Accept": "text/html"})
    assert answer.status_code == 406
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] == "This address answers in application/json or text/csv."
    assert anyone.get("/api/v1/samples", headers={"Accept": CSV}).status_code == 406


def test_several_accept_headers_are_one_list(anyone: TestClient) -> None:
    headers = [("Accept", "text/html"), ("Accept", CSV)]
    assert anyone.get(LINES, headers=headers).text == "line\n"
