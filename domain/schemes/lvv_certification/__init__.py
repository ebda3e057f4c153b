"""LVV person certification: which section answers which question."""

from domain.case import KindOfFile, actions_of
from domain.erasure import erasure_actions
from domain.scheme_file import actions_under
from domain.schemes import FileUnder, Scheme, actions_in, terms_in
from domain.schemes.lvv_certification import (
    annex_1_framework,
    annex_3_equivalents,
    annex_4_statement,
    section_05_scope,
    section_09_enrolment,
    section_10_equivalents,
    section_11_file,
    section_13_pre_check,
    section_14_decision,
    section_15_validity,
    section_16_lock_out,
    section_16_recertification,
    section_17_acceptance,
    section_17_activities,
    section_18_hours,
    section_19_courses,
    section_20_intervision,
    section_21_period,
    section_22_minimum,
    section_24_proof,
    section_25_objection,
    section_25_retaking,
    section_26_appeal,
    section_26_opinion,
    section_27_contracts,
    section_27_extension,
    section_27_lifting,
    section_27_remedy,
    section_27_running_out,
    section_27_suspension,
    section_28_withdrawal,
    section_29_register,
    section_30_framework,
    section_31_lists,
    shown,
)
from domain.schemes.lvv_certification.act import EDITION, section
from domain.schemes.lvv_certification.left_to_people import LEFT_TO_PEOPLE
from domain.schemes.lvv_certification.record import own_file, person_file
from domain.schemes.lvv_certification.roles import BODY, ROLES
from domain.schemes.lvv_certification.settings import SETTINGS

ABOUT_A_PERSON = (
    section_05_scope,
    section_09_enrolment,
    section_10_equivalents,
    section_11_file,
    section_13_pre_check,
    section_14_decision,
    section_15_validity,
    section_16_recertification,
    section_16_lock_out,
    section_17_activities,
    section_17_acceptance,
    section_18_hours,
    section_19_courses,
    section_20_intervision,
    section_21_period,
    section_22_minimum,
    section_24_proof,
    section_25_objection,
    section_25_retaking,
    section_26_appeal,
    section_26_opinion,
    section_27_remedy,
    section_27_suspension,
    section_27_contracts,
    section_27_extension,
    section_27_lifting,
    section_27_running_out,
    section_28_withdrawal,
    section_29_register,
    annex_1_framework,
    annex_3_equivalents,
    annex_4_statement,
)
ABOUT_THE_SCHEME = (section_30_framework, section_31_lists)

PERSON = KindOfFile(
    name="person",
    says="the file of one person",
    start=person_file.PersonFile(),
    evolve=person_file.evolve,
    facts=person_file.FACTS,
    about_a_person=True,
    actions=actions_of(
        *actions_in(*ABOUT_A_PERSON).values(),
        *erasure_actions(section_29_register.still_needed),
    ),
)
OWN_FILE = KindOfFile(
    name="scheme",
    says="the scheme's own file",
    start=own_file.OwnFile(),
    evolve=own_file.evolve,
    facts=own_file.FACTS,
    actions=actions_of(
        *actions_under(SETTINGS, section(30), BODY),
        *actions_in(*ABOUT_THE_SCHEME).values(),
    ),
)

SCHEME = Scheme(
    id="lvv-certification",
    title="LVV registered confidential adviser",
    dutch="Certificatieregeling LVV-registervertrouwenspersoon",
    owner="Landelijke Vereniging van Vertrouwenspersonen (LVV)",
    editions=(EDITION,),
    roles=ROLES,
    files={
        "person": FileUnder(
            kind=PERSON,
            articles=ABOUT_A_PERSON,
            terms=terms_in(*ABOUT_A_PERSON),
            shown=shown.PERSON_FILE,
        ),
        "scheme": FileUnder(
            kind=OWN_FILE,
            articles=ABOUT_THE_SCHEME,
            terms=terms_in(*ABOUT_THE_SCHEME),
            shown=shown.OWN_FILE,
        ),
    },
    own_file="scheme",
    rule_ids=tuple(f"R-{n:02}" for n in range(1, 40)),
    term_ids=(
        *(f"C-T{n:02}" for n in range(1, 5)),
        *("C-T05a", "C-T05b", "C-T05c"),
        *(f"C-T{n:02}" for n in range(6, 17)),
    ),
    settings=SETTINGS,
    left_to_people=LEFT_TO_PEOPLE,
    public_fields=("type", "status", "day", "name", "born"),
    statuses={"valid": "geldig", "suspended": "geschorst", "withdrawn": "ingetrokken"},
)
