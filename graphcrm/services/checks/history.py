"""History: what was changed is remembered, once, and what need not be is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from graphcrm.graph import Graph, Runner
from graphcrm.nodes import states
from graphcrm.nodes.base import LANED
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.changes.forget_keys import forget_keys
from graphcrm.queries.changes.lock_records import lock_records
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.missing_revisions import Unremembered, missing_revisions
from graphcrm.queries.checks.odd_revisions import odd_revisions
from graphcrm.queries.checks.old_keys import old_keys
from graphcrm.queries.checks.put_missing_revisions import put_missing_revisions
from graphcrm.services.checks.rule import MOST, Broken, Rule, in_batches
from graphcrm.services.once import KEPT

_KEYS = 1_000  # forgotten in one transaction
_WHY = "not recorded: graphcrm check found a revision that nothing was remembered of"
_OURS = frozenset({
    "uid", "rev", "type", "event", "created_at", "updated_at", "recorded_at", "recorded_by", "owner", "owner_until",
    "digest_on", *LANED,
})  # fmt: skip


def _mend(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, (one for one in found if isinstance(one, Unremembered)), _remember)


def _remember(tx: Runner, things: Sequence[Unremembered]) -> None:
    """Write that it is not known what was changed; what is erased meanwhile stays forgotten."""
    of = {record for one in things for record in one.on}
    locked = lock_records(tx, records=[(label, uid) for label, uid in (record.split(" ", 1) for record in of)])
    there = {f"{record.label} {record.uid}" for record in locked}
    change, at = new_uid(), datetime.now(UTC)
    whole = [one for one in things if there.issuperset(one.on)]
    put_missing_revisions(tx, rows=[row for one in whole for row in _rows(tx, one, change, at)])


def _rows(tx: Runner, one: Unremembered, change: str, at: datetime) -> Iterator[dict[str, Any]]:
    after = states.written({name: value for name, value in one.props.items() if name not in _OURS})
    for rev in range(2, one.rev + 1):
        props = {
            "change": change, "kind": one.kind, "of": one.uid, "rev": rev, "action": "change", "at": at, "why": _WHY,
            "after": tx.sealing.said(one.kind, after), "private": one.props.get("private"),
        }  # fmt: skip
        yield {"uid": new_uid(), "on": list(dict.fromkeys(one.on)), "props": props}


def _keys(graph: Graph) -> list[Found]:
    found = old_keys(graph, before=datetime.now(UTC) - KEPT, limit=MOST)
    return [Found([], f"{found:,} keys of requests are older than a day")] if found else []


def _forget(graph: Graph, _: Sequence[Broken]) -> None:
    while forget_keys(graph, before=datetime.now(UTC) - KEPT, limit=_KEYS) == _KEYS:
        pass


RULES = (
    Rule(
        "revisions",
        "Every change of a record, a job, a link, an interaction, a rating, an attendance and an owner is remembered.",
        "A revision is written that says that it is not known what was changed.",
        lambda graph: missing_revisions(graph, limit=MOST),
        _mend,
    ),
    Rule(
        "history",
        "A revision is in a history, no later than its thing, and the only one of its number.",
        "Look at the history of the record; nothing but what is shown there depends on it.",
        lambda graph: odd_revisions(graph, limit=MOST),
    ),
    Rule(
        "keys",
        "Keys of requests are kept for a day.",
        "They are forgotten, as they are by the next request that has one.",
        _keys,
        _forget,
        warns=True,
    ),
)
