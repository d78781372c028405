"""Ratings: a user's own word on how well they know a contact, one for each of the two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphcrm.errors import NotFoundError, said
from graphcrm.nodes import EDGES, ids, states
from graphcrm.nodes.base import OURS, fields
from graphcrm.nodes.states import State
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.revisions_since import revisions_since
from graphcrm.queries.load.create_ratings import create_ratings
from graphcrm.queries.load.stored_ratings import StoredRating, stored_ratings
from graphcrm.services import edges
from graphcrm.services.changes import Change, differing

_FIELDS = fields(EDGES["RATES"])


def rate(change: Change, user: str, contact: str, values: Mapping[str, Any]) -> None:
    """Say how well a user knows a contact: `value`, 1 to 5, and `at` (left out: now); instead of what they said before.

    Raises NotFoundError, InvalidInputError.
    """
    change.lock(("User", user), ("Contact", contact))
    given = {name: _FIELDS[name].deflate(value) for name, value in values.items() if value is not None}
    found = _found(change, user, contact)
    after = (_state(found) if found else {"user": user, "contact": contact}) | {"at": change.at} | given
    _write(change, found, after)


def unrate(change: Change, user: str, contact: str) -> None:
    """Take back what a user said; raises NotFoundError where they said nothing."""
    change.lock(("User", user), ("Contact", contact))
    found = _found(change, user, contact)
    if found is None:
        raise NotFoundError(
            said("The user %(user)r has not rated the contact %(contact)r.", user=user, contact=contact), field="rating"
        )
    _write(change, found, None)


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a rating; raises ChangedSinceError."""
    said = states.read(revision.before) | states.read(revision.after)
    user, contact = said["user"], said["contact"]
    change.lock(("User", user), ("Contact", contact))
    found = _found(change, user, contact)
    change.untouched(revision, found.props["rev"] if found else None)
    before = states.stored(EDGES["RATES"], states.read(revision.before))
    if revision.action == "create":
        _write(change, found, None)
    else:
        _write(change, found, (_state(found) if found else {}) | before)


def _found(change: Change, user: str, contact: str) -> StoredRating | None:
    return next(iter(stored_ratings(change.tx, pairs=[(user, contact)])), None)


def _state(found: StoredRating) -> State:
    props = {name: value for name, value in found.props.items() if name not in OURS and value is not None}
    return {**props, "at": found.at, "user": found.user, "contact": found.contact}


def _write(change: Change, found: StoredRating | None, after: State | None) -> None:
    """Write what differs between two states of a rating, and remember it."""
    before = _state(found) if found else {}
    was, becomes = differing(before, after or {})
    if not becomes:
        return
    pair = {name: (after or before)[name] for name in ("user", "contact")}  # said each time: the uid does not tell
    user, contact = pair.values()
    uid = found.props["uid"] if found else ids.derived("rating", user, contact)
    rev = (found.props.get("rev") or 1) if found else _last_rev(change, uid)
    props = {name: value for name, value in becomes.items() if name not in {"user", "contact"}}
    action = "change" if found and after else "create" if after else "remove"
    if action == "remove":
        was |= edges.drop(change, "rating", "RATES", uid, rev)
    elif action == "change":
        edges.put(change, "rating", "RATES", uid, rev, props)
    else:
        new = props | edges.recorded(change, props) | {"rev": rev + 1}
        becomes = {name: value for name, value in becomes.items() if name not in OURS}
        create_ratings(change.tx, rows=[{"uid": uid, "user": user, "contact": contact, "props": new}], at=change.at)
    change.remember(
        "rating", uid, rev + 1, action,
        before=None if action == "create" else was | pair, after=None if action == "remove" else becomes | pair,
        on=[("User", user), ("Contact", contact)],
    )  # fmt: skip


def _last_rev(change: Change, uid: str) -> int:
    """The revision after which a rating that was taken back goes on; its uid is always the same."""
    later = revisions_since(change.tx, kind="rating", of=uid, rev=0, limit=1)
    return later[0].rev if later else 0
