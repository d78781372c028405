"""The way to a server, and whether it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from graphcrm.errors import RuntimeSetupError
from graphcrm.runtime.home import HOST, USERNAME, Home

Probe = Callable[[str, str, str], None]
"""Called with URI, user and password: asks the server for one row, and raises while it does not answer."""


@dataclass(frozen=True, slots=True)
class Connection:
    """What a driver needs to reach a server."""

    uri: str
    username: str
    password: str = field(repr=False)


def connection_to(home: Home) -> Connection:
    """Return the way to the server of this home; raises RuntimeSetupError without a password."""
    return Connection(f"{home.scheme}://{HOST}:{home.port() or 0}", USERNAME, home.password())


def failure(connection: Connection, probe: Probe) -> str:
    """Return why the server does not answer, empty if it does; raises RuntimeSetupError if our password is refused."""
    try:
        probe(connection.uri, connection.username, connection.password)
    except Exception as error:
        if _refused(error):
            raise RuntimeSetupError(
                "The local Neo4j refuses the password kept beside its data; the data is untouched. Put the file "
                "`password` back as it was when this database was made, and try again."
            ) from error
        return str(error) or type(error).__name__
    return ""


def _refused(error: BaseException | None) -> bool:
    """Look for the server's own word on it: whose exception the probe raises is not for us to know."""
    while error is not None:
        if str(getattr(error, "code", "")).startswith("Neo.ClientError.Security."):
            return True
        error = error.__cause__
    return False
