"""Edges that services write: what is sent of one as it is stored, and one edge changed or removed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from graphcrm.errors import InvalidInputError, OvertakenError, said
from graphcrm.nodes.base import OURS
from graphcrm.nodes.properties import Stored
from graphcrm.nodes.states import State
from graphcrm.queries.changes.remove_edges import remove_edges
from graphcrm.queries.load.change_edges import change_edges
from graphcrm.services.changes import Change


def checked(
    known: Mapping[str, Stored], values: Mapping[str, Any], what: str, *, without: Collection[str] = OURS
) -> State:
    """The values of a job, a link, … as they are stored, None for what is blank; raises InvalidInputError."""
    given: State = {}
    for name, value in values.items():
        if name in without or name not in known:
            raise InvalidInputError(
                said("%(name)r is no field of %(what)s that can be set.", name=name, what=what), field=name
            )
        stored = "" if value in (None, "") else known[name].deflate(value)
        given[name] = None if stored == "" else stored
    return given


def put(change: Change, what: str, edge: str, uid: str, rev: int, props: Mapping[str, Any]) -> None:
    """Change an edge of a type that is at a revision; raises OvertakenError where it is not any more."""
    if change_edges(change.tx, rows=[{"type": edge, "uid": uid, "rev": rev, "props": props}]) != 1:
        raise overtaken(what)


def drop(change: Change, what: str, edge: str, uid: str, rev: int) -> State:
    """Remove an edge of a type that is at a revision; raises OvertakenError where it is not any more.

    Answers when and by whom it was recorded: an undo records it as of then.
    """
    gone = remove_edges(change.tx, rows=[{"type": edge, "uid": uid, "rev": rev}])
    if len(gone) != 1:
        raise overtaken(what)
    return {name: value for name, value in gone[0]._asdict().items() if value is not None}


def recorded(change: Change, props: Mapping[str, Any]) -> State:
    """Who records an edge of these properties: who changes, but one that was there before says so itself."""
    return {} if props.get("recorded_at") else {"recorded_by": change.author.user}


def overtaken(what: str) -> OvertakenError:
    """What to say where somebody who takes no locks, an import, was quicker."""
    return OvertakenError(
        said("Somebody else has just changed the same %(kind)s; nothing was changed. Try again.", kind=what)
    )
