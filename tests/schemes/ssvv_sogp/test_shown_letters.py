"""SSVV SOG-P: letters that go another way (N-13 to N-19), and what waits in the scheme's file."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.fact import Fact
from domain.personal import Personal
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.agreement import (
    AgreementLeftUnchanged,
    ChangeReported,
    NonRenewalDiscussed,
    RenewalDeclined,
)
from domain.schemes.ssvv_sogp.record.course import (
    ConcernDiscussed,
    ConcernReported,
    ConcernSignalled,
)
from domain.schemes.ssvv_sogp.record.irregularity import IrregularityReported
from domain.schemes.ssvv_sogp.record.logo import (
    ConsentGranted,
    ConsentRefused,
    ConsentRequested,
    LiabilityNoticeSent,
    MeasureTaken,
    MisuseClosed,
    MisuseEstablished,
    MisuseReported,
    MisuseStopped,
)
from domain.schemes.ssvv_sogp.shown import CENTRE_FILE, OWN_FILE
from tests.schemes.ssvv_sogp.told import a_recognised_centre, given, given_scheme
from tests.schemes.ssvv_sogp.told_courses import a_course_with_somebody

OCT_1, OCT_30, YEAR_END = date(2026, 10, 1), date(2026, 10, 30), date(2026, 12, 31)
SEP_9 = date(2025, 9, 9)
WHY: Personal[Any, str] = Personal("as the letter says")
SOMEBODY = UUID(int=90)


def of(kind: type[Fact], matter: str, on: date, place: str, **more: Any) -> Fact:
    return kind(matter=matter, on=on, basis=section(place), **more)


declined = of(RenewalDeclined, "agreement-1", OCT_1, "3.2", by="centre", discuss_by=YEAR_END)
discussed = of(NonRenewalDiscussed, "agreement-1", OCT_30, "3.2", discussed=WHY)
change = of(
    ChangeReported, "agreement-1", OCT_1, "5.4", change="ownership", effective=OCT_30, what=WHY
)
unchanged = of(AgreementLeftUnchanged, "agreement-1", OCT_30, "5.4", because=WHY)
irregularity = of(
    IrregularityReported,
    "irregularity-1",
    OCT_1,
    "3.1.3",
    category="other",
    certainty="suspicion",
    known_on=OCT_1,
    what=WHY,
)
concern = of(
    ConcernSignalled, "course-1", SEP_9, "3.1", participant=1, discuss_by=SEP_9, goals=WHY
)
talked = of(
    ConcernDiscussed,
    "course-1",
    SEP_9,
    "3.1",
    participant=1,
    partner="participant",
    discussed=WHY,
)
outside = of(
    ConcernReported,
    "course-1",
    SEP_9,
    "3.1",
    participant=1,
    to="exam-centre",
    exceptional_because=WHY,
)


@pytest.mark.parametrize(
    ("facts", "to", "says", "sent_on"),
    [
        ((*a_recognised_centre, declined), "ssvv", "no wish to renew", None),
        ((*a_recognised_centre, declined, discussed), "ssvv", "no wish to renew", OCT_30),
        ((*a_recognised_centre, change), "ssvv", "ownership) takes effect", OCT_1),
        ((*a_recognised_centre, change, unchanged), "centre", "stays as it is", OCT_30),
        ((*a_recognised_centre, irregularity), "ssvv", "known as a suspicion", OCT_1),
        ((*a_course_with_somebody, concern), "centre", "does not master", None),
        ((*a_course_with_somebody, concern, talked), "centre", "does not master", SEP_9),
        ((*a_course_with_somebody, concern, outside), "exam-centre", "exceptional", SEP_9),
    ],
)
def test_what_is_told_in_a_centre_s_file(
    facts: tuple[Fact, ...], to: str, says: str, sent_on: date | None
) -> None:
    told = [one for one in CENTRE_FILE.notices(given(*facts).file()) if says in one.says]
    assert [(one.to, one.sent_on) for one in told] == [(to, sent_on)]


def test_a_wish_of_ssvv_not_to_renew_is_told_to_the_centre() -> None:
    by_ssvv = declined.model_copy(update={"by": "ssvv"})
    told = CENTRE_FILE.notices(given(*a_recognised_centre, by_ssvv).file())
    assert told[-1].to == "centre"


requested = of(
    ConsentRequested,
    "logo-consent-1",
    OCT_1,
    "3.3",
    party=SOMEBODY,
    name=WHY,
    medium="banner",
    purpose=WHY,
)
consented = of(ConsentGranted, "logo-consent-1", OCT_30, "3.3", in_writing=True, scope=WHY)
refused = of(ConsentRefused, "logo-consent-1", OCT_30, "3.3", reasons=WHY)
reported = of(
    MisuseReported,
    "misuse-1",
    OCT_1,
    "3.3.1",
    party=SOMEBODY,
    name=WHY,
    is_a_person=True,
    seen_on=OCT_1,
    what=WHY,
)
established = of(
    MisuseEstablished, "misuse-1", OCT_1, "3.3.1", form="suggests-conformity", findings=WHY
)
measure = of(MeasureTaken, "misuse-1", OCT_30, "3.3.1", measure=WHY)
liable = of(LiabilityNoticeSent, "misuse-1", OCT_30, "3.3.1")
stopped = of(MisuseStopped, "misuse-1", OCT_30, "3.3.1")
closed = of(MisuseClosed, "misuse-1", OCT_30, "3.3.1")


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ((requested,), []),
        ((requested, consented), ["the logo may be used from 2026-10-30"]),
        ((requested, refused), ["the logo may not be used"]),
        ((reported, established), []),
        ((reported, established, measure), ["the misuse of the logo has to stop"]),
        ((reported, established, measure, liable), ["the misuse", "held liable"]),
    ],
)
def test_what_is_told_about_the_logo(facts: tuple[Fact, ...], says: list[str]) -> None:
    told = OWN_FILE.notices(given_scheme(*facts).file())
    assert len(told) == len(says)
    assert all(one.says.startswith(start) for one, start in zip(told, says, strict=True))
    assert {(one.to, one.sent_on, one.written) for one in told} <= {("party", OCT_30, True)}


@pytest.mark.parametrize(
    ("facts", "actions"),
    [
        ((), []),
        ((requested,), ["grant-logo-consent"]),
        ((requested, consented), []),
        ((reported,), ["establish-misuse"]),
        ((reported, established), ["take-measure"]),
        ((reported, established, measure), ["record-misuse-stopped"]),
        ((reported, established, measure, stopped), ["close-misuse"]),
        ((reported, established, measure, stopped, closed), []),
    ],
)
def test_what_waits_in_the_scheme_s_own_file(facts: tuple[Fact, ...], actions: list[str]) -> None:
    waits = OWN_FILE.waiting(given_scheme(*facts).file())
    assert [one.action for one in waits] == actions
    assert {one.for_whom for one in waits} <= {"ssvv"}
