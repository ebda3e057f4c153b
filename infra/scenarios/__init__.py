"""Scenarios in YAML, for people who know the law and not Python (docs: griffie scenario new)."""
