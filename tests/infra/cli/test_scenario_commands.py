"""``griffie scenario`` and ``griffie draw``."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from domain.schemes import all_schemes
from infra.cli import app

RUN = CliRunner()
SCENARIOS = Path(__file__).parents[2] / "scenarios" / "lvv-certification"


def test_a_scenario_is_told_and_ends_with_its_verdict() -> None:
    answer = RUN.invoke(app, ["scenario", "run", str(SCENARIOS / "c-t04-leap-day.yaml")])
    assert answer.exit_code == 0
    assert answer.stdout.startswith("# A certificate decided on a leap day")
    assert answer.stdout.splitlines()[-1].endswith("as expected (11 expectations held)")


def test_quietly_only_the_verdicts_are_told() -> None:
    files = [str(SCENARIOS / f"c-t04-{name}.yaml") for name in ("leap-day", "four-years-valid")]
    answer = RUN.invoke(app, ["scenario", "run", "-q", *files])
    assert len(answer.stdout.splitlines()) == 2


def test_a_folder_is_all_the_files_in_it() -> None:
    answer = RUN.invoke(app, ["scenario", "run", "-q", str(SCENARIOS / "stories")])
    assert answer.exit_code == 0
    assert len(answer.stdout.splitlines()) == len(list((SCENARIOS / "stories").glob("*.yaml")))


def test_an_expectation_that_fails_ends_with_1_and_names_the_line(tmp_path: Path) -> None:
    story = tmp_path / "wrong.yaml"
    story.write_text(
        "scheme: lvv-certification\n"
        "title: Wrong\n"
        f"begins: {SCENARIOS / 'stories' / 'certified.yaml'}\n"
        "steps:\n"
        "  - day: 2026-04-20\n"
        "    expect:\n"
        "      stands: {register: {status: suspended}}\n"
    )
    answer = RUN.invoke(app, ["scenario", "run", str(story)])
    assert answer.exit_code == 1
    assert f"{story}:7: expected the register says suspended; the register says valid" in (
        answer.stdout
    )


def test_a_file_that_can_not_be_played_ends_with_2_and_names_the_line(tmp_path: Path) -> None:
    story = tmp_path / "wrong.yaml"
    story.write_text("scheme: lvv\ntitle: Wrong\nsteps: [{day: 2026-03-02}]\n")
    answer = RUN.invoke(app, ["scenario", "run", str(story)])
    assert answer.exit_code == 2
    assert f"{story}:1: there is no scheme 'lvv'; give " in answer.stderr
    assert "lvv-certification" in answer.stderr


def test_a_file_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    answer = RUN.invoke(app, ["scenario", "run", str(tmp_path / "none.yaml")])
    assert answer.exit_code == 2
    assert "there is no file" in answer.stderr


@pytest.mark.parametrize("scheme", all_schemes())
def test_a_first_scenario_runs_as_it_is_written(scheme: str, tmp_path: Path) -> None:
    answer = RUN.invoke(app, ["scenario", "new", scheme])
    assert answer.exit_code == 0
    story = tmp_path / "first.yaml"
    story.write_text(answer.stdout)
    played = RUN.invoke(app, ["scenario", "run", str(story)])
    assert played.exit_code == 0, played.output


def test_a_first_scenario_of_no_scheme() -> None:
    assert RUN.invoke(app, ["scenario", "new", "lvv"]).exit_code == 2


def test_drawing_compares_and_then_writes(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "scenarios" / "lvv-certification"
    folder.mkdir(parents=True)
    story = (SCENARIOS / "stories" / "enrolled.yaml").read_text(encoding="utf-8")
    (folder / "one.yaml").write_text(story)
    here = ["--repo", str(tmp_path)]
    compared = RUN.invoke(app, ["draw", "--check", *here])
    assert compared.exit_code == 1
    assert "docs/terms.md differs from what the code says; run griffie draw" in compared.stdout
    assert RUN.invoke(app, ["draw", *here]).exit_code == 0
    docs = tmp_path / "docs"
    listed = (docs / "scenarios.md").read_text(encoding="utf-8")
    assert "](scenarios/lvv-certification.md#a-person-enrols" in listed
    told = (docs / "scenarios" / "lvv-certification.md").read_text(encoding="utf-8")
    assert "\n## A person enrols" in told
    assert RUN.invoke(app, ["draw", "--check", *here]).exit_code == 0


def test_drawing_takes_a_clone(tmp_path: Path) -> None:
    answer = RUN.invoke(app, ["draw", "--check", "--repo", str(tmp_path)])
    assert answer.exit_code == 2
    assert "draw in a clone of the repository" in answer.stderr
