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
from graphcrm.queries.opportunities.put_stage import put_stage
from graphcrm.queries.opportunities.stages import MOST, Stage
from graphcrm.services.changes import Change, differing

KIND = "stage"
_LABEL = "Stage"
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
    likely: int = {"won": 100, "lost": 0, "open": given.get("probability", 50)}[status]
    new = Stage(_key(given["name"], known), given["name"], status, likely, len(known) + 1)
    behind = max((one.position for one in known if STATUSES.index(one.status) <= STATUSES.index(status)), default=0)
    _write(change, known, _moved([*known, new], new.key, given.get("position") or behind + 1))
    return new.key


def alter(change: Change, key: str, values: Mapping[str, Any]) -> None:
    """Change what a stage is called, how likely it is that what is in it is won, its place, and whether it is retired.

    Raises NotFoundError, InvalidInputError, ExistsError, and ConflictError where none of its status would be left.
    """
    given = _checked(values)
    known = lock_stages(change.tx, at=change.at)
    stage = next((one for one in known if one.key == key), None)
    if stage is None:
        raise NotFoundError(said("There is no stage %(key)r.", key=key), field="stage")
    if stage.status != "open" and "probability" in given:
        message = said("What is won is won, and what is lost is lost: that stage has no probability to change.")
        raise InvalidInputError(message, field="probability")
    place = given.pop("position", None)
    becomes = [replace(one, **given) if one.key == key else one for one in known]
    _write(change, known, _moved(becomes, key, place) if place else becomes)


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision did to a stage; one that was added is retired. Raises ChangedSinceError, ConflictError."""
    known = lock_stages(change.tx, at=change.at)
    change.untouched(revision, None)
    before: State = {"retired": True} if revision.action == "create" else states.read(revision.before)
    back: dict[str, Any] = {name: value for name, value in before.items() if name in _SAID}
    if "retired" in back:
        back["retired"] = bool(back["retired"])
    _write(change, known, [replace(one, **back) if one.key == revision.of else one for one in known], check=False)


def _checked(values: Mapping[str, Any], *more: str) -> State:
    known, given = fields(NODES["Stage"]), {}
    for name, value in values.items():
        if name not in (*_SAID, *more):
            raise InvalidInputError(said("%(name)s is no field of a stage that may be changed.", name=name), field=name)
        if name in {"name", "status"}:
            given[name] = known[name].deflate(value) if value else None
        elif value not in (None, ""):
            given[name] = known[name].deflate(value)
    return given


def _key(name: str, known: Sequence[Stage]) -> str:
    """A key for a new stage, of the letters of its name; of a number where it has none, or another has it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key, taken = _NO_LETTER.sub("_", plain).strip("_")[:KEY_MOST], {one.key for one in known}
    return key if key and key not in taken else next(k for n in range(1, 1_000) if (k := f"stage_{n}") not in taken)


def _moved(stages: Sequence[Stage], key: str, place: int) -> list[Stage]:
    """The stages with one of them at a place, and the others in their order."""
    others = [one for one in stages if one.key != key]
    one = next(one for one in stages if one.key == key)
    ordered = [*others[: place - 1], one, *others[place - 1 :]]
    return [replace(one, position=n) for n, one in enumerate(ordered, start=1)]


def _write(change: Change, known: Sequence[Stage], becomes: Sequence[Stage], *, check: bool = True) -> None:
    """Write what differs, and remember it."""
    _require_one_of_each(becomes)
    if check:
        _require_names(becomes)
    was = {one.key: one for one in known}
    for one in becomes:
        old = was.get(one.key)
        before, after = differing(_state(old) if old else {}, _state(one))
        if after:
            rev = put_stage(change.tx, key=one.key, props=after, at=change.at)
            action, before_it = ("change", before) if old else ("create", None)
            change.remember(KIND, one.key, rev, action, before=before_it, after=after, on=[(_LABEL, one.key)])


def _state(stage: Stage) -> State:
    state = {name: getattr(stage, name) for name in (*_SAID, "status")}
    return {name: value for name, value in state.items() if value not in (None, False)}


def _require_one_of_each(stages: Sequence[Stage]) -> None:
    for status in STATUSES:
        if not any(one.status == status and not one.retired for one in stages):
            message = said(
                "This is the last stage that is %(status)s; nothing could come to one any more.", status=status
            )
            raise ConflictError(message, field="retired")


def _require_names(stages: Sequence[Stage]) -> None:
    names: set[str] = set()
    for one in stages:
        name = (one.name or one.key.replace("_", " ")).casefold()
        if name in names:
            raise ExistsError(said("There is a stage %(name)r already.", name=one.name or one.key), field="name")
        names.add(name)
