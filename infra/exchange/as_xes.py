"""An event log (XES, IEEE 1849-2016): a trace a case, an event a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import quoteattr

from infra.exchange.events_out import EventOut, events, of_the_case
from infra.exchange.going_out import Out, Wanted

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
<global scope="trace"><string key="concept:name" value="unknown"/></global>
<global scope="event">
<string key="concept:name" value="unknown"/>
<date key="time:timestamp" value="1970-01-01T00:00:00+00:00"/>
</global>
<classifier name="Activity" keys="concept:name"/>
"""
READS_AS = {
    "date": re.compile(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?"
    ),
    "int": re.compile(r"[+-]?[0-9]{1,18}"),
    "float": re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"),
    "boolean": re.compile(r"true|false"),
    "id": re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
}
"""What a value of each kind must read as; what does not goes out as text."""
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(cases: Iterable[list[Out]], wanted: Wanted, file: IO[bytes]) -> int:
    """Writes a log of these cases; gives how many events it holds."""
    many = 0
    file.write(HEAD.encode())
    for case in cases:
        found = list(events(case, wanted))
        told = of_the_case(case, wanted)
        file.write(b"<trace>\n")
        file.write("".join(_attribute(key, *value) for key, value in told.items()).encode())
        for event in found:
            file.write(f"<event>{''.join(_event(event))}</event>\n".encode())
        file.write(b"</trace>\n")
        many += len(found)
    file.write(b"</log>\n")
    return many


def _event(event: EventOut) -> Iterator[str]:
    record = event.out.record
    yield _attribute("concept:name", "string", event.activity)
    yield _attribute("time:timestamp", "date", event.at.isoformat())
    for told in event.told:
        yield _attribute(*told)
    yield _attribute("griffie-fact", "string", record.fact.stored_as)
    yield _attribute("griffie-version", "int", str(record.version))
    yield _attribute("griffie-matter", "string", record.fact.matter)
    yield _attribute("griffie-on", "string", record.fact.on.isoformat())
    yield _attribute("griffie-recorded-at", "date", record.recorded_at.isoformat())
    yield _attribute("griffie-basis", "string", str(record.fact.basis))


def _attribute(key: str, kind: str, text: str) -> str:
    """What no XML may hold is shown as U+FFFD."""
    name = kind if kind in READS_AS and READS_AS[kind].fullmatch(text) else "string"
    return f"<{name} key={_quoted(key)} value={_quoted(text)}/>\n"


def _quoted(text: str) -> str:
    return quoteattr(NO_XML.sub("\ufffd", text))
