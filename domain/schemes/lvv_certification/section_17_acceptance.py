"""17. Continuing education (Eisen Permanente Educatie): accepting and rejecting

An activity is accepted for the period of one certificate, or rejected on a ground that 18 to 24
or an annex gives. One that was accepted stays so: an accreditation withdrawn later does not undo
what counted. Only what was found to be false can be rejected after it was accepted, while the
recertification it counts for is not decided: nothing was shown by it then (24).
"""

from domain.case import Command, Facts, Law, Situation, action
from domain.law import Refused, Rule, weigh
from domain.personal import Content, Personal
from domain.schemes.lvv_certification.act import section
from domain.schemes.lvv_certification.annex_1_framework import (
    R_19,
    R_20,
    counts_once,
    relevance_is_shown,
)
from domain.schemes.lvv_certification.annex_4_statement import R_18, statement_is_whole
from domain.schemes.lvv_certification.record.certificate import Certificate
from domain.schemes.lvv_certification.record.education import (
    Activity,
    ActivityAccepted,
    ActivityRejected,
)
from domain.schemes.lvv_certification.record.person_file import PersonFile
from domain.schemes.lvv_certification.roles import BODY
from domain.schemes.lvv_certification.section_18_hours import (
    R_21,
    R_22,
    self_study_goes_by_pages,
)
from domain.schemes.lvv_certification.section_19_courses import R_12, course_was_accredited
from domain.schemes.lvv_certification.section_20_intervision import (
    R_13,
    R_14,
    R_15,
    by_the_guide,
    meeting_meets_the_level,
)
from domain.schemes.lvv_certification.section_21_period import (
    R_24,
    in_a_period,
    period_that_runs,
    within_the_period,
)
from domain.schemes.lvv_certification.section_24_proof import R_17, proven_on_its_form
from domain.words import Code, Prose

AT_17 = section(17)
FALSE = "found-false"
NOTHING_WAS_SHOWN = section(24).read(
    "a false proof shows nothing: rejected, also after it was accepted, until the recertification "
    "it counts for is decided"
)

GROUNDS: dict[str, Rule] = {
    "course-not-accredited": R_12,
    "group-not-registered-beforehand": R_13,
    "guide-not-followed": by_the_guide(),
    "number-of-participants": R_14,
    "no-facilitator": R_15,
    "wrong-form": R_17,
    "statement-not-whole": R_18,
    "relevance-not-shown": R_19,
    "counted-already": R_20,
    "hours-not-supported": R_21,
    "self-study-not-extra": R_22,
    "outside-the-period": R_24,
    FALSE: R_17.model_copy(update={"place": NOTHING_WAS_SHOWN}),
}


class AcceptActivity(Command):
    """Accept an activity, with the hours it was handed in with."""

    name = "accept-activity"
    activity: Code


class RejectActivity(Command):
    """Reject an activity on a ground that the text gives, with reasons."""

    name = "reject-activity"
    activity: Code
    ground: Code
    reasons: Personal[Content, Prose]


def an_activity_waits(at: Situation[PersonFile]) -> None:
    if all(one.standing != "registered" for one in at.file.activities.values()):
        raise Refused("no activity waits to be accepted or rejected", AT_17)


def one_may_be_rejected(at: Situation[PersonFile]) -> None:
    if not any(_is_undecided(one, at) for one in at.file.activities.values()):
        an_activity_waits(at)


def _is_undecided(one: Activity, at: Situation[PersonFile]) -> bool:
    """Whether it was accepted for a period of which the recertification is not decided yet."""
    now = period_that_runs(at.file)
    return one.standing == "accepted" and now is not None and one.counts_for == now.matter


def one_may_be_accepted(at: Situation[PersonFile]) -> None:
    an_activity_waits(at)
    in_a_period(at)


@action(AcceptActivity, by=BODY, place=AT_17, when=one_may_be_accepted)
def accept_activity(asked: AcceptActivity, at: Situation[PersonFile]) -> Facts:
    """Accept an activity for the certificate period that runs, once it meets 18 to 24."""
    one, now = _waiting(asked.activity, at.file), in_a_period(at)
    _meets_its_articles(one, at.file, now, at.law)
    return ActivityAccepted(
        matter=one.matter,
        on=asked.on,
        basis=AT_17,
        hours=one.registered.hours,
        certificate=now.matter,
    )


@action(RejectActivity, by=BODY, place=AT_17, when=one_may_be_rejected)
def reject_activity(asked: RejectActivity, at: Situation[PersonFile]) -> Facts:
    """Reject an activity on a listed ground, with reasons; it may be handed in again."""
    accepted = at.file.activities.get(asked.activity)
    undone = accepted is not None and asked.ground == FALSE and _is_undecided(accepted, at)
    one = accepted if accepted and undone else _waiting(asked.activity, at.file)
    rule = GROUNDS.get(asked.ground)
    if rule is None:
        listed = ", ".join(GROUNDS)
        raise Refused(f"{asked.ground} is not among the grounds; give one of {listed}", AT_17)
    weigh(rule, False, ground=asked.ground)
    return ActivityRejected(
        matter=one.matter,
        on=asked.on,
        basis=rule.place,
        ground=asked.ground,
        reasons=asked.reasons,
    )


def _waiting(matter: str, file: PersonFile) -> Activity:
    """The activity, which waits to be accepted or rejected."""
    one = file.activities.get(matter)
    if one is None:
        held = ", ".join(file.activities)
        raise Refused(f"{matter} is not an activity in this file; give one of {held}", AT_17)
    counts_once(one)
    if one.standing != "registered":
        raise Refused(f"{matter} was {one.standing} on {one.since} already", AT_17)
    return one


def _meets_its_articles(activity: Activity, file: PersonFile, now: Certificate, law: Law) -> None:
    """Refused under the first rule of 18 to 24 and the annexes that the activity fails."""
    one = activity.registered
    within_the_period(one, now, file)
    proven_on_its_form(one)
    self_study_goes_by_pages(one, law)
    match one.area:
        case "course":
            course_was_accredited(one)
        case "intervision":
            meeting_meets_the_level(one, law)
        case "extra":
            relevance_is_shown(one)
            statement_is_whole(one, file.name)
