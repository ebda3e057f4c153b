"""Old shapes of stored facts into today's: one function a stored name, from dict to dict.

A fact's stored name never changes and its row is never rewritten. When a fact gains a field
that cannot have a default, the function here gives old rows what was true of them all.
"""

from collections.abc import Callable, Mapping
from typing import Any

UPCASTS: Mapping[str, Callable[[dict[str, Any]], dict[str, Any]]] = {}
