"""Saved views: whose they are, who sees them, and what is left of them when a record is erased (docs/views.md).

They are no records: nothing is remembered of their changes, so one that is deleted is kept for a day instead, to be
brought back. Whoever changes a view or pins one holds their own User, so that two tabs of theirs follow each other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

from graphcrm.access import many
from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes import NODES
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.records.names import names
from graphcrm.queries.views.change_view import change_view
from graphcrm.queries.views.drop_removed import drop_removed
from graphcrm.queries.views.naming import Naming, naming
from graphcrm.queries.views.put_pins import put_pins
from graphcrm.queries.views.put_view import put_view
from graphcrm.queries.views.unname import unname
from graphcrm.queries.views.views import SavedView, views
from graphcrm.services.changes import Change

MOST = 200  # views of one user: more nobody finds again
STATE_MOST = 64_000  # characters of a state: some thousand uids
DEEP_MOST = 12  # levels of it
_KEPT = timedelta(days=1)  # as long as an answer to a request
_ABOUT: Mapping[str, frozenset[str]] = {
    "paths": frozenset({"account"}), "network": frozenset({"account", "contact"}),
}  # fmt: skip
_PICTURED = frozenset({"account", "contact", "lead", "user"})  # what the network shows
# What names a record of a kind in an address.
_NAMING: Mapping[str, frozenset[str]] = {
    "account": frozenset({"account", "worked_at", "about_account"}),
    "contact": frozenset({"contact", "about_contact"}),
    "lead": frozenset({"about_lead"}),
    "opportunity": frozenset({"opportunity", "about_opportunity"}),
    "contract": frozenset({"about_contract"}),
    "order": frozenset({"about_order"}),
    "service_request": frozenset({"about_service_request"}),
    "campaign": frozenset({"campaign"}),
    "user": frozenset({"owner", "user"}),
}
_KNOWN = fields(NODES["SavedView"])


@dataclass(frozen=True, slots=True)
class Shown:
    """What a view shows: a page, what it is about, the parameters of its address, and its state."""

    of: str
    parameters: str = ""
    target: str | None = None
    state: dict[str, Any] | None = None

    def props(self, runner: Runner) -> dict[str, object]:
        """As it is stored; raises InvalidInputError for what cannot be."""
        _check_target(runner, self)
        if not _fits(self.state):
            raise InvalidInputError(
                said("state has more than %(most)d levels; keep it flat.", most=DEEP_MOST), field="state"
            )
        stored = None if self.state is None else json.dumps(self.state, ensure_ascii=False, separators=(",", ":"))
        if stored and self.of != "network":
            raise InvalidInputError(said("state is of the network alone; the other pages have none."), field="state")
        if stored and len(stored) > STATE_MOST:
            message = said("state has more than %(most)d characters; show less of it.", most=STATE_MOST)
            raise InvalidInputError(message, field="state")
        return {
            "of": _KNOWN["of"].deflate(self.of),
            "target": self.target,
            "parameters": _KNOWN["parameters"].deflate(self.parameters),
            "state": stored,
        }


def create(change: Change, user: str, name: str, shown: Shown, *, shared: bool = False) -> str:
    """Save a view under a name; answers its uid. Raises InvalidInputError, ConflictError for one too many."""
    change.lock(("User", user))
    if sum(view.owner == user for view in views(change.tx, user=user)) >= MOST:
        message = said(
            "You have %(most)d saved views, which is as many as are kept; delete one of them first.", most=MOST
        )
        raise ConflictError(message)
    props = {"name": _name(name), "shared": shared, **shown.props(change.tx)}
    uid = new_uid()
    put_view(change.tx, user=user, uid=uid, props=props, at=change.at)
    return uid


def alter(
    change: Change,
    user: str,
    uid: str,
    *,
    name: str | None = None,
    shared: bool | None = None,
    shown: Shown | None = None,
) -> SavedView:
    """Give a view of one's own another name, share it or no longer, let it show something else; raises NotFoundError.

    StaleError, and InvalidInputError for what cannot be.
    """
    props: dict[str, object] = {} if name is None else {"name": _name(name)}
    props |= {} if shared is None else {"shared": shared}
    _hold(change, user, uid, props)
    props |= shown.props(change.tx) if shown else {}
    _found(uid, change_view(change.tx, user=user, uid=uid, props=props, at=change.at))
    return one(change.tx, user, uid)


def delete(change: Change, user: str, uid: str) -> None:
    """Delete a view of one's own, for everybody; for a day it can be brought back. Raises NotFoundError, StaleError."""
    _hold(change, user, uid, {"removed_at": change.at})
    drop_removed(change.tx, user=user, before=change.at - _KEPT)
    _found(uid, change_view(change.tx, user=user, uid=uid, props={"removed_at": change.at}, at=change.at))


def restore(change: Change, user: str, uid: str) -> None:
    """Bring back a view that was deleted; raises NotFoundError once it is gone for ever."""
    change.lock(("User", user))
    _found(uid, change_view(change.tx, user=user, uid=uid, removed=True, props={"removed_at": None}, at=change.at))


def pin(change: Change, user: str, uid: str, *, pinned: bool) -> None:
    """Put a view that one sees behind the pinned ones, or take it from among them; raises NotFoundError."""
    change.lock(("User", user))
    one(change.tx, user, uid)
    first = sorted((view for view in views(change.tx, user=user) if view.place is not None), key=order)
    others = [view.uid for view in first if view.uid != uid]
    put_pins(change.tx, user=user, uids=[*others, uid] if pinned else others)


def one(runner: Runner, user: str, uid: str) -> SavedView:
    """A view that a user sees, with its state; raises NotFoundError."""
    found = views(runner, user=user, uid=uid, limit=1)
    if not found:
        raise NotFoundError(said("There is no saved view %(uid)r that you may see.", uid=uid), field="view")
    return found[0]


def order(view: SavedView) -> tuple[bool, int, str, str]:
    """The order in which views stand: the pinned ones as they were pinned, then the others by name."""
    return view.place is None, view.place or 0, view.name.casefold(), view.uid


def forget(runner: Runner, kind: str, uid: str) -> None:
    """Take a record that is erased out of everybody's views; those that are about it are erased.

    What else is written as its uid is stays: a record of another kind, or a number.
    """
    found = naming(runner, uid=uid)
    about = [view for view in found if view.target == uid and kind in _ABOUT[view.of]]
    changed = [after for view in found if view not in about and (after := _without(view, kind, uid)) != view]
    if about or changed:
        unname(runner, erased=[view.uid for view in about], changed=changed)


def written(parameters: Sequence[tuple[str, str]]) -> str:
    """Parameters as an address has them; what may stand in a uid stands there as it is."""
    return urlencode(sorted(parameters), safe=":~,")


def _without(view: Naming, kind: str, uid: str) -> Naming:
    said = parse_qsl(view.parameters)
    kept = [(name, value) for name, value in said if name not in _NAMING.get(kind, ()) or value != uid]
    if view.of == many(kind):
        kept = [(name, _others(value, uid) if name == "uids" else value) for name, value in kept]
        kept = [(name, value) for name, value in kept if value]
    view = view if kept == said else replace(view, parameters=written(kept))
    if view.state is None or kind not in _PICTURED:
        return view
    state = json.loads(view.state)
    pruned = _pruned(state, uid)
    return view if pruned == state else replace(view, state=json.dumps(pruned, ensure_ascii=False))


def _others(uids: str, uid: str) -> str:
    return ",".join(one for one in uids.split(",") if one != uid)


def _pruned(value: Any, uid: str) -> Any:  # noqa: ANN401  (whatever JSON holds)
    """A value without the parts that are the uid, are under it, or say it of themselves."""
    if isinstance(value, dict):
        return {name: _pruned(part, uid) for name, part in value.items() if name != uid and not _names(part, uid)}
    if isinstance(value, list):
        return [_pruned(part, uid) for part in value if not _names(part, uid)]
    return value


def _names(value: Any, uid: str) -> bool:  # noqa: ANN401
    """Whether a value is a uid, or a thing of it: {"uid": …}, or a row that begins with it, as ["…", 12, 30]."""
    if isinstance(value, dict):
        return any(part == uid for part in value.values() if isinstance(part, str))
    if isinstance(value, list):
        return value[:1] == [uid] and not all(isinstance(part, str) for part in value)
    return bool(value == uid)


def _hold(change: Change, user: str, uid: str, given: dict[str, object]) -> None:
    """Hold who changes their view, and see that it is at the revision that was expected."""
    change.lock(("User", user))
    if change.expected is not None:
        view = one(change.tx, user, uid)
        change.require("view", uid, view.rev, {"name": view.name, "shared": view.shared}, given)


def _fits(value: object, levels: int = DEEP_MOST) -> bool:
    """Whether a value of JSON is no deeper than what follows it down goes."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels > 0 and all(_fits(part, levels - 1) for part in parts)


def _name(name: str) -> str:
    stored: str = _KNOWN["name"].deflate(name)
    if not stored:
        raise InvalidInputError(said("A view takes a name, by which you find it again."), field="name")
    return stored


def _found(uid: str, rev: int | None) -> None:
    if rev is None:
        raise NotFoundError(said("There is no saved view %(uid)r of yours.", uid=uid), field="view")


def _check_target(runner: Runner, shown: Shown) -> None:
    """Raise InvalidInputError unless what a view is about is there to be seen."""
    if shown.target is None:
        return
    if shown.of not in _ABOUT:
        raise InvalidInputError(said("Such a view is about no record."), field="target")
    if not any(named.type in _ABOUT[shown.of] for named in names(runner, uids=[shown.target])):
        message = said("There is nothing %(uid)r that such a view may be about.", uid=shown.target)
        raise InvalidInputError(message, field="target")
