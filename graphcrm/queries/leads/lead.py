"""One lead by uid, with all that is recorded of it and whose it is on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from graphcrm.dates import instant, moment
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.found import the_one
from graphcrm.queries.records.reached import Reached

_CYPHER = cypher(__file__)


Became = tuple[str, str, str, str]  # contact or account, its uid and name, and when, as ISO text


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead; `owner` is the uid and name of the user it is assigned to on the day, None while it is in the pool.

    `converted_to` is what it became, as far as that may be seen: the contact first.
    """

    uid: str
    name: str
    company_name: str | None
    title: str | None
    source_channel: str | None
    status: str | None
    description: str | None
    owner: tuple[str, str] | None
    rev: int
    external_id: str | None
    source: str | None
    created_at: datetime | None
    updated_at: datetime | None
    deleted_at: datetime | None
    custom: list[tuple[str, Any]]
    handles: list[Reached]
    converted_to: list[Became]
    tags: list[dict[str, str]]

    @property
    def is_converted(self) -> bool:
        """Whether it is a contact by now, who may be seen; one whose contact is in the trash may be converted again."""
        return any(kind == "contact" for kind, *_ in self.converted_to)

    @property
    def converted_on(self) -> date | None:
        """The day on which it was converted, UTC."""
        return instant(self.converted_to[0][3]).date() if self.converted_to else None


def lead(runner: Runner, *, uid: str, on: date | None = None) -> Lead:
    """The lead, and whose it is on a day, today where none is said; raises NotFoundError, InTrashError."""
    return the_one(runner, runner.read(_CYPHER, Lead, uid=uid, on=on or moment(None).on, limit=1), "lead", uid)
