"""What the path searches return."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """The people of one possible path, by uid, and a bound that its rank does not exceed.

    `connector` is None for a direct path, `middle` for any but a chain.
    """

    user: str
    connector: str | None
    middle: str | None
    target_contact: str
    bound: float
