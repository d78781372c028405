"""Automations: what is done by itself with records that come into a list, as who wrote it (docs/automations.md).

They are no records: nothing is remembered of their changes, so one that is deleted is kept for a day instead. What they
do is remembered like what that user does by hand, and undone like it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from graphcrm.access import Reader, many
from graphcrm.errors import ConflictError, GraphcrmError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Graph, Runner
from graphcrm.nodes import NODES
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.automations.automations import Automation, automations
from graphcrm.queries.automations.drop_automations import drop_automations
from graphcrm.queries.automations.leave_runs import leave_runs
from graphcrm.queries.automations.note_look import note_look
from graphcrm.queries.automations.note_run import note_run
from graphcrm.queries.automations.old_runs import old_runs
from graphcrm.queries.automations.put_automation import put_automation
from graphcrm.queries.automations.put_runs import put_runs
from graphcrm.queries.automations.restore_automation import restore_automation
from graphcrm.queries.automations.standing import standing
from graphcrm.queries.users.user import user as one_user
from graphcrm.services import mailing, ownership, tasks
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.mailing import Letter
from graphcrm.services.records import LABELS

MOST = 100  # automations of one user
STANDING_MOST = 10_000  # records in the list of one: a longer one is no case for each to be looked at
KEPT = timedelta(days=90)  # of what was done with records that have left
_REMOVED_KEPT = timedelta(days=1)
_AT_ONCE = 500
_FIELDS = {
    name: prop
    for name, prop in fields(NODES["Automation"]).items()
    if name not in {"uid", "created_at", "updated_at", "removed_at", "looked_at", "failed", "rev"}
}
_DEEDS = ("task", "assign_to", "notify", "template")
_MAILED = ("contact", "lead")

Send = Callable[[Letter, str, str | None], object]  # a letter, and the name and the address of whose it is


def one(runner: Runner, user: str, uid: str) -> Automation:
    """An automation of a user; raises NotFoundError."""
    found = automations(runner, user=user, uid=uid, limit=1)
    if not found:
        raise _no_such(uid)
    return found[0]


def put(
    change: Change, user: str, values: Mapping[str, Any], uid: str | None = None, *, standing_too: bool = False
) -> str:
    """Write a new automation, or change one of one's own; answers its uid.

    `parameters` are checked by the caller, who knows what a list may be asked. One whose list is another now, or that
    is started, looks at it anew: what is in it then stays as it is, unless `standing_too`. Raises InvalidInputError,
    NotFoundError, StaleError, and ConflictError for one too many.
    """
    change.lock(("User", user))
    stored = {
        name: None if value in (None, "") else _FIELDS[name].deflate(value)
        for name, value in values.items()
        if name in _FIELDS
    }
    before: dict[str, Any] = {}
    if uid is None:
        if len(automations(change.tx, user=user, limit=MOST)) >= MOST:
            message = said("You have %(most)d automations, which is as many as run; delete one first.", most=MOST)
            raise ConflictError(message)
    else:
        found = one(change.tx, user, uid)
        before = {name: getattr(found, name) for name in _FIELDS}
        change.require("automation", uid, found.rev, before, stored)
    after = before | stored
    _check(change.tx, user, after)
    if any(before.get(name) != after.get(name) for name in ("of", "parameters", "active")):
        stored |= {"looked_at": change.at if standing_too else None, "failed": None}
    uid = uid or new_uid()
    put_automation(change.tx, user=user, uid=uid, props=stored, at=change.at)
    return uid


def delete(change: Change, user: str, uid: str) -> None:
    """Delete an automation of one's own; for a day it can be brought back. Raises NotFoundError, StaleError."""
    change.lock(("User", user))
    found = one(change.tx, user, uid)
    change.require("automation", uid, found.rev, {}, {})
    put_automation(change.tx, user=user, uid=uid, props={"removed_at": change.at}, at=change.at)


def restore(change: Change, user: str, uid: str) -> None:
    """Bring back an automation that was deleted; it does not run. Raises NotFoundError once it is gone for ever."""
    change.lock(("User", user))
    if not restore_automation(change.tx, user=user, uid=uid, at=change.at):
        raise _no_such(uid)


def _check(runner: Runner, user: str, values: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for an automation that does nothing, or cannot do what it says."""
    if not values.get("name"):
        raise InvalidInputError(said("An automation takes a name, by which you find it again."), field="name")
    if not any(values.get(deed) for deed in _DEEDS):
        raise InvalidInputError(said("Nothing is to be done; say what."), field="task")
    of = values.get("of")
    if of == "task" and values.get("task"):
        raise InvalidInputError(said("A task is about no task; let it be given or told instead."), field="task")
    if values.get("template"):
        if of not in _MAILED:
            raise InvalidInputError(said("Mail goes to contacts and leads alone."), field="template")
        mailing.template(runner, user, values["template"])
    if values.get("assign_to") and one_user(runner, uid=values["assign_to"]) is None:
        raise NotFoundError(said("There is no user %(uid)r.", uid=values["assign_to"]), field="assign_to")


def look(
    graph: Graph, automation: Automation, reader: Reader, found: Sequence[str], at: datetime, sender: Callable[[], Send]
) -> int:
    """See to the records that are in the list of an automation: those that came, and those that left.

    `graph` is as its author (`reader`) sees it, `found` all that is in the list; `sender` makes what sends the mail of
    one record. The first look does nothing. What fails for one is noted with it, and the others are done. Answers with
    how many something was done.
    """
    label, before = LABELS[automation.of], standing(graph, uid=automation.uid, limit=2 * STANDING_MOST)
    came, left = [uid for uid in found if uid not in before], before.difference(found)
    if left:
        leave_runs(graph, uid=automation.uid, records=left, at=at)
    if automation.looked_at is None:
        for some in _parts(came):
            rows = [{"uid": new_uid(), "of": uid} for uid in some]
            put_runs(graph, uid=automation.uid, label=label, rows=rows, at=at)
        came = []
    author = Author(automation.author, why=f"automation: {automation.name}", reader=reader)
    done = sum(_meet(graph, automation, author, uid, sender()) for uid in came)
    note_look(graph, uid=automation.uid, at=at)
    return done


def _meet(graph: Graph, automation: Automation, author: Author, uid: str, send: Send) -> bool:
    """Do what is to be done with one record, in one change; whether anything was done."""
    run = new_uid()

    def take(runner: Runner, at: datetime) -> bool:
        """Whether the record is on us: of several programs that look at once one takes it."""
        rows = [{"uid": run, "of": uid}]
        return bool(put_runs(runner, uid=automation.uid, label=LABELS[automation.of], rows=rows, at=at))

    def work(made: Change) -> bool:
        if not take(made.tx, made.at):
            return False
        note_run(made.tx, uid=run, did=list(act(made, automation, uid, send)))
        return True

    try:
        return change(graph, author, work)
    except GraphcrmError as error:
        if take(graph, datetime.now(UTC)):
            note_run(graph, uid=run, did=[f"failed:{error.detail}"])
        return False


def act(made: Change, automation: Automation, uid: str, send: Send) -> Iterator[str]:
    """Do what an automation does with a record, and tell each thing as AutomationRun has it; the mail comes last."""
    kind, record = automation.of, (LABELS[automation.of], uid)
    locked = made.lock(record)[record]
    owner = locked.props.get("owner")
    if automation.task:
        name = mailing.filled(automation.task, {"name": locked.props["name"]})
        yield f"task:{_task(made, automation, kind, uid, name, owner)}"
    if automation.assign_to:
        ownership.assign(made, kind, uid, automation.assign_to, reason=automation.name)
        yield f"assign:{automation.assign_to}"
    if automation.notify:
        whom = owner if automation.notify == "owner" else automation.author
        if whom:
            made.notify(whom, "found", record, oneself=True)
        yield f"notify:{whom or ''}"
    if automation.template:
        yield _mail(made, automation, kind, uid, send)


def _task(made: Change, automation: Automation, kind: str, uid: str, name: str, owner: str | None) -> str:
    values: dict[str, Any] = {"name": name[:200], many(kind): [uid]}
    if automation.task_days is not None:
        values["due_on"] = (made.today + timedelta(days=automation.task_days)).isoformat()
    task = tasks.create(made, values)
    if automation.task_for == "owner" and owner and owner != automation.author:
        with made.following():  # whose task it is follows from whose record it is
            ownership.assign(made, "task", task, owner)
    return task


def _mail(made: Change, automation: Automation, kind: str, uid: str, send: Send) -> str:
    """Send the template; tells the interaction, or why nothing was sent."""
    to = mailing.addressee(made.tx, kind, uid, automation.author)
    template = mailing.template(made.tx, automation.author, automation.template or "")
    letter = Letter(
        next(iter(to.emails), ""), mailing.filled(template.subject, to.places), mailing.filled(template.text, to.places)
    )
    mine = to.places.get("my_name") or "", to.places.get("my_email")
    try:
        return f"mail:{mailing.write(made, to, letter, lambda letter: send(letter, *mine))}"
    except (ConflictError, InvalidInputError) as error:  # they asked not to be contacted, or something is not known
        return f"unsent:{error.detail}"


def tidy(graph: Graph, now: datetime) -> int:
    """Forget what is old; answers how much that was."""
    gone = 0
    while number := old_runs(graph, before=now - KEPT, limit=_AT_ONCE):
        gone += number
    while number := drop_automations(graph, before=now - _REMOVED_KEPT, limit=_AT_ONCE):
        gone += number
    return gone


def _parts(uids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (uids[first : first + _AT_ONCE] for first in range(0, len(uids), _AT_ONCE))


def _no_such(uid: str) -> NotFoundError:
    return NotFoundError(said("There is no automation %(uid)r of yours.", uid=uid), field="automation")
