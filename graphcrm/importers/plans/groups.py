"""groups.csv: contacts and accounts that users have put together."""

from __future__ import annotations

from functools import partial
from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes.ids import uid_of
from graphcrm.queries.load.put_group_rows import put_group_rows
from graphcrm.queries.load.stored_groups import StoredGroup, stored_groups

_MEMBERS = {"contacts": "Contact", "accounts": "Account"}


def identify(row: Row) -> str:
    """The uid of the row's group."""
    return uid_of("group", row.need("id", "group_id"))


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch comes to: a cell that names some records names all of their kind that are in the group."""
    rows, unknown = without_unknown(runner, context, rows, [("user", "User"), *_MEMBERS.items()])
    refused = [row.refused(reason, key) for row, key, reason in unknown]
    plan, written = Plan(refused=refused, change=history.begin(runner, context)), []
    stored = stored_groups(runner, uids=[row.uid for row in rows])
    for row in rows:
        found = stored.get(row.uid)
        try:
            record = _record(row, found)
        except InvalidInputError as error:
            plan.refused.append(row.refused(error.detail, error.field))
            continue
        if found and not found.removed and _same(record, found):
            plan.unchanged[row.file] += 1
            continue
        written.append(record)
        (plan.changed if found else plan.created)[row.file] += 1
    plan.steps = [Step(partial(put_group_rows, at=context.at), written)]
    return plan


def _record(row: Row, found: StoredGroup | None) -> dict[str, Any]:
    """What a row makes of its group; raises InvalidInputError."""
    user = row.need("user", "user_id")
    if found and user != found.user:
        message = f"the group is of {found.user or 'a user in the trash'}; it stays theirs, or takes another id."
        raise InvalidInputError(message, field="user")
    if not found:
        row.need("name", "name")
    has = {(label, uid) for label, uid in found.members} if found else set()
    named = {key for key in _MEMBERS if key in row.values}
    becomes = {(_MEMBERS[key], uid) for key in named for uid in row.values[key]}
    gone = {member for member in has - becomes if member[0] in {_MEMBERS[key] for key in named}}
    new = {key: sorted(uid for of, uid in becomes - has if of == label) for key, label in _MEMBERS.items()}
    props = {name: row.values[name] for name in ("name", "shared") if name in row.values}
    return {
        "uid": row.uid, "user": user, "rev": found.rev if found else 0, "props": props, **new,
        "gone": [list(member) for member in sorted(gone)],
    }  # fmt: skip


def _same(record: dict[str, Any], found: StoredGroup) -> bool:
    """Whether a group is as a row says already."""
    moved = record["contacts"] or record["accounts"] or record["gone"]
    return not moved and all(found.props.get(name) == value for name, value in record["props"].items())
