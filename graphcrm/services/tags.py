"""Tags themselves: what each is called and in which colour, merged and deleted; and many records tagged at once.

A tag that is deleted, or was merged into another, stays on what it was on, where nobody sees it: so its undo brings all
of it back, however many records that were (docs/tags.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphcrm.errors import ExistsError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes import NODES, states
from graphcrm.nodes.base import fields
from graphcrm.nodes.tags import key_of
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.tags.change_tag import change_tag
from graphcrm.queries.tags.known_tags import Known, known_tags
from graphcrm.queries.tags.lock_tags import Locked, lock_tags
from graphcrm.queries.tags.merge_tag import merge_tag
from graphcrm.queries.tags.part_tag import part_tag
from graphcrm.queries.tags.put_tags import put_tags
from graphcrm.services import bulk, records, tagging
from graphcrm.services.changes import Change, differing

KIND = "tag"
_LABEL = "Tag"  # of a history


def tag(change: Change, kind: str, uids: Sequence[str], name: str) -> str:
    """Tag records, with a tag that is made where there is none of that name; answers its uid.

    Raises NotFoundError, InTrashError, InvalidInputError, ForbiddenError.
    """
    (found,) = put_tags(change.tx, rows=tagging.new_rows([name]), at=change.at).values()
    _turn(change, kind, uids, more=found)
    return found


def untag(change: Change, kind: str, uids: Sequence[str], text: str) -> None:
    """Take a tag, by its uid or its name, from records; raises as `tag`."""
    _turn(change, kind, uids, less=meant(change.tx, text).uid)


def meant(runner: Runner, text: str) -> Known:
    """The tag of a uid or a name; raises NotFoundError."""
    found = known_tags(runner, uids=[text]) or known_tags(runner, keys=[key_of(" ".join(text.split()))])
    if not found:
        raise NotFoundError(said("There is no tag %(uid)r.", uid=text), field="tag")
    return found[0]


def alter(change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Give a tag another `name` or `colour`; raises NotFoundError, StaleError, InvalidInputError, ExistsError."""
    known = fields(NODES[_LABEL])
    given = {name: known[name].deflate(values[name]) for name in ("colour",) if values.get(name)}
    if "name" in values:
        given["name"] = tagging.name_of(values["name"] or "")
    held = _there(change, uid)
    change.require(KIND, uid, held.rev, _state(held), given)
    _write(change, held, given)


def delete(change: Change, uid: str) -> None:
    """Delete a tag, wherever it is; raises NotFoundError, StaleError, ForbiddenError."""
    held = _there(change, uid)
    change.require(KIND, uid, held.rev, _state(held), {})
    _write(change, held, {"removed_at": change.at})


def merge(change: Change, uid: str, into: str) -> None:
    """Delete a tag, and have another one on whatever it was on; raises NotFoundError, InvalidInputError."""
    if uid == into:
        raise InvalidInputError(said("A tag cannot be merged into itself; name another."), field="into")
    held = lock_tags(change.tx, uids=[uid, into])
    old, other = _present(uid, held), _present(into, held)
    change.require(KIND, uid, old.rev, _state(old), {})
    merge_tag(change.tx, tag=uid, into=into, change=change.uid)
    _write(change, old, {"removed_at": change.at, "into": other.uid})


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a tag; raises ChangedSinceError, ExistsError where another has its name by now."""
    before, after = states.read(revision.before), states.read(revision.after)
    held = lock_tags(change.tx, uids=filter(None, [revision.of, before.get("into"), after.get("into")]))
    now = held.get(revision.of)
    if now is None:
        raise NotFoundError(said("There is no tag %(uid)r.", uid=revision.of), field="change")
    change.untouched(revision, now.rev)
    if after.get("into"):
        part_tag(change.tx, tag=after["into"], change=revision.change)
    becomes = _state(now) | states.stored(NODES[_LABEL], before)
    if becomes.get("into"):  # a merge that was undone is done again
        merge_tag(change.tx, tag=now.uid, into=becomes["into"], change=change.uid)
    _write(change, now, becomes, after.get("into"))


def _turn(change: Change, kind: str, uids: Sequence[str], *, more: str | None = None, less: str | None = None) -> None:
    """Give records one tag more, or one less; those that are so already stay as they are."""
    if kind not in tagging.KINDS:
        raise InvalidInputError(said("A %(kind)s has no tags.", kind=kind), field="kind")
    locked = change.lock(*bulk.named(kind, uids))
    for (_, uid), one in locked.items():
        has = set(one.tags)
        becomes = (has | ({more} if more else set())) - {less}
        if becomes != has:
            records.edit(change, kind, uid, {"tags": sorted(becomes)})


def _there(change: Change, uid: str) -> Locked:
    return _present(uid, lock_tags(change.tx, uids=[uid]))


def _present(uid: str, held: Mapping[str, Locked]) -> Locked:
    if uid not in held or held[uid].removed:
        raise NotFoundError(said("There is no tag %(uid)r.", uid=uid), field="tag")
    return held[uid]


def _state(held: Locked) -> dict[str, Any]:
    return {"name": held.name, "colour": held.colour}


def _write(change: Change, held: Locked, becomes: Mapping[str, Any], was_into: str | None = None) -> None:
    """Write what a tag becomes, and remember it."""
    current = _state(held) | {"removed_at": change.at if held.removed else None, "into": was_into}
    becomes = {**current, **becomes}
    before, after = differing(current, becomes)
    if not after:
        return
    key = None if becomes["removed_at"] else key_of(becomes["name"])
    if key and any(other.uid != held.uid for other in known_tags(change.tx, keys=[key])):
        message = said("There is a tag %(name)r already; merge the two instead.", name=becomes["name"])
        raise ExistsError(message, field="name")
    props = {name: value for name, value in after.items() if name != "into"} | {"key": key}
    rev = change_tag(change.tx, uid=held.uid, props=props, at=change.at)
    change.remember(KIND, held.uid, rev, "change", before=before, after=after, on=[(_LABEL, held.uid)])
