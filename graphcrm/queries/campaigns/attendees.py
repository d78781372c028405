"""Who is asked to one campaign, or comes, by name; or those of one status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Attendee:
    """A contact or a lead (`type`), where they work today, and how far their attendance is; `key` orders one name."""

    type: str
    uid: str
    name: str
    do_not_contact: bool
    detail: str | None
    status: str
    on: date | None
    key: str


def attendees(
    runner: Runner, *, campaign: str, status: str | None = None, after: tuple[str, str] | None = None, limit: int = 50
) -> list[Attendee]:
    """One page of those who may be seen; `after` are the name and the key of the last one already seen."""
    found = runner.read(_CYPHER, Attendee, campaign=campaign, status=status, after=after, limit=limit)
    if "company_name" not in runner.sight.hides("lead"):
        return found
    return [replace(one, detail=None) if one.type == "lead" else one for one in found]
