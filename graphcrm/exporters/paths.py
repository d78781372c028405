"""Warm paths as a file: one line a path, or one object with its hops."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from graphcrm.exporters.cells import text
from graphcrm.nodes import states
from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.paths import Path, WarmPaths
from graphcrm.queries.ties.tie import Tie
from graphcrm.services.grounds import grounds

COLUMNS = (
    "rank", "kind", "score", "band", "certainty", "user", "connector", "middle", "contact", "title", "role", "account",
    "interactions", "first_on", "last_on", "worked_together", "weakest_hop", "path",
)  # fmt: skip


def as_csv(answer: WarmPaths) -> Iterator[str]:
    """The lines of a CSV file, the columns first."""
    yield _line(COLUMNS)
    for rank, path in enumerate(answer.paths, 1):
        told = _told(rank, path, answer)
        yield _line([text(told.get(name)) for name in COLUMNS])


def as_json(answer: WarmPaths) -> str:
    """A JSON document: what was asked, and each path with what it rests on."""
    paths = [
        _told(rank, path, answer) | ({} if path.masked else {"evidence": grounds(path, answer)})
        for rank, path in enumerate(answer.paths, 1)
    ]
    head = {"account": {"uid": answer.account, "name": answer.account_name}, "as_of": answer.as_of}
    not_searched = [{"account": place.account, "name": place.name} for place in answer.not_searched]
    more = {"account_warmth": answer.account_warmth, "not_searched": not_searched, "partial": list(answer.partial)}
    return json.dumps({**states.shown(head), **more, "paths": paths}, ensure_ascii=False, indent=1, default=str)


def _told(rank: int, path: Path, answer: WarmPaths) -> dict[str, Any]:
    """A path in one line; of a masked one only how good it is."""
    told: dict[str, Any] = {
        "rank": rank, "kind": path.kind, "score": round(path.score, 6), "band": path.band,
        "certainty": "certain" if path.certain else "possible", "account": answer.account_name,
    }  # fmt: skip
    if path.masked:
        return told
    tie, names = path.tie, [_reached(hop.evidence) for hop in path.hops]
    between = dict(zip(("connector", "middle"), names[:-1], strict=False))
    shared = [part for hop in path.hops if isinstance(hop.evidence, Acquaintance) for part in hop.evidence.shared]
    return told | between | {
        "user": tie.user_name, "contact": names[-1], "title": path.job.title, "role": path.job.role,
        "interactions": tie.count, "first_on": tie.first_at and tie.first_at.date(),
        "last_on": tie.last_at and tie.last_at.date(), "worked_together": "; ".join(map(_together, shared)),
        "weakest_hop": path.weakest_hop + 1, "path": path.way,
    }  # fmt: skip


def _reached(hop: Tie | Acquaintance) -> str:
    return hop.contact_name if isinstance(hop, Tie) else hop.colleague_name


def _together(part: Shared) -> str:
    return f"{part.account_name} {part.stretch.start or '?'} to {part.stretch.end or 'now'}"


def _line(cells: Any) -> str:  # noqa: ANN401  (texts)
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()
