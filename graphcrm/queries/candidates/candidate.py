"""What the path searches return."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """The people of one possible path, by uid, and a bound that its rank does not exceed.

    `connector` is None for a direct path, `middle` for any but a chain; `relevance` is that of the target contact.
    """

    user: str
    connector: str | None
    middle: str | None
    target_contact: str
    relevance: float
    bound: float

    @property
    def first(self) -> str:
        """The contact that one of us knows."""
        return self.connector or self.target_contact

    @property
    def score(self) -> float:
        """The most that the path can score."""
        return self.bound / self.relevance
