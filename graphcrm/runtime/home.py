"""The folder of one server: settings, password, port, store and logs. Its owner alone may read it.

conf/neo4j.conf   written at every start       data/, logs/, run/   Neo4j's own
password, port    made once and kept           start.lock           held by who starts, stops or maintains it
line              which Neo4j made the store   users.lock           shared by those who joined a running server
unfinished        there during a first start
"""

from __future__ import annotations

import hashlib
import secrets
import shutil
from pathlib import Path

from graphcrm.errors import RuntimeSetupError
from graphcrm.runtime import files
from graphcrm.runtime.jars import LTS, Line

USERNAME = "neo4j"
HOST = "127.0.0.1"  # nobody else's business

# The transaction log is half a gigabyte of nothing otherwise.
CONF = """\
server.default_listen_address={host}
server.bolt.listen_address={host}:{port}
server.bolt.advertised_address={host}:{port}
server.http.enabled=false
server.memory.pagecache.size={page_cache_mb}m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
db.tx_log.rotation.size=32m
"""

HASH_ROUNDS = 1024  # what Neo4j's own hashing of a first password does


class Home:
    """Where everything of one server lies."""

    def __init__(self, path: Path, scheme: str = "bolt", line: Line = LTS) -> None:
        self.scheme = scheme  # by which drivers are to address the server
        self.line = line  # of Neo4j, which is to run here
        # Without symbolic links: the server's process is known by the path it was started with.
        self.path = path.expanduser().resolve()
        self.conf = self.path / "conf"
        self.data = self.path / "data"
        self.databases = self.data / "databases"
        self.store_lock = self.databases / "store_lock"
        self.log = self.path / "logs" / "neo4j.log"
        self.console = self.path / "logs" / "console.log"
        self.start_lock = self.path / "start.lock"
        self.users_lock = self.path / "users.lock"
        self._unfinished = self.path / "unfinished"
        self._line = self.path / "line"
        self._password = self.path / "password"
        self._port = self.path / "port"

    def create(self) -> None:
        """Make the folder; it may be there already, and then becomes private. Raises as require_line() does."""
        for folder in (self.path, self.conf, self.log.parent):
            files.private_folder(folder)
        self.path.chmod(files.FOLDER_MODE)
        self.require_line()

    @property
    def made_by(self) -> str | None:
        """The line of Neo4j that made the store, None without one."""
        # A home from before there was a choice does not say.
        return (files.read_text(self._line) or LTS.name) if self.is_finished else None

    def require_line(self) -> None:
        """Raise RuntimeSetupError if another line made the store: a newer one changes it, with no way back."""
        if self.made_by not in {None, self.line.name}:
            raise RuntimeSetupError(
                f"Neo4j {self.made_by} made the data in {self.path}, and GRAPHCRM_NEO4J_LINE asks for "
                f"{self.line.name}; the data is untouched. Set GRAPHCRM_NEO4J_LINE={self.made_by} to use it, or "
                "GRAPHCRM_DATA_DIR to another folder to begin with an empty database."
            )

    def password(self) -> str:
        """Return the password; raises RuntimeSetupError without one."""
        password = files.read_text(self._password)
        if not password:
            raise RuntimeSetupError(
                f"The password of the local Neo4j is missing from {self._password}; the data is untouched. Put that "
                f"file back from a backup, or move {self.path} away to begin with an empty database."
            )
        return password

    def port(self) -> int | None:
        """Return the port used last, None when there is none."""
        port = files.read_text(self._port) or ""
        return int(port) if port.isdigit() else None

    def write_conf(self, *, port: int, page_cache_mb: int) -> None:
        """Write the settings for the next start, and remember the port for those who join."""
        conf = CONF.format(host=HOST, port=port, page_cache_mb=page_cache_mb) + "\n".join(self.line.settings) + "\n"
        files.write_private(self.conf / "neo4j.conf", conf)
        files.write_private(self._port, f"{port}\n")

    @property
    def is_finished(self) -> bool:
        """Whether a first start went through, so that there may be data here."""
        return self.databases.is_dir() and not self._unfinished.exists()

    def prepare_first_start(self) -> None:
        """Make an unfinished home ready; call with the server stopped and nobody else at it.

        Killed in its first second, a first start can leave a store that never opens again ("Transaction logs are
        missing"). Nobody was given a connection to it, so it is put aside and made anew.
        """
        self.require_line()  # again: somebody else may have made it since create()
        if self.is_finished:
            return
        files.write_private(self._unfinished, "A first start began and did not end.\n")
        files.write_private(self._line, f"{self.line.name}\n")
        if self.data.exists():
            aside = self.path / "data.unfinished"
            shutil.rmtree(aside, ignore_errors=True)
            self.data.rename(aside)
        if not files.read_text(self._password):
            files.write_private(self._password, secrets.token_urlsafe(24) + "\n")
        files.private_folder(self.data / "dbms")
        files.write_private(self.data / "dbms" / "auth.ini", auth_line(self.password()))

    def finish_first_start(self) -> None:
        """Note that the store is whole: from here on it is never put aside."""
        self._unfinished.unlink(missing_ok=True)

    def begin_log(self) -> None:
        """Set the log of the last start aside, so that what stands in the log is about this one."""
        if self.log.exists():
            self.log.replace(self.log.with_name("neo4j.previous.log"))

    def last_words(self) -> str:
        """Return the end of the logs, without the stack traces."""
        lines: list[str] = []
        for log in (self.console, self.log):
            lines += (files.read_text(log) or "").splitlines()
        return "\n".join([line for line in lines if not line.startswith("\t")][-8:])


def auth_line(password: str) -> str:
    """Return what Neo4j reads its first password from; it keeps the password out of every process list."""
    salt = secrets.token_bytes(32)
    digest = salt + password.encode()
    for _ in range(HASH_ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return f"{USERNAME}:SHA-256,{digest.hex()},{salt.hex()},{HASH_ROUNDS}:\n"
