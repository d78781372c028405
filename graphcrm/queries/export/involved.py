"""What is tied to an account, contacts and an opportunity, as an export has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Involved:
    """A record; `props` has its days and times as ISO text, `contacts` uid and part of each, in no order."""

    uid: str
    props: dict[str, Any]
    account: str | None
    contacts: list[tuple[str, str | None]]
    opportunity: str | None = None

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid
