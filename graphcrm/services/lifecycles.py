"""What the facts suggest of how far accounts and contacts are with us, kept and looked at (docs/lifecycle.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graphcrm.access import EVERYTHING
from graphcrm.graph import Graph, Runner
from graphcrm.lifecycle import Proposal
from graphcrm.queries.lifecycles.dealt_with import dealt_with
from graphcrm.queries.lifecycles.facts import Known, facts
from graphcrm.queries.lifecycles.proposals import proposals
from graphcrm.queries.lifecycles.put_proposals import put_proposals

LABELS = ("Account", "Contact")
SHOWN = 50  # proposals of a kind: who has accepted them sees the next
_AT_ONCE = 1_000  # records of one transaction


@dataclass(frozen=True, slots=True)
class Suggested:
    """A record, with what we know of it, and what that suggests."""

    known: Known
    proposal: Proposal


def keep(tx: Runner, records: Iterable[tuple[str, str]], on: date) -> int:
    """Keep on some records, and on those of opportunities, what all facts suggest; answers on how many it differs."""
    rows = []
    for one in facts(tx.seen_by(EVERYTHING), records=records, on=on):
        found = one.suggests(on)
        if one.proposed != (state := found.state if found else None):
            rows.append({"label": one.label, "uid": one.uid, "proposed": state})
    return put_proposals(tx, rows=rows) if rows else 0


def look(graph: Graph, on: date) -> int:
    """Keep it on all records: as time goes by, silence grows; answers on how many it differs."""
    number = 0
    for label in LABELS:
        after = ""
        while uids := dealt_with(graph, label=label, after=after, limit=_AT_ONCE):
            after = uids[-1]
            records = [(label, uid) for uid in uids]
            number += graph.transaction(lambda tx, records=records: keep(tx, records, on))  # type: ignore[misc]
    return number


def of_record(runner: Runner, label: str, uid: str, on: date) -> Suggested | None:
    """What the facts that somebody sees suggest for one record; None where they fit, or where none is seen."""
    if "lifecycle" in runner.sight.hides(label.lower()):
        return None
    found = next(iter(facts(runner, records=[(label, uid)], on=on)), None)
    return _suggested([found], on)[0] if found and found.suggests(on) else None


def open_ones(runner: Runner, label: str, on: date) -> tuple[list[Suggested], bool]:
    """Those of a label that somebody sees, at most SHOWN, and whether there may be more."""
    if "lifecycle" in runner.sight.hides(label.lower()):
        return [], False
    found = proposals(runner, label=label, on=on, limit=SHOWN + 1)
    return _suggested(found[:SHOWN], on), len(found) > SHOWN


def _suggested(found: Iterable[Known], on: date) -> list[Suggested]:
    both = ((one, one.suggests(on)) for one in found)
    return [Suggested(one, proposal) for one, proposal in both if proposal]
