"""The key that signs the session cookie."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from graphcrm.config import Settings
from graphcrm.errors import RuntimeSetupError

_FILE = "secret_key"
_BYTES = 32


def secret_key(settings: Settings) -> str:
    """The key that was set, or one made once and kept in the data folder, readable by its owner alone."""
    if settings.secret_key:
        return settings.secret_key
    path = settings.data_dir / _FILE
    try:
        if not path.exists():
            _make(path)
        return path.read_text(encoding="ascii")
    except OSError as error:
        message = f"The key of the session cookie cannot be kept in {path} ({error.strerror}); "
        raise RuntimeSetupError(message + "set GRAPHCRM_SECRET_KEY, or GRAPHCRM_DATA_DIR to another folder.") from error


def _make(path: Path) -> None:
    """Write it aside and link it: of several workers that start at once the first wins, and none reads half a key."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(_BYTES))
        with suppress(FileExistsError):
            path.hardlink_to(aside)
    finally:
        aside.unlink(missing_ok=True)
