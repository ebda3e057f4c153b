"""How what is on record reads on the wire."""
