"""What a person's file shows outside: its standing, what is looked into, what waits for whom."""

from domain.shown import Shown

PERSON_FILE = Shown()
OWN_FILE = Shown()
