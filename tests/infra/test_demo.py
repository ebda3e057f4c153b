"""The told years: every ending is in them, told once; a telling that was killed goes on."""

import os
import signal
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.request import urlopen

import pytest

from domain.fact import Actor, Recorded
from domain.schemes import all_schemes
from domain.schemes.lvv_certification.record.application import FileOpened
from infra.clock import today_in_amsterdam
from infra.demo.cast import account_of, members, schemes_told
from infra.demo.parts import parts
from infra.demo.plan import last_tuesday, opening_id, planned
from infra.demo.telling import AnotherRecord, Year, tell
from infra.main import opened
from infra.scenarios.stage import Stage, subject_of
from infra.settings import Settings
from infra.store.embedded.processes import processes_in
from infra.store.memory import KeysInMemory, RecorderInMemory
from infra.store.record import Record
from infra.store.recorder import FactRecorder
from infra.store.views.reading import Views
from tests.infra.told_years import KeysDestroyedOnce, years_told

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the embedded server is Linux only"),
    pytest.mark.xdist_group("demo"),
]
SCHEME = "lvv-certification"
NOW = datetime(2026, 9, 17, 10, tzinfo=UTC)
LATER = NOW + timedelta(days=9)
PATIENCE = 120.0  # seconds
STEPS = sum(
    len(part.script.steps)
    for one in schemes_told()
    for part in parts(one, last_tuesday(NOW.date()))
)
KILLED_AFTER = STEPS - 800

TELL = """
import sys
from datetime import datetime
from pathlib import Path
from infra.demo.telling import tell
from infra.main import opened
from infra.settings import Settings

now = datetime.fromisoformat(sys.argv[2])
with opened(Settings(mode="test", data_dir=Path(sys.argv[1])), lambda: now) as house:
    tell(house, lambda done, of: print(done, flush=True))
"""
DEMO = """
import typer
from infra.cli.demo import demo

app = typer.Typer()
app.command()(demo)
app()
"""

ENDINGS = {
    "certified": ["certificate-granted", "register-entry-published"],
    "supplemented": ["found-incomplete", "supplemented", "certificate-granted"],
    "term-overrun": ["rejected-for-term-overrun"],
    "rejected": ["application-rejected", "decision-sent"],
    "objection-refused": ["objection-refused"],
    "objection-rejected": ["objection-rejected"],
    "objection-upheld": ["objection-upheld", "reassessment-started", "certificate-granted"],
    "appeal-late": ["appeal-refused"],
    "appeal-dismissed": ["appeal-dismissed", "opinion-received"],
    "appeal-upheld": ["appeal-upheld", "reassessment-ordered", "certificate-granted"],
    "appeal-completed": ["appeal-completion-asked", "appeal-completed"],
    "remedied": ["remedial-period-granted", "suspension-averted"],
    "lifted": ["certificate-suspended", "suspension-lifted", "lifting-notified"],
    "lifted-late": ["withdrawal-procedure-opened", "suspension-lifted"],
    "extended-lifted": ["suspension-extended", "suspension-lifted"],
    "ran-out-withdrawn": ["withdrawal-procedure-opened", "certificate-withdrawn"],
    "withdrawn-for-fraud": ["certificate-withdrawn", "withdrawal-notified"],
    "withdrawn-on-request": ["withdrawal-requested", "certificate-withdrawn"],
    "agreement-ended": ["withdrawal-requested", "certificate-withdrawn"],
    "suspension-revoked": ["objection-upheld", "decision-retaken"],
    "renewed": ["certificate-renewed", "certificate-succeeded"],
    "renewed-with-a-cut": ["certificate-renewed"],
    "short-of-hours": ["application-rejected", "certificate-expired"],
    "locked-out": ["recertification-requested-too-late", "lockout-started"],
    "lock-out-ended": ["lockout-started", "lockout-ended"],
    "expired": ["certificate-expired"],
    "equivalent-bmw": ["certificate-granted"],
    "equivalent-mw": ["certificate-granted"],
    "education-under-way": [
        "pe-activity-accepted",
        "pe-activity-rejected",
        "pe-activity-duplicate-rejected",
    ],
    "erased": ["person.erasure-ordered", "person.erased"],
    "own-file-lately": [
        "framework-reviewed",
        "listing-granted",
        "listing-refused",
        "scheme.setting-decided",
        "signal-collected",
    ],
}
STILL_OPEN = {
    "enrolled": "agreement-submitted",
    "requested": "assessment-requested",
    "in-pre-check": "document-judged",
    "incomplete": "found-incomplete",
    "supplement-overdue": "found-incomplete",
    "in-review": "dossier-accepted",
    "assessed": "assessment-recorded",
    "under-remedy": "remedial-period-granted",
    "measures-shown": "measures-submitted",
    "extended": "suspension-extended",
    "withdrawal-procedure": "withdrawal-procedure-opened",
    "objection-handled": "objection-handler-assigned",
    "appeal-investigated": "questions-asked",
    "recertification-in-review": "dossier-accepted",
    "window-open": "recertification-window-opened",
}
"""Stories that end in an open state, each with the last fact on record."""

LONG_RUN = [
    pytest.param(date.fromisoformat(day), marks=pytest.mark.torture)
    for day in ("2026-12-29", "2028-02-29", "2028-03-01", "2029-05-10")
]
"""Days told up to that the others do not hold more of: told in the long run only."""

Trails = dict[str, tuple[Recorded, ...]]


@pytest.fixture(scope="module")
def trails() -> Trails:
    """Told at once in memory, by a telling that was not disturbed."""
    return _trails(years_told(NOW).record)


@pytest.fixture(scope="module")
def gone_on_with(open_folder: Path) -> Path:
    """Told by a process that was killed, and by another that went on days later; the folder."""
    folder = open_folder / "told-in-two"
    command = [sys.executable, "-c", TELL, str(folder), NOW.isoformat()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == str(KILLED_AFTER):
                process.kill()
                break
    assert process.returncode == -signal.SIGKILL
    with opened(_settings(folder), lambda: LATER) as house:
        before = house.record.recorder.max_notification_id()
        assert before is not None
        assert before >= KILLED_AFTER / 2
        assert 0 < tell(house) < STEPS / 2
    return folder


def _settings(folder: Path) -> Settings:
    return Settings(mode="test", data_dir=folder)


def _trails(record: Record) -> Trails:
    """The trail of every case, by story and number of the member who has it."""
    scheme = all_schemes()[SCHEME]
    trails = {}
    for n, member in enumerate(members(SCHEME), start=1):
        kind = "person" if member.name else scheme.own_file
        file = record.file(subject_of(scheme, account_of(SCHEME, n), kind).number)
        trails[f"{member.story} {n}"] = file.trail
    return trails


def _stored(trails: Trails, story: str) -> list[list[str]]:
    """The names of the facts in each file that has this story."""
    return [
        [record.fact.stored_as.removeprefix(f"{SCHEME}.") for record in trail]
        for name, trail in trails.items()
        if name.rpartition(" ")[0] == story
    ]


@pytest.mark.parametrize("story", ENDINGS)
def test_every_ending_is_told(trails: Trails, story: str) -> None:
    files = _stored(trails, story)
    assert files
    for stored in files:
        assert set(ENDINGS[story]) <= set(stored)


@pytest.mark.parametrize("story", STILL_OPEN)
def test_every_open_state_is_told(trails: Trails, story: str) -> None:
    for stored in _stored(trails, story):
        assert stored[-1] == STILL_OPEN[story]
    assert _stored(trails, story)


def test_what_an_ending_says_is_on_record(trails: Trails) -> None:
    """A lifting that came late has a remark; education over its limit was weighed and cut."""
    lifting = [r.fact for r in trails["lifted-late 20"] if r.fact.remarks]
    assert [one.stored_as for one in lifting] == [f"{SCHEME}.suspension-lifted"]
    renewal = [r for r in trails["renewed-with-a-cut 29"] if r.checks]
    cut = [c.given["cut"] for r in renewal for c in r.checks if c.rule == "R-22" and not c.holds]
    assert cut == [8]


def test_all_grounds_of_a_suspension_are_told(trails: Trails) -> None:
    places = {
        record.fact.basis.at
        for trail in trails.values()
        for record in trail
        if record.fact.stored_as == f"{SCHEME}.certificate-suspended"
    }
    assert places == {"27(a)", "27(b)", "27(c)", "27(d)"}


def test_there_are_many_persons_and_each_has_a_file_of_his_own(trails: Trails) -> None:
    people = [member for member in members(SCHEME) if member.name]
    assert len(people) >= 44
    assert len({member.name for member in people}) == len(people)
    assert len({trail[0].person for trail in trails.values()}) == len(people) + 1


def test_most_of_it_happened_in_the_last_year(trails: Trails) -> None:
    """Of every file something did, but of those that are there for their end."""
    for name, trail in trails.items():
        months = (NOW.date() - trail[-1].fact.on).days / 30
        assert months < 13, name


def test_who_asked_for_it_is_erased_on_record(trails: Trails) -> None:
    [trail] = [trail for name, trail in trails.items() if name.startswith("erased ")]
    enrolled = trail[0].fact
    assert isinstance(enrolled, FileOpened)
    assert enrolled.name.erased
    assert enrolled.born.erased


def test_the_first_of_it_all_is_the_opening_of_a_schemes_own_file() -> None:
    """By that the years on record are known again, with the day they were told up to."""
    for day in (NOW.date(), date(2029, 5, 8)):
        plan = planned(schemes_told(), last_tuesday(day))
        assert plan[0].id in {opening_id(scheme) for scheme in schemes_told()}
        firsts = {scheme: opening_id(scheme) for scheme in schemes_told()}
        for one in plan:
            assert firsts.pop(one.part.scheme, one.id) == one.id


@pytest.mark.parametrize("day", [NOW.date(), date(2027, 1, 6), *LONG_RUN])
def test_the_year_can_be_told_on_any_day(day: date) -> None:
    """Every step comes out as its story says, over month ends, leap days and holidays too."""
    told = years_told(datetime.combine(day, NOW.timetz()))
    stories = [parts(one, last_tuesday(day)) for one in schemes_told()]
    steps = sum(len(part.script.steps) for of_scheme in stories for part in of_scheme)
    assert told.steps == steps > 3000
    [(decided_in, by)] = told.keys.receipts
    assert "fact" in decided_in
    assert by == "clerk"


def test_a_record_of_other_cases_is_left_alone() -> None:
    recorder = RecorderInMemory()
    stage = Stage(
        all_schemes()[SCHEME],
        {"somebody": "person"},
        NOW.date(),
        lambda clock: Record(recorder, KeysInMemory(), clock, today_in_amsterdam),
    )
    by = Actor(id="somebody", role="person")
    stage.ask("somebody", by, "open-file", {"full_name": "A. Nybody", "born": "1980-02-29"})
    with pytest.raises(AnotherRecord, match="other cases"):
        Year(recorder, KeysDestroyedOnce(), NOW)


def test_a_telling_that_was_killed_goes_on_to_the_same_record(
    trails: Trails, gone_on_with: Path
) -> None:
    with opened(_settings(gone_on_with), lambda: LATER) as house:
        on_disk = _trails(house.record)
        assert on_disk.keys() == trails.keys()
        for name, trail in trails.items():
            by_then = tuple(one for one in on_disk[name] if one.recorded_at <= NOW)
            assert by_then == trail, name


def test_the_demonstration_opens_shows_names_and_ends(gone_on_with: Path) -> None:
    folder = gone_on_with
    environment = {"GRIFFIE_MODE": "demo", "GRIFFIE_DATA_DIR": str(folder), "PATH": "/usr/bin"}
    with subprocess.Popen(
        [sys.executable, "-c", DEMO, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        try:
            at = process.stdout.readline().split("at ")[1].strip().rstrip("/")
            names = f"{at}/api/v1/schemes/{SCHEME}/register-entries?limit=100"
            assert _read(f"{at}/health") == '{"status":"up"}'
            assert "Anneke Brouwer" in _read(names)
            server = int((folder / "pg" / "postmaster.pid").read_text().splitlines()[0])
            os.kill(server, signal.SIGKILL)
            time.sleep(0.1)
            assert "Anneke Brouwer" in _read(names)
        finally:
            process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    assert not processes_in(folder / "pg")


def test_the_register_shows_every_status_and_nobody_who_was_erased(gone_on_with: Path) -> None:
    with opened(_settings(gone_on_with), lambda: LATER) as house:
        house.worker().run_once()
        lines = Views(house.pool).register.search(SCHEME, on=LATER.date(), limit=200)
    assert {line.row.status for line in lines} == {"valid", "suspended", "withdrawn"}
    shown = {line.row.name for line in lines}
    assert "Anneke Brouwer" in shown
    assert "Hugo Molenaar" not in shown


def test_the_clerk_finds_nothing_left_to_do(gone_on_with: Path) -> None:
    with opened(_settings(gone_on_with), lambda: LATER) as house:
        house.worker().run_once()
        assert Views(house.pool).deadlines.due(last_tuesday(NOW.date())) == []


def test_a_year_told_twice_is_on_record_once(gone_on_with: Path) -> None:
    with opened(_settings(gone_on_with), lambda: LATER) as house:
        recorder = FactRecorder(house.pool)
        facts = recorder.safe_head()
        assert tell(house) == 0
        again = Year(recorder, house.keyring, LATER, house.record.secret)
        assert again.told(lambda _, __: None) == 0
        assert recorder.safe_head() == facts


def _read(address: str) -> str:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=10) as answer:  # noqa: S310  our own server
                return str(answer.read(), "utf-8")
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
