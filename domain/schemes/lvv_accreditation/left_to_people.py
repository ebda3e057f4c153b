"""What the code does not decide, place by place, and why."""

from domain.schemes import LeftToPeople

IN_THE_PERSONS_FILE = (
    "Article 9 says how a confidential adviser spreads 24, 32 and 16 points over four years. "
    "Nobody is admitted, refused or accredited on it under this scheme: it is weighed in the "
    "person's own file, under the LVV certification scheme (16, 18, 21 and 22), where the hours "
    "are on record."
)
LEFT_TO_PEOPLE = (
    LeftToPeople(id="R-35", reason=IN_THE_PERSONS_FILE),
    LeftToPeople(id="A-T17", reason=IN_THE_PERSONS_FILE),
)
