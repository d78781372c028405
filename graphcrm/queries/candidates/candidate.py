"""What every path search returns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """The people of one possible path, by uid, and a bound that its rank does not exceed.

    `user` is None where the search was for connectors whoever knows them; `connector` is None for a direct path.
    """

    user: str | None
    connector: str | None
    middle: str | None
    target_contact: str
    bound: float
