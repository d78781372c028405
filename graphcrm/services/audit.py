"""The audit log: what is done is written down in the transaction that does it, each entry tied to the one before it.

Whoever writes an entry holds the end of the log until the transaction ends, so this is what a transaction does last: it
waits for nobody afterwards, and nobody waits long for it (docs/audit.md).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from graphcrm.graph import Graph, Runner
from graphcrm.nodes.audit import ACTIONS
from graphcrm.queries.audit.claim_head import claim_head
from graphcrm.queries.audit.last_entry import last_entry
from graphcrm.queries.audit.put_entry import put_entry

COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is to be written down: who (a user's uid), what, from where, in which request.

    `what` and `records` (kind and uid) are words and uids of ours; nothing that somebody typed belongs there, because
    an entry stays for ever. Without an `address` it was done on the command line.
    """

    action: str
    user: str | None = None
    what: Sequence[str] = ()
    records: Sequence[str] = ()
    change: str | None = None
    address: str | None = None
    request: str | None = None

    def __post_init__(self) -> None:
        """Take the actions that we know, and no others: people filter by them."""
        if self.action not in ACTIONS:
            raise ValueError(self.action)


def append(tx: Runner, deed: Deed) -> int:
    """Write a deed behind the others, as the last thing that a transaction does; answers its number."""
    now = datetime.now(UTC)
    head = claim_head(tx, now=now)
    if not head.seq:  # the first, or somebody has removed the head
        head = last_entry(tx) or head
    entry = {
        "seq": head.seq + 1, "at": max(now, head.at), "user": deed.user, "action": deed.action, "what": [*deed.what],
        "records": [*deed.records], "change": deed.change, "address": deed.address or COMMAND_LINE,
        "request": deed.request, "previous": head.hash,
    }  # fmt: skip
    props = {name: value for name, value in entry.items() if value not in (None, [])}
    uids = {record.partition(" ")[2] for record in deed.records}  # one uid of two kinds is found once
    put_entry(tx, props=props | {"hash": digest(props)}, uids=sorted(uids))
    return head.seq + 1


def record(graph: Graph, deed: Deed) -> int:
    """Write a deed in a transaction of its own; answers its number, raises DatabaseError."""
    return graph.transaction(lambda tx: append(tx, deed))


def digest(entry: Mapping[str, object]) -> str:
    """The hash of an entry: SHA-256 of its properties but the hash as JSON, sorted by name, without spaces, in ASCII.

    A time is ISO text in UTC, to the microsecond.
    """
    covered = {name: _written(value) for name, value in entry.items() if name != "hash"}
    text = json.dumps(covered, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def counted(deeds: Iterable[str]) -> list[str]:
    """Equal deeds as one, with how many there were: `change contact 2`."""
    numbers: dict[str, int] = {}
    for deed in deeds:
        numbers[deed] = numbers.get(deed, 0) + 1
    return [f"{deed} {number}" for deed, number in numbers.items()]


def _written(value: object) -> object:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value
