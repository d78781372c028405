"""Moves: one date on which jobs end and another begins, in one change; and what is known of it as one event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graphcrm.dates import parse_date
from graphcrm.errors import AmbiguousError, ConflictError, InvalidDateError, InvalidInputError, NotFoundError, said
from graphcrm.nodes import states
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.changes.drop_move import drop_move
from graphcrm.queries.changes.put_move import put_move
from graphcrm.queries.changes.revision import Revision
from graphcrm.services import jobs, news
from graphcrm.services.changes import Change
from graphcrm.services.stints import BESIDE, Stint, merged


@dataclass(frozen=True, slots=True)
class Moved:
    """A move: the job that began, and those that ended with it."""

    effective_on: str
    begun: Stint
    ended: list[Stint]


@dataclass(frozen=True, slots=True)
class Asked:
    """A move as it is asked for: `values` are the fields of the job that begins.

    Without `from_job` the primary open job ends, or the only one. `to_job` names a job at the account that has been
    entered already, and `allow_overlap` keeps a job of the same kind at the same account and time beside it.
    """

    contact: str
    to_account: str
    effective_on: str
    values: Mapping[str, Any] = field(default_factory=dict)
    from_job: str | None = None
    to_job: str | None = None
    allow_overlap: bool = False


def move(change: Change, asked: Asked) -> Moved:
    """Move a contact to an account: end a job on a day, begin one on the same day, and record the move.

    Raises NotFoundError, InvalidInputError, ConflictError, and AmbiguousError where several jobs may be left.
    """
    change.lock(("Contact", asked.contact), ("Account", asked.to_account))
    parse_date(asked.effective_on, "effective_on")
    if asked.from_job is not None and asked.from_job == asked.to_job:
        raise InvalidInputError(
            said("from_job and to_job are the same job; a move is from one to another."), field="from_job"
        )
    career = jobs.career(change, asked.contact)
    left = _left(career, asked.from_job, asked.to_job)
    ended = [_end(change, stint, asked.effective_on) for stint in left]
    rest = [stint for stint in career if stint not in left] + ended
    heir = {name: value for name in ("kind", "primary") if left and (value := left[0].props.get(name)) is not None}
    begun = (_take_up if asked.to_job else _begin)(change, asked, heir, rest)
    _record(change, begun, asked.effective_on, left)
    news.follow(change, begun.uid)
    return Moved(asked.effective_on, begun, ended)


def _left(career: Sequence[Stint], from_job: str | None, to_job: str | None) -> list[Stint]:
    """The jobs that the move ends."""
    if from_job is not None:
        found = [stint for stint in career if stint.uid == from_job]
        if not found:
            raise NotFoundError(said("The contact has no job %(from_job)r.", from_job=from_job), field="from_job")
        if found[0].ended:
            message = said(
                "The job %(from_job)r has ended already; correct its end, or add the new job beside it.",
                from_job=from_job,
            )
            raise InvalidInputError(message, field="from_job")
        return found
    held = [stint for stint in career if not stint.ended and stint.kind not in BESIDE and stint.uid != to_job]
    primary = [stint for stint in held if stint.props.get("primary")]
    left = primary if len(primary) == 1 else held
    if len(left) > 1:
        candidates = [(stint.uid, f"{stint.props.get('title') or stint.kind} at {stint.account}") for stint in left]
        listed = "; ".join(f"{name} ({uid})" for uid, name in candidates)
        message = said("Several jobs may be left: %(listed)s. Name one as from_job.", listed=listed)
        raise AmbiguousError(message, candidates=candidates, field="from_job")
    return left


def _end(change: Change, stint: Stint, on: str) -> Stint:
    try:
        props = merged(stint, {"end": on, "end_status": "ended"}, change.today)
    except InvalidDateError as error:
        message = said("effective_on is %(on)r: %(detail)s", on=on, detail=error.detail)
        raise InvalidDateError(message, field="effective_on") from error
    ended = replace(stint, props=props)
    jobs.put(change, stint, ended)
    return ended


def _begin(change: Change, asked: Asked, heir: Mapping[str, Any], rest: Sequence[Stint]) -> Stint:
    """Begin a job; what nothing is said of it takes from the one that is left."""
    told = {**heir, **jobs.checked(asked.values), "start": asked.effective_on}
    given = {name: value for name, value in told.items() if value is not None}
    begun = Stint(new_uid(), asked.to_account, merged(None, given, change.today), "the new job", asked.contact)
    jobs.check(begun, rest, allow_overlap=asked.allow_overlap)
    jobs.create(change, begun)
    return begun


def _take_up(change: Change, asked: Asked, heir: Mapping[str, Any], rest: Sequence[Stint]) -> Stint:
    """Take up a job that was entered before: what it lacks it takes from the one that is left."""
    stored = next((stint for stint in rest if stint.uid == asked.to_job), None)
    if stored is None or stored.account != asked.to_account:
        message = said(
            "The contact has no job %(to_job)r at %(to_account)r.", to_job=asked.to_job, to_account=asked.to_account
        )
        raise NotFoundError(message, field="to_job")
    given = {name: value for name, value in heir.items() if not stored.props.get(name)} | jobs.checked(asked.values)
    start = given.get("start") or stored.props.get("start")
    if start and not _may_be_one_day(start, asked.effective_on):
        message = said(
            "effective_on is %(effective_on)r, and the job %(to_job)r began in %(start)s; correct one of them.",
            effective_on=asked.effective_on,
            to_job=asked.to_job,
            start=start,
        )
        raise InvalidDateError(message, field="effective_on")
    given["start"] = start or asked.effective_on
    begun = replace(stored, props=merged(stored, given, change.today))
    others = [other for other in rest if other is not stored]
    jobs.check(begun, others, allow_overlap=asked.allow_overlap, before=stored)
    jobs.put(change, stored, begun)
    return begun


def _may_be_one_day(one: str, other: str) -> bool:
    """Whether two dates, as precise as they were entered, have a day in common."""
    (first, after), (again, over) = parse_date(one, "start"), parse_date(other, "effective_on")
    return max(first, again) < min(after, over)


def _record(change: Change, begun: Stint, on: str, left: Sequence[Stint]) -> None:
    state = {
        "contact": begun.contact,
        "from": sorted({stint.account for stint in left}),
        "to": begun.account,
        "effective_on": on,
        "ended": [stint.uid for stint in left],
    }
    _put(change, begun.uid, 1, state)


def _put(change: Change, uid: str, rev: int, state: Mapping[str, Any]) -> None:
    kept = {"recorded_at": change.at, "recorded_by": change.author.user, "rev": rev}
    props = {"effective_on": state["effective_on"], "ended": state["ended"], **kept}
    if not put_move(change.tx, uid=uid, props=props, contact=state["contact"], left=state["from"], joined=state["to"]):
        message = said(
            "A move to the job %(uid)r is recorded already; end the other job by changing it, or undo that move.",
            uid=uid,
        )
        raise ConflictError(message, field="to_job", other={"kind": "move", "uid": uid})
    change.remember("move", uid, rev, "create", before=None, after=dict(state), on=_on(state))


def write_back(change: Change, revision: Revision) -> None:
    """Undo the record of a move, or bring it back; raises ChangedSinceError."""
    newest = change.untouched(revision, None)
    if revision.action == "remove":
        _put(change, revision.of, newest + 1, states.read(revision.before))
        news.again(change, revision.of)
        return
    drop_move(change.tx, uid=revision.of)
    state = states.read(revision.after)
    change.remember("move", revision.of, newest + 1, "remove", before=state, after=None, on=_on(state))


def _on(state: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [("Contact", state["contact"]), *(("Account", uid) for uid in [*state["from"], state["to"]])]
