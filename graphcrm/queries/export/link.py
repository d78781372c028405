"""A link between two contacts or two accounts as it is exported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one record to another; `kind` is the type of its edge, `props` has days as ISO text."""

    uid: str
    start: str
    end: str
    kind: str
    props: dict[str, Any]

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid
