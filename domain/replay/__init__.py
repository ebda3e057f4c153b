"""Replay under another edition: what the same file would have come to, and what can't be said."""
