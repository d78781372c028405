"""The local server as its users see it: start or join, status, stop, maintain."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

from graphcrm.config import Settings
from graphcrm.errors import LockedError
from graphcrm.runtime import files, jars, java, locks, running
from graphcrm.runtime.connection import Connection, Probe
from graphcrm.runtime.home import Home
from graphcrm.runtime.jars import Progress
from graphcrm.runtime.launch import Plan, launch
from graphcrm.runtime.process import ADMIN_TOOL, START_S, Process, java_command, run_tool

WAIT_S = START_S + 10.0  # for another one who starts or stops the same server: as long as that may take


class LocalNeo4j:
    """The Neo4j Community server of one home. Not to be shared between threads.

    A server begun by start() lives until the object that began it is closed or its process gone, and everybody who
    joined it, in this process or any other, likewise. `start(detach=True)` begins one that lives until stop().

    `home` and `jars_dir` lie under the data folder unless given; `heap_mb` and `page_cache_mb` of 0 are taken from the
    machine; `port` is that of the home's last start, else the usual one, else any: `usual_port=False` leaves that out,
    for tests, which would all find it free and then fight for it. `fast_start` is for tests and small stores: a start
    takes two thirds of the processor's time, and heavy queries run up to three times slower.
    """

    joined = False
    """Whether the last start() found the server running."""

    _process: Process | None = None  # ours to stop
    _share: BinaryIO | None = None  # what keeps a server alive that we joined

    def __init__(  # noqa: PLR0913  (named ones, most of them for tests)
        self,
        settings: Settings | None = None,
        *,
        probe: Probe,
        progress: Progress | None = None,
        home: Path | None = None,
        jars_dir: Path | None = None,
        port: int | None = None,
        usual_port: bool = True,
        heap_mb: int = 0,
        page_cache_mb: int = 0,
        fast_start: bool = False,
    ) -> None:
        """Do nothing yet; `settings` are the environment's unless given, and what else is given goes before them."""
        self._settings = settings or Settings.from_env()
        data_dir = self._settings.data_dir.expanduser()
        self._line = jars.line_named(self._settings.neo4j_line)
        self._home = Home(home or data_dir / "neo4j", self._settings.local_scheme, self._line)
        self._jars_dir = (jars_dir or data_dir / f"neo4j-{self._line.version}" / "lib").expanduser().resolve()
        self._memory = java.memory(heap_mb or self._settings.heap_mb, page_cache_mb)
        self._probe = probe
        self._progress = progress
        self._port = port
        self._usual_port = usual_port
        self._fast_start = fast_start
        self._pid = os.getpid()

    def start(self, *, detach: bool = False) -> Connection:
        """Return when a server answers: the one that runs in this home, or a new one.

        Raises DownloadError, LockedError, PortInUseError (a `port` was given and is taken), or RuntimeSetupError: for
        one, when another line of Neo4j made the store.
        """
        with files.disk_faults_explained(self._home.path):
            self._home.create()
            if self._process is not None and self._process.is_alive and running.status(self._home).running:
                return self._process.connection  # called twice
            self._leave()
            # Fetched before the lock is taken: it may take longer than others would wait.
            tools = self._tools() if locks.holder(self._home.store_lock) is None else None
            with self._alone("starting the local Neo4j"):
                connection = self._join() or self._launch(*(tools or self._tools()), detach=detach)
                self._home.finish_first_start()
                return connection

    def status(self) -> running.Status:
        """Say what runs in this home, whoever started it."""
        with files.disk_faults_explained(self._home.path):
            return running.status(self._home)

    def stop(self) -> bool:
        """Stop the server of this home, whoever started or joined it; say whether one ran.

        Raises LockedError when something that is no server of ours, such as a backup, holds the store.
        """
        if not self._home.path.is_dir():
            return False
        with files.disk_faults_explained(self._home.path), self._alone("stopping the local Neo4j"):
            stopped = running.stop(self._home)
        self._leave()
        return stopped

    @property
    def version(self) -> str:
        """The version of the Neo4j whose store this is, or which would make one."""
        return jars.line_named(self._home.made_by or self._line.name).version

    @property
    def has_crashed(self) -> bool:
        """Whether the server was started by this object, and ended without anybody having stopped it."""
        return self._process is not None and self._process.has_crashed

    @property
    def records(self) -> bool:
        """Whether the server is ours and will keep, as it ends, what makes the next start quick (archive.py)."""
        return self._process is not None and self._process.records

    def close(self, *, wait: bool = False) -> None:
        """Be done with it. The server is stopped if this object started it, not detached, and nobody else joined.

        `wait` waits for the process to be gone, which comes some seconds after the stop if it `records`.
        """
        if os.getpid() != self._pid:
            return  # a forked worker, leaving through its parent's `with`: the server is not its own
        process, stopped = self._process, False
        try:
            if process is not None and process.is_alive:
                with files.disk_faults_explained(self._home.path), self._alone("stopping the local Neo4j"):
                    if not locks.is_shared(self._home.users_lock):
                        stopped = running.stop(self._home)
        finally:
            self._leave()
        if wait and stopped and process is not None:
            process.wait_gone()

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
                with self:  # makes a store to maintain; one loaded into an unfinished home would be put aside
                    pass
            found, class_path = self._tools()
            command = java_command(found.path, self._memory.flags(), class_path, ADMIN_TOOL, *args)
            with self._alone("maintaining the local Neo4j"):
                if (pid := locks.holder(self._home.store_lock)) is not None:
                    raise LockedError(
                        f"The local Neo4j in {self._home.path} runs (process {pid}), so its store was left alone. "
                        "Stop it with `graphcrm db stop`, and try again."
                    )
                return run_tool(self._home, command)

    def _tools(self) -> tuple[java.Java, list[Path]]:
        with ThreadPoolExecutor(1) as pool:  # Java says its version while the jars' sums are checked
            found = pool.submit(java.find, self._settings.java_home, self._line.javas)
            class_path = jars.ensure(self._line.jars(), self._jars_dir, self._settings.maven_url, self._progress)
            return found.result(), class_path

    def _alone(self, doing: str) -> AbstractContextManager[None]:
        return locks.exclusive(self._home.start_lock, wait_s=WAIT_S, doing=doing)

    def _join(self) -> Connection | None:
        found = running.join(self._home, self._probe)
        self.joined = found is not None
        if found is None:
            return None
        connection, self._share = found
        return connection

    def _launch(self, found: java.Java, class_path: list[Path], *, detach: bool) -> Connection:
        plan = Plan(found, class_path, self._memory, self._port, self._usual_port, self._fast_start, detach)
        process = launch(self._home, plan, self._probe)
        self._process = None if detach else process
        return process.connection

    def _leave(self) -> None:
        """Give up our hold on the server, without waiting for what follows from it."""
        if self._process is not None:
            self._process.let_go()
        if self._share is not None:
            self._share.close()
        self._process = self._share = None
