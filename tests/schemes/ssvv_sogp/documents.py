"""Qualification documents that scenarios are told under, and the law that has them."""

from datetime import date

from domain.case import Law
from domain.schemes.ssvv_sogp.act import EDITION, section
from domain.schemes.ssvv_sogp.record.own_file import DocumentAdopted, OwnFile
from tests.scenario import Scenario
from tests.schemes.ssvv_sogp.told import given_scheme

FORERUNNERS = "forerunners-gm-1"


def a_document(
    document: str,
    qualification: str,
    since: date,
    parallel_until: date | None = None,
    minutes: int | None = None,
    criteria_changed: bool = False,
    diplomas: tuple[str, ...] = (),
) -> tuple[DocumentAdopted]:
    """A document that was laid down on the day from which it holds."""
    adopted = DocumentAdopted(
        matter=f"document-{document}",
        on=since,
        basis=section("2.3"),
        document=document,
        qualification=qualification,
        since=since,
        parallel_until=parallel_until,
        minutes=minutes,
        criteria_changed=criteria_changed,
        diplomas=diplomas,
    )
    return (adopted,)


def law_with(told: Scenario) -> Law:
    """The law as this file of the scheme decides it."""
    own = told.file().state
    assert isinstance(own, OwnFile)
    return Law(edition=EDITION, settings=own.settings_on(date(2030, 1, 1)))


def law_of(*documents: tuple[DocumentAdopted]) -> Law:
    """The law under these documents."""
    return law_with(given_scheme(*(one for (one,) in documents)))
