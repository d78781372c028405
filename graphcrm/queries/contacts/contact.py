"""One contact by uid, with its handles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.errors import NotFoundError
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact; `handles` are (kind, value), the primary ones first."""

    uid: str
    name: str
    given_name: str | None
    family_name: str | None
    other_names: list[str]
    description: str | None
    birthday: date | None
    lifecycle: str | None
    do_not_contact: bool
    handles: list[tuple[str, str]]


def contact(runner: Runner, *, uid: str) -> Contact:
    """The contact; raises NotFoundError."""
    rows = runner.read(_CYPHER, Contact, uid=uid, limit=1)
    if not rows:
        message = f"There is no contact {uid!r}."
        raise NotFoundError(message, field="contact")
    return rows[0]
