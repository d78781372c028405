"""Links of accounts with accounts, and of contacts with contacts: add, correct, end and remove.

Both ends are locked; so is every record on the way up, before its own links are read: of two who would close a ring
together, one waits and then meets the other's link. Where an account succeeds another, jobs follow (derived.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphcrm.errors import InvalidInputError, NotFoundError, said
from graphcrm.nodes import EDGES, states
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.states import State
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.load.create_links import create_links
from graphcrm.queries.load.stored_links import stored_links
from graphcrm.services import derived, edges, linked
from graphcrm.services.changes import Change, differing
from graphcrm.services.linked import Link
from graphcrm.services.stints import BOUNDS

_ENDS = frozenset({"link", "from", "to"})


def add(change: Change, label: str, start: str, end: str, kind: str, values: Mapping[str, Any]) -> str:
    """Link two accounts, or two contacts, and answer the uid of the link; `values` as a client sends them.

    Raises NotFoundError, InvalidInputError, ConflictError.
    """
    if linked.LABELS.get(kind) != label:
        kinds = ", ".join(known for known, of in linked.LABELS.items() if of == label)
        raise InvalidInputError(
            said("kind is %(kind)r; a link of %(of)ss is one of %(kinds)s.", kind=kind, of=label.lower(), kinds=kinds),
            field="kind",
        )
    change.lock((label, start), (label, end))
    given = {name: value for name, value in _checked(kind, values).items() if value is not None}
    link = linked.new(new_uid(), kind, start, end, given, change.today)
    linked.check(link, _outgoing(change, label))
    _create(change, link)
    return link.uid


def correct(change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Change the dates of a link, or what two people are to each other; None empties a field.

    Raises NotFoundError, StaleError, InvalidInputError, ConflictError.
    """
    stored = _locked(change, uid)
    given = _checked(stored.kind, values)
    change.require(stored.what, uid, stored.props["rev"], stored.state, given)
    becomes = stored.having(given, change.today)
    linked.check(becomes, _outgoing(change, stored.label), before=stored)
    _put(change, stored, becomes)


def remove(change: Change, uid: str) -> None:
    """Remove a link that never was; one that is over is ended. Raises NotFoundError, StaleError."""
    stored = _locked(change, uid)
    change.require(stored.what, uid, stored.props["rev"], stored.state, {})
    _drop(change, stored)


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a link; raises ChangedSinceError, ConflictError."""
    before = states.read(revision.before)
    if revision.action == "remove":
        kind, start, end = before.pop("link"), before.pop("from"), before.pop("to")
        change.lock((linked.LABELS[kind], start), (linked.LABELS[kind], end))
        newest = change.untouched(revision, None)
        recorded: State = {name: before.pop(name) for name in ("recorded_at", "recorded_by") if name in before}
        given = _checked(kind, before) | states.stored(EDGES[kind.upper()], recorded)
        link = linked.new(revision.of, kind, start, end, given, change.today)
        linked.check(link, _outgoing(change, link.label))
        _create(change, link, rev=newest + 1)
        return
    stored = _locked(change, revision.of)
    change.untouched(revision, stored.props["rev"])
    if revision.action == "create":
        _drop(change, stored)
        return
    whole = {name: value for name, value in {**stored.state, **before}.items() if name not in _ENDS}
    becomes = stored.having(_checked(stored.kind, whole), change.today)
    linked.check(becomes, _outgoing(change, stored.label), before=stored)
    _put(change, stored, becomes)


def settle(change: Change, label: str, uid: str) -> None:
    """Raise ConflictError where the links that have come back with an account or a contact would close a ring."""
    outgoing = _outgoing(change, label)
    for link in outgoing([uid]):
        linked.check(link, outgoing, before=link)


def _checked(kind: str, values: Mapping[str, Any]) -> State:
    """The values as they are stored; raises InvalidInputError naming the field."""
    return edges.checked(
        fields(EDGES["RELATED_TO"]), values, said("a link %(kind)s", kind=kind)
    )  # it has the fields of all


def _outgoing(change: Change, label: str) -> linked.Outgoing:
    """The links of some records, which are locked first."""

    def of(uids: Sequence[str]) -> Iterable[Link]:
        change.locked(*((label, uid) for uid in uids), unseen=True)  # a ring is one whoever sees it
        return [Link.stored(found) for found in stored_links(change.tx, label=label, starts=uids, uids=[])]

    return of


def _locked(change: Change, uid: str) -> Link:
    """A link under the locks of both ends; raises NotFoundError."""
    for found in stored_links(change.tx, label="", starts=[], uids=[uid]):
        link = Link.stored(found)
        change.lock((link.label, link.start), (link.label, link.end))
        for again in stored_links(change.tx, label="", starts=[], uids=[uid]):
            return Link.stored(again)
    raise NotFoundError(said("There is no link %(uid)r.", uid=uid), field="link")


def _create(change: Change, link: Link, *, rev: int = 1) -> None:
    props = {**link.props, **edges.recorded(change, link.props), "rev": rev}
    row = {"uid": link.uid, "type": link.kind.upper(), "label": link.label, "start": link.start, "end": link.end}
    if create_links(change.tx, rows=[{**row, "props": props}], at=change.at) != 1:
        raise edges.overtaken("link")
    _follow(change, link)
    change.remember(link.what, link.uid, rev, "create", before=None, after=link.state, on=_on(link))


def _put(change: Change, stored: Link, becomes: Link) -> None:
    was, differs = differing(stored.state, becomes.state)
    if not differs:
        return
    rev = stored.props["rev"]
    props = {name: becomes.props.get(name) for name in {*differs, *BOUNDS}}
    edges.put(change, "link", stored.kind.upper(), stored.uid, rev, props)
    _follow(change, stored)
    change.remember(stored.what, stored.uid, rev + 1, "change", before=was, after=differs, on=_on(stored))


def _drop(change: Change, link: Link) -> None:
    rev = link.props["rev"]
    recorded = edges.drop(change, "link", link.kind.upper(), link.uid, rev)
    _follow(change, link)
    change.remember(link.what, link.uid, rev + 1, "remove", before=link.state | recorded, after=None, on=_on(link))


def _follow(change: Change, link: Link) -> None:
    if link.kind == "succeeded_by":
        derived.carry(change.tx, accounts=[link.start])


def _on(link: Link) -> list[tuple[str, str]]:
    return [(link.label, link.start), (link.label, link.end)]
