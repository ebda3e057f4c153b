"""What a run tells: what happened and why, and every expectation that did not hold."""

from datetime import date
from pathlib import Path

import pytest

from infra.scenarios.play import run
from infra.scenarios.prose import failures, told, verdict
from infra.scenarios.telling import Telling

STORIES = Path(__file__).parents[1] / "scenarios" / "lvv-certification" / "stories"


def play(folder: Path, steps: str, begins: str = "certified.yaml", shows: str = "{}") -> Telling:
    text = f"""\
scheme: lvv-certification
title: A story
shows: {shows}
begins: {STORIES / begins}
steps:
{steps}"""
    file = folder / "story.yaml"
    file.write_text(text, encoding="utf-8")
    return run(file)


SUSPEND = """\
  - day: 2026-05-15
    who: certification-body:m.bakker
    do: suspend
    with:
      firstDay: 2026-05-15
      until: 2026-11-14
      ground: framework-not-met
      reasons: Ms. Johanna de Wit has no supervision.
"""


@pytest.mark.parametrize(
    ("expect", "line", "says"),
    [
        ("recorded: [suspension-lifted]", 14, "on record came certificate suspended"),
        ("refused: {place: '27'}", 14, "suspend is refused; it was recorded: certificate susp"),
        ("stands: {register: none}", 14, "the register says valid, last valid day"),
        ("stands: {register: {status: withdrawn}}", 14, "the register says valid"),
        ("stands: {terms: {C-T08: {due: 2026-11-15}}}", 14, "C-T08 is running, due Sat 14 Nov"),
        ("stands: {terms: {C-T08: {due: unknown}}}", 14, "C-T08 is running, due Sat 14 Nov"),
        ("stands: {terms: {C-T08: {state: missed}}}", 14, "C-T08 is running"),
        ("stands: {terms: {C-T08: {state: none}}}", 14, "C-T08 was opened"),
        ("stands: {terms: {C-T09: {state: running}}}", 14, "nothing opened C-T09"),
        ("stands: {open: [lift-suspension], notOpen: [notify-suspension]}", 14, "it is open"),
        ("stands: {open: [grant-certificate]}", 14, "it is not open"),
        ("stands: {version: 3}", 14, "the version is 19"),
        ("stands: {standing: rejected}", 14, "the standing is"),
    ],
)
def test_what_did_not_come_about_is_told_with_its_line(
    tmp_path: Path, expect: str, line: int, says: str
) -> None:
    telling = play(tmp_path, SUSPEND + f"    expect:\n      {expect}\n")
    (failure,) = failures(telling)
    assert says in failure
    assert failure.startswith(f"{tmp_path / 'story.yaml'}:{line + 1}: expected ")
    assert not telling.held
    assert "1 expectation failed" in verdict(telling)
    assert "✗" in told(telling)


def test_a_step_that_is_refused_unexpectedly_fails(tmp_path: Path) -> None:
    (failure,) = failures(play(tmp_path, SUSPEND.replace("11-14", "11-15")))
    assert "suspend was refused (LVV certification scheme v6, 27)" in failure
    assert "story.yaml:8:" in failure


@pytest.mark.parametrize(
    ("expected", "says"),
    [
        ("{place: '28'}", "the place is 27"),
        ("{rule: R-26}", "the rule is R-25"),
        ("{saying: at most 2026-11-15}", "the saying is a suspension from 2026-05-15 runs to"),
    ],
)
def test_so_does_one_that_is_refused_otherwise(tmp_path: Path, expected: str, says: str) -> None:
    steps = SUSPEND.replace("11-14", "11-15") + f"    expect: {{refused: {expected}}}\n"
    (failure,) = failures(play(tmp_path, steps))
    assert says in failure


def test_who_may_not_ask_is_told_so(tmp_path: Path) -> None:
    steps = SUSPEND.replace("certification-body:m.bakker", "lvv-board:h.vos")
    telling = play(
        tmp_path, steps + "    expect: {refused: {saying: is for certification-body}}\n"
    )
    assert telling.held
    assert "not allowed: suspend is for certification-body" in told(telling)


def test_a_claim_must_be_made_good(tmp_path: Path) -> None:
    telling = play(tmp_path, SUSPEND, shows="{passes: [R-25], refuses: [R-26, C-T08]}")
    assert [failure.partition(": ")[2] for failure in failures(telling)] == [
        "expected R-26 is shown to fail; nothing here made R-26 fail",
        "expected C-T08 is shown to fail; nothing here made C-T08 fail",
    ]


def test_a_term_shows_itself_where_its_standing_is_expected(tmp_path: Path) -> None:
    steps = SUSPEND + (
        "  - {day: 2026-11-14, expect: {stands: {terms: {C-T08: {state: running}}}}}\n"
        "  - {day: 2026-11-15, expect: {stands: {terms: {C-T08: {state: missed}}}}}\n"
    )
    assert play(tmp_path, steps, shows="{passes: [C-T08], refuses: [C-T08]}").held


def test_the_clerk_works_in_between_on_the_day_itself(tmp_path: Path) -> None:
    telling = play(tmp_path, SUSPEND + "  - {day: 2030-06-01}\n")
    clerk = [done for step in telling.steps for done in step.clerk]
    assert [(done.action, done.day) for done in clerk] == [
        ("open-withdrawal-procedure", date(2026, 11, 15)),
        ("open-recertification-window", date(2029, 4, 14)),
        ("expire-certificate", date(2030, 4, 15)),
    ]
    assert [r.recorded_at.date() for done in clerk for r in done.records] == [
        done.day for done in clerk
    ]
    assert "**Sun 15 Nov 2026** the clerk, because Sat 14 Nov 2026 was the last day of C-T08" in (
        told(telling)
    )


def test_nothing_about_the_person_is_told(tmp_path: Path) -> None:
    text = told(play(tmp_path, SUSPEND))
    assert "certificate suspended (certificate-1), under 27(a): first day Fri 15 May 2026" in text
    assert "de Wit" not in text
    assert "no supervision" not in text


def test_the_same_story_is_told_the_same_way(tmp_path: Path) -> None:
    assert told(play(tmp_path, SUSPEND)) == told(play(tmp_path, SUSPEND))
