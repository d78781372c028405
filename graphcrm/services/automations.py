"""Automations: what is done by itself with records that come into a list, as who wrote it (docs/automations.md).

They are no records: nothing is remembered of their changes, so one that is deleted is kept for a day instead. What they
do is remembered like what that user does by hand, and undone like it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from graphcrm.access import Reader, many
from graphcrm.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError, StaleError, said
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
from graphcrm.queries.automations.put_runs import Came, put_runs
from graphcrm.queries.automations.restore_automation import restore_automation
from graphcrm.queries.automations.standing import standing
from graphcrm.queries.mail.templates import Template
from graphcrm.queries.users.user import user as one_user
from graphcrm.services import mailing, ownership, tasks
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.mail import MailError
from graphcrm.services.mailing import Addressee, Letter, Server
from graphcrm.services.records import LABELS

MOST = 100  # automations of one user
STANDING_MOST = 10_000  # records in the list of one: a longer one is no case for each to be looked at
ROUND = 200  # records of one automation in one round: the others of its and of everybody's wait meanwhile
KEPT = timedelta(days=90)  # of what was done with records that have left
_REMOVED_KEPT = timedelta(days=1)
_AWAY = timedelta(days=1)  # how long a record was out of the list before it comes again
_AT_ONCE = 500
_FIELDS = {
    name: prop
    for name, prop in fields(NODES["Automation"]).items()
    if name not in {"uid", "created_at", "updated_at", "removed_at", "looked_at", "failed", "rev"}
}
_DEEDS = ("task", "assign_to", "notify", "template")
_MAILED = ("contact", "lead")

_REFUSED = (ConflictError, ForbiddenError, InvalidInputError, NotFoundError, StaleError)  # and not: try again


@dataclass(frozen=True, slots=True)
class By:
    """As whom an automation acts: what they may do, their name and address, and where their mails are handed in."""

    reader: Reader
    name: tuple[str, str | None]
    server: Server


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
    deed = "create" if uid is None else "change"
    if after.get("active") != before.get("active", False):
        deed = "start" if after.get("active") else "stop"
    if any(before.get(name) != after.get(name) for name in ("of", "parameters", "active")):
        stored |= {"looked_at": change.at if standing_too else None, "failed": None}
    uid = uid or new_uid()
    put_automation(change.tx, user=user, uid=uid, props=stored, at=change.at)
    _tell(change, deed, uid)
    return uid


def delete(change: Change, user: str, uid: str) -> None:
    """Delete an automation of one's own; for a day it can be brought back. Raises NotFoundError, StaleError."""
    change.lock(("User", user))
    found = one(change.tx, user, uid)
    change.require("automation", uid, found.rev, {}, {})
    put_automation(change.tx, user=user, uid=uid, props={"removed_at": change.at}, at=change.at)
    _tell(change, "delete", uid)


def restore(change: Change, user: str, uid: str) -> None:
    """Bring back an automation that was deleted; it does not run. Raises NotFoundError once it is gone for ever."""
    change.lock(("User", user))
    if not restore_automation(change.tx, user=user, uid=uid, at=change.at):
        raise _no_such(uid)
    _tell(change, "restore", uid)


def _tell(change: Change, deed: str, uid: str) -> None:
    """Tell the audit log: what an automation will do by itself begins here."""
    change.tell("write", what=[f"{deed} automation 1"], records=[f"automation {uid}"])


def _check(runner: Runner, user: str, values: Mapping[str, Any]) -> None:
    """Raise InvalidInputError for an automation that does nothing, or cannot do what it says; one that is stopped
    may be of what is not there any more, or nobody could stop it."""
    if not values.get("name"):
        raise InvalidInputError(said("An automation takes a name, by which you find it again."), field="name")
    if not values.get("parameters"):
        raise InvalidInputError(
            said("The list has no filter, so everything would be in it; choose some."), field="parameters"
        )
    if not any(values.get(deed) for deed in _DEEDS):
        raise InvalidInputError(said("Nothing is to be done; say what."), field="task")
    of = values.get("of")
    if of == "task" and values.get("task"):
        raise InvalidInputError(said("A task is about no task; let it be given or told instead."), field="task")
    if values.get("template") and of not in _MAILED:
        raise InvalidInputError(said("Mail goes to contacts and leads alone."), field="template")
    if values.get("active"):
        _check_there(runner, user, values.get("template"), values.get("assign_to"))


def _check_there(runner: Runner, user: str, template: str | None, assign_to: str | None) -> None:
    """Raise NotFoundError where what is to be sent, or whom something is to be given, is not there any more."""
    if template:
        mailing.template(runner, user, template)
    given = one_user(runner, uid=assign_to) if assign_to else None
    if assign_to and not (given and given.active):
        raise NotFoundError(said("There is no user %(uid)r with us.", uid=assign_to), field="assign_to")


def begin(change: Change, automation: Automation, found: Sequence[str]) -> None:
    """Start an automation: what is in its list now, `found`, stays as it is."""
    for first in range(0, len(found), _AT_ONCE):
        _take(change.tx, automation, found[first : first + _AT_ONCE], change.at, since=change.at)
    note_look(change.tx, uid=automation.uid, rev=automation.rev, at=change.at)


def came_to(runner: Runner, automation: Automation, found: Sequence[str]) -> list[str]:
    """Those in the list that were not in it when it was looked at last."""
    before = _standing(runner, automation)
    return [uid for uid in found if uid not in before]


def unsent(runner: Runner, automation: Automation, uids: Sequence[str]) -> dict[str, str]:
    """Why the mail of an automation would not go to some records; those to which it would go are left out."""
    if not automation.template:
        return {}
    try:
        template = mailing.template(runner, automation.author, automation.template)
    except NotFoundError as error:
        return dict.fromkeys(uids, error.detail)
    found = {}
    for uid in uids:
        try:
            mailing.check(*_letter(runner, automation, template, uid))
        except _REFUSED as error:
            found[uid] = error.detail
    return found


def look(graph: Graph, automation: Automation, by: By, found: Sequence[str], at: datetime) -> int:
    """See to the records that are in the list of an automation: those that came, and those that left.

    `graph` is as its author sees it, `found` all that is in the list. At most ROUND records are seen to, the others in
    the next round. What is refused for one is noted with it, and the others are done; where the database or the mail
    server fails, those not seen to are left, too. Answers with how many something was done. Raises NotFoundError,
    ConflictError, DatabaseError, MailError.
    """
    _check_there(graph, automation.author, automation.template, automation.assign_to)
    before = _standing(graph, automation)
    came, left = [uid for uid in found if uid not in before], before.difference(found)
    if automation.template and came:
        with mailing.reach(by.server):  # one that is away is no reason to let those who came pass
            pass
    if left:
        leave_runs(graph, uid=automation.uid, records=left, at=at)
    done = sum(_meet(graph, automation, by, uid) for uid in came[:ROUND])
    note_look(graph, uid=automation.uid, rev=automation.rev, at=at)
    return done


def _standing(runner: Runner, automation: Automation) -> frozenset[str]:
    return standing(runner, uid=automation.uid, limit=2 * STANDING_MOST)


def _take(
    runner: Runner,
    automation: Automation,
    uids: Sequence[str],
    at: datetime,
    *,
    since: datetime,
    run: str | None = None,
) -> list[Came]:
    """Which records are on us: of several programs that look at once one takes each."""
    rows = [{"uid": run or new_uid(), "of": uid} for uid in uids]
    label = LABELS[automation.of]
    return put_runs(runner, uid=automation.uid, rev=automation.rev, label=label, rows=rows, at=at, since=since)


def _meet(graph: Graph, automation: Automation, by: By, uid: str) -> bool:
    """Do what is to be done with one record, in one change, and send it the mail in another; whether it was on us."""
    run, author = new_uid(), Author(automation.author, why=f"automation: {automation.name}", reader=by.reader)

    def work(made: Change) -> list[Came]:
        taken = _take(made.tx, automation, [uid], made.at, since=made.at - _AWAY, run=run)
        if taken:
            note_run(made.tx, uid=run, did=list(act(made, automation, uid)))
        return taken

    try:
        taken = change(graph, author, work)
    except _REFUSED as error:
        now = datetime.now(UTC)
        if _take(graph, automation, [uid], now, since=now - _AWAY, run=run):
            note_run(graph, uid=run, did=[f"failed:{error.detail}"])
        return False
    if taken and automation.template:
        more = (
            _mail(graph, automation, by, author, uid)
            if not taken[0].mailed
            else "unsent:" + said("It has had this mail.")
        )
        note_run(graph, uid=run, did=[more])
    return bool(taken)


def act(made: Change, automation: Automation, uid: str) -> Iterator[str]:
    """Do what an automation does with a record but for the mail, and tell each thing as AutomationRun has it."""
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


def _task(made: Change, automation: Automation, kind: str, uid: str, name: str, owner: str | None) -> str:
    values: dict[str, Any] = {"name": name[:200], many(kind): [uid]}
    if automation.task_days is not None:
        values["due_on"] = (made.today + timedelta(days=automation.task_days)).isoformat()
    task = tasks.create(made, values)
    if automation.task_for == "owner" and owner and owner != automation.author:
        with made.following():  # whose task it is follows from whose record it is
            ownership.assign(made, "task", task, owner)
    return task


def _mail(graph: Graph, automation: Automation, by: By, author: Author, uid: str) -> str:
    """Send the template, in a change of its own: an undo of the other deeds does not undo what was sent.

    Answers the deed: the interaction, or why nothing was sent. Raises DatabaseError.
    """
    send = mailing.sender(by.server, by.name, itself=True)

    def work(made: Change) -> str:
        template = mailing.template(made.tx, automation.author, automation.template or "")
        return mailing.write(made, *_letter(made.tx, automation, template, uid), send)

    try:
        return f"mail:{change(graph, author, work)}"
    except (*_REFUSED, MailError) as error:
        return f"unsent:{error.detail}"


def _letter(runner: Runner, automation: Automation, template: Template, uid: str) -> tuple[Addressee, Letter]:
    """Who a record's mail goes to, and what it says."""
    to = mailing.addressee(runner, automation.of, uid, automation.author)
    subject, text = (mailing.filled(part, to.places) for part in (template.subject, template.text))
    return to, Letter(next(iter(to.emails), ""), subject, text)


def tidy(graph: Graph, now: datetime) -> int:
    """Forget what is old; answers how much that was."""
    gone = 0
    while number := old_runs(graph, before=now - KEPT, limit=_AT_ONCE):
        gone += number
    while number := drop_automations(graph, before=now - _REMOVED_KEPT, limit=_AT_ONCE):
        gone += number
    return gone


def _no_such(uid: str) -> NotFoundError:
    return NotFoundError(said("There is no automation %(uid)r of yours.", uid=uid), field="automation")
