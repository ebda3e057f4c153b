"""How the file must stand before something can be asked: one sentence each, refused in words."""

from collections.abc import Callable
from datetime import date

from domain.case import Situation
from domain.law import Refused
from domain.schemes.lvv_accreditation.act import article
from domain.schemes.lvv_accreditation.ended_with_its_accreditation import (
    DURING_THE_TERM,
    NOTHING_LEFT,
    ended_with_its_accreditation,
    still_open,
)
from domain.schemes.lvv_accreditation.record.accreditation import Accreditation
from domain.schemes.lvv_accreditation.record.application import Application
from domain.schemes.lvv_accreditation.record.check import Check
from domain.schemes.lvv_accreditation.record.training_file import TrainingFile

AT_3, AT_4, AT_6 = article(3), article(4), article(6)


def application_that(at: Situation[TrainingFile], *stands: str) -> Application:
    """The latest application or renewal that stands so, out of these."""
    applications = list(at.file.applications.values())
    standing_so = [one for one in applications if one.standing in stands]
    over = [m.matter for m in standing_so if m.is_open and not still_open(at.file, m)]
    standing_so = [one for one in standing_so if one.matter not in over]
    if not standing_so:
        _refuse_what_is_over(over)
        latest = f"the latest stands {applications[-1].standing}" if applications else "none"
        raise Refused(f"no application stands {' or '.join(stands)} ({latest})", AT_3)
    return standing_so[-1]


def an_application(*stands: str) -> Callable[[Situation[TrainingFile]], Application]:
    """Open while some application or renewal stands in one of these ways."""
    return lambda at: application_that(at, *stands)


def investigated(at: Situation[TrainingFile]) -> list[str]:
    """The matters that Hobéon is looking into. Refused when there are none."""
    file = at.file
    matters = [m for m, one in file.applications.items() if one.standing == "with-hobeon"]
    matters += [m for m, one in file.checks.items() if one.standing == "running"]
    over = [matter for matter in matters if _is_over(at, matter)]
    matters = [matter for matter in matters if matter not in over]
    if not matters:
        _refuse_what_is_over(over)
        raise Refused("nothing is with Hobéon to be investigated", AT_4)
    return matters


def the_investigated(at: Situation[TrainingFile], matter: str) -> str:
    """This matter, which Hobéon is looking into."""
    matters = investigated(at)
    if matter not in matters:
        raise Refused(f"{matter} is not with Hobéon; give one of {', '.join(matters)}", AT_4)
    return matter


def _is_over(at: Situation[TrainingFile], matter: str) -> bool:
    return ended_with_its_accreditation(at.file, matter)


def _refuse_what_is_over(matters: list[str]) -> None:
    for matter in matters:
        place = DURING_THE_TERM if matter.startswith("check-") else NOTHING_LEFT
        raise Refused(f"{matter} ended with the accreditation; apply for one anew", place)


def open_checks(at: Situation[TrainingFile]) -> dict[str, Check]:
    """The interim checks that are not closed, and did not end with an accreditation."""
    checks = at.file.checks.items()
    return {m: one for m, one in checks if one.standing != "closed" and not _is_over(at, m)}


def held(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation that stands, whether its expiry is recorded or not."""
    now = at.file.accreditation
    if now is None or not now.is_held:
        raise Refused("the training holds no accreditation", AT_6(1))
    return now


def in_force(at: Situation[TrainingFile]) -> Accreditation:
    """The accreditation that stands, on its last valid day or before."""
    now = held(at)
    if at.on > now.until:
        raise Refused(f"the accreditation ran to {now.until}", AT_6(1))
    return now


def on_record_from(at: Situation[TrainingFile], matter: str, day: date) -> date:
    """That day, or the day of the latest fact in the matter, which no fact may precede."""
    return max(day, *(r.fact.on for r in at.case.trail if r.fact.matter == matter))
