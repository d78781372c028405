"""The secrets that sign the session cookie and seal what is kept sealed: those that were set, or those of a file in the
data folder, one a line, the newest first.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from graphcrm.config import Settings
from graphcrm.errors import InvalidInputError, RuntimeSetupError
from graphcrm.sealed import Sealer, derived

_FILE = "secret_key"
_BYTES = 32
_SESSION = "session"


class Keys:
    """The secrets at hand. Whoever runs for long asks for them each time: a new one is used at once."""

    def __init__(self, settings: Settings) -> None:
        """Read them, and make the first one; raises RuntimeSetupError where it cannot be kept."""
        self._settings = settings
        self._read()

    def all(self) -> list[str]:
        """The secrets, newest first."""
        with suppress(OSError):  # taken away: what was read is good for as long as we run
            if not self._settings.secret_key and self._stamp != _stamp(_path(self._settings)):
                self._read()
        return self._secrets

    def sealer(self) -> Sealer:
        """What seals with the newest and opens with all."""
        self.all()
        return self._sealer

    def of_sessions(self) -> list[str]:
        """The keys of the session cookie: the first signs, and all of them are good for reading."""
        self.all()
        return self._of_sessions

    def _read(self) -> None:
        self._secrets = read(self._settings)  # makes the file
        if not self._settings.secret_key:
            self._stamp = _stamp(_path(self._settings))
            self._secrets = read(self._settings)  # no older than the stamp
        self._sealer = Sealer(self._secrets)
        self._of_sessions = [derived(secret, _SESSION) for secret in self._secrets]


def read(settings: Settings) -> list[str]:
    """The secrets, newest first; one is made, readable by its owner alone, where there is none."""
    if settings.secret_key:
        return _lines(settings.secret_key)
    path = _path(settings)
    with _explained(path):
        if not path.exists():
            _make(path)
        return _lines(path.read_text(encoding="utf-8"))


def add(settings: Settings) -> list[str]:
    """Make a new secret, keep the old ones behind it, and answer all; raises InvalidInputError where they are set."""
    if settings.secret_key:
        raise InvalidInputError(
            "The key is set by GRAPHCRM_SECRET_KEY, so none was made. Put a new one before it, on a line of its own, "
            "restart the web app, and run `graphcrm key rotate --drop-old`.",
            field="GRAPHCRM_SECRET_KEY",
        )
    keys = [_new(), *read(settings)]
    keep(settings, keys)
    return keys


def keep(settings: Settings, keys: Sequence[str]) -> None:
    """Write these secrets into the file, in one step: whoever reads it reads the old ones or these."""
    path = _path(settings)
    with _explained(path), _aside(path, "\n".join(keys)) as aside:
        aside.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _path(settings: Settings) -> Path:
    return settings.data_dir / _FILE


def _new() -> str:
    return secrets.token_urlsafe(_BYTES)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _stamp(path: Path) -> tuple[int, int]:
    """What another file in its place would not have."""
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


def _make(path: Path) -> None:
    """Write it aside and link it: of several workers that start at once the first wins, and none reads half a key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _aside(path, _new()) as aside, suppress(FileExistsError):
        path.hardlink_to(aside)


@contextmanager
def _aside(path: Path, text: str) -> Iterator[Path]:
    """A file beside another, for its owner alone, that is on the disk before it takes the other's place."""
    aside = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        yield aside
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = f"The key of the session cookie cannot be kept in {path} ({error.strerror}); "
        raise RuntimeSetupError(message + "set GRAPHCRM_SECRET_KEY, or GRAPHCRM_DATA_DIR to another folder.") from error
