"""What waits for a user, by mail: tasks, what they were told, and once a week who moved and which ties go cold."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from datetime import date, datetime, timedelta
from email.message import EmailMessage

from flask import Flask, render_template
from flask_babel import force_locale  # type: ignore[attr-defined]  # it has it, and does not say so
from flask_babel import gettext as _

from graphcrm.access import Reader
from graphcrm.dates import moment, zone_of
from graphcrm.errors import GraphcrmError
from graphcrm.graph import Graph
from graphcrm.queries.moves.feed import Question, feed
from graphcrm.queries.tasks.due import due
from graphcrm.queries.ties.cooling import cooling
from graphcrm.queries.users.digest_readers import DigestReader, digest_readers
from graphcrm.queries.users.put_digest import put_digest
from graphcrm.services import mail, policy
from graphcrm.web.context import settings, whole_url
from graphcrm.web.languages import known
from graphcrm.web.permission import need_of

_FROM_HOUR = 7  # of the day of who reads it
_SHOWN = 10  # of each: who has more follows the link
_QUARTER = timedelta(days=90)  # moves are known late: what began this week is told in the weeks behind it

Send = Callable[[EmailMessage], object]


def send_due(app: Flask) -> Callable[[Graph, datetime], int]:
    """The chore: send each user theirs, on their morning; answers how many were sent.

    What fails for one is left for the next round; raises MailError at the end where it did for any.
    """

    def send(graph: Graph, now: datetime) -> int:
        waiting = [(one, day) for one in digest_readers(graph) if (day := _due_on(one, now))]
        if not waiting:
            return 0
        number, refused = 0, list[str]()
        with app.app_context():
            url = settings().smtp_url or ""
        with mail.server(url) as server:
            for one, day in waiting:
                with app.test_request_context():  # one each: a request has one language
                    try:
                        number += _sent(server.send_message, graph, one, day)
                    except (GraphcrmError, smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
                        refused.append(f"{one.uid} ({type(error).__name__})")
        if refused:
            message = f"{number} were sent; these were not: {', '.join(refused)}."
            raise mail.MailError(message)
        return number

    return send


def _due_on(one: DigestReader, now: datetime) -> date | None:
    """The day, where they are, on which theirs is due; None where it is not."""
    there = now.astimezone(zone_of(one.timezone))
    today = there.date()
    since = today if one.digest == "daily" else today - timedelta(days=today.weekday())  # this week's Monday
    early = since == today and there.hour < _FROM_HOUR
    return today if not early and (one.digest_on is None or one.digest_on < since) else None


def _sent(send: Send, graph: Graph, one: DigestReader, day: date) -> bool:
    """Send it, unless there is nothing in it, or somebody else just did; what fails is due still."""
    found = composed(graph, one, day)
    if not put_digest(graph, user=one.uid, was=one.digest_on, day=day) or found is None:
        return False
    try:
        send(found)
    except BaseException:
        put_digest(graph, user=one.uid, was=day, day=one.digest_on)
        raise
    return True


def composed(graph: Graph, one: DigestReader, day: date) -> EmailMessage | None:
    """The message for a user, in their language and of what they may see; None where nothing waits."""
    reader = policy.reader(graph, user=one.uid, role=one.role)
    seen, when, weekly = graph.seen_by(reader.sight), moment(None), one.digest == "weekly"
    waits: dict[str, object] = {"unread": one.unread}
    if _may(reader, "tasks.task"):
        waits["tasks"] = due(seen, user=one.uid, until=day, limit=_SHOWN)
    if weekly and _may(reader, "feed.moves"):
        asked = Question(since=when.on - _QUARTER, moment=when, user=one.uid, ranked=True, limit=_SHOWN)
        waits["moves"] = feed(seen, asked).items
    if weekly and _may(reader, "contacts.contact"):
        waits["ties"] = cooling(seen, user=one.uid, on=when.on, before=when.before, limit=_SHOWN)
    if not any(waits.values()):
        return None
    with force_locale(known(one.locale) or "en"):
        text = render_template("mail/digest.txt", user=one, day=day, whole_url=whole_url, **waits)
        subject = _("What waits for you")
    return mail.message(settings().mail_from or "", one.email, subject, text)


def _may(reader: Reader, endpoint: str) -> bool:
    return need_of(endpoint).met(reader.role)
