"""A file that can't be read as a whole says where and what to do; nothing of it is stored."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.fact import Recorded
from infra.exchange.event_logs import EventLog
from infra.exchange.faults import Fault, NotMapped, Unreadable, Wrong
from infra.exchange.mapping import SourceMapping, read_mapping
from infra.exchange.moments import moment
from infra.exchange.tables import Row
from tests.infra.exchange.conftest import Imports
from tests.infra.exchange.permit_desk import MAPPING, rows, table

OnRecord = Callable[[], list[list[Recorded]]]
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LOG = '<log xmlns="http://www.xes-standard.org/">'
HEAD = "case:concept:name,concept:name,time:timestamp\n"
BOMB = (
    '<!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<log><trace><string key='concept:name' value='&b;'/></trace></log>"
)
FILES: dict[str, tuple[str, bytes, str]] = {
    "empty": (".csv", b"", "there is no column .* no heading at all"),
    "columns": (".csv", b"case,activity\n1,2\n", "the file has case, activity"),
    "headings twice": (
        ".csv",
        b"case:concept:name,concept:name,concept:name,time:timestamp\n",
        "more than one column is headed concept:name",
    ),
    "latin-1": (".csv", HEAD.encode() + b"1,Ge\xefnd,2011-01-03\n", "not utf-8; say in the map"),
    "utf-16": (".csv", codecs.BOM_UTF16_LE + HEAD.encode("utf-16-le"), "not utf-8"),
    "half a pair": (".csv", HEAD.encode() + b"1,\xed\xa0\x80,2011-01-03\n", "not utf-8"),
    "open quote": (".csv", HEAD.encode() + b'1,"Received,2011-01-03\n2,R,x\n', "breaks off"),
    "bomb": (".xes", BOMB.encode(), "entities or a DTD"),
    "outside": (
        ".xes",
        b'<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>',
        "entities or a DTD",
    ),
    "cut off": (".xes", f"{LOG}<trace><event>".encode(), "no whole XML: .* after event 1"),
    "no XML": (".xes", b"case,activity\n", "no whole XML"),
    "no log": (".xes", b"<html></html>", "begins with 'html'"),
    "nothing": (".xes", b"", "no whole XML"),
    "deep": (".xes", LOG.encode() + b"<trace>" * 100, "nested too deep"),
    "unknown encoding": (".xes", b'<?xml version="1.0" encoding="x-no"?><log/>', "no .*XML"),
}


@pytest.fixture
def short(mapping: SourceMapping) -> SourceMapping:
    """A mapping that needs three columns only."""
    told = {"case": "case:concept:name", "activity": "concept:name", "time": "time:timestamp"}
    return SourceMapping.model_validate({"source": mapping.source, "columns": told})


@pytest.mark.parametrize(("suffix", "held", "says"), FILES.values(), ids=list(FILES))
def test_a_file_that_can_not_be_read_stores_nothing(
    take_over: Imports,
    on_record: OnRecord,
    short: SourceMapping,
    tmp_path: Path,
    suffix: str,
    held: bytes,
    says: str,
) -> None:
    path = tmp_path / f"log{suffix}"
    path.write_bytes(held)
    with pytest.raises(Unreadable, match=says):
        take_over(path, by=short)
    assert on_record() == []


def test_a_byte_order_mark_and_blank_lines_do_no_harm(
    take_over: Imports, short: SourceMapping, tmp_path: Path
) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(codecs.BOM_UTF8 + HEAD.encode() + b"1,Received,2011-01-03\n\n")
    assert take_over(path, by=short).stored == 1


def test_another_encoding_delimiter_and_format_are_said_in_the_mapping(
    take_over: Imports, short: SourceMapping, on_record: OnRecord, tmp_path: Path
) -> None:
    path = tmp_path / "log.csv"
    held = f"{HEAD.replace(',', ';')}1;Geïnd;3-1-2011 9:30\n"
    path.write_bytes(held.encode("windows-1252"))
    told = {"encoding": "windows-1252", "delimiter": ";", "time_format": "%d-%m-%Y %H:%M"}
    assert take_over(path, by=short.model_copy(update=told)).stored == 1
    ((_, event),) = on_record()
    assert (getattr(event.fact, "activity", ""), event.fact.on.isoformat()) == (
        "Geïnd",
        "2011-01-03",
    )


def read(text: str, tmp_path: Path) -> tuple[EventLog, list[Row | Fault]]:
    path = tmp_path / "log.xes"
    path.write_text(text, encoding="utf-8")
    log = EventLog(path)
    return log, list(log.rows())


def test_a_log_is_read_with_its_kinds_and_without_what_is_nested(tmp_path: Path) -> None:
    log, told = read(
        f"""{LOG}<global scope="event"><string key="concept:name" value="-"/></global>
        <trace><string key="concept:name" value="1"/><list key="l"><values/></list>
        <event><string key="concept:name" value="A"/><int key="cost" value="7">
        <string key="in" value="euro"/></int><string value="no key"/></event></trace>
        <trace></trace></log>""",
        tmp_path,
    )
    row, fault = told
    assert isinstance(row, Row)
    assert {key: tuple(cell) for key, cell in row.cells.items()} == {
        "case:concept:name": ("string", "1"),
        "concept:name": ("string", "A"),
        "cost": ("int", "7"),
    }
    assert log.left_out == 3
    assert isinstance(fault, Fault)
    assert fault.wrong == "trace 2 has no event"


@pytest.mark.parametrize(
    ("text", "is_read_as"),
    [
        ("2011-10-11 13:45:40.276000+02:00", "2011-10-11T13:45:40.276000+02:00"),
        ("2011-10-11T13:45:40,276Z", "2011-10-11T13:45:40.276000+00:00"),
        ("2011-10-11T13:45:40.123456000+0200", "2011-10-11T13:45:40.123456+02:00"),
        ("2011-10-11 13:45", "2011-10-11T13:45:00+02:00"),
        ("2011-12-11", "2011-12-11T00:00:00+01:00"),
    ],
)
def test_a_moment_is_read_exactly(text: str, is_read_as: str) -> None:
    assert moment(text, AMSTERDAM).isoformat() == is_read_as


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2011-13-01", "2011-10-11 24:00", "2011-10-11 23:59:60Z", "2011-10-11+99:00"],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="no day and time"):
        moment(text, UTC)


def test_a_format_of_ones_own_is_named_when_it_does_not_fit() -> None:
    assert moment("3-1-2011", UTC, "%d-%m-%Y") == datetime(2011, 1, 3, tzinfo=UTC)
    with pytest.raises(Wrong, match="times are written as %d-%m-%Y"):
        moment("2011-01-03", UTC, "%d-%m-%Y")


MAPPINGS = {
    "no YAML": ("a: [", "is no YAML"),
    "a list": ("[1, 2]", "holds no mapping"),
    "a word too many": ("actvity: x", "actvity: Extra inputs"),
    "no columns": ("source: x", "columns: Field required"),
    "no such zone": ("timezone: Mars/Base", "timezone: .*no such time zone"),
    "a zone outside": ("timezone: ../../etc/passwd", "timezone: .*no such time zone"),
    "no such encoding": ("encoding: klingon", "encoding: .*no such encoding"),
    "personal but not kept": (
        "source: x\ncolumns: {case: a, activity: b, time: c}\npersonal: [b]",
        "b is neither the case, nor the actor, nor kept",
    ),
}


@pytest.mark.parametrize(("text", "says"), MAPPINGS.values(), ids=list(MAPPINGS))
def test_a_mapping_that_can_not_be_followed_says_why(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(NotMapped, match=says):
        read_mapping(path)


def test_a_mapping_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotMapped, match="No such file"):
        read_mapping(tmp_path / "none.yaml")


def test_the_example_needs_every_column_it_names(tmp_path: Path) -> None:
    needed = list(read_mapping(MAPPING).needed())
    assert len(needed) == len(set(needed)) == 15
    held = table(tmp_path / "log.csv", rows(1)).read_text(encoding="utf-8")
    assert set(needed) == set(held.splitlines()[0].split(","))


def test_the_example_in_the_docs_is_this_one() -> None:
    page = Path(__file__).parents[3] / "docs" / "import-and-export.md"
    assert f"```yaml\n{MAPPING.read_text(encoding='utf-8')}```" in page.read_text(encoding="utf-8")
