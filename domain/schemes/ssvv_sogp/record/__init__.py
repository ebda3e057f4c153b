"""What is on record: facts, the state they fold to, and no law."""
