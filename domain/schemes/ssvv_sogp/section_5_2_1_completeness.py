"""5.2.1 What an application holds (Aanvraag erkenning)

- An application gives at least: name and contact details; a contact person; the locations; the
  qualifications; and for each qualification a lesson plan, teaching material (presentation, and
  reference work where there is any) and an impression of the facility.
- In a first application by a centre that SSVV has not registered: company data too, such as the
  KvK number and who may represent it in law (also 5.2.5).
"""

from domain.case import Situation
from domain.law import Rule, require
from domain.schemes.ssvv_sogp.act import section
from domain.schemes.ssvv_sogp.record.application import Application
from domain.schemes.ssvv_sogp.record.centre_file import CentreFile

AT_5_2_1 = section("5.2.1")

R_59 = Rule(
    id="R-59",
    place=AT_5_2_1,
    says="complete: contact person, locations, qualifications, and for each of these lesson plan, "
    "material and an impression of the facility",
)
R_61 = Rule(
    id="R-61",
    place=AT_5_2_1,
    says="a first application gives company data too: KvK number, who may represent the centre",
)


def lacking(now: Application) -> tuple[str, ...]:
    """What an application lacks, as location/qualification/item or a word."""
    items = ("lesson_plan", "material", "facility")
    per_line = tuple(
        f"{one.key.location}/{one.key.qualification}/{item.replace('_', '-')}"
        for one in now.lines
        for item in items
        if not getattr(one.asked, item)
    )
    return per_line if now.contact_person_given else ("contact-person", *per_line)


def is_complete(now: Application, at: Situation[CentreFile]) -> None:
    """Refused when something lacks that every application holds, or a first one (5.2.1)."""
    lacks = lacking(now)
    require(
        R_59,
        not lacks,
        f"the application lacks {', '.join(lacks)}; it can be handed in again",
        lacking=len(lacks),
    )
    company = at.file.centre.company is not None
    require(
        R_61,
        company or not now.first,
        "a first application takes company data: establish the KvK number and who represents it",
        first=now.first,
        company_data=company,
    )
