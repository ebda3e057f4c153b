"""What the code does not decide, place by place, and why."""

from domain.schemes import LeftToPeople

LEFT_TO_PEOPLE: tuple[LeftToPeople, ...] = ()
