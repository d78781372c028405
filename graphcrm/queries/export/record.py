"""A record as it is exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its properties, days as ISO text; `handles` are [kind, value, label, primary].

    `teams` (by name) and `own` (uids of own contact records) are a user's, `tags` (by name) those of others.
    """

    uid: str
    props: dict[str, Any]
    handles: list[tuple[str, str, str | None, bool | None]]
    teams: Sequence[str] = ()
    own: Sequence[str] = ()
    tags: Sequence[str] = ()

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid
