"""``griffie schemes``, ``actions`` and ``law``: what is here, for people and for programs."""

import csv
import io
import json

from typer.testing import CliRunner

from infra.cli import app

RUN = CliRunner()


def test_schemes_are_listed_as_json_where_no_screen_is() -> None:
    answer = RUN.invoke(app, ["schemes"])
    assert answer.exit_code == 0
    (lvv,) = [one for one in json.loads(answer.stdout) if one["id"] == "lvv-certification"]
    assert lvv["edition"] == "lvv-certification@6"
    assert lvv["since"] == "2024-01-01"
    assert lvv["editions"] == ["lvv-certification@6"]
    assert "person" in lvv["files"]


def test_schemes_as_lines_and_as_csv() -> None:
    lines = RUN.invoke(app, ["schemes", "-o", "jsonl"]).stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(RUN.invoke(app, ["schemes", "-o", "csv"]).stdout)))
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]


def test_actions_come_with_their_role_place_and_fields() -> None:
    answer = RUN.invoke(app, ["actions", "lvv-certification", "-o", "json"])
    actions = {one["name"]: one for one in json.loads(answer.stdout)}
    suspend = actions["suspend"]
    assert suspend["by"] == ["certification-body", "certification-manager"]
    assert (suspend["file"], suspend["place"], suspend["opensFile"]) == ("person", "27", False)
    assert set(suspend["fields"]["required"]) == {"on", "firstDay", "until", "ground", "reasons"}
    assert suspend["fields"]["properties"]["until"]["format"] == "date"
    assert suspend["fields"]["properties"]["reasons"]["x-personal"] == "content"
    assert actions["extend-suspension"]["reading"] == "D-12: once, six months at most"
    assert actions["open-file"]["opensFile"]


def test_the_table_of_actions_says_what_each_takes() -> None:
    table = RUN.invoke(app, ["actions", "lvv-certification", "-o", "table"]).stdout
    assert "fullName, born, email?" in table


def test_the_law_is_listed_with_what_shows_it() -> None:
    answer = RUN.invoke(app, ["law", "lvv-certification", "-o", "json"])
    assert answer.exit_code == 0
    law = json.loads(answer.stdout)
    assert len(law) == 57
    fields = {"id", "kind", "place", "file", "passes", "refuses", "left_to_people"}
    assert all(set(one) == fields for one in law)
    suspension = next(one for one in law if one["id"] == "R-25")
    assert suspension["file"] == "domain/schemes/lvv_certification/section_27_suspension.py"
    assert suspension["left_to_people"] is None
    assert suspension["passes"]
    assert suspension["refuses"]
    assert "of 57 covered" in answer.stderr


def test_the_table_of_the_law_is_short() -> None:
    table = RUN.invoke(app, ["law", "lvv-certification", "-o", "table"]).stdout.splitlines()
    assert table[0].split()[:5] == ["id", "place", "file", "pass", "refuse"]
    (line,) = [line for line in table if line.startswith("R-26 ")]
    assert "as read in" not in line
    assert "section_27_extension.py" in line


def test_an_unknown_scheme_is_a_wrong_call() -> None:
    for command in ("actions", "law"):
        answer = RUN.invoke(app, [command, "lvv"])
        assert answer.exit_code == 2
        assert "there is no scheme 'lvv'; give one of" in answer.stderr
        assert answer.stdout == ""


def test_an_unknown_form_is_a_wrong_call() -> None:
    answer = RUN.invoke(app, ["schemes", "-o", "xml"])
    assert answer.exit_code == 2
