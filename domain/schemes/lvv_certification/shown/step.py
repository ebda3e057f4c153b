"""Of whom a step is expected."""

BODY, BOARD, PERSON = "certification-body", "lvv-board", "person"
