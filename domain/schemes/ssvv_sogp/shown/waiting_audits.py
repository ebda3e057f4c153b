"""What waits for whom about audits, findings, signals and irregularities (3.1.3, 6)."""

from collections.abc import Iterator

from domain.schemes.ssvv_sogp.record.audit import Audit
from domain.schemes.ssvv_sogp.record.irregularity import Irregularity, OversightSignal
from domain.schemes.ssvv_sogp.shown.step import AUDITOR, CENTRE, SSVV
from domain.shown import Step, Waiting

TEAM = Step("appoint-audit-team", SSVV, "appoints one or more auditors")
AGENDA = Step("agree-audit-agenda", AUDITOR, "agrees the agenda with the SOG-P responsible person")
HEAR = Step("record-auditee-remarks", AUDITOR, "records what the auditee remarks, if anything")
FINALISE = Step("finalise-report", AUDITOR, "finishes the report")
REACT = Step("submit-reaction", CENTRE, "reacts to the findings")
JUDGE = Step("accept-follow-up", SSVV, "judges each reaction, or asks for more")
CONFIRM = Step("confirm-audit-closure", SSVV, "confirms the formal closing to the centre")
OF_AN_AUDIT = {
    "proposed": Step("agree-audit-day", CENTRE, "agrees to the proposed day, or refuses it"),
    "day-refused": Step("propose-other-day", SSVV, "proposes another day"),
    "prepared": Step("open-audit", AUDITOR, "opens the audit on the day agreed"),
    "in-progress": Step(
        "share-provisional-findings", AUDITOR, "shares the provisional findings at its end"
    ),
    "reported": Step("send-report", SSVV, "sends the report to the centre"),
    "awaiting-acknowledgement": Step(
        "acknowledge-receipt", CENTRE, "acknowledges the receipt of the report"
    ),
    "ready-to-close": Step("close-audit", SSVV, "formally closes the audit"),
}
OF_A_SIGNAL = {
    "shared": Step("assess-signal", SSVV, "assesses the signal"),
    "assessed": Step("act-on-signal", SSVV, "acts on the signal, or closes it with reasons"),
}
OF_AN_IRREGULARITY = {
    "reported": Step("acknowledge-irregularity", SSVV, "acknowledges the report"),
    "received": Step("decide-irregularity-follow-up", SSVV, "decides what follows from it"),
    "followed-up": Step("close-irregularity", SSVV, "closes the case, with reasons"),
}


def of_an_audit(now: Audit) -> Iterator[Waiting]:
    """The next steps in an audit: the centre may owe a reaction while SSVV judges another."""
    if now.standing == "closed" and now.confirmed_on is None:
        yield CONFIRM.waits(now.matter, now.since)
    elif now.standing in OF_AN_AUDIT:
        yield OF_AN_AUDIT[now.standing].waits(now.matter, now.since)
    for step in _steps(now):
        yield step.waits(now.matter, now.since)


def _steps(now: Audit) -> list[Step]:
    if now.standing == "planned":
        return [AGENDA if now.auditors else TEAM]
    if now.standing == "findings-shared":
        return [FINALISE if now.auditee_heard else HEAR]
    if now.standing in ("awaiting-reaction", "under-review"):
        standings = {one.standing for one in now.findings.values()}
        owed = {REACT: standings & {"open", "more-asked"}, JUDGE: standings & {"reacted"}}
        return [step for step, is_owed in owed.items() if is_owed]
    return []


def of_a_signal(now: OversightSignal) -> Iterator[Waiting]:
    """What SSVV does next with a signal."""
    if now.standing in OF_A_SIGNAL:
        yield OF_A_SIGNAL[now.standing].waits(now.matter, now.since)


def of_an_irregularity(now: Irregularity) -> Iterator[Waiting]:
    """What SSVV does next with a reported irregularity."""
    if now.standing in OF_AN_IRREGULARITY:
        yield OF_AN_IRREGULARITY[now.standing].waits(now.matter, now.since)
