"""In a word or two, how a training centre's file stands."""

from domain.case import CaseFile
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile

OF_LINES = {
    "in-force": "recognised",
    "granted": "recognised, not in force",
    "lapsed": "lapsed",
    "withdrawn": "withdrawn",
}


def stands(case: CaseFile[CentreFile]) -> str:
    """What it holds comes first, then an open application, then what is behind it."""
    file = case.state
    standings = {line.standing for line in file.lines.values()}
    for standing in ("in-force", "granted"):
        if standing in standings:
            return OF_LINES[standing]
    if any(one.is_open for one in file.applications.values()):
        return "applying"
    for standing in ("lapsed", "withdrawn"):
        if standing in standings:
            return OF_LINES[standing]
    return "not recognised" if file.applications else "opened"
