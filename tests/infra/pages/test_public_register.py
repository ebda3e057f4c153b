"""The page of the registers: found by title, one scheme at a time, in both languages, no more."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from domain.schemes import all_schemes
from infra.http.pages.rendering import HERE
from tests.infra.doors.filed import filed
from tests.infra.doors.visits import Door
from tests.infra.pages.test_pages import OVERFLOW, faults
from tests.schemes.lvv_accreditation.told import ACCREDITED
from tests.schemes.lvv_accreditation.told import given as a_training
from tests.schemes.ssvv_sogp.told import a_recognised_centre
from tests.schemes.ssvv_sogp.told import given as a_centre

ON = "2026-05-01"
TITLE, PROVIDER = "Dealing with a whistleblower", "Academy for Confidential Advice BV"
SOUGHT = "Name or title, or part of it"


@pytest.fixture(scope="module")
def training(door: Door, suspended: str) -> str:
    return filed(door, a_training(*ACCREDITED), 9101)


@pytest.fixture(scope="module")
def centre(door: Door, suspended: str) -> str:
    return filed(door, a_centre(*a_recognised_centre), 9102)


@pytest.mark.parametrize("sought", ["whistle", "academy conf"])
def test_a_training_is_found_by_its_title_and_by_its_provider(
    page: Page, training: str, sought: str
) -> None:
    page.goto(f"/?on={ON}")
    page.get_by_label(SOUGHT).press_sequentially(sought)
    expect(page.get_by_role("heading", name="1 entry")).to_be_visible()
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name=f"{training}-1"))
    expect(row).to_contain_text(TITLE)
    expect(row).to_contain_text(PROVIDER)
    assert "whistle" not in page.url


def test_a_centre_is_found_by_its_name_location_or_qualification(page: Page, centre: str) -> None:
    page.goto(f"/?on={ON}")
    page.get_by_label(SOUGHT).press_sequentially("veilig")
    expect(page.get_by_role("link", name=f"{centre}-1")).to_be_visible()


def test_one_register_is_shown_at_a_time_when_asked(
    page: Page, training: str, centre: str
) -> None:
    page.goto(f"/?on={ON}")
    expect(page.get_by_role("link", name=f"{centre}-1")).to_be_visible()
    page.get_by_label("Scheme").select_option("lvv-accreditation")
    expect(page.get_by_role("link", name=f"{centre}-1")).to_have_count(0)
    expect(page.get_by_role("link", name=f"{training}-1")).to_be_visible()


def test_an_entry_shows_what_its_scheme_makes_public_and_nothing_else(
    page: Page, training: str, centre: str
) -> None:
    page.goto(f"/register/{training}-1?on={ON}")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    assert page.locator("dt").all_inner_texts() == [
        "Status",
        "Holder",
        "Kind",
        "Certificate",
        "Points",
        "Form",
        "Last valid day",
    ]
    page.goto(f"/register/{centre}-1?on={ON}")
    assert "Date of birth" not in page.locator("dl").inner_text()
    assert "Holder" not in page.locator("dl").inner_text()


def test_in_dutch_the_words_are_those_of_the_text(
    browser: Browser, address: str, training: str, centre: str
) -> None:
    context = browser.new_context(base_url=address, locale="nl-NL")
    page = context.new_page()
    page.goto(f"/register/{training}-1?on={ON}")
    expect(page.locator(".status")).to_have_text("geaccrediteerd")
    expect(page.locator("dl")).to_contain_text("LVV-geaccrediteerde bij- en nascholing")
    expect(page.locator("dl")).to_contain_text("op locatie")
    page.goto(f"/?on={ON}&scheme=ssvv-sogp")
    expect(page.locator(".status").first).to_have_text("erkend")
    expect(page.locator("tbody")).to_contain_text("SOG-P-opleider")
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_registers_of_all_schemes_are_accessible_and_fit(
    page: Page, training: str, centre: str, lang: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/language/{lang}?back=/")
    for place in ("/", f"/register/{training}-1", f"/register/{centre}-1"):
        page.goto(f"{place}?on={ON}")
        assert faults(page) == [], place
        assert page.evaluate(OVERFLOW) <= 0, place


def test_the_cases_of_trainings_are_listed_by_title(door: Door, training: str) -> None:
    account = door.issuer.issue("h.mulder", {"lvv-accreditation": ["hobeon"]})
    door.client.cookies.set("griffie-token", account)
    assert f"<td>{TITLE}</td>" in door.client.get("/cases").text
    door.client.cookies.clear()
    answer = door.client.get(
        "/api/v1/cases?scheme=lvv-accreditation", headers={"Authorization": f"Bearer {account}"}
    )
    assert [one["title"] for one in answer.json()["items"]] == [TITLE]


def test_every_word_a_register_can_show_has_its_dutch() -> None:
    dutch = json.loads((HERE / "nl.json").read_text(encoding="utf-8"))
    labels = {one for scheme in all_schemes().values() for one in scheme.public_fields}
    assert labels - {"type", "status", "day", "name", "born"} - dutch.keys() == set()
