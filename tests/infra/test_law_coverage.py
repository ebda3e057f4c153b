"""Every rule and term of every scheme is encoded once and shown both ways, or left to people."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from domain.schemes import LeftToPeople, Scheme, all_schemes
from infra.law_coverage import NoTests, coverage, encoded_in, shown_by

SCHEMES = list(all_schemes().values())
LVV = all_schemes()["lvv-certification"]
AT_MOST = {"lvv-certification": 4}
"""How many rules and terms of a scheme may be left to people."""


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_every_rule_and_term_is_encoded_and_shown_both_ways(scheme: Scheme) -> None:
    bare = [one for one in coverage(scheme) if not one.is_covered]
    assert not bare, "\n".join(
        f"{one.id}: file {one.file}, passes {len(one.passes)}, refuses {len(one.refuses)}, "
        f"left to people {one.left_to_people}"
        for one in bare
    )


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_nothing_is_both_encoded_and_left_to_people(scheme: Scheme) -> None:
    left = {one.id for one in scheme.left_to_people}
    assert left <= {*scheme.rule_ids, *scheme.term_ids}
    assert not left & {one.id for one in encoded_in(scheme)}


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_few_are_left_to_people_each_with_a_reason(scheme: Scheme) -> None:
    assert len(scheme.left_to_people) <= AT_MOST.get(scheme.id, 4)
    assert all(len(one.reason.split()) > 3 for one in scheme.left_to_people)


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_a_rule_is_written_down_once(scheme: Scheme) -> None:
    rules = Counter(one.id for one in encoded_in(scheme) if one.kind == "rule")
    assert not [id_ for id_, times in rules.items() if times > 1]


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_what_is_claimed_is_a_rule_or_term_of_the_scheme(scheme: Scheme) -> None:
    known = {one.id for one in encoded_in(scheme)} | {*scheme.rule_ids, *scheme.term_ids}
    claimed = {cited for _, cited in shown_by(scheme, Path(__file__).parents[2])}
    assert not claimed - known


def test_lvv_certification_has_57() -> None:
    assert len(coverage(LVV)) == 57


def test_a_rule_says_where_it_is_and_what_shows_it() -> None:
    suspension = next(one for one in coverage(LVV) if one.id == "R-25")
    assert suspension.kind == "rule"
    assert suspension.place == "LVV certification scheme v6, 27"
    assert suspension.file == "domain/schemes/lvv_certification/section_27_suspension.py"
    here = "tests/schemes/lvv_certification/test_section_27_suspension.py"
    assert f"{here}::test_27_a_certificate_is_suspended_for_six_months" in suspension.passes
    assert f"{here}::test_27_only_on_a_listed_ground" in suspension.refuses
    assert "tests/scenarios/lvv-certification/c-t08-month-end.yaml" in suspension.refuses


def test_an_id_that_nothing_encodes_is_not_covered() -> None:
    unknown = replace(LVV, rule_ids=("R-99",), term_ids=())
    (one,) = coverage(unknown)
    assert (one.file, one.is_covered) == (None, False)


def test_unless_it_is_left_to_people() -> None:
    reason = LeftToPeople(id="R-99", reason="only a person can see whether this is so")
    (one,) = coverage(replace(LVV, rule_ids=("R-99",), term_ids=(), left_to_people=(reason,)))
    assert one.is_covered


def test_encoded_and_left_to_people_is_a_contradiction() -> None:
    reason = LeftToPeople(id="R-25", reason="only a person can see whether this is so")
    (one,) = coverage(replace(LVV, rule_ids=("R-25",), term_ids=(), left_to_people=(reason,)))
    assert not one.is_covered


def test_marks_inside_parameters_count(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "schemes" / "lvv_certification"
    folder.mkdir(parents=True)
    (folder / "test_some.py").write_text(
        "@pytest.mark.parametrize('n', [pytest.param(1, marks=pytest.mark.refuses('R-11'))])\n"
        "@pytest.mark.passes('R-12', 'C-T11')\n"
        "def test_22_some(n): ...\n"
        "@pytest.mark.passes('R-13')\n"
        "def not_a_test(): ...\n"
    )
    named = "tests/schemes/lvv_certification/test_some.py::test_22_some"
    assert dict(shown_by(LVV, tmp_path)) == {
        ("refuses", "R-11"): [named],
        ("passes", "R-12"): [named],
        ("passes", "C-T11"): [named],
    }


def test_without_the_tests_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoTests, match="installed without its tests"):
        coverage(LVV, tmp_path)
