"""Starting a new server: on which port, with which memory and archive."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path

from graphcrm.errors import PortInUseError
from graphcrm.runtime import archive
from graphcrm.runtime.connection import Probe
from graphcrm.runtime.home import HOST, Home
from graphcrm.runtime.java import Java, Memory
from graphcrm.runtime.process import Process, guarded, java_command

USUAL_PORT = 7687  # where people and their tools look for Bolt first


@dataclass(frozen=True, slots=True)
class Plan:
    """How a server is to be started; a `port` of None is any."""

    java: Java
    class_path: list[Path]
    memory: Memory
    port: int | None
    usual_port: bool
    fast_start: bool
    detach: bool

    def command(self, home: Home) -> list[str]:
        """Return the whole command."""
        shared = archive.choose(self.java, self.class_path, record=not self.detach)
        flags = [*self.memory.flags(), *shared.flags]
        if self.fast_start:
            flags.append("-XX:TieredStopAtLevel=1")  # Java's first compiler alone: less to do at first, slow later
        folders = f"--home-dir={home.path}", f"--config-dir={home.conf}"
        command = java_command(self.java.path, flags, self.class_path, home.line.server, *folders)
        return command if self.detach else guarded(command, home, shared.recorded)


def launch(home: Home, plan: Plan, probe: Probe) -> Process:
    """Return a new server that answers; call with nobody else at the home."""
    home.prepare_first_start()
    command = plan.command(home)
    try:
        return _launch_at(_port(home, plan), home, command, plan, probe)
    except PortInUseError:
        if plan.port is not None:
            raise
        # Another server was quicker, between our look at the port and ours opening it.
        return _launch_at(_any_free_port(), home, command, plan, probe)


def _launch_at(port: int, home: Home, command: list[str], plan: Plan, probe: Probe) -> Process:
    home.write_conf(port=port, page_cache_mb=plan.memory.page_cache_mb)
    process = Process(home, command, hold=not plan.detach)
    try:
        process.wait_ready(probe)
    except BaseException:
        process.abandon()
        raise
    return process


def _port(home: Home, plan: Plan) -> int:
    """Return the port asked for, or that of the last start, or the usual one, or any."""
    if plan.port is not None:
        if not _is_free(plan.port):
            raise PortInUseError(
                f"Another program listens on port {plan.port} of {HOST}, so the local Neo4j was not started; your "
                "data is as it was. Stop that program, or ask for another port, and try again."
            )
        return plan.port
    wanted = [home.port(), USUAL_PORT if plan.usual_port else None]
    return next((port for port in wanted if port and _is_free(port)), 0) or _any_free_port()


def _is_free(port: int) -> bool:
    """Say whether a server could listen there now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
        # As servers do: connections of a server just stopped, still fading away, are no obstacle.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def _any_free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
        sock.bind((HOST, 0))
        return int(sock.getsockname()[1])
