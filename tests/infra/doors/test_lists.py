"""The register, the queue and the lists: what is public, what is not, and as on which day."""

from datetime import date, timedelta

from icalendar import Calendar

from tests.infra.doors.visits import BODY, SCHEME, Door

ENTRIES = f"/schemes/{SCHEME}/register-entries"
PUBLIC = {
    "entry",
    "scheme",
    "type",
    "status",
    "day",
    "dayMeans",
    "since",
    "until",
    "name",
    "erased",
    "note",
    "more",
}


def test_the_register_needs_no_token_and_shows_what_is_public(door: Door) -> None:
    number = door.certified("Lies de Lange", born="1971-03-04")
    found = door.nobody().post(f"{ENTRIES}/_search", {"name": "lang"}).json()["items"]
    line = next(one for one in found if one["entry"] == f"{number}-1")
    assert set(line) == PUBLIC
    assert (line["status"], line["name"]) == ("valid", "Lies de Lange")
    entry = door.nobody().get(f"{ENTRIES}/{number}-1").json()
    assert set(entry) == PUBLIC | {"born", "under"}
    assert entry["born"] == "1971-03-04"


def test_the_register_reads_as_on_a_past_day(door: Door) -> None:
    number = door.certified("Mies Mulder")
    nobody, before = door.nobody(), door.today - timedelta(days=1)
    assert nobody.get(f"{ENTRIES}/{number}-1?on={before}").status_code == 404
    far = date(door.today.year + 5, 1, 1)
    assert nobody.get(f"{ENTRIES}/{number}-1?on={far}").status_code == 404


def test_names_are_looked_up_whatever_their_accents(door: Door) -> None:
    door.certified("Zoë Müller-Śmigły")
    for sought in ("zoe", "MULLER", "smigły", "zoe mul"):
        found = door.nobody().post(f"{ENTRIES}/_search", {"name": sought}).json()["items"]
        assert "Zoë Müller-Śmigły" in [one["name"] for one in found], sought


def test_pages_of_the_register_hold_every_entry_once(door: Door) -> None:
    for n in range(5):
        door.certified(f"Persoon Nummer {n}")
    seen: list[str] = []
    path = f"{ENTRIES}?limit=2"
    while path:
        page = door.nobody().get(path)
        seen += [one["entry"] for one in page.json()["items"]]
        following = page.json()["next"]
        path = f"{ENTRIES}?limit=2&cursor={following}" if following else ""
        assert ('rel="next"' in page.headers["Link"]) == bool(following)
    assert len(seen) == len(set(seen))
    assert sorted(seen) == seen


def test_changes_follow_the_record_and_name_nobody(door: Door) -> None:
    start = door.nobody().get(f"/schemes/{SCHEME}/register-changes?limit=100").json()["next"]
    number = door.certified("Nel Nieuw")
    path = f"/schemes/{SCHEME}/register-changes"
    changes = door.nobody().get(path + (f"?cursor={start}" if start else "")).json()
    mine = [c for c in changes["items"] if c["entry"] == f"{number}-1"]
    assert [(c["before"], c["after"]) for c in mine] == [(None, "valid")]
    assert "Nel" not in str(changes)


def test_the_register_as_a_sheet_defuses_formulas(door: Door) -> None:
    door.certified("=cmd|calc")
    sheet = door.nobody().get(f"{ENTRIES}?limit=100", {"Accept": "text/csv"})
    assert sheet.headers["Content-Type"].startswith("text/csv")
    assert sheet.text.startswith("\ufeffentry;scheme;type;status")
    assert "'=cmd|calc" in sheet.text


def test_the_queue_is_for_who_reads_the_files(door: Door) -> None:
    number = door.certified("Olga Oost")
    path = f"/deadlines?scheme={SCHEME}&case={number}&state=open"
    assert door.nobody().get(path).status_code == 401
    assert door.visit("x", "person").get(path).status_code == 403
    queue = door.visit("m.bakker", BODY).get(path).json()["items"]
    assert {term["term"] for term in queue} >= {"C-T04", "C-T05a"}
    assert all(term["case"] == number for term in queue)
    assert queue == sorted(queue, key=lambda term: term["due"])


def test_the_queue_is_a_calendar_too(door: Door) -> None:
    number = door.certified("Piet Paal")
    path = f"/deadlines?scheme={SCHEME}&case={number}"
    feed = door.visit("m.bakker", BODY).get(path, {"Accept": "text/calendar"})
    assert feed.headers["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(feed.content).walk("VEVENT")
    assert {str(event["uid"]).split(".")[0] for event in events} == {number}
    assert "Piet" not in feed.text


def test_an_unknown_state_or_scheme_says_what_would_be_right(door: Door) -> None:
    visit = door.visit("m.bakker", BODY)
    answer = visit.get(f"/deadlines?scheme={SCHEME}&state=late")
    assert answer.status_code == 400
    assert "running" in answer.text
    assert visit.get("/deadlines?scheme=no-such-scheme").status_code == 404
    assert visit.get("/deadlines").status_code == 400


def test_audits_worklist_notices_and_cases_tell_the_same_story(door: Door) -> None:
    number = door.opened("Quirine Quist")
    visit = door.visit("m.bakker", BODY)
    agreement = {
        "onStandardDocument": True,
        "filledIn": True,
        "signed": True,
        "namesCodeOfConduct": True,
        "function": "registered-confidential-adviser",
    }
    visit.ask(number, "submit-agreement", **agreement)
    door.catch_up()
    work = visit.get(f"/worklist?scheme={SCHEME}&case={number}").json()["items"]
    assert [one["forWhom"] for one in work] == ["person"]
    cases = visit.get(f"/cases?scheme={SCHEME}&standing=enrolled&limit=100").json()["items"]
    assert number in [one["number"] for one in cases]
    assert visit.get(f"/audits?scheme={SCHEME}&case={number}").json()["items"] == []
    certified = door.certified("Rik Roos")
    notices = visit.get(f"/notices?scheme={SCHEME}&case={certified}&sent=true").json()["items"]
    assert notices
    assert visit.get(f"/notices?scheme={SCHEME}&case={certified}&sent=false").json()["items"] == []


def test_lists_are_read_as_known_before(door: Door) -> None:
    number = door.certified("Saar Sap")
    visit = door.visit("m.bakker", BODY)
    facts = visit.get(f"/cases/{number}/facts?limit=100").json()["items"]
    opened_at = facts[0]["recordedAt"]
    now = visit.get(f"/deadlines?scheme={SCHEME}&case={number}").json()["items"]
    then = visit.get(f"/deadlines?scheme={SCHEME}&case={number}&knownAt={opened_at}").json()
    assert now
    assert then["items"] == []


def test_the_figures_tell_how_the_views_are(door: Door) -> None:
    door.opened()
    figures = door.client.get("/metrics").text
    assert 'griffie_view_set_aside_cases{view="register"} 0.0' in figures
    behind = [line for line in figures.splitlines() if line.startswith("griffie_view_behind")]
    assert behind
    assert any(not line.endswith(" 0.0") for line in behind)
    door.catch_up()
    figures = door.client.get("/metrics").text
    assert 'griffie_view_behind_facts{view="deadlines"} 0.0' in figures
