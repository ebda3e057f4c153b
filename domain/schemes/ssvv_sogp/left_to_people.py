"""What the code does not decide, place by place, and why."""

from domain.schemes import LeftToPeople

LEFT_TO_PEOPLE: tuple[LeftToPeople, ...] = (
    LeftToPeople(
        id="T-18",
        reason="5.3 only mentions that recognitions cost money every year: no amount, no day on "
        "which it falls due and no consequence. The price list says how much; invoices are sent "
        "and paid outside the case file. Cost is a reason to ask for a withdrawal (R-75).",
    ),
)
