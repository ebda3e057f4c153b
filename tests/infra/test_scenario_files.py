"""A scenario file that can't be played says which line is wrong, and what would be right."""

from datetime import date
from pathlib import Path

import pytest

from infra.scenarios.play import run
from infra.scenarios.reading import ScriptError, read
from infra.scenarios.stories import load

OPENS = """\
scheme: lvv-certification
title: A file is opened
people: [johanna]
steps:
  - day: 2026-03-02
    who: person:johanna
    do: open-file
    with: {fullName: Johanna de Wit, born: 1980-02-29}
"""


def written(folder: Path, text: str, name: str = "story.yaml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("changed", "into", "line", "says"),
    [
        (
            "lvv-certification",
            "lvv-certificaton",
            1,
            "no scheme 'lvv-certificaton'; give lvv-cert",
        ),
        ("title: A file is opened\n", "", 1, "'title' is missing"),
        ("people:", "peeple:", 3, "'peeple' is not known here; give one of scheme, title"),
        ("day: 2026-03-02", "day: 2026-02-30", 5, "there is no such day as 2026-02-30"),
        ("day: 2026-03-02", "day: soon", 5, "'day': input should be a valid date"),
        ("    who:", "    by:", 6, "'by' is not known here; give one of day, says, who, do"),
        ("who: person:", "who: persoon:", 6, "no role 'persoon'; give person"),
        ("who: person:johanna", "who: person", 6, "say who, such as 'person:a.name'"),
        ("do: open-file", "do: open-flie", 7, "'open-flie'; give open-file"),
        ("do: open-file", "do: suspend", 7, "is not open yet; open-file opens"),
        ("fullName:", "name:", 8, "no field of open-file 'name'; give"),
        ("born: 1980-02-29", "born: 1980", 8, "open-file takes born: Value error, give a day"),
        (", born: 1980-02-29", "", 8, "open-file takes born: Field required"),
        ("scheme:", "title: again\nscheme:", 3, "'title' was given on line 1 already"),
        ("with: {", "with: {fullName: X, ", 8, "'fullName' was given on line 8 already"),
        ("people: [johanna]", "people: [johanna", 4, "this is no YAML"),
        ("people: [johanna]", "people: &p [johanna]\nabout: *p", 4, "write it out"),
        ("steps:\n", "steps: []\nfiles:\n", 5, "should be a valid"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, changed: str, into: str, line: int, says: str
) -> None:
    assert changed in OPENS
    file = written(tmp_path, OPENS.replace(changed, into, 1))
    with pytest.raises(ScriptError) as wrong:
        run(file)
    assert says in wrong.value.says
    assert wrong.value.line == line
    assert str(wrong.value).startswith(f"{file}:{line}: ")


@pytest.mark.parametrize(
    ("more", "line", "says"),
    [
        ("    expect: {recorded: [file-opend]}\n", 9, "no fact 'file-opend'; give file-opened"),
        ("    expect: {refused: {plaats: '9'}}\n", 9, "'plaats' is not known here; give one of"),
        (
            "    expect: {stands: {terms: {C-T3: {due: unknown}}}}\n",
            9,
            "no term 'C-T3'; give C-T13, C-T03",
        ),
        ("    expect: {stands: {open: [suspnd]}}\n", 9, "no action 'suspnd'; give suspend"),
        ("    in: piet\n", 9, "no file of this story 'piet'; give johanna"),
        ("  - day: 2026-03-01\n", 9, "the clock stands at 2026-03-02 and does not go back"),
        ("  - {day: 2026-03-03, expect: {recorded: []}}\n", 9, "nothing is asked here"),
        ("shows: {passes: [R-99]}\n", 9, "no rule or term 'R-99'; give"),
        ("begins: elsewhere.yaml\n", 9, "there is no file elsewhere.yaml beside this one"),
        ("given: {decision: 2026-03-02}\n", 9, "there is none"),
        ("  - {day: $decision}\n", 9, "$decision is no day; write {day} or {day} - 2 weeks"),
    ],
)
def test_so_is_what_is_wrong_further_on(tmp_path: Path, more: str, line: int, says: str) -> None:
    with pytest.raises(ScriptError) as wrong:
        run(written(tmp_path, OPENS + more))
    assert says in wrong.value.says
    assert wrong.value.line == line


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="can't be read"):
        run(tmp_path / "none.yaml")


def test_a_file_that_is_no_scenario_at_all(tmp_path: Path) -> None:
    with pytest.raises(ScriptError, match="starts with 'scheme:'"):
        run(written(tmp_path, "- just\n- a list\n"))


def test_what_is_typed_is_what_is_meant(tmp_path: Path) -> None:
    text = "on: no\nplace: 010\nhour: 12:30\nday: 2026-03-02\nis: true\nnothing: ~\npart: 3.5\n"
    assert read(written(tmp_path, text)).data == {
        "on": "no",
        "place": "010",
        "hour": "12:30",
        "day": date(2026, 3, 2),
        "is": True,
        "nothing": None,
        "part": 3.5,
    }


BEGUN = OPENS.replace("2026-03-02", "$opened").replace(
    "steps:", "takes: {opened: 2026-03-02}\nsteps:"
)


def test_a_story_takes_the_days_it_is_given(tmp_path: Path) -> None:
    written(tmp_path, BEGUN, "stories/opened.yaml")
    text = """\
scheme: lvv-certification
title: Later
begins: stories/opened.yaml
given: {opened: $day - 1 month}
takes: {day: 2026-03-31}
steps:
  - day: $day + 1 year - 2 days
"""
    script = load(written(tmp_path, text))
    assert [step.text.day for step in script.steps] == [date(2026, 2, 28), date(2027, 3, 29)]
    assert [step.earlier for step in script.steps] == [True, False]
    assert list(script.files) == ["johanna"]


@pytest.mark.parametrize(
    ("begins", "given", "line", "says"),
    [
        ("stories/opened.yaml", "{open: 2026-03-02}", 4, "takes no open; it takes opened"),
        ("later.yaml", "{}", 3, "begins with this very file"),
        ("stories", "{}", 3, "there is no file stories"),
    ],
)
def test_a_story_that_can_not_be_begun_with(
    tmp_path: Path, begins: str, given: str, line: int, says: str
) -> None:
    written(tmp_path, BEGUN, "stories/opened.yaml")
    text = f"scheme: lvv-certification\ntitle: x\nbegins: {begins}\ngiven: {given}\nsteps: []\n"
    with pytest.raises(ScriptError) as wrong:
        load(written(tmp_path, text, "later.yaml"))
    assert says in wrong.value.says
    assert wrong.value.line == line


def test_both_spellings_of_a_field_are_taken(tmp_path: Path) -> None:
    assert run(written(tmp_path, OPENS)).held
    assert run(written(tmp_path, OPENS.replace("fullName", "full_name"))).held
