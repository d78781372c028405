"""Mails to contacts and leads: templates with places, and one mail sent and logged as an interaction (docs/mail.md).

Templates are no records: nothing is remembered of their changes, so one that is deleted is kept for a day instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTP
from typing import Any, NamedTuple

from graphcrm.dates import moment
from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.nodes import NODES
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.queries.contacts.contact import contact
from graphcrm.queries.contacts.jobs import Job, jobs
from graphcrm.queries.leads.lead import lead
from graphcrm.queries.mail.asked_not_by_mail import asked_not_by_mail
from graphcrm.queries.mail.drop_templates import drop_templates
from graphcrm.queries.mail.put_template import put_template
from graphcrm.queries.mail.restore_template import restore_template
from graphcrm.queries.mail.templates import Template, templates
from graphcrm.queries.records.reached import Reached
from graphcrm.queries.users.user import user as one_user
from graphcrm.services import interactions, mail
from graphcrm.services.changes import Change

MOST = 200  # templates of one user: more nobody finds again
PLACES = ("name", "given_name", "title", "company", "my_name", "my_email")
_KEPT = timedelta(days=1)
_TIMEOUT_S = 10.0  # of each word of a mail server: somebody waits, and records are held meanwhile
_PLACE = re.compile(r"\{(\w+)\}")
_SAID = ("name", "subject", "text", "shared")
_FIELDS = {name: prop for name, prop in fields(NODES["MailTemplate"]).items() if name in _SAID}


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is written to: their name, their e-mail addresses, the main one first, and what stands in a mail's places."""

    kind: str
    uid: str
    name: str
    emails: list[str]
    asked_not: bool
    places: Mapping[str, str | None]


class Server(NamedTuple):
    """Where mails are handed in, None for nowhere, and the address that they come from."""

    url: str | None
    sender: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail: the address that it goes to, the subject and the text."""

    to: str
    subject: str
    text: str


def addressee(runner: Runner, kind: str, uid: str, user: str) -> Addressee:
    """A contact or a lead, as a user writes to them; raises NotFoundError, InTrashError."""
    me = one_user(runner, uid=user)
    mine = {"my_name": me.name, "my_email": me.email} if me else {}
    if kind == "lead":
        to = lead(runner, uid=uid, on=moment(None).on)
        theirs = {"name": to.name, "given_name": None, "title": to.title, "company": to.company_name}
        emails = _emails(to.handles)
        asked_not = bool(asked_not_by_mail(runner, lead=uid, emails=emails))
        return Addressee(kind, uid, to.name, emails, asked_not=asked_not, places=theirs | mine)
    found = contact(runner, uid=uid)
    job = _job(runner, uid)
    theirs = {
        "name": found.name, "given_name": found.given_name, "title": job.title if job else None,
        "company": job.account_name if job else None,
    }  # fmt: skip
    return Addressee(
        kind, uid, found.name, _emails(found.handles), asked_not=found.do_not_contact, places=theirs | mine
    )


def filled(text: str, places: Mapping[str, str | None]) -> str:
    """A text with what is known in its places; the others stand there still."""
    return _PLACE.sub(lambda found: places.get(found[1]) or found[0], text)


def write(change: Change, to: Addressee, letter: Letter, send: Callable[[Letter], object]) -> str:
    """Log a mail as an interaction, and send it, the last thing in the change; answers the interaction's uid.

    What cannot be sent is not logged. `send` (see `sender`) sends it once, however often the transaction is tried.
    Raises InvalidInputError, ConflictError for who asked not to be contacted, and what `send` raises.
    """
    check(to, letter)
    what = {"at": change.at, "channel": "email", "direction": "out", "subject": letter.subject, "notes": letter.text}
    uid = interactions.create(change, {f"{to.kind}s": [to.uid], **what})
    send(letter)
    return uid


def check(to: Addressee, letter: Letter) -> None:
    """Raise InvalidInputError for a letter that is not one yet, ConflictError for who asked not to be contacted."""
    if to.asked_not:
        raise ConflictError(said("%(name)s asked not to be contacted; nothing was sent.", name=to.name))
    if not letter.to and not to.emails:
        raise InvalidInputError(said("No e-mail address of %(name)s is known.", name=to.name), field="to")
    if letter.to not in to.emails:
        message = said("%(to)s is no e-mail address of %(name)s; add it to them first.", to=letter.to, name=to.name)
        raise InvalidInputError(message, field="to")
    for name in ("subject", "text"):
        value = getattr(letter, name)
        if not value.strip():
            raise InvalidInputError(said("%(field)s is empty; a mail has one.", field=name), field=name)
        left = [place for place in _PLACE.findall(value) if place in PLACES]
        if left:
            message = said("%(place)s is not known; write what is to stand there.", place=f"{{{left[0]}}}")
            raise InvalidInputError(message, field=name)


@contextmanager
def reach(server: Server) -> Iterator[SMTP]:
    """A connection to a mail server; raises ConflictError where there is none, MailError where it does not answer."""
    if not server.url:
        raise ConflictError(said("No mail server is set (GRAPHCRM_SMTP_URL); nothing was sent."))
    with mail.server(server.url, _TIMEOUT_S) as connection:
        yield connection


def sender(server: Server, by: tuple[str, str | None], *, itself: bool) -> Callable[[Letter], None]:
    """What sends one letter in the name of a user, once, however often it is asked to.

    Asked to it raises as `reach`, and MailError where the server does not take the letter.
    """
    sent: list[Letter] = []

    def send(letter: Letter) -> None:
        if letter in sent:
            return
        message = mail.message(server.sender, letter.to, letter.subject, letter.text, by=by, itself=itself)
        with reach(server) as connection:
            connection.send_message(message)
            sent.append(letter)

    return send


def template(runner: Runner, user: str, uid: str) -> Template:
    """A template that a user has; raises NotFoundError."""
    found = templates(runner, user=user, uid=uid, limit=1)
    if not found:
        raise NotFoundError(said("There is no mail template %(uid)r that you may see.", uid=uid), field="template")
    return found[0]


def put(change: Change, user: str, values: Mapping[str, Any], uid: str | None = None) -> str:
    """Write a new template, or change one of one's own; answers its uid.

    Raises InvalidInputError, NotFoundError, StaleError, and ConflictError for one too many.
    """
    change.lock(("User", user))
    stored = {
        name: None if value is None else _FIELDS[name].deflate(value)
        for name, value in values.items()
        if name in _FIELDS
    }
    if uid is None:
        drop_templates(change.tx, user=user, before=change.at - _KEPT)
        _check_number(change, user)
        stored = {"name": "", **stored}
    else:
        _hold(change, user, uid, stored)
    if "name" in stored and not stored["name"]:
        raise InvalidInputError(said("A template takes a name, by which you find it again."), field="name")
    for name in ("subject", "text"):
        _check_places(name, stored.get(name) or "")
    uid = uid or new_uid()
    put_template(change.tx, user=user, uid=uid, props=stored, at=change.at)
    return uid


def delete(change: Change, user: str, uid: str) -> None:
    """Delete a template of one's own, for everybody; for a day it can be brought back. Raises NotFoundError."""
    change.lock(("User", user))
    _hold(change, user, uid, {})
    put_template(change.tx, user=user, uid=uid, props={"removed_at": change.at}, at=change.at)


def restore(change: Change, user: str, uid: str) -> None:
    """Bring back a template that was deleted; raises NotFoundError once it is gone for ever."""
    change.lock(("User", user))
    if not restore_template(change.tx, user=user, uid=uid, at=change.at):
        raise _no_such(uid)


def _hold(change: Change, user: str, uid: str, given: Mapping[str, Any]) -> None:
    found = next(iter(templates(change.tx, user=user, uid=uid, limit=1)), None)
    if found is None or found.owner != user:
        raise _no_such(uid)
    state = {name: getattr(found, name) for name in _FIELDS}
    change.require("template", uid, found.rev, state, dict(given))


def _no_such(uid: str) -> NotFoundError:
    return NotFoundError(said("There is no mail template %(uid)r of yours.", uid=uid), field="template")


def _check_number(change: Change, user: str) -> None:
    if sum(one.owner == user for one in templates(change.tx, user=user)) >= MOST:
        message = said("You have %(most)d mail templates, which is as many as are kept; delete one first.", most=MOST)
        raise ConflictError(message)


def _check_places(name: str, text: str) -> None:
    """Raise InvalidInputError for a place that nothing can stand in."""
    unknown = [place for place in _PLACE.findall(text) if place not in PLACES]
    if unknown:
        message = said(
            "{%(place)s} is no place; there are %(places)s.",
            place=unknown[0],
            places=", ".join(f"{{{place}}}" for place in PLACES),
        )
        raise InvalidInputError(message, field=name)


def _job(runner: Runner, uid: str) -> Job | None:
    """The job by which a contact is written to: one of today, the main one before others, and no placeholder's."""
    on = moment(None).on
    held = [job for job in jobs(runner, contact=uid, on=on) if job.current(on) and not job.placeholder]
    return min(held, key=lambda job: (not job.primary, not job.certain(on)), default=None)


def _emails(handles: list[Reached]) -> list[str]:
    return [value for kind, value, _label, _primary in handles if kind == "email"]
