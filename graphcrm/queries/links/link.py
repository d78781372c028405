"""One link by uid, with all that is recorded of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.dates import Bounds
from graphcrm.errors import NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class OneLink:
    """A link from one account or contact (`start_…`) to another (`end_…`); `kind` is its type in lower case."""

    uid: str
    kind: str
    start_uid: str
    start_name: str
    end_uid: str
    end_name: str
    relation: str | None
    start: str | None
    end: str | None
    end_status: str
    verified_on: date
    start_min: date
    start_max: date
    end_min: date
    end_max: date
    source: str | None
    rev: int
    recorded_at: datetime | None
    recorded_by: str | None

    @property
    def bounds(self) -> Bounds:
        """The four bounds."""
        return Bounds(self.start_min, self.start_max, self.end_min, self.end_max)


def link(runner: Runner, *, uid: str) -> OneLink:
    """The link; raises NotFoundError."""
    found = runner.read(_CYPHER, OneLink, uid=uid, limit=1)
    if not found:
        raise NotFoundError(said("There is no link %(uid)r.", uid=uid), field="link")
    return found[0]
