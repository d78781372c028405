"""What the facts suggest of how far accounts and contacts are with us, kept and looked at (docs/lifecycle.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.access import EVERYTHING
from graphcrm.graph import Graph, Runner
from graphcrm.lifecycle import Proposal
from graphcrm.queries.lifecycles.dealt_with import dealt_with
from graphcrm.queries.lifecycles.facts import Known, facts
from graphcrm.queries.lifecycles.hold_dealt_with import hold_dealt_with
from graphcrm.queries.lifecycles.proposals import Place, proposals
from graphcrm.queries.lifecycles.put_proposals import put_proposals

LABELS = ("Account", "Contact")
_AT_ONCE = 1_000  # records of one question
_LOOKED_AT = (500, 500, 500, 500)  # for one page, where of those before some are not shown


@dataclass(frozen=True, slots=True)
class Suggested:
    """A record, with what we know of it, and what that suggests."""

    known: Known
    proposal: Proposal


def keep(tx: Runner, records: Iterable[tuple[str, str]], on: date) -> int:
    """Keep on some records what all facts suggest, and on those of opportunities and what leads became.

    Answers on how many it differs. They are locked before the facts are read: what is written is newer than what
    anybody wrote before.
    """
    rows = _differing(tx, hold_dealt_with(tx, records=records), on)
    return put_proposals(tx, rows=rows) if rows else 0


def look(graph: Graph, on: date) -> int:
    """Keep it on all records: as time goes by, silence grows; answers on how many it differs."""
    number = 0
    for label in LABELS:
        after = ""
        while uids := dealt_with(graph, label=label, after=after, limit=_AT_ONCE):
            after = uids[-1]
            if differ := _differing(graph, [(label, uid) for uid in uids], on):
                records = [(label, row["uid"]) for row in differ]
                number += graph.transaction(lambda tx, records=records: keep(tx, records, on))  # type: ignore[misc]
    return number


def _differing(runner: Runner, records: Iterable[tuple[str, str]], on: date) -> list[dict[str, Any]]:
    """Of some records those for which all facts suggest something else than is kept, with that."""
    rows = []
    for one in facts(runner.seen_by(EVERYTHING), records=records, on=on):
        found = one.suggests(on)
        if one.proposed != (state := found.state if found else None):
            rows.append({"label": one.label, "uid": one.uid, "proposed": state})
    return rows


def of_record(runner: Runner, label: str, uid: str, on: date) -> Suggested | None:
    """What the facts that somebody sees suggest for one record; None where they fit, or where none is seen."""
    if "lifecycle" in runner.sight.hides(label.lower()):
        return None
    found = next(iter(facts(runner, records=[(label, uid)], on=on)), None)
    return _suggested(found, on) if found else None


def open_ones(
    runner: Runner, label: str, on: date, *, state: str | None = None, after: Place | None = None, limit: int
) -> tuple[list[Suggested], Place | None]:
    """A page of those of a label that somebody sees, and where the next begins, None for the last.

    `state` leaves those that should be that. The page may be short where somebody sees few of many.
    """
    shown: list[Suggested] = []
    if "lifecycle" in runner.sight.hides(label.lower()):
        return shown, None
    for number in (limit + 1, *_LOOKED_AT):
        rows = proposals(runner, label=label, on=on, state=state, after=after, limit=number)
        found = (one for row in rows if (one := _suggested(row, on)))
        shown += (one for one in found if one.proposal.state == state or state is None)
        if len(shown) > limit:
            return shown[:limit], _place(shown[limit - 1].known)
        if len(rows) < number:
            return shown, None
        after = _place(rows[-1])
    return shown, after


def _place(known: Known) -> Place:
    return known.proposed or "", known.name, known.uid


def _suggested(known: Known, on: date) -> Suggested | None:
    """What the facts that somebody sees suggest; that nothing was heard only where it is kept, for they see a part."""
    proposal = known.suggests(on)
    if proposal is None or (proposal.rule == "silent" and known.proposed != proposal.state):
        return None
    return Suggested(known, proposal)
