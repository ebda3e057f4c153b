"""Who acts under this scheme, and what each may do (2 of the analysis; sections named there)."""

from domain.schemes import OF_EVERY_SCHEME, Role

ROLES = {
    role.id: role
    for role in (
        Role(
            id="centre",
            dutch="opleidingscentrum, opleider",
            says="applies, signs, reacts to findings, reports changes (3, 5, 6)",
        ),
        Role(
            id="sogp-responsible",
            dutch="SOG-P verantwoordelijke",
            says="agrees with the auditor what an audit covers (6.1.2)",
        ),
        Role(
            id="trainer",
            dutch="docent, instructeur, trainer",
            says="teaches, and signals who does not master the learning goals (3.1, 4.2)",
        ),
        Role(
            id="auditor",
            dutch="auditor, auditteam",
            says="assesses applications, runs audits, grades findings (5.2.2, 6.1)",
            reads_files=True,
        ),
        Role(
            id="ssvv",
            dutch="Stichting Samenwerken voor Veiligheid",
            says="recognises, rejects, withdraws, closes audits, keeps the list (5, 6)",
            reads_files=True,
        ),
        Role(
            id="exam-centre",
            dutch="examencentrum",
            says="takes exams; registers who sits one (3.1.1, 3.1.2)",
        ),
        Role(
            id="party",
            dutch="derde",
            says="asks for the logo, or reports its misuse; need not be a centre (3.3)",
        ),
        *OF_EVERY_SCHEME,
    )
}

CENTRE = frozenset({"centre"})
RESPONSIBLE = frozenset({"sogp-responsible"})
TRAINER = frozenset({"trainer"})
AUDITOR = frozenset({"auditor"})
SSVV = frozenset({"ssvv"})
EXAM_CENTRE = frozenset({"exam-centre"})
PARTY = frozenset({"party"})
CLERK = frozenset({"clerk"})
ANYONE = CENTRE | RESPONSIBLE | TRAINER | AUDITOR | SSVV | EXAM_CENTRE | PARTY
