"""What a history shows outside: how it stands, what is open for whom. Never a register line."""

from domain.case import CaseFile
from domain.schemes.taken_over.act import house_rule
from domain.schemes.taken_over.record.history import History, HistoryFile
from domain.shown import AuditStatus, Shown, Waiting

NEXT = "to be ended, here or at its source"


def stands(case: CaseFile[HistoryFile]) -> str:
    history = case.state.history
    return f"taken over, {history.standing}" if history else ""


def audits(case: CaseFile[HistoryFile]) -> tuple[AuditStatus, ...]:
    return tuple(
        AuditStatus(
            matter=history.matter,
            status="open",
            since=history.since,
            for_whom="handler",
            next=NEXT,
            due=min((one.last for one in history.deadlines), default=None),
            under=house_rule(3),
        )
        for history in _open(case)
    )


def waiting(case: CaseFile[HistoryFile]) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(
            matter=history.matter,
            action="record-end",
            for_whom="handler",
            since=history.since,
            says=f"a case taken over that is still open: {NEXT}",
        )
        for history in _open(case)
    )


def _open(case: CaseFile[HistoryFile]) -> list[History]:
    return [one for one in case.state.histories.values() if one.standing == "open"]


HISTORY_FILE = Shown(
    audits=audits, waiting=waiting, standing=stands, titles={"history": "geschiedenis"}
)
