"""SSVV SOG-P, section 2.2.1: the dated list of qualifications."""

from datetime import date

from domain.case import Law
from domain.schemes.ssvv_sogp.act import EDITION
from domain.schemes.ssvv_sogp.record.own_file import CatalogueAdopted
from domain.schemes.ssvv_sogp.section_2_2_qualifications import (
    HANDBOOK,
    AdoptCatalogue,
    Listed,
    catalogue_on,
)
from tests.schemes.ssvv_sogp.told import AT_ROTTERDAM, SSVV, a_centre, given, given_scheme
from tests.schemes.ssvv_sogp.told_recognition import line_asked, submit

NEW_YEAR = date(2026, 1, 1)
SIXTEEN = (
    *(Listed(code=q.code, cluster=q.cluster, dutch=q.dutch) for q in HANDBOOK.qualifications),
    Listed(code="fl-5", cluster="flanges", dutch="Werken aan hogedrukverbindingen"),
)


def adopt(*listed: Listed, catalogue: str = "list-2026") -> AdoptCatalogue:
    return AdoptCatalogue(
        on=date(2025, 11, 3), catalogue=catalogue, since=NEW_YEAR, qualifications=listed
    )


def test_2_2_1_there_are_15_in_5_clusters() -> None:
    clusters = [one.cluster for one in HANDBOOK.qualifications]
    sizes = {cluster: clusters.count(cluster) for cluster in clusters}
    assert sizes == {
        "flanges": 4,
        "moving-loads": 2,
        "mobile-machinery": 6,
        "gas-measurement": 1,
        "breathing-protection": 2,
    }


def test_2_2_1_a_new_list_holds_from_its_day() -> None:
    told = given_scheme().when(adopt(*SIXTEEN), SSVV).then_recorded(CatalogueAdopted)
    law = Law(edition=EDITION, settings=told.file().state.settings_on(NEW_YEAR))
    assert catalogue_on(law, date(2025, 12, 31)).id == "handbook-4"
    assert catalogue_on(law, NEW_YEAR).id == "list-2026"
    assert catalogue_on(law, NEW_YEAR).has("fl-5")


def test_2_2_1_each_qualification_once_and_each_list_its_own_name() -> None:
    given_scheme().when(adopt(SIXTEEN[0], SIXTEEN[0]), SSVV).then_refused("", "each once")
    again = adopt(*SIXTEEN, catalogue="handbook-4")
    given_scheme().when(again, SSVV).then_refused("", "laid down already")


def test_2_2_1_what_is_not_on_the_list_is_not_asked_for() -> None:
    asked = submit(line_asked(AT_ROTTERDAM.model_copy(update={"qualification": "fl-5"})))
    given(*a_centre).when(asked, SSVV).then_refused("", "not on the list handbook-4")
