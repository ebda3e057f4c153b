"""docs/demo.md: the cases it names are those of the demonstration."""

import re
from pathlib import Path

from domain.schemes import all_schemes
from infra.demo.cast import account_of, members, schemes_told
from infra.scenarios.stage import subject_of

GUIDE = Path(__file__).parents[2] / "docs" / "demo.md"
ROW = re.compile(r"^\| ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}) \| ([^|]+) \|", re.MULTILINE)
THE_SCHEME = "the scheme itself"


def _told(scheme: str) -> dict[str, str]:
    """The name that goes with each case of a scheme, by its number."""
    found = all_schemes()[scheme]
    kind = next(name for name in found.files if name != found.own_file)
    return {
        subject_of(
            found, account_of(scheme, n), kind if member.name else found.own_file
        ).number: member.name or THE_SCHEME
        for n, member in enumerate(members(scheme), start=1)
    }


def test_the_guide_names_the_cases_of_the_demonstration() -> None:
    told = {number: name for scheme in schemes_told() for number, name in _told(scheme).items()}
    rows = dict(ROW.findall(GUIDE.read_text(encoding="utf-8")))
    assert {number: told.get(number) for number in rows} == rows


def test_the_guide_leaves_out_no_centre() -> None:
    rows = dict(ROW.findall(GUIDE.read_text(encoding="utf-8")))
    assert set(_told("ssvv-sogp")) <= set(rows)
