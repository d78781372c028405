"""Segments: whose they are, who sees them, who is in them, and how many that were day by day (docs/segments.md).

As saved views they are no records: one that is deleted is kept for a day. What is shared is the question: who is in a
segment is asked anew by everybody, and answered of what they see; `me` in it is who asks.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from graphcrm.errors import ConflictError, ForbiddenError, GraphcrmError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Graph, Runner
from graphcrm.nodes import NODES
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.records.listing import counted
from graphcrm.queries.records.segment import Groups, Part, part, tells
from graphcrm.queries.segments.change_segment import change_segment
from graphcrm.queries.segments.drop_removed_segments import drop_removed_segments
from graphcrm.queries.segments.keep_size import keep_size
from graphcrm.queries.segments.put_segment import put_segment
from graphcrm.queries.segments.segments import Segment, all_segments, segments
from graphcrm.queries.segments.uncounted import uncounted
from graphcrm.services import policy
from graphcrm.services.changes import Change
from graphcrm.services.conditions import by_standing_tags, checked, read, written

_LOG = logging.getLogger("graphcrm.work")
MOST = 200  # segments of one user: more nobody finds again
COUNTED = 10**9  # as many as there are
DAYS = 400  # of which the size is kept: a year, and some
_KEPT = timedelta(days=1)  # as long as a saved view that was deleted
_KNOWN = fields(NODES["Segment"])
_PAGE = 1_000


def create(
    change: Change, user: str, name: str, kind: str, conditions: Sequence[Sequence[Any]], *, shared: bool = False
) -> str:
    """Save a segment under a name; answers its uid. Raises InvalidInputError, ConflictError for one too many."""
    change.lock(("User", user))
    if sum(one.owner == user for one in all_segments(change.tx, user=user)) >= MOST:
        message = said("You have %(most)d segments, which is as many as are kept; delete one of them first.", most=MOST)
        raise ConflictError(message)
    groups = checked(change.tx, kind, conditions)
    uid = new_uid()
    props = {"name": _name(name), "kind": kind, "conditions": written(groups), "shared": shared}
    put_segment(change.tx, user=user, uid=uid, props=props, at=change.at)
    _keep(change.tx, uid, kind, groups, user, change.today)
    return uid


def alter(
    change: Change,
    user: str,
    uid: str,
    *,
    name: str | None = None,
    shared: bool | None = None,
    conditions: Sequence[Sequence[Any]] | None = None,
) -> Segment:
    """Give a segment of one's own another name or other conditions, share it or no longer.

    Other conditions are another question: what was counted of the one before is forgotten. Raises NotFoundError,
    StaleError, InvalidInputError.
    """
    props: dict[str, object] = {} if name is None else {"name": _name(name)}
    props |= {} if shared is None else {"shared": shared}
    before = _hold(change, user, uid, props)
    groups = checked(change.tx, before.kind, conditions) if conditions is not None else None
    if groups is not None and written(groups) != before.conditions:
        props |= {"conditions": written(groups), "sizes": None}
    _found(uid, change_segment(change.tx, user=user, uid=uid, props=props, at=change.at))
    if groups is not None:
        _keep(change.tx, uid, before.kind, groups, user, change.today)
    return one(change.tx, user, uid)


def delete(change: Change, user: str, uid: str) -> None:
    """Delete a segment of one's own, for everybody; for a day it can be brought back.

    Raises NotFoundError, StaleError.
    """
    _hold(change, user, uid, {"removed_at": change.at})
    drop_removed_segments(change.tx, user=user, before=change.at - _KEPT)
    _found(uid, change_segment(change.tx, user=user, uid=uid, props={"removed_at": change.at}, at=change.at))


def restore(change: Change, user: str, uid: str) -> None:
    """Bring back a segment that was deleted; raises NotFoundError once it is gone for ever."""
    change.lock(("User", user))
    _found(uid, change_segment(change.tx, user=user, uid=uid, removed=True, props={"removed_at": None}, at=change.at))


def one(runner: Runner, user: str, uid: str) -> Segment:
    """A segment that a user sees; raises NotFoundError."""
    found = segments(runner, user=user, uid=uid, limit=1)
    if not found:
        raise NotFoundError(said("There is no segment %(uid)r that you may see.", uid=uid), field="segment")
    return found[0]


def meant(runner: Runner, user: str, text: str) -> Segment:
    """The segment of a uid or a name, one's own before those that others share; raises NotFoundError."""
    named = text.strip().casefold()
    found = segments(runner, user=user, uid=text, limit=1)
    found = found or [each for each in all_segments(runner, user=user) if each.name.casefold() == named]
    found.sort(key=lambda each: each.owner != user)
    if not found:
        raise NotFoundError(said("There is no segment %(uid)r that you may see.", uid=text), field="segment")
    return found[0]


def asked(runner: Runner, kind: str, groups: Groups, user: str, on: date) -> Part:
    """What a question adds to the query of a list, for a user.

    Raises ForbiddenError where it tells what is hidden, InvalidInputError where it asks by a tag that was deleted.
    """
    for of, name in sorted(tells(kind, groups)):
        if name in runner.sight.hides(of):
            message = said(
                "You may not see the %(name)s of %(kind)ss, so you cannot ask by it; leave it out.", name=name, kind=of
            )
            raise ForbiddenError(message, field="segment")
    groups, gone = by_standing_tags(runner, kind, groups)
    if gone:
        message = said("The segment asks by a tag that was deleted; ask by another, or have that one brought back.")
        raise InvalidInputError(message, field="segment")
    return part(kind, groups, on=on, me=user)


def of_list(runner: Runner, kind: str, uid: str, user: str, on: date) -> Part:
    """What a segment adds to the query of a list of its kind.

    Raises NotFoundError, InvalidInputError for one of another kind, ForbiddenError.
    """
    found = one(runner, user, uid)
    if found.kind != kind:
        message = said("The segment %(name)s is of %(kind)ss, not of these.", name=found.name, kind=found.kind)
        raise InvalidInputError(message, field="segment")
    return asked(runner, kind, read(found.conditions), user, on)


def size(runner: Runner, kind: str, groups: Groups, user: str, *, most: int = COUNTED) -> int:
    """How many records that the runner sees are in a segment today, `most` at most."""
    today = _today()
    return counted(runner, kind=kind, on=today, segment=asked(runner, kind, groups, user, today), most=most)


def seen(graph: Graph, found: Segment, user: str) -> None:
    """Keep how many are in a segment of one's own today, where nobody has counted them yet."""
    today = _today()
    if found.owner == user and not any(kept.startswith(today.isoformat()) for kept in found.sizes):
        _keep(graph, found.uid, found.kind, read(found.conditions), user, today)


def keep_sizes(graph: Graph, today: date) -> int:
    """Keep how many are in each segment on a day, of what its user sees: for whoever runs this every night.

    Answers how many were counted. What may not be asked any more, as a field is hidden now, is left out.
    """
    done, after = 0, ""
    while page := uncounted(graph, day=today, after=after, limit=_PAGE):
        for each in page:
            reader = policy.reader(graph, user=each.owner, role=each.role)
            try:
                _keep(graph.seen_by(reader.sight), each.uid, each.kind, read(each.conditions), each.owner, today)
                done += 1
            except GraphcrmError as error:  # the next one is counted all the same
                _LOG.warning("segment %s is not counted: %s", each.uid, error.detail)
        after = page[-1].uid
    return done


def sizes(found: Segment) -> list[tuple[date, int]]:
    """How many were in a segment on the days on which they were counted, the latest last."""
    pairs = (kept.split(" ") for kept in found.sizes)
    return [(date.fromisoformat(day), int(number)) for day, number in pairs]


def _keep(runner: Runner, uid: str, kind: str, groups: Groups, user: str, today: date) -> None:
    question = asked(runner, kind, groups, user, today)
    number = counted(runner, kind=kind, on=today, segment=question, most=COUNTED)
    keep_size(runner, uid=uid, day=today, size=number, most=DAYS)


def _hold(change: Change, user: str, uid: str, given: Mapping[str, object]) -> Segment:
    """Hold who changes their segment, and see that it is theirs and at the revision that was expected."""
    change.lock(("User", user))
    found = one(change.tx, user, uid)
    change.require("segment", uid, found.rev, {"name": found.name, "shared": found.shared}, dict(given))
    return found


def _name(name: str) -> str:
    stored: str = _KNOWN["name"].deflate(name)
    if not stored:
        raise InvalidInputError(said("A segment takes a name, by which you find it again."), field="name")
    return stored


def _found(uid: str, rev: int | None) -> None:
    if rev is None:
        raise NotFoundError(said("There is no segment %(uid)r of yours.", uid=uid), field="segment")


def _today() -> date:
    return datetime.now(UTC).date()
