"""The handles of a record: addresses in their normal form, each with a label and whether it is the one to use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from graphcrm.errors import InvalidInputError, said
from graphcrm.nodes import handles as normal
from graphcrm.nodes.handles import Handle
from graphcrm.nodes.links import HasHandle
from graphcrm.nodes.properties import TEXT_MOST
from graphcrm.nodes.states import State

_NORMAL: dict[str, Callable[[str], str]] = {
    "email": normal.email,
    "phone": normal.phone,
    "domain": normal.domain,
    "wechat": normal.wechat,
    "linkedin": normal.linkedin,
}
MOST = 100  # of one record: a person with more is a mistake


def shown(stored: Iterable[tuple[str, bool, str | None]]) -> list[State]:
    """Handles as a state has them, of (uid, primary, label)."""
    return _sorted(_entry(Handle(*uid.split(":", 1)), label, primary=primary) for uid, primary, label in stored)


def checked(given: Sequence[Mapping[str, Any]]) -> list[State]:
    """Handles as a client sends them, as a state has them; raises InvalidInputError."""
    found: dict[str, State] = {}
    for entry in given:
        handle = of(entry["kind"], entry["value"])
        label = HasHandle.label.deflate(entry["label"]) if entry.get("label") else None
        found[handle.uid] = _entry(handle, label, primary=bool(entry.get("primary")))
    primary = [entry["kind"] for entry in found.values() if entry["primary"]]
    twice = next((kind for kind in _NORMAL if primary.count(kind) > 1), None)
    if twice:
        raise InvalidInputError(
            said("Two handles of kind %(twice)s are primary; one is the one to use.", twice=twice), field="handles"
        )
    return _sorted(found.values())


def of(kind: str, value: str) -> Handle:
    """The handle of a kind and a value as people write it; raises InvalidInputError."""
    if kind not in _NORMAL:
        raise InvalidInputError(
            said("kind is %(kind)r; a handle is one of %(normal)s.", kind=kind, normal=", ".join(_NORMAL)), field="kind"
        )
    handle = Handle(kind, _NORMAL[kind](value))
    if not 0 < len(handle.value) <= TEXT_MOST:
        normal.refuse(kind, value, said("an address has 1 to %(text_most)s characters", text_most=f"{TEXT_MOST:,}"))
    if any(c in handle.value for c in ";\0"):
        normal.refuse(kind, value.replace("\0", "␀"), said("an address cannot have a ; or a NUL character in it"))
    return handle


def with_one(has: Sequence[State], given: Mapping[str, Any]) -> list[State]:
    """Handles with this one beside them, or as this one says; where it is primary, no other of its kind is."""
    (new,) = checked([given])
    kept = [entry for entry in has if (entry["kind"], entry["value"]) != (new["kind"], new["value"])]
    if new["primary"]:
        kept = [entry | {"primary": False} if entry["kind"] == new["kind"] else entry for entry in kept]
    return _sorted([*kept, new])


def with_primary(has: Sequence[State], kind: str, value: str | None) -> list[State]:
    """Handles of which this value is the one of its kind to use, instead of the one that was; None takes that away."""
    kept = [entry for entry in has if not (entry["kind"] == kind and entry["primary"])]
    if not value:
        return kept
    handle = of(kind, value)
    label = next((entry["label"] for entry in has if (entry["kind"], entry["value"]) == handle), None)
    kept = [entry for entry in kept if (entry["kind"], entry["value"]) != handle]
    return _sorted([*kept, _entry(handle, label, primary=True)])


def primary(has: Sequence[State], kind: str) -> str | None:
    """The value of the handle of a kind that is the one to use, None for none."""
    return next((entry["value"] for entry in has if entry["kind"] == kind and entry["primary"]), None)


def with_all(has: Sequence[State], kind: str, values: Iterable[str]) -> list[State]:
    """Handles of which those of one kind are these values."""
    known = {(entry["kind"], entry["value"]): entry for entry in has}
    wanted = {
        handle: known.get(handle, _entry(handle, None, primary=False)) for handle in (of(kind, v) for v in values)
    }
    return _sorted([*(entry for entry in has if entry["kind"] != kind), *wanted.values()])


def moved(was: Sequence[State], becomes: Sequence[State]) -> tuple[list[State], list[str]]:
    """What leads from some handles to others: those to put, as rows, and the uids of those to take away first.

    Raises InvalidInputError where there would be too many; who has as many already may have fewer.
    """
    if len(becomes) > max(MOST, len(was)):
        raise InvalidInputError(
            said("handles are %(becomes)s; a record has %(most)s at most.", becomes=len(becomes), most=MOST),
            field="handles",
        )
    new = [{"uid": _uid(entry), **entry} for entry in becomes if entry not in was]
    return new, [_uid(entry) for entry in was if entry not in becomes]


def _entry(handle: Handle, label: str | None, *, primary: bool) -> State:
    return {"kind": handle.kind, "value": handle.value, "label": label, "primary": primary}


def _uid(entry: State) -> str:
    return Handle(entry["kind"], entry["value"]).uid


def _sorted(entries: Iterable[State]) -> list[State]:
    return sorted(entries, key=_uid)
