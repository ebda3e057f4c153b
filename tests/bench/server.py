"""``python -m tests.bench.server``: the site in a process of its own, and one handler beside it.

The handler is the limit of a register entry: the same chassis, one row by its key, as it is.
Prints its address, then serves until SIGTERM.
"""

from __future__ import annotations

from typing import Any

import uvicorn

from infra import clock, logs
from infra.http.chassis import build_site
from infra.http.demo_issuer import DemoIssuer
from infra.http.house import api
from infra.http.parts import House, Parts
from infra.http.routes import Routes
from infra.http.serving import address, listening
from infra.main import opened
from infra.settings import Settings
from infra.store.views.reading import Views

ROW = """
SELECT entry, scheme, type, status, day_means, since::text, name FROM views.register
WHERE scheme = %s AND entry = %s AND known_until IS NULL ORDER BY since DESC LIMIT 1
"""
router = Routes()


@router.get("/one-row/{scheme}/{entry}")
def read_one_row(scheme: str, entry: str, house: House) -> dict[str, Any]:
    """One row of the register's table, as it is."""
    with house.views.pool.connection() as connection:
        cursor = connection.execute(ROW, [scheme, entry])
        row = cursor.fetchone() or ()
        return dict(zip([column.name for column in cursor.description or ()], row, strict=True))


def main() -> None:
    settings = Settings(mode="test")
    logs.configure(json=True)
    with opened(settings) as house, listening("127.0.0.1", 0) as listener:
        today, views = clock.today_in_amsterdam, Views(house.pool)
        parts = Parts(house.record, views, house.clock, today, house.keyring)
        made = api(DemoIssuer(settings.data_dir, mode="test").sign_in(), parts)
        made.router.routes.extend(router.routes)
        print(address(listener), flush=True)
        config = uvicorn.Config(
            build_site(made),
            loop="uvloop",
            http="httptools",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=600,
        )
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
