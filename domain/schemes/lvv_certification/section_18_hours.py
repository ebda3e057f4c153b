"""18. Counting hours (Wijze van tellen van bestede uren)

- Hours are gross hours as ECTS counts them: reading, lessons, working groups, practice and the
  test itself are all time spent.
- Self-study goes by pages: 8 an hour for fairly easy Dutch texts, 5 to 7 for hard to average
  ones, about 4 for very hard ones, such as texts in another language.
- Self-study counts up to 50% of the contact hours: teaching with teacher and student
  physically present (2).
"""

from collections.abc import Iterable, Mapping

from domain.case import Law
from domain.law import InTime, Rule, require
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.education import Activity, ActivityRegistered
from domain.schemes.lvv_certification.settings import ONLINE_IS_CONTACT

AT_18 = section(18)
BY_PAGES = AT_18.read("hours are at most the pages divided by the lowest rate, in whole hours")
OVER_THE_PERIOD = AT_18.read(
    "D-15: self-study is an extra activity, held against the contact hours of accepted courses "
    "over the whole certificate period; what is over is cut"
)

R_21 = Rule(
    id="R-21",
    place=BY_PAGES,
    says="gross hours; self-study 8 easy, 5 to 7 average or about 4 very hard pages an hour",
)
R_22 = Rule(
    id="R-22",
    place=OVER_THE_PERIOD,
    says="self-study counts up to half of the contact hours; what is over is cut",
)

FEWEST_PAGES_AN_HOUR: InTime[Mapping[str, int]] = InTime(
    {IN_FORCE: {"easy": 8, "medium": 5, "very-hard": 4}}
)
PERCENT_OF_CONTACT_HOURS = InTime({IN_FORCE: 50})


def hours_add_up(one: ActivityRegistered) -> None:
    """Refused when the parts of an activity are more than its hours (R-21)."""
    study = one.self_study.hours if one.self_study else 0
    parts = one.contact_hours + one.online_hours + study
    require(
        R_21,
        parts <= one.hours,
        f"contact, online and self-study hours add up to {parts}, more than the {one.hours} "
        f"hours of the whole; give {parts} hours or smaller parts",
        hours=one.hours,
        parts=parts,
    )


def self_study_goes_by_pages(one: ActivityRegistered, law: Law) -> None:
    """Refused when more hours of self-study are claimed than the pages give (R-21)."""
    study = one.self_study
    if study is None:
        return
    require(
        R_22,
        one.area == "extra",
        "self-study is an extra activity; hand it in as one, apart from the rest",
        area=one.area,
    )
    rate = FEWEST_PAGES_AN_HOUR.of(law.edition)[study.difficulty]
    right = study.pages // rate
    require(
        R_21,
        study.hours <= right,
        f"{study.pages} pages at {rate} an hour are {right} hours, and {study.hours} are claimed",
        pages=study.pages,
        difficulty=study.difficulty,
        claimed=study.hours,
        right=right,
    )


def contact_hours(accepted: Iterable[Activity], law: Law) -> int:
    """The hours that self-study is held against: those of teaching in accepted courses."""
    courses = [one.registered for one in accepted if one.registered.area == "course"]
    online = sum(course.online_hours for course in courses) if ONLINE_IS_CONTACT.is_on(law) else 0
    return sum(course.contact_hours for course in courses) + online


def self_study_hours(accepted: Iterable[Activity]) -> int:
    """The hours of self-study in accepted extra activities."""
    extra = [one.registered for one in accepted if one.registered.area == "extra"]
    return sum(one.self_study.hours for one in extra if one.self_study)


def most_self_study(contact: int, law: Law) -> int:
    """The hours of self-study that may count beside so many contact hours, in whole hours."""
    return contact * PERCENT_OF_CONTACT_HOURS.of(law.edition) // 100
