"""What a record is tagged with: `tags` of its state, as the uids of tags in their order (docs/tags.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graphcrm.access import kind_of
from graphcrm.errors import ChangedSinceError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.properties import LIST_SEPARATOR, Text
from graphcrm.nodes.states import State
from graphcrm.nodes.tags import NAME_MOST, colour_of, key_of
from graphcrm.queries.tags.drop_tagged import drop_tagged
from graphcrm.queries.tags.fates import fates
from graphcrm.queries.tags.known_tags import Known
from graphcrm.queries.tags.lock_tags import lock_tags
from graphcrm.queries.tags.put_tagged import put_tagged
from graphcrm.queries.tags.put_tags import put_tags
from graphcrm.services import edges
from graphcrm.services.changes import Change

KINDS = ("account", "contact", "lead", "task")
MOST = 50  # tags of one record: more tell nobody anything
_NAME = Text("what a tag is called", most=NAME_MOST)


def name_of(text: str) -> str:
    """The name of a tag as it is stored, of what somebody typed; raises InvalidInputError."""
    _NAME.name = "tags"
    name: str = " ".join(_NAME.deflate(text).split())
    if not name or LIST_SEPARATOR in name:
        message = said("A tag is a word or a few, without %(separator)s; %(name)r is none.",
                       separator=LIST_SEPARATOR, name=text)  # fmt: skip
        raise InvalidInputError(message, field="tags")
    return name


def new_rows(names: Sequence[str]) -> list[dict[str, str]]:
    """Some names, each once, as put_tags takes them; raises InvalidInputError."""
    found = {key_of(name): name for name in map(name_of, reversed(names))}
    return [{"key": key, "uid": new_uid(), "name": name, "colour": colour_of(key)} for key, name in found.items()]


def named(change: Change, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that a client sent, with the uids of tags for their names: a name that is new makes a tag.

    Raises InvalidInputError.
    """
    if not values.get("tags"):
        return dict(values)
    return {**values, "tags": sorted(put_tags(change.tx, rows=new_rows(values["tags"]), at=change.at).values())}


def standing(runner: Runner, uids: Iterable[str]) -> dict[str, Known]:
    """The tag that stands for each of some: itself, or what it was merged into at last; one that was deleted has none.

    So what asks by a tag (a view, a segment, an automation) asks by the other once the two are one.
    """
    heads, found = {uid: uid for uid in uids}, dict[str, Known]()
    while heads:
        known = {fate.uid: fate for fate in fates(runner, uids=heads.values())}
        there = {uid: known[head] for uid, head in heads.items() if head in known}
        found |= {uid: Known(fate.uid, fate.key or "", fate.name) for uid, fate in there.items() if not fate.removed}
        heads = {uid: fate.merged_into for uid, fate in there.items() if fate.merged_into}
    return found


def checked(uids: Sequence[str] | None) -> list[str] | None:
    """Uids of tags as a state has them."""
    return sorted(set(uids or ())) or None


def bounded(before: State, after: State) -> None:
    """Raise InvalidInputError for too many tags; what has too many, as a tag was brought back, may lose some."""
    has, becomes = (set(state.get("tags") or ()) for state in (before, after))
    if len(becomes) > MOST and not becomes < has:
        raise InvalidInputError(said("A record has %(most)s tags at most.", most=MOST), field="tags")


def fitting(has: Iterable[str] | None, more: Iterable[str] | None) -> list[str]:
    """Some tags, and as many more as a record may have beside them."""
    kept = sorted(set(has or ()))
    return kept + sorted({*(more or ())}.difference(kept))[: max(MOST - len(kept), 0)]


def undone(change: Change, record: tuple[str, str], state: State, before: State, after: State) -> State:
    """The tags of a state from which one change is taken: what was tagged beside it, before or since, stays.

    Raises ChangedSinceError where one of the tags was merged into another since, whose own they are now.
    """
    if "tags" not in before.keys() | after.keys():
        return {}
    was, became, has = (set(one.get("tags") or ()) for one in (before, after, state))
    for fate in fates(change.tx, uids=was ^ became):
        if fate.merged_into:
            message = said("The tag %(name)r was merged into another since, so this cannot be undone; undo that first.",
                           name=fate.name)  # fmt: skip
            raise ChangedSinceError(message, field="change")
    if unseen := became - was - has:  # a tag that was deleted since would come back with the record on it
        drop_tagged(change.tx, rows=_rows(*record, unseen))
    return {"tags": sorted((has - (became - was)) | (was - became)) or None}


def put(change: Change, label: str, uid: str, was: State, becomes: State) -> None:
    """Write what differs between two states of a record; raises NotFoundError for a tag that there is not."""
    more, gone = turned(label, uid, was, becomes)
    if more and not change.undoes:  # an undo gives back a tag that was deleted since: it is seen once that is undone
        held = lock_tags(change.tx, uids=[row["tag"] for row in more])  # nobody merges one away meanwhile
        there = {uid for uid, tag in held.items() if not tag.removed}
        for row in more:
            if row["tag"] not in there:
                raise NotFoundError(said("There is no tag %(uid)r.", uid=row["tag"]), field="tags")
    if more and put_tagged(change.tx, rows=more) != len(more):
        raise edges.overtaken(kind_of(label))
    if gone:
        drop_tagged(change.tx, rows=gone)


def turned(label: str, uid: str, was: State, becomes: State) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """What differs between two states of a record, as put_tagged takes it, and as drop_tagged does."""
    old, new = (set(state.get("tags") or ()) for state in (was, becomes))
    return _rows(label, uid, new - old), _rows(label, uid, old - new)


def _rows(label: str, uid: str, tags: Iterable[str]) -> list[dict[str, str]]:
    return [{"label": label, "record": uid, "tag": tag} for tag in sorted(tags)]
