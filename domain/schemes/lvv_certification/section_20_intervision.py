"""20. Minimum level of intervision (Minimumniveau van intervisie)

- (a) The group works by the intervision guide of LVV (as revised in December 2019).
- (b) The group is registered with LVV; 23(b) adds: beforehand.
- (c) A meeting has four to ten participants, facilitator and case bringer (inbrenger) included.
- (d) Every meeting has a facilitator.
- (e) In the period of recertification the person brings the case in at least two meetings.
"""

from domain.case import Law
from domain.law import InTime, Refused, Rule, Value, require
from domain.schemes.lvv_certification.act import IN_FORCE, section
from domain.schemes.lvv_certification.record.education import ActivityRegistered, Meeting

AT_20 = section(20)
BEFOREHAND = AT_20("b").read("23(b): beforehand is on a day before that of the meeting")


class Participants(Value):
    fewest: int
    most: int


PARTICIPANTS = InTime({IN_FORCE: Participants(fewest=4, most=10)})
MEETINGS_AS_CASE_BRINGER = InTime({IN_FORCE: 2})

R_13 = Rule(
    id="R-13",
    place=BEFOREHAND,
    says="the group was registered with LVV before the meeting and works by the guide",
)
R_14 = Rule(
    id="R-14",
    place=AT_20("c"),
    says="4 to 10 participants, facilitator and case bringer included",
)
R_15 = Rule(id="R-15", place=AT_20("d"), says="a facilitator at every meeting")
R_16 = Rule(id="R-16", place=AT_20("e"), says="at least 2 meetings as case bringer in the period")


def by_the_guide() -> Rule:
    """R-13 as far as it is about the guide, which (a) asks for."""
    return R_13.model_copy(update={"place": AT_20("a")})


def meeting_meets_the_level(one: ActivityRegistered, law: Law) -> None:
    """Refused when the group or the meeting is below the minimum level (R-13, R-14, R-15)."""
    meeting = one.meeting
    if meeting is None:
        raise Refused("no meeting is named; say which group met, and who was there", AT_20, "R-13")
    _group_is_registered(one, meeting)
    allowed = PARTICIPANTS.of(law.edition)
    require(
        R_14,
        allowed.fewest <= meeting.participants <= allowed.most,
        f"{meeting.participants} took part; a meeting has {allowed.fewest} to {allowed.most} "
        "participants, facilitator and case bringer included",
        participants=meeting.participants,
    )
    present = meeting.facilitator_present
    require(R_15, present, "no facilitator was there; every meeting has one", present=present)


def _group_is_registered(one: ActivityRegistered, meeting: Meeting) -> None:
    """Refused when the group was not registered beforehand or has another way of working."""
    registered = meeting.group_registered_on
    require(
        R_13,
        registered is not None and registered < one.first_day,
        f"the group was {f'registered on {registered}' if registered else 'not registered'}; it "
        f"is to be registered with LVV before the day of the meeting, {one.first_day}",
        registered=registered,
        meeting=one.first_day,
    )
    follows = meeting.follows_the_guide
    require(
        by_the_guide(),
        follows,
        "the group does not work by the intervision guide of LVV, and it has to",
        follows_the_guide=follows,
    )
