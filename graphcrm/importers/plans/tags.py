"""tags.csv: what tags there are, and in which colours; and the tags that the rows of records name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner, Transaction
from graphcrm.importers.known import Context
from graphcrm.importers.plans import history
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import derived, new_uid, uid_of
from graphcrm.nodes.tags import colour_of, key_of
from graphcrm.queries.load.put_tag_rows import put_tag_rows
from graphcrm.queries.load.stored_tags import StoredTag, stored_tags
from graphcrm.queries.tags.known_tags import known_tags
from graphcrm.queries.tags.put_tags import put_tags
from graphcrm.services.changes import Change, differing


def identify(row: Row) -> str:
    """The uid of the row's tag when it is new."""
    return uid_of("tag", row.values["id"]) if "id" in row.values else derived("tag", key_of(row.need("name", "name")))


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch comes to: a row is about the tag of its id, or else about that of its name."""
    plan, change, written = Plan(), history.begin(runner, context), []
    plan.change = change
    found = stored_tags(runner, uids=[row.uid for row in rows], keys=map(_key, rows))
    if gone := [key_of(tag.name) for tag in found if tag.key is None]:  # another may be called so by now
        found += stored_tags(runner, uids=[], keys=gone)
    by_uid, by_key = {tag.uid: tag for tag in found}, {tag.key: tag for tag in found if tag.key}
    for row in rows:
        try:
            record = _given(row, by_uid.get(row.uid) or by_key.get(_key(row)), by_key)
        except InvalidInputError as error:
            plan.refused.append(row.refused(error.detail, error.field))
            continue
        plan.loaded.append(record["uid"])
        stored = record.pop("stored")
        by_key[record["key"]] = StoredTag(**{**record, "rev": record["rev"] + 1})
        if stored and {name: record[name] for name in ("name", "colour", "key")} == {
            "name": stored.name, "colour": stored.colour, "key": stored.key,
        }:  # fmt: skip
            plan.unchanged[row.file] += 1
            continue
        written.append(record)
        (plan.changed if stored else plan.created)[row.file] += 1
        if stored:
            _remember(change, stored, record)
    plan.steps = [Step(partial(put_tag_rows, at=context.at), written), history.step(change)]
    return plan


def uids_of(runner: Runner, rows: Iterable[Row], context: Context) -> Mapping[str, str]:
    """The uid of each tag that rows name, by its key. In a batch that is written, those that there are not are made."""
    names = [name for row in rows for name in row.values.get("tags", ())]
    named = {key_of(name): name for name in reversed(names)}  # as it is written first
    if not named:
        return {}
    new = [
        {"key": key, "uid": derived("tag", key), "name": name, "colour": colour_of(key)} for key, name in named.items()
    ]
    if isinstance(runner, Transaction):
        return put_tags(runner, rows=_free(runner, new), at=context.at)
    return {row["key"]: row["uid"] for row in new} | {tag.key: tag.uid for tag in known_tags(runner, keys=named)}


def _free(runner: Runner, rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Tags to be made, with uids that no tag has which is called otherwise by now, or deleted."""
    taken = {tag.uid for tag in stored_tags(runner, uids=[row["uid"] for row in rows], keys=[])}
    return [row | ({"uid": new_uid()} if row["uid"] in taken else {}) for row in rows]


def _key(row: Row) -> str:
    return key_of(row.values.get("name", ""))


def _given(row: Row, stored: StoredTag | None, by_key: Mapping[str, StoredTag]) -> dict[str, Any]:
    """What a row makes of its tag; raises InvalidInputError."""
    if stored and stored.merged_into:  # what has that would have both
        message = f"the tag was merged into {stored.merged_into}; leave the row out, or undo that first."
        raise InvalidInputError(message, field="id")
    name = row.values.get("name") or (stored.name if stored else row.need("name", "name"))
    key = key_of(name)
    other = by_key.get(key)
    if other and stored and other.uid != stored.uid:
        message = f"another tag, {other.uid}, is called so; give this one another name."
        raise InvalidInputError(message, field="name")
    colour = row.values.get("colour") or (stored.colour if stored else colour_of(key))
    uid, rev = (stored.uid, stored.rev) if stored else (row.uid, 0)
    return {"uid": uid, "rev": rev, "name": name, "key": key, "colour": colour, "stored": stored}


def _remember(change: Change, stored: StoredTag, record: Mapping[str, Any]) -> None:
    becomes = {"name": record["name"], "colour": record["colour"], "removed_at": None}  # what was deleted is back
    was, after = differing({name: getattr(stored, name) for name in becomes}, becomes)
    change.remember("tag", stored.uid, record["rev"] + 1, "change", before=was, after=after, on=[("Tag", stored.uid)])
