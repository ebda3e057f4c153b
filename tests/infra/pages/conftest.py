"""The pages in a real browser: Chromium, a live server, a house with a few cases."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from infra.http.house import site
from infra.http.pages.visitor import Persona
from infra.main import House
from tests.infra.doors.conftest import HANDLER, door, house
from tests.infra.doors.visits import BODY, Door

__all__ = ["door", "house"]
CHROMIUM = shutil.which("chromium")
NO_SUCH_PAGE = "Failed to load resource: the server responded with a status of 404"
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: the pages were not looked at")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def suspended(door: Door) -> str:
    """The number of a case with a certificate that was suspended today."""
    number = door.certified("Sanne Suurhoff-de Groot", born="1984-05-06")
    first = door.today
    answer = door.visit("m.bakker", BODY).ask(
        number,
        "suspend",
        firstDay=str(first),
        until=str(first + timedelta(days=90)),
        ground="framework-not-met",
        reasons="assessment of this spring",
    )
    assert answer.status_code == 201, answer.text
    assert door.visit("m.bakker", BODY).ask(number, "notify-suspension").status_code == 201
    door.catch_up()
    return number


@pytest.fixture(scope="module")
def address(house: House, suspended: str) -> Iterator[str]:
    """Where the site is served, with the case above in it."""
    with served(house, HANDLER) as address:
        yield address


@contextmanager
def served(house: House, *who: Persona) -> Iterator[str]:
    """The address of a live server, at which one may sign in as any of some."""
    config = uvicorn.Config(site(house, personas=who), port=0, log_config=None)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
        assert thread.is_alive(), "the server did not start"
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A page of somebody who is not signed in; what the console says fails the test."""
    context = browser.new_context(base_url=address, locale="en-GB")
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert [one for one in said if not one.startswith(NO_SUCH_PAGE)] == []


@pytest.fixture
def at_the_desk(page: Page) -> Page:
    """The same, signed in as a case handler."""
    return signed_in(page, "Case handler")


def signed_in(page: Page, name: str) -> Page:
    page.goto("/sign-in")
    page.get_by_role("button", name=name).click()
    page.wait_for_url("**/queue")
    return page
