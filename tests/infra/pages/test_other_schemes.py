"""The pages about a training centre: what is public of it, its terms, and its lists of lines."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from domain.schemes import all_schemes
from infra.http.pages.visitor import Persona
from infra.main import House
from tests.infra.doors.filed import filed
from tests.infra.doors.visits import Door
from tests.infra.pages.conftest import served, signed_in
from tests.infra.pages.test_pages import OVERFLOW, faults
from tests.schemes.ssvv_sogp.told import a_recognised_centre, given

OFFICE = Persona("SSVV", "decides", "s.bos", "SSVV", (("ssvv-sogp", "ssvv"),))
INSPECTOR = Persona(
    "Inspector",
    "reads",
    "i.jonker",
    "Inspection",
    (("lvv-certification", "regulator"), ("ssvv-sogp", "regulator")),
)


@pytest.fixture(scope="module")
def centre(door: Door) -> str:
    """The number of a centre that is recognised for two qualifications."""
    return filed(door, given(*a_recognised_centre), subject=77)


@pytest.fixture(scope="module")
def address(house: House, centre: str) -> Iterator[str]:
    with served(house, OFFICE, INSPECTOR) as address:
        yield address


@pytest.fixture
def at_the_office(page: Page) -> Page:
    return signed_in(page, "SSVV")


@pytest.fixture
def inspecting(page: Page) -> Page:
    """Signed in as somebody who reads the files of two schemes."""
    return signed_in(page, "Inspector")


def test_every_register_says_why_it_is_public_and_where_that_stands() -> None:
    for scheme in all_schemes().values():
        assert (scheme.made_public is not None) == bool(scheme.public_fields), scheme.id


def test_an_entry_of_a_centre_shows_what_its_own_scheme_makes_public(
    page: Page, centre: str
) -> None:
    page.goto(f"/register/{centre}-1?on=2025-08-01")
    shown = page.locator("main")
    expect(shown).to_contain_text("Qualification")
    expect(shown).to_contain_text("gm-1")
    expect(shown).to_contain_text("SSVV publishes the list of recognised centres")
    expect(shown.locator("cite").first).to_contain_text("5.2.5")
    for word in ("Date of birth", "Holder", "Certificate", "(29)"):
        expect(shown).not_to_contain_text(word)


def test_terms_that_differ_by_their_matter_only_are_one_row(
    at_the_office: Page, centre: str
) -> None:
    at_the_office.goto("/queue?on=2025-08-01")
    row = at_the_office.get_by_role("row").filter(has_text="enough is taught")
    expect(row).to_have_count(1)
    expect(row.get_by_text("2 matters")).to_be_visible()
    row.locator("summary").click()
    row.get_by_role("link", name="line-2").click()
    at_the_office.wait_for_url(f"**/cases/{centre}#fact-*")
    version = at_the_office.url.rpartition("-")[2]
    opened = at_the_office.locator(f"#fact-{version}")
    expect(opened).to_contain_text("Recognition granted")
    expect(opened).to_contain_text("line-2")


def test_who_reads_several_schemes_sees_each_of_them(inspecting: Page, centre: str) -> None:
    schemes = inspecting.get_by_role("navigation", name="Scheme")
    expect(schemes.locator("[aria-current]")).to_have_text("LVV registered confidential adviser")
    expect(inspecting.get_by_label("For whom")).not_to_contain_text("auditor")
    schemes.get_by_role("link", name="SOG-P training centres").click()
    inspecting.wait_for_url("**/queue?scheme=ssvv-sogp")
    inspecting.get_by_label("For whom").select_option("centre")
    inspecting.wait_for_url("**scheme=ssvv-sogp**forWhom=centre**")
    expect(inspecting.get_by_role("link", name=centre).first).to_be_visible()
    inspecting.goto("/cases")
    expect(inspecting.get_by_role("link", name=centre)).to_have_count(0)
    schemes.get_by_role("link", name="SOG-P training centres").click()
    inspecting.wait_for_url("**/cases?scheme=ssvv-sogp")
    expect(inspecting.get_by_role("link", name=centre)).to_be_visible()


def test_who_reads_one_scheme_is_asked_for_none(at_the_office: Page, centre: str) -> None:
    for place in ("/cases", "/queue?scheme=lvv-certification", "/cases?scheme=lvv-certification"):
        at_the_office.goto(place)
        expect(at_the_office.get_by_role("navigation", name="Scheme")).to_have_count(0)
    expect(at_the_office.get_by_role("link", name=centre)).to_be_visible()


def test_every_line_of_a_list_stands_by_itself(at_the_office: Page, centre: str) -> None:
    at_the_office.goto(f"/cases/{centre}")
    offer = at_the_office.locator("#case li").filter(has_text="Agreement offered")
    offer.locator("summary").click()
    lines = offer.locator("dl.facts li")
    assert [line.replace("\n", " ") for line in lines.all_inner_texts()] == [
        "location rotterdam, qualification gm-1",
        "location geleen, qualification fl-1",
    ]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_choice_of_a_scheme_is_accessible_and_fits(inspecting: Page, width: int) -> None:
    inspecting.set_viewport_size({"width": width, "height": 800})
    for place in ("/queue", "/cases?scheme=ssvv-sogp"):
        inspecting.goto(place)
        assert faults(inspecting) == [], place
        assert inspecting.evaluate(OVERFLOW) <= 0, place


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_a_centre_are_accessible_and_fit(
    at_the_office: Page, centre: str, width: int
) -> None:
    at_the_office.set_viewport_size({"width": width, "height": 800})
    for place in (
        f"/register/{centre}-1?on=2025-08-01",
        "/queue?on=2025-08-01",
        f"/cases/{centre}",
    ):
        at_the_office.goto(place)
        for opened in at_the_office.locator("details").all():
            opened.evaluate("one => one.open = true")
        assert faults(at_the_office) == [], place
        assert at_the_office.evaluate(OVERFLOW) <= 0, place
