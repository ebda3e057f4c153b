"""Every scenario file holds: the worked examples of each analysis, and the stories around them."""

from pathlib import Path

import pytest

from domain.schemes import all_schemes
from infra.scenarios.play import run
from infra.scenarios.prose import failures
from infra.scenarios.reading import read

FOLDER = Path(__file__).parent / "scenarios"
FILES = sorted(FOLDER.rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FOLDER)))
def test_a_scenario_comes_out_as_expected(file: Path) -> None:
    assert failures(run(file)) == []


@pytest.mark.parametrize("scheme", all_schemes())
def test_every_scheme_has_scenarios(scheme: str) -> None:
    assert list((FOLDER / scheme).glob("*.yaml")), f"tests/scenarios/{scheme} has no scenario"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(FOLDER)))
def test_a_scenario_lies_with_its_scheme(file: Path) -> None:
    assert read(file).data["scheme"] == file.relative_to(FOLDER).parts[0]
