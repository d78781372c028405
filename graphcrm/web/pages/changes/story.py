"""A history in words: what each change did, before and after, and whether it can still be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from flask_babel import gettext, lazy_gettext

from graphcrm.graph import Runner
from graphcrm.lifecycle import NONE
from graphcrm.nodes import states
from graphcrm.nodes.states import State
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.records.names import names
from graphcrm.web.pages.staging import called as stage_called
from graphcrm.web.pages.words import sentences, spoken

# Fields that hold codes, or uids of records of a kind; the same uid is another record of another kind.
_HOLDS = {
    "account": "account", "accounts": "account", "contact": "contact", "contacts": "contact",
    "lead": "lead", "leads": "lead", "tags": "tag", "merged_into": "tag",
    "opportunities": "opportunity", "opportunity": "opportunity", "contracts": "contract", "orders": "order",
    "service_requests": "service_request", "campaign": "campaign", "own": "contact", "from": "account",
    "to": "account", "user": "user",
    "users": "user", "by": "user",
    "link": "code", **dict.fromkeys(
        ("role", "kind", "channel", "direction", "lifecycle", "status", "end_status", "state", "language", "priority",
         "repeats", "renewal"), "code"
    ), "stage": "stage", "lifecycle_trail": "trail", "asker": "user", "knower": "user", "people": "contact",
}  # fmt: skip
# What is said already, or is for programs alone.
_UNSAID = {
    "deleted_at", "ended", "evidence", "hops", "pairs", "parts", "record", "record_kind", "recorded_at", "recorded_by",
    "way", "series", "first_on", "removed_at", "trail", "stage_since", "lifecycle_since", "customer_since", "waited",
    "answer_by", "solve_by",
}  # fmt: skip
_MOST = 500  # characters of a value: a history is read for what was changed, not for all of it
_DONE = {
    "create": lazy_gettext("%(what)s made"),
    "change": lazy_gettext("%(what)s changed"),
    "remove": lazy_gettext("%(what)s removed"),
    "trash": lazy_gettext("%(what)s put into the trash"),
    "restore": lazy_gettext("%(what)s brought back"),
    "purge": lazy_gettext("%(what)s erased"),
}


Names = Mapping[tuple[str, str], str]  # of records, by kind and uid


class Difference(NamedTuple):
    """A field as it was and as it became, None for nothing."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """What a change did to one thing; what is private to another user is `hidden`."""

    said: str
    differences: list[Difference]
    hidden: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One change."""

    uid: str
    at: datetime
    by: str | None
    why: str | None
    said: str
    deeds: list[Deed]
    undoes: bool
    undone: bool
    undoable: bool


def told(runner: Runner, revisions: Sequence[Revision], me: str) -> list[Told]:
    """Some revisions, the latest first, as changes."""
    uids = {uid for revision in revisions for state in _states(revision) for uid in _uids(state)}
    called = {(named.type, named.uid): named.name for named in names(runner, uids=uids)}
    since: set[tuple[str, str]] = set()
    changes = []
    for _, group in groupby(revisions, key=lambda revision: revision.change):
        changes.append(_change(list(group), called, since, me))
    return changes


def _change(done: Sequence[Revision], called: Names, since: set[tuple[str, str]], me: str) -> Told:
    """One change; `since` are the things that were changed later, and it adds those of this one."""
    first = done[0]
    things = {(revision.kind, revision.of) for revision in done}
    stands = not any(revision.undone for revision in done)
    undoable = stands and not things & since and all(revision.action != "purge" for revision in done)
    if stands and not first.undoes:
        since |= things
    deeds = [_deed(revision, called, hidden=revision.private and revision.by != me) for revision in reversed(done)]
    said = sentences(deed.said for deed in deeds)
    return Told(
        said=f"{said[:1].upper()}{said[1:]}",
        uid=first.change, at=first.at, by=first.by_name or first.by, why=first.why, deeds=deeds,
        undoes=bool(first.undoes), undone=not stands, undoable=undoable,
    )  # fmt: skip


def _deed(revision: Revision, called: Names, *, hidden: bool) -> Deed:
    before, after = _states(revision)
    kinds = _HOLDS | (dict.fromkeys(("from", "to"), "contact") if revision.kind == "contact_link" else {})
    differences = [
        Difference(_label(name), *(_value(state.get(name), kinds.get(name, ""), called) for state in (before, after)))
        for name in {**before, **after}
        if name not in _UNSAID
    ]
    shown = [] if hidden else [entry for entry in differences if entry.before or entry.after]
    of = called.get(("account", after.get("account") or before.get("account") or ""))
    what = spoken(revision.kind)
    what = gettext("%(what)s at %(account)s", what=what, account=of) if of else what
    return Deed(str(_DONE[revision.action]) % {"what": what}, shown, hidden)


def _states(revision: Revision) -> tuple[State, State]:
    return states.read(revision.before), states.read(revision.after)


def _uids(state: State) -> Iterable[str]:
    for name in _HOLDS.keys() & state:
        value = state[name]
        for one in value if isinstance(value, list) else [value]:
            if uid := one.get("contact") if isinstance(one, Mapping) else one:
                yield str(uid)


def _value(value: Any, kind: str, called: Names) -> str | None:  # noqa: ANN401  (whatever a state holds)
    """A value in words; where it is the uid of a record of a kind, the record's name."""
    if isinstance(value, Mapping) and "contact" in value:  # who has which part
        name = called.get((kind, value["contact"])) or value["contact"]
        return f"{name} ({spoken(value['role'])})" if value.get("role") else name
    if isinstance(value, Mapping):  # an address, or a place
        parts = [str(part) for part in value.values() if part is not None and not isinstance(part, bool)]
        return " ".join(parts + [gettext("(main one)")] * (value.get("primary") is True))
    if isinstance(value, list):
        return sentences(filter(None, (_value(part, kind, called) for part in value))) or None
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    said = _plain(value, kind, called)
    return (said if len(said) <= _MOST else f"{said[:_MOST]}…") or None


def _plain(value: Any, kind: str, called: Names) -> str:  # noqa: ANN401
    """A value that is no other, in words; a code is one of ours, and an amount has decimals where it needs them."""
    if value in (None, ""):
        return ""
    if kind in {"code", "stage"}:
        return spoken(value) if kind == "code" else stage_called(value)
    if kind == "trail":
        state, _, since = value.partition(" ")
        return " ".join(filter(None, [gettext("nothing said") if state == NONE else spoken(state), since]))
    whole = isinstance(value, float) and value.is_integer()
    return called.get((kind, value)) or str(int(value) if whole else value)


def _label(name: str) -> str:
    return spoken(name.removeprefix("x_"))
