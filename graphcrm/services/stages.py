"""The stages of opportunities: those shipped, and what an administrator has said of them (docs/opportunities.md)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphcrm.errors import ConflictError, ExistsError, InvalidInputError, NotFoundError, said
from graphcrm.nodes import NODES, states
from graphcrm.nodes.base import fields
from graphcrm.nodes.opportunities import KEY_MOST, STATUSES
from graphcrm.nodes.states import State
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.opportunities.lock_stages import lock_stages
from graphcrm.queries.opportunities.put_stages import put_stages
from graphcrm.queries.opportunities.stages import MOST, Stage
from graphcrm.services.changes import Change, differing

KIND = "stage"
LIKELY = {"won": 100, "lost": 0}  # in percent; what is open has its own
EVEN = 50  # how likely what is open is, unless somebody says otherwise
KEY = re.compile(rf"[a-z0-9_]{{1,{KEY_MOST}}}")
LABEL = "Stage"
_SAID = ("name", "probability", "position", "retired")  # what may be changed of one
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def add(change: Change, values: Mapping[str, Any]) -> str:
    """Add a stage of a `name`, a `status` and a `probability`, behind all others of its status; answers its key.

    Raises InvalidInputError, ExistsError for a name that another has.
    """
    given = _checked(values, "status")
    known = lock_stages(change.tx, at=change.at)
    if not given.get("name"):
        raise InvalidInputError(said("name is empty; a new stage needs one."), field="name")
    if len(known) >= MOST:
        raise InvalidInputError(said("There are %(most)s stages at most.", most=MOST), field="name")
    status = given.get("status") or "open"
    likely: int = LIKELY[status] if status in LIKELY else given.get("probability", EVEN)
    new = Stage(_key(given["name"], known), given["name"], status, likely, 0)
    place = given.get("position") or behind(known, status)
    _write(change, known, arranged([*known, new], {new.key: place}), new.key)
    return new.key


def alter(change: Change, key: str, values: Mapping[str, Any]) -> None:
    """Change what a stage is called, how likely it is that what is in it is won, its place, and whether it is retired.

    Raises NotFoundError, StaleError, InvalidInputError, ExistsError, and ConflictError where none of its status would
    be left.
    """
    given = _checked(values)
    known = lock_stages(change.tx, at=change.at)
    stage = next((one for one in known if one.key == key), None)
    if stage is None:
        raise NotFoundError(said("There is no stage %(key)r.", key=key), field="stage")
    change.require(KIND, key, stage.rev, state(stage), given)
    if stage.status != "open" and "probability" in given:
        message = said("What is won is won, and what is lost is lost: that stage has no probability to change.")
        raise InvalidInputError(message, field="probability")
    _alter(change, known, key, given)


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a stage; one that was added is retired.

    Raises ChangedSinceError, ConflictError, and ExistsError where another is called so by now.
    """
    known = lock_stages(change.tx, at=change.at)
    change.untouched(revision, None)
    before: State = {"retired": True} if revision.action == "create" else states.read(revision.before)
    back: dict[str, Any] = {name: value for name, value in before.items() if name in _SAID}
    if "retired" in back:
        back["retired"] = bool(back["retired"])
    _alter(change, known, revision.of, back)


def behind(stages: Sequence[Stage], status: str) -> int:
    """The place behind all stages of a status, and those that come before it."""
    before = STATUSES[: STATUSES.index(status) + 1]
    return max((one.position for one in stages if one.status in before), default=0) + 1


def arranged(stages: Sequence[Stage], places: Mapping[str, int]) -> list[Stage]:
    """The stages with some of them at their places, and the others around them in their order."""
    ordered = [one for one in stages if one.key not in places]
    moved = [one for one in stages if one.key in places]
    for one in sorted(moved, key=lambda one: (places[one.key], one.key)):
        ordered.insert(places[one.key] - 1, one)
    return [replace(one, position=n) for n, one in enumerate(ordered, start=1)]


def fault(stages: Sequence[Stage]) -> tuple[set[str], ConflictError] | None:
    """Which stages cannot be beside one another, and why; None where all of them can."""
    for status in STATUSES:
        of = [one for one in stages if one.status == status]
        if all(one.retired for one in of):
            message = said(
                "This is the last stage that is %(status)s; nothing could come to one any more.", status=status
            )
            return {one.key for one in of}, ConflictError(message, field="retired")
    names: dict[str, str] = {}
    for one in stages:
        first = names.setdefault((one.name or one.key.replace("_", " ")).casefold(), one.key)
        if first != one.key:
            message = said("There is a stage %(name)r already.", name=one.name or one.key)
            return {first, one.key}, ExistsError(message, field="name")
    return None


def state(stage: Stage) -> State:
    """A stage as its state has it."""
    found = {name: getattr(stage, name) for name in (*_SAID, "status")}
    return {name: value for name, value in found.items() if value is not None and value is not False}  # 0 is a value


def _checked(values: Mapping[str, Any], *more: str) -> State:
    known, given = fields(NODES["Stage"]), {}
    for name, value in values.items():
        if name not in (*_SAID, *more):
            raise InvalidInputError(said("%(name)s is no field of a stage that may be changed.", name=name), field=name)
        if name in {"name", "status"}:
            given[name] = (known[name].deflate(value) or None) if value else None
        elif value not in (None, ""):
            given[name] = known[name].deflate(value)
    return given


def _key(name: str, known: Sequence[Stage]) -> str:
    """A key for a new stage, of the letters of its name; of a number where it has none, or another has it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key, taken = _NO_LETTER.sub("_", plain).strip("_")[:KEY_MOST], {one.key for one in known}
    return key if key and key not in taken else next(k for n in range(1, 1_000) if (k := f"stage_{n}") not in taken)


def _alter(change: Change, known: Sequence[Stage], key: str, given: Mapping[str, Any]) -> None:
    values = dict(given)
    place = values.pop("position", None)
    becomes = [replace(one, **values) if one.key == key else one for one in known]
    _write(change, known, arranged(becomes, {key: place} if place else {}), key)


def _write(change: Change, known: Sequence[Stage], becomes: Sequence[Stage], key: str) -> None:
    """Write what differs, and remember it of the stage that was meant: where the others stand follows from that."""
    if found := fault(becomes):
        raise found[1]
    was = {one.key: one for one in known}
    rows = []
    for one in becomes:
        old = was.get(one.key)
        before, after = differing(state(old) if old else {}, state(one))
        if after:
            rows.append({"key": one.key, "props": after, "more": int(one.key == key)})
        if after and one.key == key:
            rev, action, first = (old.rev + 1, "change", before) if old else (1, "create", None)
            change.remember(KIND, key, rev, action, before=first, after=after, on=[(LABEL, key)])
    put_stages(change.tx, rows=rows, at=change.at)
