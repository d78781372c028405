"""Mails that users write: handed to the mail server of the app at hand, in the name of who asks."""

from __future__ import annotations

from flask import g

from graphcrm.errors import ConflictError, said
from graphcrm.services import mail
from graphcrm.services.mailing import Letter
from graphcrm.web.context import me, settings

_TIMEOUT_S = 10.0  # somebody waits for it


def is_set() -> bool:
    """Whether there is a mail server."""
    return bool(settings().smtp_url)


def send(letter: Letter) -> None:
    """Send a letter of who asks: once in a request, however often its transaction is tried.

    Raises ConflictError where there is no mail server, MailError where it does not take the letter.
    """
    sent: list[Letter] = g.setdefault("sent", [])
    if letter in sent:
        return
    url, user = settings().smtp_url, me()
    if not url or not user:
        raise ConflictError(said("No mail server is set (GRAPHCRM_SMTP_URL); nothing was sent."))
    by = (user.name, user.email)
    message = mail.message(settings().mail_from or "", letter.to, letter.subject, letter.text, by=by)
    with mail.server(url, _TIMEOUT_S) as server:
        server.send_message(message)
    sent.append(letter)
