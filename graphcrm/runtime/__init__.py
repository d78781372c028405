"""A real Neo4j Community on this machine, with no Docker and no Java installed.

    server = LocalNeo4j(settings, probe=probe, progress=progress)
    connection = server.start()     # fetches, starts or joins; a `with` does the same and closes at the end
    ...
    server.close()

`probe(uri, username, password)` asks the server for one row and raises while it cannot: this package holds no driver.
`progress(done, total)` counts the bytes of a download. Everything raised is a RuntimeSetupError or one of its kinds
(DownloadError, LockedError, PortInUseError).

Neo4j Community is GPLv3; it is fetched on first use and runs as a program of its own.
"""

from graphcrm.runtime.connection import Connection, Probe
from graphcrm.runtime.jars import Progress, line_named
from graphcrm.runtime.running import Status
from graphcrm.runtime.server import LocalNeo4j

__all__ = ["Connection", "LocalNeo4j", "Probe", "Progress", "Status", "line_named"]
