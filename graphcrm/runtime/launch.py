"""One server process: its command, its start until it answers, and what is said when it does not."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from graphcrm.errors import GraphcrmError, LockedError, PortInUseError, RuntimeSetupError
from graphcrm.runtime import files, watchdog
from graphcrm.runtime.archive import Archive
from graphcrm.runtime.home import USERNAME, Home

START_S = 180.0  # recovery after a crash in the midst of a large import takes a minute
POLL_S = 0.05

SERVER = "org.neo4j.server.CommunityEntryPoint"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")  # what Neo4j reaches into

Probe = Callable[[str, str, str], None]
"""Called with URI, user and password: asks the server for one row, and raises while it does not answer."""


@dataclass(frozen=True, slots=True)
class Connection:
    """What a driver needs to reach a server."""

    uri: str
    username: str
    password: str = field(repr=False)


def connection_to(home: Home, port: int) -> Connection:
    """Return the way to the server of this home."""
    return Connection(f"bolt://127.0.0.1:{port}", USERNAME, home.password())


def java_command(java: Path, flags: list[str], class_path: list[Path], *program: str) -> list[str]:
    """Return a command that runs a program out of the server's jars."""
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    return [str(java), *flags, *opens, "-cp", ":".join(map(str, class_path)), *program]


def environment(home: Home) -> dict[str, str]:
    """Return the environment for the server and its tools."""
    return {**os.environ, "NEO4J_HOME": str(home.path), "NEO4J_CONF": str(home.conf)}


class Process:
    """A server being started, either guarded by a watchdog or, detached, left to itself."""

    def __init__(self, home: Home, command: list[str], archive: Archive, *, detach: bool) -> None:
        """Start it; `command` is complete but for the home."""
        self._home = home
        command = [*command, f"--home-dir={home.path}", f"--config-dir={home.conf}"]
        home.begin_log()
        with files.open_private(home.console, "wb") as console:
            self._child = subprocess.Popen(
                command if detach else [*_guard(home, archive), *command],
                # The end we hold closes at exec (Python's default), so no other child of ours keeps it open.
                stdin=subprocess.DEVNULL if detach else subprocess.PIPE,
                stdout=console,
                stderr=console,
                cwd=home.log.parent,
                env=environment(home),
                umask=files.UMASK,
                start_new_session=True,  # Ctrl-C is for us: we stop the server when we are done with it
            )
        # Collected whenever it ends, which may be after we lost interest.
        threading.Thread(target=self._child.wait, daemon=True).start()

    def wait_ready(self, connection: Connection, probe: Probe) -> None:
        """Return when the server answers to our password; raises RuntimeSetupError or one of its kinds."""
        deadline = time.monotonic() + START_S
        while fault := failure(connection, probe) if _bolt_is_open(self._home) else "its port is closed":
            if self._child.poll() is not None:
                _explain_end(self._home, self._child.returncode)
            if time.monotonic() > deadline:
                raise RuntimeSetupError(
                    f"The local Neo4j was not ready within {START_S:.0f} s ({fault}) and was stopped; your data is as "
                    f"it was. Try again, or see {self._home.log}. Its last words:\n{self._home.last_words()}"
                )
            time.sleep(POLL_S)

    def abandon(self) -> None:
        """End a server that is not to be used after all."""
        if self._child.stdin is not None:
            self._child.stdin.close()  # and the watchdog stops it
        else:
            self._child.terminate()
        try:
            self._child.wait(watchdog.STOP_S + 5)  # the watchdog's own limit comes first
        except subprocess.TimeoutExpired:
            self._child.kill()

    def let_go(self) -> None:
        """Close our end of the pipe."""
        if self._child.stdin is not None:
            self._child.stdin.close()


def failure(connection: Connection, probe: Probe) -> str:
    """Return why the server does not answer, empty when it does; raises RuntimeSetupError if it refuses our password."""
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


def _bolt_is_open(home: Home) -> bool:
    """Ask our own server's log: at the port itself, another server might answer."""
    return "Bolt enabled on" in (files.read_text(home.log) or "")


def _guard(home: Home, archive: Archive) -> list[str]:
    recorded = [str(archive.recorded), str(archive.prefix)] if archive.recorded else []
    return [sys.executable, "-I", "-S", watchdog.__file__, str(home.users_lock), *recorded, "--"]


# What a log that ends a start holds, and what it means.
ENDS: list[tuple[str, type[GraphcrmError], str]] = [
    ("PortBindException", PortInUseError, "Another program took port {port} while the local Neo4j started"),
    ("FileLockException", LockedError, "Another program took the store in {home} while the local Neo4j started"),
    ("No space left on device", RuntimeSetupError, "There is no room left for the local Neo4j in {home}"),
]


def _explain_end(home: Home, code: int) -> NoReturn:
    log = (files.read_text(home.log) or "") + (files.read_text(home.console) or "")
    for word, kind, what in ENDS:
        if word in log:
            happened = what.format(port=home.port(), home=home.path)
            raise kind(f"{happened}; your data is as it was. Put that right and try again.")
    raise RuntimeSetupError(
        f"The local Neo4j ended with code {code} as it started; your data is as it was. Try again, or see {home.log}. "
        f"Its last words:\n{home.last_words()}"
    )
