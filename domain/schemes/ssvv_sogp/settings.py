"""What the text leaves open and SSVV decides as policy, in the scheme's own file.

None of these is in the handbook: each carries the reading it rests on.
"""

from domain.case import Setting
from domain.legal_calendar import ATW
from domain.scheme_file import DECREE_DAYS_COUNT
from domain.schemes.ssvv_sogp.act import section

DECREE_DAYS = Setting(
    name=DECREE_DAYS_COUNT,
    default=False,
    place=ATW,
    says="whether days equated with holidays by royal decree are no working days",
)
DECISION_REMINDER_WEEKS = Setting(
    name="decision-reminder-weeks",
    default=8,
    place=section("5.2").read("T-14: no term in the text; a reminder, nothing follows"),
    says="weeks after an application in which SSVV is reminded to decide",
)
REACTION_REMINDER_DAYS = Setting(
    name="reaction-reminder-days",
    default=30,
    place=section("6.1.4").read("T-15: no term in the text; a reminder, nothing follows"),
    says="days after an audit report was sent in which a reaction is reminded of",
)
FOREWARNING_DAYS = Setting(
    name="forewarning-days",
    default=28,
    place=section("5.3").read("T-17, A-16: 'amply before' has no number in the text"),
    says="days that an improvement signal goes before a withdrawal at least",
)
ROUNDS_BEFORE_WITHDRAWAL = Setting(
    name="rounds-before-withdrawal",
    default=1,
    place=section("6.1.5").read("R-85: 'in the last resort' takes a round of follow-up first"),
    says="rounds of follow-up on a finding before an audit can lead to withdrawal",
)
IRREGULARITY_WORKING_DAYS = Setting(
    name="irregularity-working-days",
    default=5,
    place=section("3.1.3").read("T-21: 'always' has no length; later is remarked on"),
    says="working days in which an irregularity is reported without a remark",
)
DRILL_MONTHS = Setting(
    name="drill-months",
    default=12,
    place=section("3.1").read("T-26: 'regular' and 'current' have no length"),
    says="months that an emergency drill, and other evidence of being current, is good for",
)
RETAKE_WINDOW_DAYS = Setting(
    name="retake-window-days",
    default=90,
    place=section("3.1.1").read("A-11: a trainer whose diploma nears its end may renew it"),
    says="days before a diploma ends in which staff may sit that exam again",
)
EXPIRY_ALERT_DAYS = Setting(
    name="expiry-alert-days",
    default=60,
    place=section("3.2").read("A-17: an alert before agreements end"),
    says="days before the end of agreements at which SSVV is alerted",
)
DAY_REFUSALS = Setting(
    name="day-refusals-before-remark",
    default=3,
    place=section("6").read("R-60: 'co-operate' has no number; the third refusal is remarked on"),
    says="refusals of a day for one audit from which the centre is held not to co-operate",
)
FOUR_EYES = Setting(
    name="decider-is-not-the-auditor",
    default=True,
    place=section("5.2.3").read("SoD-6: the text does not forbid it"),
    says="whether who closes an audit or grants a recognition must not have audited",
)
TRAINER_NOT_EXAMINER = Setting(
    name="trainer-is-not-the-examiner",
    default=True,
    place=section("3.1.1").read("R-20: training and examining are parted in each group"),
    says="whether who trains a group is kept from examining it",
)
SETTINGS = (
    DECREE_DAYS,
    DECISION_REMINDER_WEEKS,
    REACTION_REMINDER_DAYS,
    FOREWARNING_DAYS,
    ROUNDS_BEFORE_WITHDRAWAL,
    IRREGULARITY_WORKING_DAYS,
    DRILL_MONTHS,
    RETAKE_WINDOW_DAYS,
    EXPIRY_ALERT_DAYS,
    DAY_REFUSALS,
    FOUR_EYES,
    TRAINER_NOT_EXAMINER,
)
