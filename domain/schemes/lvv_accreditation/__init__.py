"""LVV accreditation of continuing training: which article answers which question."""

from domain.case import KindOfFile, actions_of
from domain.erasure import erasure_actions
from domain.scheme_file import actions_under
from domain.schemes import FileUnder, Scheme, actions_in, terms_in
from domain.schemes.lvv_accreditation import (
    annex_clause_1_obligations,
    annex_clause_2_mark,
    annex_clause_3_grant,
    annex_clause_4_changes,
    annex_clause_4_dissent,
    annex_clause_4_notice,
    annex_clause_5_secrecy,
    annex_clause_6_initial_audit,
    annex_clause_6_nonconformities,
    annex_clause_6_response,
    annex_clause_7_breach,
    annex_clause_7_fine,
    annex_clause_7_making_known,
    annex_clause_7_withdrawal,
    annex_clause_8_dispute,
    annex_clause_8_objection,
    article_02_general,
    article_03_application,
    article_03_documents,
    article_03_fee,
    article_03_stop,
    article_03_supplement,
    article_03_yearly,
    article_04_advice,
    article_04_further_documents,
    article_05_additional,
    article_05_certificate,
    article_05_decision,
    article_05_sending,
    article_06_renewal,
    article_06_validity,
    article_07_check_report,
    article_07_compliance,
    article_07_conditions,
    article_07_deviations,
    article_07_interim_check,
    article_08_withdrawal,
    article_10_assessment,
    article_11_general,
    article_12_contents,
    article_12_e_learning,
    article_13_attendance,
    article_13_participants,
    article_14_congress,
    article_14_points,
    article_15_teacher,
    shown,
)
from domain.schemes.lvv_accreditation.act import EDITIONS, ID, annex
from domain.schemes.lvv_accreditation.edition_of_a_holder import edition_of_a_holder
from domain.schemes.lvv_accreditation.left_to_people import LEFT_TO_PEOPLE
from domain.schemes.lvv_accreditation.record import own_file, training_file
from domain.schemes.lvv_accreditation.roles import BOARD, OFFICE, ROLES
from domain.schemes.lvv_accreditation.settings import SETTINGS
from domain.schemes.lvv_accreditation.shown.made_public import MADE_PUBLIC
from domain.schemes.lvv_accreditation.still_needed import still_needed

ABOUT_A_TRAINING = (
    article_02_general,
    article_03_application,
    article_03_fee,
    article_03_documents,
    article_03_supplement,
    article_03_stop,
    article_04_further_documents,
    article_04_advice,
    article_05_decision,
    article_05_certificate,
    article_05_sending,
    article_05_additional,
    article_06_validity,
    article_06_renewal,
    article_07_compliance,
    article_07_deviations,
    article_07_conditions,
    article_07_interim_check,
    article_07_check_report,
    article_08_withdrawal,
    article_10_assessment,
    article_11_general,
    article_12_contents,
    article_12_e_learning,
    article_13_participants,
    article_13_attendance,
    article_14_points,
    article_15_teacher,
    annex_clause_1_obligations,
    annex_clause_2_mark,
    annex_clause_3_grant,
    annex_clause_4_notice,
    annex_clause_4_dissent,
    annex_clause_5_secrecy,
    annex_clause_6_initial_audit,
    annex_clause_6_nonconformities,
    annex_clause_6_response,
    annex_clause_7_breach,
    annex_clause_7_withdrawal,
    annex_clause_7_making_known,
    annex_clause_7_fine,
    annex_clause_8_objection,
    annex_clause_8_dispute,
)
ABOUT_THE_SCHEME = (article_03_yearly, article_14_congress, annex_clause_4_changes)

TRAINING = KindOfFile(
    name="training",
    says="the file of one training; its subject is the training, under a random id",
    start=training_file.TrainingFile(),
    evolve=training_file.evolve,
    facts=training_file.FACTS,
    about_a_person=True,
    actions=actions_of(
        *actions_in(*ABOUT_A_TRAINING).values(),
        *erasure_actions(still_needed),
    ),
)
OWN_FILE = KindOfFile(
    name="scheme",
    says="the scheme's own file",
    start=own_file.OwnFile(),
    evolve=own_file.evolve,
    facts=own_file.FACTS,
    actions=actions_of(
        *actions_under(SETTINGS, annex(4), BOARD | OFFICE),
        *actions_in(*ABOUT_THE_SCHEME).values(),
    ),
)

SCHEME = Scheme(
    id=ID,
    title="LVV accreditation of continuing training",
    dutch="Accreditatieregeling voor de Bij- en Nascholing t.b.v. het LVV-keurmerk",
    owner="Landelijke Vereniging van Vertrouwenspersonen (LVV)",
    editions=EDITIONS,
    roles=ROLES,
    files={
        "training": FileUnder(
            kind=TRAINING,
            articles=ABOUT_A_TRAINING,
            terms=terms_in(*ABOUT_A_TRAINING),
            shown=shown.TRAINING_FILE,
            edition_for=edition_of_a_holder,
        ),
        "scheme": FileUnder(
            kind=OWN_FILE,
            articles=ABOUT_THE_SCHEME,
            terms=terms_in(*ABOUT_THE_SCHEME),
            shown=shown.OWN_FILE,
        ),
    },
    own_file="scheme",
    rule_ids=tuple(f"R-{n:02}" for n in range(1, 43)),
    term_ids=tuple(f"A-T{n:02}" for n in range(1, 19)),
    settings=SETTINGS,
    left_to_people=LEFT_TO_PEOPLE,
    public_fields=("type", "status", "day", "name", "training", "certificate", "points", "form"),
    made_public=MADE_PUBLIC,
    statuses={
        "accredited": "geaccrediteerd",
        "expired": "verlopen",
        "withdrawn": "ingetrokken",
        "ended": "beëindigd",
    },
)
