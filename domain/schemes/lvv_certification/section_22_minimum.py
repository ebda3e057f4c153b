"""22-23. Minimum hours and their spread (Minimaal aantal uren voor PE, Verdeling van PE)

- For recertification at least 72 hours are shown, in a period of four years.
- The hours are preferably spread over the years of the period in reasonable measure.
- They always hold (a) courses, at least 24 hours; (b) intervision, at least 32; (c) extra
  activities, at least 16. The three add up to 72, so no surplus makes good a shortfall.
"""

from collections.abc import Sequence

from domain.case import Law
from domain.days import Span
from domain.law import InTime, Refused, Remark, Rule, Value, weigh
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.certificate import Certificate
from domain.schemes.lvv_certification.record.education import Activity, Area
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.section_18_hours import (
    R_22,
    contact_hours,
    most_self_study,
    self_study_hours,
)
from domain.schemes.lvv_certification.section_20_intervision import (
    MEETINGS_AS_CASE_BRINGER,
    R_16,
)

AT_22, AT_23 = section(22), section(23)

R_11 = Rule(
    id="R-11",
    place=AT_23,
    says="72 hours at least, of which 24 courses, 32 intervision and 16 extra activities",
)
R_23 = Rule(
    id="R-23",
    place=AT_22.read("D-16: preferably; hours in each year of the period, and never a refusal"),
    says="the hours are preferably spread over the years; it is no condition",
)


class Minimum(Value):
    """The hours that are needed in a period: in all, and in each area."""

    total: int
    course: int
    intervision: int
    extra: int


MINIMUM = InTime({IN_FORCE: Minimum(total=72, course=24, intervision=32, extra=16)})


class Hours(Value):
    """The hours that count for one certificate period.

    ``self_study_cut`` is what ``extra`` and ``total`` lost to the limit of 18. ``per_year`` is
    by years of the certificate, an activity in the year of its last day, before that cut.
    """

    course: int
    intervision: int
    extra: int
    self_study: int
    self_study_cut: int
    contact: int
    total: int
    meetings_as_case_bringer: int
    per_year: tuple[int, ...]

    @property
    def is_spread(self) -> bool:
        return all(self.per_year)


def hours_counted(file: PersonFile, certificate: Certificate, law: Law) -> Hours:
    """The hours of every activity that was accepted for this certificate."""
    accepted = [a for a in file.activities.values() if _counts(a, certificate)]
    contact, self_study = contact_hours(accepted, law), self_study_hours(accepted)
    cut = max(0, self_study - most_self_study(contact, law))
    meetings = [a.registered.meeting for a in accepted if a.registered.meeting]
    return Hours(
        course=_hours(accepted, "course"),
        intervision=_hours(accepted, "intervision"),
        extra=_hours(accepted, "extra") - cut,
        self_study=self_study,
        self_study_cut=cut,
        contact=contact,
        total=sum(a.hours for a in accepted) - cut,
        meetings_as_case_bringer=sum(m.as_case_bringer for m in meetings),
        per_year=_per_year(accepted, certificate),
    )


def weigh_education(file: PersonFile, certificate: Certificate, law: Law) -> None:
    """Whether the education of a certificate's period suffices for recertification.

    Raises Refused under R-11 or else R-16, naming every shortfall with its numbers. Self-study
    over its limit (R-22) and an uneven spread (R-23) are weighed and refuse nothing.
    """
    counted, needed = hours_counted(file, certificate, law), MINIMUM.of(law.edition)
    cut = counted.self_study_cut
    weigh(R_22, cut == 0, self_study=counted.self_study, contact=counted.contact, cut=cut)
    weigh(R_23, counted.is_spread, **{f"year_{n}": h for n, h in enumerate(counted.per_year, 1)})
    short = _too_few_hours(counted, needed)
    given = {area: getattr(counted, area) for area in Minimum.model_fields}
    enough = weigh(R_11, not short, **given)
    brought, wanted = counted.meetings_as_case_bringer, MEETINGS_AS_CASE_BRINGER.of(law.edition)
    if not weigh(R_16, brought >= wanted, meetings_as_case_bringer=brought):
        short.append(f"case brought in at {brought} of {wanted} meetings")
    if short:
        rule = R_16 if enough else R_11
        raise Refused("; ".join(short), rule.place, rule.id)


def remarks_on_spread(counted: Hours) -> tuple[Remark, ...]:
    """The remark that goes with a decision when the hours lie unevenly over the years."""
    if counted.is_spread:
        return ()
    years = ", ".join(str(hours) for hours in counted.per_year)
    says = f"the hours are not spread over the years of the period: {years}"
    return (Remark(says=says, place=R_23.place),)


def _too_few_hours(counted: Hours, needed: Minimum) -> list[str]:
    """Every shortfall in words; the total first, with what was cut from it."""
    short = []
    if counted.total < needed.total:
        short.append(f"{needed.total} hours are needed and {counted.total} count")
    areas = {"course": "courses", "intervision": "intervision", "extra": "extra activities"}
    for area, called in areas.items():
        has, wants = getattr(counted, area), getattr(needed, area)
        if has < wants:
            short.append(f"{called} {has} of {wants}")
    if short and counted.self_study_cut:
        short.append(f"self-study over its limit, and cut: {counted.self_study_cut}")
    return short


def _counts(one: Activity, certificate: Certificate) -> bool:
    return one.standing == "accepted" and one.counts_for == certificate.matter


def _hours(accepted: Sequence[Activity], area: Area) -> int:
    return sum(one.hours for one in accepted if one.registered.area == area)


def _per_year(accepted: Sequence[Activity], certificate: Certificate) -> tuple[int, ...]:
    starts = [certificate.first_day]
    while (start := Span(years=len(starts)).after(certificate.first_day)) <= certificate.until:
        starts.append(start)
    hours = [0] * len(starts)
    for one in accepted:
        year = sum(start <= one.registered.last_day for start in starts)
        hours[max(year, 1) - 1] += one.hours
    return tuple(hours)
