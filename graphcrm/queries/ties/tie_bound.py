"""What bounds the strength of a tie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm import warmth


@dataclass(frozen=True, slots=True)
class TieBound:
    """One KNOWS or RATES edge; `heat` is None on a rating and on a tie without weight.

    `own` is the user's own contact record.
    """

    user: str
    contact: str
    heat: float | None
    heat_out: float | None
    heat_in: float | None
    rating: int | None
    own: str | None

    def most(self, moment: datetime) -> float:
        """The most that the tie can be at a moment."""
        if self.rating is not None:
            return warmth.rating_floor(self.rating, 0)
        return warmth.tie_strength(warmth.decayed(self.heat_out, moment), warmth.decayed(self.heat_in, moment))
