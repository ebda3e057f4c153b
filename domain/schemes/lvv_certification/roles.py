"""Who acts under this scheme, and what each may do (2 of the analysis; sections named there)."""

from domain.schemes import OF_EVERY_SCHEME, Role

ROLES = {
    role.id: role
    for role in (
        Role(
            id="person",
            dutch="aanvrager, certificaathouder",
            says="applies, supplements, keeps the PE file, objects, appeals (9, 11, 16, 25-28)",
        ),
        Role(
            id="interested-party",
            dutch="belanghebbende",
            says="may object under the second paragraph of 25",
        ),
        Role(
            id="certification-body",
            dutch="certificatie-instelling (Hobéon SKO)",
            says="assesses, decides, suspends, withdraws, keeps the register (12-16, 25-29)",
            reads_files=True,
        ),
        Role(
            id="certification-manager",
            dutch="certificatiemanager",
            says="judges other circumstances that bring expertise into question, 27(c)",
            reads_files=True,
        ),
        Role(
            id="lvv-board",
            dutch="bestuur LVV",
            says="decides appeals on procedure only; keeps framework and lists (26, 30-32)",
            reads_files=True,
        ),
        Role(
            id="lvv-secretariat",
            dutch="secretariaat LVV",
            says="collects signals for the framework (30)",
            reads_files=True,
        ),
        Role(
            id="provider",
            dutch="opleider, verstrekker van deelnamebewijzen",
            says="asks for a place on a list, once a calendar year (31, 32)",
        ),
        *OF_EVERY_SCHEME,
    )
}

PERSON = frozenset({"person"})
BODY = frozenset({"certification-body", "certification-manager"})
BOARD = frozenset({"lvv-board"})
SECRETARIAT = frozenset({"lvv-secretariat"})
PROVIDER = frozenset({"provider"})
INTERESTED = frozenset({"interested-party"})
CLERK = frozenset({"clerk"})
