"""Who acts on histories taken over."""

from domain.schemes import OF_EVERY_SCHEME, Role

ROLES = {
    role.id: role
    for role in (
        Role(
            id="archivist",
            dutch="archivaris",
            says="takes histories over from their source (1), notes what is found in them (3)",
            reads_files=True,
        ),
        Role(
            id="handler",
            dutch="behandelaar",
            says="handles what is still open: notes, and records the end (2, 3)",
            reads_files=True,
        ),
        *OF_EVERY_SCHEME,
    )
}

ARCHIVIST = frozenset({"archivist"})
HANDLERS = frozenset({"archivist", "handler"})
