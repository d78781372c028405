"""A tie with what bounds every path that begins with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TieBound:
    """One KNOWS or RATES edge, as of a moment.

    `most` is its strength, `near` the most that the contact's tie with any former colleague can be. `heat` is None on a
    rating and on a tie without weight. `own` is the user's own contact record.
    """

    user: str
    contact: str
    most: float
    near: float
    heat: float | None
    own: str | None
