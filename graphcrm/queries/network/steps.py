"""One step along edges from some records, those with too many edges left standing: what a search for paths goes by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Step:
    """An edge (`link` is its type) and the possible days of a job or link, as text; no edge: it has too many."""

    from_type: str
    from_uid: str
    link: str | None
    uid: str | None
    to_type: str
    to_uid: str
    since: str | None
    until: str | None
    edges: int

    @property
    def start(self) -> str:
        """The id of the record that it leads from."""
        return f"{self.from_type}:{self.from_uid}"

    @property
    def end(self) -> str:
        """The id of the record that it leads to."""
        return f"{self.to_type}:{self.to_uid}"


def steps(
    runner: Runner,
    *,
    accounts: Sequence[str],
    contacts: Sequence[str],
    leads: Sequence[str],
    users: Sequence[str],
    types: Sequence[str],
    on: date,
    before: datetime,
    cap: int,
    limit: int,
) -> list[Step]:
    """The edges of some types that had begun by the day, from records that have up to `cap` edges."""
    return runner.read(
        _CYPHER,
        Step,
        accounts=accounts,
        contacts=contacts,
        leads=leads,
        users=users,
        types=types,
        on=on,
        before=before,
        cap=cap,
        limit=limit,
    )
