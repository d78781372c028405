"""A program that starts a server and then does nothing: one to be killed.

    owner.py HOME JARS_DIR

When the server answers, it prints the number of a child of its own, which goes on living after it, with every file
open that it could inherit.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import neo4j

from graphcrm.config import Settings
from graphcrm.runtime import LocalNeo4j


def probe(uri: str, username: str, password: str) -> None:
    with (
        neo4j.GraphDatabase.driver(uri, auth=(username, password), max_transaction_retry_time=0) as driver,
        driver.session() as session,
    ):
        session.run("RETURN 1").consume()


def small_server(home: Path, jars_dir: Path, **options: object) -> LocalNeo4j:
    environment = Settings.from_env()
    settings = Settings(local_scheme=environment.local_scheme, neo4j_line=environment.neo4j_line)
    small: dict[str, object] = {"heap_mb": 256, "page_cache_mb": 64, "fast_start": True, "usual_port": False}
    return LocalNeo4j(settings, probe=probe, home=home, jars_dir=jars_dir, **(small | options))  # type: ignore[arg-type]


if __name__ == "__main__":
    small_server(Path(sys.argv[1]), Path(sys.argv[2])).start()
    heir = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], close_fds=False)
    sys.stdout.write(f"{heir.pid}\n")
    sys.stdout.flush()
    time.sleep(600)
