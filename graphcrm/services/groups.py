"""Groups: whose they are, who sees them, and who is put into them (docs/groups.md).

As saved views they are no records: one that is deleted is kept for a day. Whoever keeps a group says who is in it; who
sees it sees of it what they see anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes import NODES
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.groups.change_group import change_group
from graphcrm.queries.groups.drop_members import drop_members
from graphcrm.queries.groups.drop_removed_groups import drop_removed_groups
from graphcrm.queries.groups.groups import Group, all_groups, groups
from graphcrm.queries.groups.put_group import put_group
from graphcrm.queries.groups.put_members import put_members
from graphcrm.services import bulk
from graphcrm.services.changes import Change

KINDS = ("account", "contact")  # what may be in one
MOST = 200  # groups of one user: more nobody finds again
_KEPT = timedelta(days=1)  # as long as a saved view that was deleted
_NAME = fields(NODES["Group"])["name"]


def create(change: Change, user: str, name: str, *, shared: bool = False) -> str:
    """Make a group; answers its uid. Raises InvalidInputError, ConflictError for one too many."""
    change.lock(("User", user))
    if sum(one.owner == user for one in all_groups(change.tx, user=user)) >= MOST:
        message = said("You have %(most)d groups, which is as many as are kept; delete one of them first.", most=MOST)
        raise ConflictError(message)
    uid = new_uid()
    put_group(change.tx, user=user, uid=uid, props={"name": _named(name), "shared": shared}, at=change.at)
    return uid


def alter(change: Change, user: str, uid: str, *, name: str | None = None, shared: bool | None = None) -> None:
    """Give a group of one's own another name, share it or no longer.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    props: dict[str, object] = {} if name is None else {"name": _named(name)}
    props |= {} if shared is None else {"shared": shared}
    _hold(change, user, uid, props)
    _found(uid, change_group(change.tx, user=user, uid=uid, props=props, at=change.at))


def delete(change: Change, user: str, uid: str) -> None:
    """Delete a group of one's own, for everybody; for a day it can be brought back.

    Raises NotFoundError, StaleError.
    """
    _hold(change, user, uid, {"removed_at": change.at})
    drop_removed_groups(change.tx, user=user, before=change.at - _KEPT)
    _found(uid, change_group(change.tx, user=user, uid=uid, props={"removed_at": change.at}, at=change.at))


def restore(change: Change, user: str, uid: str) -> None:
    """Bring back a group that was deleted; raises NotFoundError once it is gone for ever."""
    change.lock(("User", user))
    _found(uid, change_group(change.tx, user=user, uid=uid, removed=True, props={"removed_at": None}, at=change.at))


def add(change: Change, user: str, uid: str, kind: str, uids: Sequence[str]) -> None:
    """Put records that one sees into a group of one's own; raises NotFoundError, InTrashError, InvalidInputError."""
    _own(change, user, uid)
    put_members(change.tx, group=uid, rows=_rows(change, kind, uids), at=change.at, by=change.author.user)


def take(change: Change, user: str, uid: str, kind: str, uids: Sequence[str]) -> None:
    """Take records that one sees out of a group of one's own; raises as `add`."""
    _own(change, user, uid)
    drop_members(change.tx, group=uid, rows=_rows(change, kind, uids))


def named(change: Change, user: str, text: str) -> str:
    """The uid of a group of one's own, by its uid or its name; one of a name that none has is made.

    Raises NotFoundError for the uid of a group that is another's.
    """
    change.lock(("User", user))  # of two who ask at once the second finds what the first has made
    key, seen = text.strip().casefold(), all_groups(change.tx, user=user)
    found = [one for one in seen if one.uid == text]
    found = found or [one for one in seen if one.owner == user and one.name.casefold() == key]
    if found and found[0].owner != user:
        _found(text, None)
    return found[0].uid if found else create(change, user, text)


def one(runner: Runner, user: str, uid: str, *, sized: bool = False) -> Group:
    """A group that a user sees; raises NotFoundError."""
    found = groups(runner, user=user, uid=uid, sized=sized, limit=1)
    if not found:
        raise NotFoundError(said("There is no group %(uid)r that you may see.", uid=uid), field="group")
    return found[0]


def meant(runner: Runner, user: str, text: str) -> Group:
    """The group of a uid or a name, one's own before those that others share; raises NotFoundError."""
    key = text.strip().casefold()
    found = groups(runner, user=user, uid=text, limit=1)
    found = found or [each for each in all_groups(runner, user=user) if each.name.casefold() == key]
    found.sort(key=lambda each: each.owner != user)
    if not found:
        raise NotFoundError(said("There is no group %(uid)r that you may see.", uid=text), field="group")
    return found[0]


def _rows(change: Change, kind: str, uids: Sequence[str]) -> list[dict[str, str]]:
    """Records as put_members takes them: those that are there to be seen; raises NotFoundError, InTrashError."""
    if kind not in KINDS:
        raise InvalidInputError(said("A %(kind)s is in no group.", kind=kind), field="kind")
    return [{"label": label, "record": uid} for label, uid in bulk.held(change, kind, uids)]


def _own(change: Change, user: str, uid: str) -> None:
    change.lock(("User", user))
    if one(change.tx, user, uid).owner != user:
        _found(uid, None)


def _hold(change: Change, user: str, uid: str, given: dict[str, object]) -> None:
    """Hold who changes their group, and see that it is at the revision that was expected."""
    change.lock(("User", user))
    if change.expected is not None:
        group = one(change.tx, user, uid)
        change.require("group", uid, group.rev, {"name": group.name, "shared": group.shared}, given)


def _named(name: str) -> str:
    stored: str = _NAME.deflate(name)
    if not stored:
        raise InvalidInputError(said("A group takes a name, by which you find it again."), field="name")
    return stored


def _found(uid: str, rev: int | None) -> None:
    if rev is None:
        raise NotFoundError(said("There is no group %(uid)r of yours.", uid=uid), field="group")
