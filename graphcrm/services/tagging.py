"""What a record is tagged with: `tags` of its state, as the uids of tags in their order (docs/tags.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphcrm.errors import InvalidInputError, NotFoundError, said
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.properties import LIST_SEPARATOR, Text
from graphcrm.nodes.states import State
from graphcrm.nodes.tags import NAME_MOST, colour_of, key_of
from graphcrm.queries.tags.drop_tagged import drop_tagged
from graphcrm.queries.tags.known_tags import known_tags
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


def checked(uids: Sequence[str] | None) -> list[str] | None:
    """Uids of tags as a state has them; raises InvalidInputError for too many."""
    if uids and len(set(uids)) > MOST:
        raise InvalidInputError(said("A record has %(most)s tags at most.", most=MOST), field="tags")
    return sorted(set(uids or ())) or None


def undone(state: State, before: State, after: State) -> State:
    """The tags of a state from which one change is taken: what was tagged beside it, before or since, stays."""
    if "tags" not in before.keys() | after.keys():
        return {}
    was, became = set(before.get("tags") or ()), set(after.get("tags") or ())
    return {"tags": sorted((set(state.get("tags") or ()) - (became - was)) | (was - became)) or None}


def put(change: Change, label: str, uid: str, was: State, becomes: State) -> None:
    """Write what differs between two states of a record; raises NotFoundError for a tag that there is not."""
    more, gone = turned(label, uid, was, becomes)
    if more and not change.undoes:  # an undo gives back a tag that was deleted since: it is seen once that is undone
        there = {tag.uid for tag in known_tags(change.tx, uids=[row["tag"] for row in more])}
        for row in more:
            if row["tag"] not in there:
                raise NotFoundError(said("There is no tag %(uid)r.", uid=row["tag"]), field="tags")
    if more and put_tagged(change.tx, rows=more) != len(more):
        raise edges.overtaken(label.lower())
    if gone:
        drop_tagged(change.tx, rows=gone)


def turned(label: str, uid: str, was: State, becomes: State) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """What differs between two states of a record, as put_tagged takes it, and as drop_tagged does."""
    old, new = (set(state.get("tags") or ()) for state in (was, becomes))
    put, drop = (
        [{"label": label, "record": uid, "tag": tag} for tag in sorted(some)] for some in (new - old, old - new)
    )
    return put, drop
