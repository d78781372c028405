"""Mails that users write: handed to the mail server of the app at hand, in the name of who asks."""

from __future__ import annotations

from flask import g

from graphcrm.config import Settings
from graphcrm.services import mailing
from graphcrm.services.mailing import Letter, Server
from graphcrm.web.context import me, settings


def server(settings: Settings) -> Server:
    """The mail server of an installation."""
    return Server(settings.smtp_url, settings.mail_from or "")


def is_set() -> bool:
    """Whether there is a mail server."""
    return bool(settings().smtp_url)


def send(letter: Letter) -> None:
    """Send a letter of who asks: once in a request, however often its transaction is tried.

    Raises ConflictError where there is no mail server, MailError where it does not take the letter.
    """
    user = me()
    if "send" not in g:
        by = (user.name, user.email) if user else ("", None)
        g.send = mailing.sender(server(settings()), by, itself=False)
    g.send(letter)
