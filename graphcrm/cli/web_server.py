"""The web app: gunicorn as a child process, from the first answer to the end."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from graphcrm.errors import GraphcrmError, PortInUseError
from graphcrm.runtime import Connection

READY_S = 60.0  # a slow machine compiles every module first
STOP_S = 15.0  # gunicorn's own limit for requests under way is 10
POLL_S = 0.05
LOOK_S = 1.0  # after the database
EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104  (what somebody may ask for)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the web app listens."""

    host: str
    port: int

    def __str__(self) -> str:
        """As gunicorn and a browser write it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def here(self) -> Address:
        """Where this machine reaches it."""
        return Address("127.0.0.1", self.port) if self.host in EVERYWHERE else self


def require_free(address: Address) -> None:
    """Raise PortInUseError unless a server could listen there now."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as sock:
        # As gunicorn does: connections of a server just stopped, still fading away, are no obstacle.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((address.host, address.port))
        except OSError as error:
            message = f"Nothing can listen on {address} ({error.strerror or error}); nothing was started. "
            hint = "Stop the program that does, or choose another port with --port."
            raise PortInUseError(message + hint) from error


def environment(connection: Connection, more: Mapping[str, str]) -> dict[str, str]:
    """What the web app is told beyond our own environment."""
    given = {
        "NEO4J_URI": connection.uri,
        "NEO4J_USERNAME": connection.username,
        "NEO4J_PASSWORD": connection.password,
        "NEO4J_PASSWORD_FILE": "",  # or it would be given both ways
    }
    if connection.uri != os.environ.get("NEO4J_URI"):
        given["NEO4J_DATABASE"] = ""  # that of another server
    return {**given, **more}


@contextmanager
def waiting(address: Address, *, workers: int, threads: int) -> Iterator[subprocess.Popen[bytes]]:
    """The web app's process, loaded, while a database is started for it; it listens from `begin` on.

    It is stopped at the end.
    """
    command = [
        *(sys.executable, "-m", "gunicorn", "graphcrm.web:create_app()", "--bind", str(address)),
        *("--config", "python:graphcrm.cli.gunicorn_conf", "--log-level", "warning"),
        f"--workers={workers}",
        f"--threads={threads}",
    ]
    # A session of its own: Ctrl-C is for us, who stop first this and then the database.
    child = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    try:
        yield child
    finally:
        _stop(child)


def begin(child: subprocess.Popen[bytes], address: Address, env: Mapping[str, str]) -> None:
    """Have it answer; raises GraphcrmError when it does not come up.

    The password goes through the pipe alone, so that neither a process list nor an environment shows it.
    """
    require_free(address)  # or the program that took it meanwhile would be taken for ours
    assert child.stdin is not None  # noqa: S101  (a pipe was asked for)
    with suppress(BrokenPipeError):  # gone already: the next lines say so
        child.stdin.write(json.dumps(env).encode() + b"\n")
        child.stdin.flush()
    _wait_until_healthy(child, address.here)


def wait(child: subprocess.Popen[bytes], look_after: Callable[[], None] = lambda: None) -> None:
    """Wait until Ctrl-C or SIGTERM, and look after the database; raises GraphcrmError if the web app ends before."""
    try:
        while (code := child.poll()) is None:
            look_after()
            time.sleep(LOOK_S)
    except KeyboardInterrupt:
        return
    raise GraphcrmError(f"The web app ended by itself with code {code}; what it stored is kept. See its words above.")


def _wait_until_healthy(child: subprocess.Popen[bytes], address: Address) -> None:
    deadline = time.monotonic() + READY_S
    while not _healthy(address):
        if child.poll() is not None:
            raise GraphcrmError(f"The web app did not start (code {child.returncode}); see its words above.")
        if time.monotonic() > deadline:
            raise GraphcrmError(f"The web app did not answer at {address} within {READY_S:.0f} s and was stopped.")
        time.sleep(POLL_S)


def _healthy(address: Address) -> bool:
    connection = http.client.HTTPConnection(address.host, address.port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _stop(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(STOP_S)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    if child.stdin:
        child.stdin.close()
