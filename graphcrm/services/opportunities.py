"""Opportunities: made, moved from stage to stage, and closed with the reason for it (docs/opportunities.md)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from graphcrm.errors import InvalidInputError, said
from graphcrm.nodes.states import State
from graphcrm.queries.opportunities.stages import Stage, stages
from graphcrm.services import money, ownership, records
from graphcrm.services.changes import Change

_PROGRAMS = frozenset({"status", "stage_since", "closed_at", "trail"})  # what follows, and nobody says
_REASONS = {"won": "won_reason", "lost": "lost_reason"}
REMEMBERED = 500  # stages that it came to


@dataclass(frozen=True, slots=True)
class Stay:
    """How long an opportunity was in a stage; `until` is None while it is."""

    stage: str
    since: datetime
    until: datetime | None


def create(change: Change, values: Mapping[str, Any]) -> str:
    """Make an opportunity, of who asks, in the first stage unless another is said, and answer its uid.

    Raises InvalidInputError, NotFoundError and InTrashError for whom it is offered to and who has a part in it.
    """
    given = _checked(values)
    known = stages(change.tx)
    first = next(one.key for one in known if one.status == "open" and not one.retired)
    given["stage"] = given.get("stage") or first
    uid = records.create(change, "opportunity", given | follows({}, given, known, change.at))
    ownership.have(change, "opportunity", uid)
    return uid


def edit(change: Change, uid: str, values: Mapping[str, Any]) -> None:
    """Change an opportunity, with what follows from its stage.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    given = _checked(values)
    locked = change.lock(("Opportunity", uid))["Opportunity", uid]
    before = records.state_of(locked)
    change.require("opportunity", uid, locked.props["rev"], before, given)  # before what others did is refused as ours
    records.edit(change, "opportunity", uid, given | follows(before, given, stages(change.tx), change.at))


def move(change: Change, uid: str, stage: str, reason: str | None = None) -> None:
    """Move an opportunity to a stage, with the reason for which it is won or lost, where it is by that.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    to = next((one for one in stages(change.tx) if one.key == stage), None)
    why = {_REASONS[to.status]: reason} if reason and to and to.status in _REASONS else {}
    edit(change, uid, {"stage": stage, **why})


def follows(before: Mapping[str, Any], given: Mapping[str, Any], known: Sequence[Stage], at: datetime) -> State:
    """What follows at a moment from what is said of an opportunity: its status, since when, and when it was closed.

    Raises InvalidInputError for a stage that there is not, and for one that a reason or a currency is missing of.
    """
    if "stage" in given and not given["stage"]:
        raise InvalidInputError(said("stage is empty; an opportunity is in one."), field="stage")
    stage = given.get("stage") or before.get("stage")
    found = moved(before, stage, known, after(before, at)) if stage and stage != before.get("stage") else {}
    found |= money.follows(given)
    check({**before, **found, **given})
    return found


def after(before: Mapping[str, Any], at: datetime) -> datetime:
    """A moment, or the next one where it came to its stage later than that: by the clock of another machine."""
    trail = before.get("trail") or ()
    return max(at, _came(trail[-1])[1] + timedelta(microseconds=1)) if trail else at


def moved(before: Mapping[str, Any], stage: str, known: Sequence[Stage], at: datetime) -> State:
    """What follows from another stage than before; raises InvalidInputError."""
    to = next((one for one in known if one.key == stage), None)
    if to is None or to.retired:
        there = ", ".join(one.key for one in known if not one.retired)
        message = said("There is no stage %(stage)r to come to; there are %(there)s.", stage=stage, there=there)
        raise InvalidInputError(message, field="stage")
    trail = [*(before.get("trail") or ()), came(stage, at)][-REMEMBERED:]
    found: State = {"status": to.status, "stage_since": at, "trail": trail}
    if to.status != (before.get("status") or "open") or (to.status != "open" and not before.get("closed_at")):
        found["closed_at"] = at if to.status != "open" else None
    return found | {name: None for status, name in _REASONS.items() if status != to.status and before.get(name)}


def check(state: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for an opportunity that is lost for no reason, or worth an amount of no currency."""
    status = state.get("status") or "open"
    if status == "lost" and not state.get("lost_reason"):
        raise InvalidInputError(said("lost_reason is empty; say why it was lost."), field="lost_reason")
    for of, name in _REASONS.items():
        if of != status and state.get(name):
            message = said("%(name)s is given, and its stage is none that is %(status)s.", name=name, status=of)
            raise InvalidInputError(message, field=name)
    money.check(state)


def came(stage: str, at: datetime) -> str:
    """That it came to a stage at a moment, as its trail has it."""
    return f"{stage} {at.isoformat()}"


def trail_of(trail: Sequence[str], known: Collection[str]) -> list[tuple[str, datetime]]:
    """The stages of a trail and when it came to each; raises InvalidInputError where that cannot be.

    Each is one that there is, and a time with its offset, the first first.
    """
    if len(trail) > REMEMBERED:
        message = said("trail has more than %(most)s stages; the last of them are enough.", most=REMEMBERED)
        raise InvalidInputError(message, field="trail")
    found = [_came(one) for one in trail]
    if unknown := next((key for key, _ in found if key not in known), None):
        raise InvalidInputError(said("trail has %(one)r, and there is no such stage.", one=unknown), field="trail")
    times = [at for _, at in found]
    if times != sorted(times):
        raise InvalidInputError(said("trail is not in the order of its times."), field="trail")
    return found


def _came(one: str) -> tuple[str, datetime]:
    key, _, at = one.partition(" ")
    with suppress(ValueError):
        came = datetime.fromisoformat(at)
        if key and came.tzinfo:
            return key, came
    message = said("trail has %(one)r; each is the key of a stage, a space, and a time with its offset.", one=one)
    raise InvalidInputError(message, field="trail")


def stays_of(trail: Sequence[str]) -> list[Stay]:
    """The stages that an opportunity came to, the first first, from its trail."""
    found = [_came(one) for one in trail]
    left: list[datetime | None] = [at for _, at in found[1:]]
    return [Stay(key, since, until) for (key, since), until in zip(found, [*left, None], strict=False)]


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are stored; raises InvalidInputError for what follows, and is not said."""
    for name in values:
        if name in _PROGRAMS:
            message = said("%(name)s is kept by the program; leave it out.", name=name)
            raise InvalidInputError(message, field=name)
    return records.checked("opportunity", values)
