"""Paths through what somebody may not see: how good they are, and nothing else (docs/access.md)."""

from __future__ import annotations

from dataclasses import replace

from graphcrm.graph import Runner
from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.paths.models import Path, WarmPaths
from graphcrm.queries.records.names import names

Record = tuple[str, str]  # kind and uid


def masked(runner: Runner, answer: WarmPaths) -> WarmPaths:
    """A page of paths that were searched among everything, as the runner's reader may see it.

    A path is masked that leads by a contact or an account that they may not see, and a workplace that was not searched
    is left out; one query, whatever their number.
    """
    places = {("account", place.account) for place in answer.not_searched}
    met = [_records(path) for path in answer.paths]
    everything = places.union(*met)
    seen = {(one.type, one.uid) for one in names(runner, uids=[uid for _, uid in everything])}
    people = runner.sight.contacts is None  # else how many there are is not for them to know
    return replace(
        answer,
        paths=[
            path if through <= seen else replace(path, masked=True)
            for path, through in zip(answer.paths, met, strict=True)
        ],
        not_searched=[
            place if people else replace(place, people=None)
            for place in answer.not_searched
            if ("account", place.account) in seen
        ],
    )


def _records(path: Path) -> set[Record]:
    """The contacts and accounts that a path tells of."""
    found: set[Record] = {("contact", uid) for uid in path.people}
    for hop in path.hops:
        if isinstance(hop.evidence, Acquaintance):
            found |= {("account", part.account) for part in hop.evidence.shared}
    return found | ({("account", path.moved_from[0])} if path.moved_from else set())
