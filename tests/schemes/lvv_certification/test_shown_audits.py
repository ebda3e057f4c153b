"""LVV certification: what is being looked into, and in a word how a file stands."""

from datetime import date

import pytest

from domain.personal import Content, Personal
from domain.scheme_file import SchemeFileOpened
from domain.schemes.lvv_certification.record.certificate import (
    CertificateExpired,
    LockoutEnded,
    LockoutStarted,
)
from domain.schemes.lvv_certification.record.own_file import FrameworkReviewed
from domain.schemes.lvv_certification.section_13_pre_check import FindIncomplete, StartPreCheck
from domain.schemes.lvv_certification.section_27_remedy import GrantRemedialPeriod, SubmitMeasures
from domain.schemes.lvv_certification.section_27_running_out import OpenWithdrawalProcedure
from domain.schemes.lvv_certification.section_28_withdrawal import Withdraw
from domain.schemes.lvv_certification.section_29_register import AT_29
from domain.shown import AuditStatus
from tests.scenario import Scenario
from tests.schemes.lvv_certification.asked import asked
from tests.schemes.lvv_certification.told import (
    BODY,
    CLERK,
    PERSON,
    SCHEME,
    given,
    given_scheme,
    granted,
    opened,
)
from tests.schemes.lvv_certification.told_application import (
    agreement,
    applying,
    enrolling,
    first_file,
    in_pre_check,
    in_review,
)
from tests.schemes.lvv_certification.told_education import registered
from tests.schemes.lvv_certification.told_objections import (
    REJECTION,
    appeal,
    investigated,
    object_to,
    on_hold,
    overran,
    told_of_it,
    turned_down,
)

MAR_2, MAR_13, MAY_4 = date(2026, 3, 2), date(2026, 3, 13), date(2026, 5, 4)
MAY_15, NOV_14, NOV_15 = date(2026, 5, 15), date(2026, 11, 14), date(2026, 11, 15)
EXPIRY = date(2030, 4, 15)
WHY: Personal[Content, str] = Personal("as it was seen")
valid = given(opened, granted)
applied = applying(enrolling, MAR_2, *first_file().values())
pre_check = asked(applied, BODY, StartPreCheck(on=MAR_2))
incomplete = asked(
    in_pre_check(enrolling, MAR_2, *list(first_file().values())[:3]),
    BODY,
    FindIncomplete(on=MAR_13),
)
review = in_review(enrolling, MAR_2, *first_file().values())
remedy = asked(valid, BODY, GrantRemedialPeriod(on=MAY_4, until=date(2026, 5, 29), to_remedy=WHY))
handed_in = asked(remedy, PERSON, SubmitMeasures(on=MAY_15, measures=Personal("repaired")))
ran_out = asked(on_hold, CLERK, OpenWithdrawalProcedure(on=NOV_15))
withdrawn = asked(
    valid,
    BODY,
    Withdraw(on=MAY_4, ground="fraud-or-gross-negligence", first_day=MAY_4, reasons=WHY),
)
expired = CertificateExpired(matter="certificate-1", on=EXPIRY, basis=AT_29)
locked_out = LockoutStarted(
    matter="certificate-1", on=EXPIRY, basis=AT_29, first_day=EXPIRY, until=date(2032, 4, 14)
)
free_again = LockoutEnded(matter="certificate-1", on=date(2032, 4, 15), basis=AT_29)
lost = told_of_it(turned_down, REJECTION, "rejected")


def audits(told: Scenario) -> tuple[AuditStatus, ...]:
    return SCHEME.files[told.kind].shown.audits(told.file())


Told = list[tuple[str, str, date, date | None]]
LOOKED_INTO: dict[str, tuple[Scenario, Told]] = {
    "nothing": (valid, []),
    "applied": (applied, []),
    "pre-check": (pre_check, [("in pre-check", "certification-body", MAR_2, None)]),
    "incomplete": (
        incomplete,
        [("to be supplemented", "person", MAR_13, date(2026, 3, 27))],
    ),
    "review": (review, [("in review", "certification-body", date(2026, 3, 30), None)]),
    "education": (
        valid.given(registered(1, "course", 8, MAY_4)),
        [("education to be assessed", "certification-body", MAY_4, None)],
    ),
    "remedy": (remedy, [("under remedy", "person", MAY_4, date(2026, 5, 29))]),
    "handed in": (handed_in, [("under remedy", "certification-body", MAY_4, None)]),
    "suspended": (on_hold, [("suspended", "person", MAY_15, NOV_14)]),
    "ran out": (
        ran_out,
        [
            ("suspended", "person", MAY_15, NOV_14),
            ("withdrawal procedure", "certification-body", NOV_15, None),
        ],
    ),
    "withdrawn": (withdrawn, []),
    "objection": (
        asked(turned_down, PERSON, object_to(REJECTION)),
        [("objection investigated", "certification-body", date(2026, 5, 20), None)],
    ),
    "appeal": (
        asked(lost, PERSON, appeal(date(2026, 7, 10), "13")),
        [("appeal investigated", "lvv-board", date(2026, 7, 10), None)],
    ),
    "appeal taken up": (
        investigated(lost),
        [("appeal investigated", "lvv-board", date(2026, 7, 10), None)],
    ),
}


@pytest.mark.parametrize(("told", "expected"), LOOKED_INTO.values(), ids=LOOKED_INTO)
def test_what_is_looked_into(told: Scenario, expected: Told) -> None:
    assert [(one.status, one.for_whom, one.since, one.due) for one in audits(told)] == expected


def test_30_the_framework_is_to_be_reviewed_every_calendar_year() -> None:
    told = given_scheme(SchemeFileOpened(matter="scheme", on=date(2025, 6, 1), basis=AT_29))
    assert [(one.since, one.due) for one in audits(told)] == [
        (date(2025, 6, 1), date(2025, 12, 31))
    ]
    reviewed = FrameworkReviewed(
        matter="framework", on=date(2026, 2, 12), basis=AT_29, change_wanted=False, reasons="none"
    )
    assert [(one.since, one.due) for one in audits(told.given(reviewed))] == [
        (date(2026, 2, 12), date(2027, 12, 31))
    ]


@pytest.mark.parametrize(
    ("told", "word"),
    [
        (enrolling, "opened"),
        (asked(enrolling, PERSON, agreement(MAR_2)), "enrolled"),
        (applied, "in assessment"),
        (incomplete, "in assessment"),
        (turned_down, "rejected"),
        (overran, "rejected"),
        (valid, "certified"),
        (on_hold, "suspended"),
        (withdrawn, "withdrawn"),
        (asked(withdrawn, PERSON, agreement(MAY_15)), "enrolled"),
        (valid.given(expired), "expired"),
        (valid.given(expired, locked_out), "locked out"),
        (valid.given(expired, locked_out, free_again), "expired"),
    ],
)
def test_how_a_file_stands(told: Scenario, word: str) -> None:
    assert SCHEME.files["person"].shown.standing(told.file()) == word
