"""The local server as its users see it: start or join, status, stop, maintain."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import jgo

from graphcrm.config import Settings
from graphcrm.errors import LockedError, PortInUseError, RuntimeSetupError
from graphcrm.runtime import archive, files, jars, java, launch, locks, ports, watchdog
from graphcrm.runtime.fetch import Progress
from graphcrm.runtime.home import Home
from graphcrm.runtime.launch import Connection, Probe

JOIN_S = 10.0  # a server that does not answer for so long is not ours, or not well
ADMIN_TOOL = "org.neo4j.cli.AdminTool"

Tools = tuple[java.Java, list[Path]]
"""The Java to run with, and the class path."""


@dataclass(frozen=True, slots=True)
class Status:
    """Whether a server runs in a home, where it answers, and as which process."""

    running: bool
    uri: str | None
    pid: int | None
    home: Path


class LocalNeo4j:
    """The Neo4j Community server of one home. Not to be shared between threads.

    A server that start() began lives as long as the object that began it is open, or another one that joined it, in
    this process or any other; `detach=True` begins one that lives until stop().
    """

    joined = False
    """Whether the last start() found the server running."""

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        probe: Probe,
        progress: Progress | None = None,
        home: Path | None = None,
        jars_dir: Path | None = None,
        port: int | None = None,
        heap_mb: int = 0,
        page_cache_mb: int = 0,
        fast_start: bool = False,
    ) -> None:
        """Do nothing yet. Settings are the environment's unless given; what else is given goes before them.

        `home` and `jars_dir` lie under the data folder; memory is in MB, 0 takes it from the machine. `port` is that
        of the home's last start, or a free one. `fast_start` is for tests: heavy queries run three times slower.
        """
        self._settings = settings or Settings.from_env()
        data_dir = self._settings.data_dir.expanduser()
        self._home = Home(home or data_dir / "neo4j")
        self._jars_dir = (jars_dir or data_dir / f"neo4j-{jars.VERSION}" / "lib").expanduser().resolve()
        self._memory = java.memory(heap_mb or self._settings.heap_mb, page_cache_mb)
        self._probe = probe
        self._progress = progress
        self._port = port
        self._fast_start = fast_start
        self._process: launch.Process | None = None
        self._share: BinaryIO | None = None
        self._pid = os.getpid()

    def start(self, *, detach: bool = False) -> Connection:
        """Return when a server answers: the one that runs in this home, or a new one.

        Raises DownloadError, LockedError, PortInUseError (a `port` was given and is taken), or RuntimeSetupError.
        """
        with files.disk_faults_explained(self._home.path):
            self._home.create()
            # Fetched before the lock is taken: it may take longer than others would wait.
            tools = self._tools() if locks.holder(self._home.store_lock) is None else None
            with self._alone("starting the local Neo4j"):
                connection = self._join() or self._launch(tools or self._tools(), detach=detach)
                self._home.finish_first_start()
                return connection

    def status(self) -> Status:
        """Say what runs in this home, whoever started it."""
        pid = locks.holder(self._home.store_lock)
        port = self._home.port()
        return Status(pid is not None, f"bolt://{ports.HOST}:{port}" if pid and port else None, pid, self._home.path)

    def stop(self) -> bool:
        """Stop the server of this home, whoever started or joined it; say whether one ran."""
        if not self._home.path.is_dir():
            return False
        with files.disk_faults_explained(self._home.path), self._alone("starting the local Neo4j"):
            stopped = self._stop()
        self._leave()
        return stopped

    def close(self) -> None:
        """Be done with it. The server is stopped if this object started it, not detached, and nobody else joined."""
        if os.getpid() != self._pid:
            return  # a forked worker, leaving through its parent's `with`: the server is not its own
        if self._process is not None:
            with files.disk_faults_explained(self._home.path), self._alone("starting the local Neo4j"):
                if not locks.is_shared(self._home.users_lock):
                    self._stop()
        self._leave()

    def __enter__(self) -> Connection:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def admin(self, *args: str) -> str:
        """Run neo4j-admin, as in `admin("database", "dump", "neo4j", "--to-path=…")`, and return what it prints.

        The server must not run: raises LockedError then, and RuntimeSetupError when the command fails.
        """
        with files.disk_faults_explained(self._home.path):
            self._home.create()
            if not self._home.is_finished:
                with self:  # a store to maintain; one loaded into an unfinished home would be put aside
                    pass
            found, class_path = self._tools()
            command = launch.java_command(found.path, self._memory.flags(), class_path, ADMIN_TOOL, *args)
            with self._alone("maintaining the local Neo4j"):
                if (pid := locks.holder(self._home.store_lock)) is not None:
                    raise LockedError(
                        f"The local Neo4j in {self._home.path} runs (process {pid}), so nothing was done to its store. "
                        "Stop it with `graphcrm db stop`, and try again."
                    )
                return launch.run_tool(self._home, command)

    def _tools(self) -> Tools:
        found = java.find(self._settings.java_home)
        url = self._settings.maven_url or jgo.MAVEN_CENTRAL_URL
        return found, jars.ensure(jars.listed(), self._jars_dir, url, self._progress)

    def _alone(self, doing: str) -> AbstractContextManager[None]:
        return locks.exclusive(self._home.start_lock, wait_s=launch.START_S + JOIN_S, doing=doing)

    def _join(self) -> Connection | None:
        """Join the server that runs, None when there is none; one that is ending is waited for."""
        self._leave()
        began = time.monotonic()
        while (pid := locks.holder(self._home.store_lock)) is not None:
            self._share = self._share or locks.share(self._home.users_lock)
            try:
                ...
            except BaseException:
                ...
        return None
