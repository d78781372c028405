"""One job by uid, with all that is recorded of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.dates import Bounds
from graphcrm.errors import NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class OneJob:
    """A job: dates as entered, the bounds that follow from them, and who recorded it."""

    uid: str
    contact: str
    contact_name: str
    account: str
    account_name: str
    title: str | None
    department: str | None
    role: str | None
    responsibilities: str | None
    main_contact: bool
    kind: str
    primary: bool
    concurrent: bool
    start: str | None
    end: str | None
    end_status: str
    verified_on: date
    start_min: date
    start_max: date
    end_min: date
    end_max: date
    work_email: str | None
    work_phone: str | None
    source: str | None
    rev: int
    recorded_at: datetime | None
    recorded_by: str | None

    @property
    def bounds(self) -> Bounds:
        """The four bounds."""
        return Bounds(self.start_min, self.start_max, self.end_min, self.end_max)


def job(runner: Runner, *, uid: str) -> OneJob:
    """The job; raises NotFoundError."""
    rows = runner.read(_CYPHER, OneJob, uid=uid, limit=1)
    if not rows:
        raise NotFoundError(said("There is no job %(uid)r.", uid=uid), field="job")
    return rows[0]
