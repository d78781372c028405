"""A question for warm paths."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphcrm.dates import Moment, moment
from graphcrm.queries.paths.models import KINDS, Key, Path
from graphcrm.queries.paths.search import EVERYTHING

MAX_UNIT = 500  # stints known at a shared account above which "worked together" says next to nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked. `user` None asks for all active users; `min_score` None for every score above 0, 0 for all
    evidence; `certain` None for what is certain and what is possible; `max_unit` 0 lifts the cap on shared workplaces;
    `after` is the key of the last path already seen and `seen` how many there were."""

    target: str
    user: str | None = None
    moment: Moment = field(default_factory=lambda: moment(None))
    kinds: tuple[str, ...] = KINDS
    min_score: float | None = None
    certain: bool | None = None
    max_unit: int = MAX_UNIT
    limit: int = 50
    after: Key | None = None
    seen: int = 0

    @property
    def cap(self) -> int:
        """The stints a shared workplace may have."""
        return self.max_unit or EVERYTHING

    @property
    def everything(self) -> bool:
        """Whether evidence without weight counts too."""
        return self.min_score == 0

    def wants(self, path: Path) -> bool:
        """Whether the path's score is high enough, and it is as certain as asked for."""
        if self.certain is not None and path.certain != self.certain:
            return False
        return path.score > 0 if self.min_score is None else path.score >= self.min_score
