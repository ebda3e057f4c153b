"""The pages as people meet them: with a mouse, a keyboard only, a small screen, in the dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


def places(number: str) -> list[str]:
    return ["/", f"/register/{number}-1", "/queue", "/cases", f"/cases/{number}", "/sign-in"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible_and_fits(
    at_the_desk: Page, suspended: str, width: int, scheme: str
) -> None:
    at_the_desk.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    at_the_desk.set_viewport_size({"width": width, "height": 800})
    for place in places(suspended):
        at_the_desk.goto(place)
        for opened in at_the_desk.locator("details").all():
            opened.evaluate("one => one.open = true")
        assert faults(at_the_desk) == [], place
        assert at_the_desk.evaluate(OVERFLOW) <= 0, place


def test_the_register_is_searched_as_one_types_and_no_name_is_in_the_address(
    page: Page, suspended: str
) -> None:
    page.goto("/")
    page.get_by_label("Name or title, or part of it").press_sequentially("suurh")
    expect(page.get_by_role("link", name=f"{suspended}-1")).to_be_visible()
    expect(page.get_by_role("heading", name="1 entry")).to_be_visible()
    page.get_by_label("Name or title, or part of it").fill("nobody of this name")
    expect(page.get_by_text("Nothing was found")).to_be_visible()
    assert "suurh" not in page.url


def test_an_entry_is_read_on_another_day(page: Page, suspended: str) -> None:
    page.goto(f"/register/{suspended}-1")
    expect(page.locator(".status")).to_have_text("suspended")
    page.get_by_label("As it stood on").fill("2020-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", name="Not found")).to_be_visible()


def test_the_register_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False, locale="nl-NL")
    plain = context.new_page()
    plain.goto("/")
    plain.get_by_label("Naam of titel, of een deel ervan").fill("Groot")
    plain.get_by_role("button", name="Zoeken").click()
    expect(plain.get_by_text("Sanne Suurhoff-de Groot")).to_be_visible()
    context.close()


def test_the_desk_is_closed_to_who_is_not_signed_in(page: Page, suspended: str) -> None:
    for place in ("/queue", "/cases", f"/cases/{suspended}"):
        page.goto(place)
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_case_moves_through_time_by_keyboard(at_the_desk: Page, suspended: str) -> None:
    at_the_desk.goto(f"/cases/{suspended}")
    slider = at_the_desk.get_by_role("slider")
    last = int(slider.get_attribute("max") or "0")
    expect(at_the_desk.locator("aside .status").first).to_have_text("suspended")
    slider.focus()
    for _ in range(last - 1):
        slider.press("ArrowLeft")
    at_the_desk.wait_for_url("**version=1")
    expect(at_the_desk.locator("aside [role=status]")).to_contain_text("After fact 1")
    expect(at_the_desk.get_by_role("slider")).to_be_focused()
    assert at_the_desk.locator("li.future").count() == last - 1


def test_the_first_stop_of_the_keyboard_is_the_way_to_the_content(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_queue_is_filtered_and_keeps_its_address(at_the_desk: Page, suspended: str) -> None:
    at_the_desk.goto("/queue")
    at_the_desk.get_by_label("For whom").select_option("certification-body")
    at_the_desk.wait_for_url("**forWhom=certification-body**")
    expect(at_the_desk.get_by_role("link", name=suspended).first).to_be_visible()
    expect(at_the_desk.get_by_role("cell", name="the suspension ends").first).to_be_visible()


def test_both_languages_are_whole(at_the_desk: Page, suspended: str) -> None:
    at_the_desk.goto(f"/cases/{suspended}")
    at_the_desk.get_by_role("link", name="Nederlands").click()
    expect(at_the_desk.get_by_role("heading", name="Spoor")).to_be_visible()
    assert at_the_desk.locator("html").get_attribute("lang") == "nl"
    at_the_desk.get_by_role("link", name="English").click()
    expect(at_the_desk.get_by_role("heading", name="Trail")).to_be_visible()
