"""Introductions: ask for one along a path, say what came of it, correct it, take it back (docs/introductions.md).

What is remembered of one is shown to who did it alone: the letters are theirs, and who sees them otherwise is said by
the introduction itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.dates import moment
from graphcrm.errors import InvalidInputError, NotFoundError
from graphcrm.nodes import NODES, states
from graphcrm.nodes.base import OURS, fields
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.states import State
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.introductions.change_introduction import change_introduction
from graphcrm.queries.introductions.drop_introduction import drop_introduction
from graphcrm.queries.introductions.introduction import Introduction
from graphcrm.queries.introductions.lock_introduction import lock_introduction
from graphcrm.queries.introductions.put_introduction import put_introduction
from graphcrm.queries.paths.one_path import one_path
from graphcrm.services import edges
from graphcrm.services.changes import Change, differing
from graphcrm.services.grounds import grounds

KIND = "introduction"
_KNOWN = fields(NODES["Introduction"])
_FIXED = OURS | {"way", "hops", "evidence"}  # what is said by the path
_ENDS = ("asker", "knower", "account", "people")  # in a state: what is no property
_DATED = ("asked", "accepted", "met", "declined")


@dataclass(frozen=True, slots=True)
class Way:
    """A path: who of us knows the first of some contacts, and the account where the last of them is."""

    account: str
    knower: str
    people: Sequence[str]

    @property
    def ends(self) -> list[tuple[str, str]]:
        """The records along it."""
        return [("User", self.knower), ("Account", self.account), *(("Contact", uid) for uid in self.people)]


def ask(change: Change, asker: str, way: Way, values: Mapping[str, Any]) -> str:
    """Write down that a user asked for an introduction along a path that there is today; answers its uid.

    Raises NotFoundError where there is none, InvalidInputError.
    """
    change.lock(("User", asker), *way.ends)
    found = one_path(change.tx, target=way.account, user=way.knower, people=way.people, moment=moment(None))
    given = edges.checked(_KNOWN, values, "an introduction", without=_FIXED)
    path = found.paths[0]
    props = {"state": "asked", "language": "en", "asked_on": change.today} | given
    props |= {"way": path.way, "hops": len(way.people), "evidence": states.written(grounds(path, found))}
    uid = new_uid()
    _check(props, change.today)
    _write(change, uid, 0, {}, _ended(props, asker, way))
    change.notify(way.knower, "asked", ("Account", way.account))
    return uid


def alter(change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Change what is said of an introduction; the day of a new state is today, unless it is given.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    given = edges.checked(_KNOWN, values, "an introduction", without=_FIXED)
    found = _locked(change, uid)
    before = _state(found)
    change.require(KIND, uid, found.rev, before, given)
    state = given.get("state")
    if state and state != before["state"] and not given.get(f"{state}_on") and not before.get(f"{state}_on"):
        given[f"{state}_on"] = change.today
    after = before | given
    _check(after, change.today)
    _write(change, uid, found.rev, before, after)
    if state and state != before["state"]:
        for user in {before["asker"], before["knower"]}:
            change.notify(user, "answered", ("Account", before["account"]))


def remove(change: Change, uid: str) -> None:
    """Take back that an introduction was asked for; raises NotFoundError, StaleError."""
    found = _locked(change, uid)
    change.require(KIND, uid, found.rev, _state(found), {})
    _write(change, uid, found.rev, _state(found), None)
    change.notify(_state(found)["knower"], "withdrawn", ("Account", _state(found)["account"]))


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to an introduction; raises ChangedSinceError, NotFoundError."""
    before = states.stored(NODES["Introduction"], states.read(revision.before))
    if revision.action == "remove":
        way = Way(before["account"], before["knower"], before["people"])
        change.lock(("User", before["asker"]), *way.ends)
        rev = change.untouched(revision, None)
        _write(change, revision.of, rev, {}, before)
        return
    found = _locked(change, revision.of)
    change.untouched(revision, found.rev)
    after = None if revision.action == "create" else _state(found) | before
    _write(change, found.uid, found.rev, _state(found), after)


def _locked(change: Change, uid: str) -> Introduction:
    found = lock_introduction(change.tx, uid=uid)
    if found is None:
        raise NotFoundError(f"There is no introduction {uid!r}.", field=KIND)
    return found


def _state(found: Introduction) -> State:
    props = {name: value for name, value in found.props.items() if name not in OURS and value is not None}
    way = Way(found.account[0], found.knower[0], [uid for uid, *_ in found.people])
    return _ended(props, found.asker[0], way)


def _ended(props: State, asker: str, way: Way) -> State:
    kept = {name: value for name, value in props.items() if value is not None}
    return {**kept, "asker": asker, "knower": way.knower, "account": way.account, "people": [*way.people]}


def _check(state: Mapping[str, Any], today: date) -> None:
    """Raise InvalidInputError for days that cannot be, and for a state without its day."""
    if not state.get("asked_on"):
        raise InvalidInputError("asked_on is empty; say on which day it was asked for.", field="asked_on")
    if not state.get(f"{state['state']}_on"):
        name = f"{state['state']}_on"
        raise InvalidInputError(f"{name} is empty; say on which day that was.", field=name)
    for name in _DATED:
        on = state.get(f"{name}_on")
        if on and on > today:
            raise InvalidInputError(f"{name}_on is {on}; that day is still to come.", field=f"{name}_on")
        if on and on < state["asked_on"]:
            message = f"{name}_on is {on}, before it was asked for on {state['asked_on']}."
            raise InvalidInputError(message, field=f"{name}_on")


def _write(change: Change, uid: str, rev: int, before: State, after: State | None) -> None:
    """Write what differs between two states of an introduction, and remember it."""
    was, becomes = differing(before, after or {})
    if not becomes:
        return
    props = {name: value for name, value in becomes.items() if name not in _ENDS}
    if after is None:
        action, written = "remove", drop_introduction(change.tx, uid=uid, rev=rev)
    elif before:
        action, written = "change", change_introduction(change.tx, uid=uid, rev=rev, props=props, at=change.at)
    else:
        ends = {name: after[name] for name in _ENDS}
        action, new = "create", props | {"rev": rev + 1}
        written = put_introduction(change.tx, uid=uid, **ends, props=new, at=change.at)
    if not written:
        raise edges.overtaken(KIND)
    named = after or before
    change.remember(
        KIND, uid, rev + 1, action,
        before=None if action == "create" else was, after=None if action == "remove" else becomes,
        on=[("User", named["asker"]), ("Account", named["account"]), *(("Contact", p) for p in named["people"])],
        private=True, users=[named["asker"]],
    )  # fmt: skip
