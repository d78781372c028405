"""Tags themselves: what each is called and in which colour, merged and deleted; and many records tagged at once.

A tag that is deleted, or was merged into another, stays on what it was on, where nobody sees it: so its undo brings all
of it back, however many records that were (docs/tags.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphcrm.errors import ChangedSinceError, ExistsError, InvalidInputError, NotFoundError, said
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
    """The tag of a uid, or that which it was merged into, or else that of a name; raises NotFoundError."""
    found = tagging.standing(runner, [text]).values() or known_tags(runner, keys=[key_of(" ".join(text.split()))])
    return _first(text, found)


def standing(runner: Runner, uid: str) -> Known:
    """The tag of a uid, or that which it was merged into; raises NotFoundError for one that was deleted."""
    return _first(uid, tagging.standing(runner, [uid]).values())


def _first(text: str, found: Iterable[Known]) -> Known:
    for tag in found:
        return tag
    raise NotFoundError(said("There is no tag %(uid)r.", uid=text), field="tag")


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
    _write(change, old, {"removed_at": change.at, "merged_into": other.uid})


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a tag.

    Raises NotFoundError, ChangedSinceError, and ExistsError where another has its name by now.
    """
    before, after = states.read(revision.before), states.read(revision.after)
    named = (revision.of, before.get("merged_into"), after.get("merged_into"))
    held = lock_tags(change.tx, uids=filter(None, named))
    now = held.get(revision.of)
    if now is None:
        raise NotFoundError(said("There is no tag %(uid)r.", uid=revision.of), field="change")
    change.untouched(revision, now.rev)
    if into := after.get("merged_into"):
        _part(change, held.get(into), revision)
    becomes = states.stored(NODES[_LABEL], before)
    if into := becomes.get("merged_into"):  # a merge that was undone is done again
        merge_tag(change.tx, tag=now.uid, into=_present(into, held).uid, change=change.uid)
    _write(change, now, becomes)


def _part(change: Change, other: Locked | None, revision: Revision) -> None:
    """Take from a tag what a merge gave it; raises ChangedSinceError where it was merged on, with all of that."""
    if other and other.merged_into:
        message = said(
            "The tag %(name)r was merged into another since, so this cannot be undone; undo that first.",
            name=other.name,
        )
        raise ChangedSinceError(message, field="change")
    if other:
        part_tag(change.tx, tag=other.uid, change=revision.change)


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


def _write(change: Change, held: Locked, becomes: Mapping[str, Any]) -> None:
    """Write what a tag becomes, and remember it."""
    removed = {"removed_at": change.at if held.removed else None, "merged_into": held.merged_into}
    current = _state(held) | removed
    becomes = {**current, **becomes}
    before, after = differing(current, becomes)
    if not after:
        return
    key = None if becomes["removed_at"] else key_of(becomes["name"])
    if key and any(other.uid != held.uid for other in known_tags(change.tx, keys=[key])):
        message = said("There is a tag %(name)r already; merge the two instead.", name=becomes["name"])
        raise ExistsError(message, field="name")
    rev = change_tag(change.tx, uid=held.uid, props={**after, "key": key}, at=change.at)
    change.remember(KIND, held.uid, rev, "change", before=before, after=after, on=[(_LABEL, held.uid)])
