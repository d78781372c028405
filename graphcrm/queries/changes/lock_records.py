"""Take the write locks of some [label, uid] records, in the order given, and read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Locked:
    """A record that nobody else can change until the transaction ends.

    `handles` are (uid, primary, label), `about` the records (label, uid) that a task is about; `account`, `contacts`
    (uid, role) and `opportunity` are what an opportunity, a contract, an order or a service request is tied to, `tags`
    uids.
    """

    label: str
    uid: str
    props: dict[str, Any]
    handles: list[tuple[str, bool, str | None]]
    team: str | None
    own: str | None
    about: list[tuple[str, str]]
    account: str | None
    contacts: list[tuple[str, str | None]]
    opportunity: str | None
    tags: list[str]


def lock_records(runner: Runner, *, records: Iterable[tuple[str, str]]) -> list[Locked]:
    """The records that exist, in one order for everybody, so that two who want the same ones wait and do not clash."""
    rows = runner.write(_CYPHER, records=[list(record) for record in sorted(set(records))])
    return [Locked(*row) for row in rows]
