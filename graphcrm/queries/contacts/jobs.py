"""Employment history: the entered stints of a contact that had begun by a day, by their start, unknown ones first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.dates import Bounds, certainly_on, possibly_on
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Job:
    """One stint: dates as entered, and the bounds that follow from them."""

    uid: str
    account: str
    account_name: str
    account_kind: str | None
    placeholder: bool
    title: str | None
    department: str | None
    role: str | None
    kind: str
    primary: bool
    start: str | None
    end: str | None
    end_status: str
    verified_on: date
    start_min: date
    start_max: date
    end_min: date
    end_max: date

    @property
    def bounds(self) -> Bounds:
        """The four bounds."""
        return Bounds(self.start_min, self.start_max, self.end_min, self.end_max)

    def current(self, on: date) -> bool:
        """Whether the stint may have held on that day."""
        return possibly_on(self.bounds, on)

    def certain(self, on: date) -> bool:
        """Whether it held on that day for certain."""
        return certainly_on(self.bounds, on)


def jobs(
    runner: Runner, *, contact: str, on: date, after: tuple[date, date, str] | None = None, limit: int = 500
) -> list[Job]:
    """The stints of a contact that had begun by `on`; `after` are start_min, end_max and uid of the last one seen."""
    return runner.read(_CYPHER, Job, contact=contact, on=on, after=after, limit=limit)
