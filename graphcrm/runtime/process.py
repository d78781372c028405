"""One process out of the server's jars: its command, its start until it answers, what is said when it does not."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from graphcrm.errors import LockedError, PortInUseError, RuntimeSetupError
from graphcrm.runtime import archive, files, watchdog
from graphcrm.runtime.connection import Probe, connection_to, failure
from graphcrm.runtime.home import Home

START_S = 180.0  # recovery after a crash in the midst of a large import takes a minute
RECORD_S = 60.0  # writing a class-data archive takes 5 s on a quiet machine
POLL_S = 0.05

ADMIN_TOOL = "org.neo4j.cli.AdminTool"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")  # what Neo4j reaches into


def java_command(java: Path, flags: list[str], class_path: list[Path], *program: str) -> list[str]:
    """Return a command that runs a program out of the jars."""
    opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    return [str(java), *flags, *opens, "-cp", ":".join(map(str, class_path)), *program]


def guarded(command: list[str], home: Home, recorded: list[Path]) -> list[str]:
    """Return a command that runs this one under the watchdog."""
    # Isolated and without site-packages: it starts in a hundredth of a second.
    return [sys.executable, "-I", "-S", watchdog.__file__, str(home.users_lock), *map(str, recorded), "--", *command]


class Process:
    """A server being started, and then ours until we let it go."""

    def __init__(self, home: Home, command: list[str], *, hold: bool) -> None:
        """Start it. `hold` gives it a pipe as standard input, which closes with us."""
        self.records = any(part.startswith(archive.RECORDING) for part in command)
        self.connection = connection_to(home)
        self._home = home
        home.begin_log()
        with files.open_private(home.console, "wb") as console:
            self._child = subprocess.Popen(
                command,
                # The end we hold closes at exec (Python's default), so no other child of ours keeps it open.
                stdin=subprocess.PIPE if hold else subprocess.DEVNULL,
                stdout=console,
                stderr=console,
                cwd=home.log.parent,
                env=_environment(home),
                umask=files.UMASK,
                start_new_session=True,  # Ctrl-C is for us: we stop the server when we are done with it
            )
        # Collected whenever it ends, which may be after we lost interest.
        threading.Thread(target=self._child.wait, daemon=True).start()

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended."""
        return self._child.poll() is None

    @property
    def has_crashed(self) -> bool:
        """Whether it ended otherwise than by being told to."""
        return bool(self._child.poll())

    def wait_ready(self, probe: Probe) -> None:
        """Return when the server answers to our password; raises RuntimeSetupError or one of its kinds."""
        deadline = time.monotonic() + START_S
        while fault := failure(self.connection, probe) if _bolt_is_open(self._home) else "its port is closed":
            _raise_if_lost(self._home, self._child.poll())
            if time.monotonic() > deadline:
                raise RuntimeSetupError(
                    f"The local Neo4j was not ready within {START_S:.0f} s ({fault}) and was stopped; your data is as "
                    f"it was. Try again, or see {self._home.log}. Its last words:\n{self._home.last_words()}"
                )
            time.sleep(POLL_S)

    def abandon(self) -> None:
        """End a server that is not to be used after all."""
        if self._child.stdin is None:
            self._child.terminate()
        self.let_go()
        try:
            self._child.wait(watchdog.STOP_S + 5)  # the watchdog's own limit comes first
        except subprocess.TimeoutExpired:
            self._child.kill()

    def wait_gone(self) -> None:
        """Return when it is gone, watchdog and all, or when that takes too long to wait for."""
        with suppress(subprocess.TimeoutExpired):
            self._child.wait(RECORD_S)

    def let_go(self) -> None:
        """Close our end of the pipe: the watchdog stops the server, unless others joined it."""
        if self._child.stdin is not None:
            self._child.stdin.close()


def run_tool(home: Home, command: list[str]) -> str:
    """Run a program that ends by itself and return what it prints; raises RuntimeSetupError when it fails."""
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=home.path, env=_environment(home), umask=files.UMASK, check=False
    )
    if done.returncode:
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-8:])
        raise RuntimeSetupError(
            f"Neo4j's tool ended with code {done.returncode}; see what it says, and try again. Its last words:\n{last}"
        )
    return done.stdout


def _environment(home: Home) -> dict[str, str]:
    # In the locale C, Java cannot open a path with an é in it; in German, "No space left on device" is not said (LOST).
    return {**os.environ, "LC_ALL": "C.UTF-8", "NEO4J_HOME": str(home.path), "NEO4J_CONF": str(home.conf)}


def _bolt_is_open(home: Home) -> bool:
    """Ask our own server's log: at the port itself, another server might answer."""
    return "Bolt enabled on" in (files.read_text(home.log) or "")


# What a log says when a start is lost, and what it means. Without room a server does not even end: it hangs.
LOST: list[tuple[str, type[RuntimeSetupError], str]] = [
    ("PortBindException", PortInUseError, "Another program took port {port} while the local Neo4j started"),
    ("FileLockException", LockedError, "Another program took the store in {home} while the local Neo4j started"),
    ("No space left on device", RuntimeSetupError, "There is no room left for the local Neo4j in {home}"),
]


def _raise_if_lost(home: Home, code: int | None) -> None:
    log = (files.read_text(home.log) or "") + (files.read_text(home.console) or "")
    for word, kind, what in LOST:
        if word in log:
            happened = what.format(port=home.port(), home=home.path)
            raise kind(f"{happened}; your data is as it was. Put that right and try again.")
    if code is not None:
        raise RuntimeSetupError(
            f"The local Neo4j ended with code {code} as it started; your data is as it was. Try again, or see "
            f"{home.log}. Its last words:\n{home.last_words()}"
        )
