"""An event log (XES, IEEE 1849-2016), event by event; memory stays flat.

Read without entities and without anything outside the file. Attributes inside attributes, lists
and containers are left out, and counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from infra.exchange.faults import Fault, Unreadable
from infra.exchange.mapping import OF_A_CASE
from infra.exchange.tables import Cell, Row

KINDS = ("string", "date", "int", "float", "boolean", "id")
DEEPEST, MOST_EVENTS = 40, 100_000


class EventLog:
    """One pass over a log; ``left_out`` counts what could not be kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stack: list[Element] = []
        self._case: dict[str, Cell] = {}
        self._event: dict[str, Cell] = {}
        self._events: list[Row] = []
        self._number = self._traces = 0
        self.left_out = 0

    def rows(self) -> Iterator[Row | Fault]:
        """What is said of a case stands under ``case:`` and its key. Raises Unreadable."""
        try:
            for happened, element in iterparse(
                self._path, events=("start", "end"), forbid_dtd=True
            ):
                if happened == "start":
                    self._begin(element)
                else:
                    yield from self._end(element)
        except DefusedXmlException:
            raise Unreadable("the log declares entities or a DTD; take those out") from None
        except ParseError as wrong:
            line, column = wrong.position
            raise Unreadable(
                f"this is no whole XML: it breaks off or goes wrong at line {line}, "
                f"column {column}, after event {self._number}"
            ) from None
        except (UnicodeError, LookupError, ValueError) as wrong:
            raise Unreadable(f"this is no XML that can be read: {type(wrong).__name__}") from None

    def _begin(self, element: Element) -> None:
        name = _name(element)
        if not self._stack and name != "log":
            raise Unreadable(f"this is no event log: it begins with {name[:40]!r}, not with 'log'")
        if len(self._stack) > DEEPEST:
            raise Unreadable("elements are nested too deep for an event log")
        self._stack.append(element)
        if name == "trace" and len(self._stack) == 2:
            self._case, self._events = {}, []
            self._traces += 1
        if name == "event" and len(self._stack) == 3:
            self._event = {}
            self._number += 1

    def _end(self, element: Element) -> Iterator[Row | Fault]:
        self._stack.pop()
        name, depth = _name(element), len(self._stack)
        within = _name(self._stack[-1]) if self._stack else ""
        if name == "event" and within == "trace":
            self._events.append(Row(self._number, self._event))
            if len(self._events) > MOST_EVENTS:
                raise Unreadable(f"trace {self._traces} has more than {MOST_EVENTS} events")
        elif name == "trace" and within == "log":
            yield from self._whole()
        elif within == "event" and depth == 3:
            self._keep(self._event, element, "")
        elif within == "trace" and depth == 2:
            self._keep(self._case, element, OF_A_CASE)
        elif depth > 2 and _name(self._stack[1]) == "trace" and name in KINDS:
            self.left_out += 1
        if self._stack:
            self._stack[-1].remove(element)

    def _whole(self) -> Iterator[Row | Fault]:
        """A trace, now that all that is said of its case is known."""
        if not self._events:
            yield Fault(self._number, f"trace {self._traces} has no event", "leave it out")
        for event in self._events:
            yield Row(event.number, {**self._case, **event.cells})

    def _keep(self, said: dict[str, Cell], element: Element, prefix: str) -> None:
        name, attributes = _name(element), element.attrib
        key, value = attributes.get("key", ""), attributes.get("value", "")
        if name not in KINDS or not key:
            self.left_out += 1
        elif value:
            said[prefix + key] = Cell(name, value)


def _name(element: Any) -> str:
    """The name of an element, with or without the namespace of XES."""
    return str(element.tag).rpartition("}")[2]
