"""Who acts under this scheme, and what each may do (2 of the analysis; articles named there).

Hobéon is here Hobéon Certificering en Accreditatie BV, which is not the Hobéon SKO B.V. of the
certification scheme: another role, another mandate.
"""

from domain.schemes import OF_EVERY_SCHEME, Role

ROLES = {
    role.id: role
    for role in (
        Role(
            id="provider",
            dutch="aanbieder, keurmerkaanvrager, keurmerkhouder",
            says="applies, pays, delivers, keeps the criteria, reports deviations (1-4, 7, An.1)",
        ),
        Role(
            id="lvv-office",
            dutch="bureau LVV",
            says="forms, fees, invoices, notices and their sending (3, An.4, An.7)",
            reads_files=True,
        ),
        Role(
            id="lvv-board",
            dutch="bestuur LVV",
            says="forwards, decides as advised, withdraws, amends conditions (4-8, 14, An.7)",
            reads_files=True,
        ),
        Role(id="members-council", dutch="ledenraad", says="changes the scheme (title, An.4)"),
        Role(
            id="hobeon",
            dutch="Hobéon Certificering en Accreditatie BV",
            says="investigates, reports, gives binding advice, checks (2, 4, 6, 7, 10, An.6)",
            reads_files=True,
        ),
        Role(
            id="quality-auditor",
            dutch="auditor/kwaliteitsdeskundige",
            says="assesses the training, appointed by Hobéon (10)",
            reads_files=True,
        ),
        Role(
            id="content-expert",
            dutch="inhoudsdeskundige",
            says="assesses the content; a second one is optional (10)",
            reads_files=True,
        ),
        Role(
            id="expert-committee",
            dutch="Commissie van Deskundigen",
            says="advises how the criteria are to be read, on an objection (An.8(a))",
            reads_files=True,
        ),
        Role(
            id="dispute-committee",
            dutch="Geschillencommissie LVV-Keurmerk",
            says="decides a dispute by binding advice (An.1(d), An.8(b))",
            reads_files=True,
        ),
        *OF_EVERY_SCHEME,
    )
}

PROVIDER = frozenset({"provider"})
OFFICE = frozenset({"lvv-office"})
BOARD = frozenset({"lvv-board"})
COUNCIL = frozenset({"members-council"})
HOBEON = frozenset({"hobeon"})
ASSESSORS = frozenset({"quality-auditor", "content-expert"})
EXPERTS = frozenset({"expert-committee"})
DISPUTES = frozenset({"dispute-committee"})
CLERK = frozenset({"clerk"})
