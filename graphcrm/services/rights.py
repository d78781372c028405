"""Whether somebody may do what a change does: asked for every thing that is changed, in the change's transaction.

The command line may do everything: it has no reader. What nobody may see is not there for them (NotFoundError); what
they see and may not change is refused (ForbiddenError).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from graphcrm import access
from graphcrm.access import KINDS, Action, Kind, Module, Reader
from graphcrm.errors import ForbiddenError, said

Record = tuple[str, str]  # label and uid
Owners = Mapping[Record, str | None]

_RECORDS = frozenset(KINDS)
_OF_A_RECORD: dict[str, Action] = {"create": "edit", "change": "edit", "trash": "delete", "restore": "delete"}
_OF = {
    "team": "User",
    "job": "Contact",
    "move": "Contact",
    "contact_link": "Contact",
    "account_link": "Account",
    "attendance": "Campaign",
}  # whose part it is
_SELF = frozenset({"name", "locale", "timezone", "digest"})  # what everybody changes of their own record
# What is of everybody, and takes a module.
_OF_ALL = {
    "role": (Module.POLICY, said("say what the roles may do")),
    "stage": (Module.POLICY, said("say what stages there are")),
    "tag": (Module.TAGS, said("rename, merge or delete tags")),
}
_DOES = {
    "edit": said("You may not change %(what)s: %(whose)s. Nothing was changed; ask its owner or a manager."),
    "delete": said(
        "You may not delete or bring back %(what)s: %(whose)s. Nothing was changed; ask its owner or a manager."
    ),
    "assign": said(
        "You may not say whose it is of %(what)s: %(whose)s. Nothing was changed; ask its owner or a manager."
    ),
}


@dataclass(frozen=True, slots=True)
class Done:
    """What was done: the action, to a thing of a kind, on which records it is, and which of its fields it changed.

    `users` are those of us whose it was before, where that is not told by the records.
    """

    kind: str
    action: str
    on: Sequence[Record]
    fields: Collection[str] = ()
    users: Collection[str] = ()


def kind_of(label: str) -> Kind:
    """The kind of record of a label."""
    return cast("Kind", access.kind_of(label))


def sees(reader: Reader | None, record: Record, owner: str | None) -> bool:
    """Whether somebody may see a record that is `owner`'s."""
    return reader is None or reader.may("read", kind_of(record[0]), owner)


def require(reader: Reader | None, done: Done, owners: Owners) -> None:
    """Raise ForbiddenError unless somebody may do what was done; `owners` are those of the records that were locked."""
    if reader is None:
        return
    kind = done.kind
    if hidden := reader.sight.hides(kind).intersection(done.fields):
        message = said(
            "You may not see the %(hidden)s of any %(kind)s, so you cannot change it; nothing was changed.",
            hidden=min(hidden),
            kind=kind,
        )
        raise ForbiddenError(message, field=min(hidden))
    if done.action == "purge":
        _use(reader, Module.PURGE, said("erase records for ever"))
    elif kind in {"interaction", "rating"}:
        _use(reader, Module.LOG, said("write down or change what happened"))
        _took_part(reader, kind, done.users or [uid for label, uid in done.on if label == "User"])
    elif kind == "introduction":
        _use(reader, Module.PATHS, "ask for introductions")
        _use(reader, Module.LOG, "write down or change what happened")
        _took_part(reader, kind, done.users)
    elif kind in _OF_ALL:
        _use(reader, *_OF_ALL[kind])
    else:
        _of_a_record(reader, done, owners)


def _of_a_record(reader: Reader, done: Done, owners: Owners) -> None:
    """Of a record, or of what is part of one."""
    if done.kind == "assignment":
        _may(reader, "assign", next(record for record in done.on if record[0] != "User"), owners)
        return
    if done.kind == "conversion":  # an account may be somebody else's: people work there all the same
        for record in done.on:
            if record[0] != "Account":
                _may(reader, "edit", record, owners)
        return
    label = _OF.get(done.kind) or access.label_of(done.kind)
    record = next((record for record in done.on if record[0] == label), (label, ""))
    if record == ("User", reader.user) and done.action == "change" and _SELF.issuperset(done.fields):
        return
    _may(reader, _OF_A_RECORD[done.action] if done.kind in _RECORDS else "edit", record, owners)


def _may(reader: Reader, action: Action, record: Record, owners: Owners) -> None:
    kind, owner = kind_of(record[0]), owners.get(record)
    if not reader.may(action, kind, owner):
        others = reader.role.scope(action, kind) != "none"
        whose = said("it is somebody else's") if others else said("your role does not allow it")
        what = (
            said("the %(kind)s %(uid)r", kind=kind, uid=record[1]) if record[1] else said("a new %(kind)s", kind=kind)
        )
        message = said(_DOES[action].template, what=what, whose=whose)
        raise ForbiddenError(message, field=kind)


def _use(reader: Reader, module: Module, does: str) -> None:
    if module not in reader.role.modules:
        raise ForbiddenError(
            said("Your role does not allow you to %(does)s; nothing was changed.", does=does), field="role"
        )


def _took_part(reader: Reader, kind: str, users: Iterable[str]) -> None:
    """One's own, or that of users whose contacts one may edit: theirs is to see that it is right."""
    owners, named = reader.owners("edit", "contact"), set(users)
    if reader.user not in named and owners is not None and not named <= set(owners):
        message = said(
            "The %(kind)s is of others; nothing was changed. Ask one of them, or their manager, to change it.",
            kind=kind,
        )
        raise ForbiddenError(message, field=kind)
