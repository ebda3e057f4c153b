"""What a test showed of the law: which rules and terms let something through, or stopped it."""

SEEN: set[tuple[str, str]] = set()
"""Pairs of ``passes`` or ``refuses`` and an id, gathered while one test runs."""
