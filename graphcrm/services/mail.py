"""Mail: messages handed to a server by SMTP."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import localtime, make_msgid
from urllib.parse import unquote, urlsplit

from graphcrm.errors import GraphcrmError, said

_TIMEOUT_S = 30.0
_HERE = {"127.0.0.1", "::1", "localhost"}
_PORTS = {"smtp": 587, "smtps": 465}


class MailError(GraphcrmError):
    """The mail server cannot be reached, or does not take a message."""

    code = "mail"
    status = 502


@contextmanager
def server(url: str, timeout_s: float = _TIMEOUT_S) -> Iterator[smtplib.SMTP]:
    """A connection to the server of an address (GRAPHCRM_SMTP_URL), signed in where it says as whom.

    `timeout_s` is how long it may take to answer. Raises MailError, without the address: it may hold a password.
    """
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    context = ssl.create_default_context()
    try:
        if parts.scheme == "smtps":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=timeout_s, context=context)
        else:
            connection = smtplib.SMTP(host, port, timeout=timeout_s)
        with _closing(connection):
            connection.ehlo()
            secret = parts.scheme == "smtps" or connection.has_extn("starttls")
            if parts.scheme == "smtp" and secret:
                connection.starttls(context=context)
                connection.ehlo()
            if parts.username:
                if not secret and host not in _HERE:
                    raise MailError(
                        said("The mail server offers no encryption, and a password is set; nothing was sent.")
                    )
                connection.login(unquote(parts.username), unquote(parts.password or ""))
            yield connection
    except (OSError, smtplib.SMTPException) as error:
        message = said("The mail server does not take it (%(why)s); nothing more was sent.", why=type(error).__name__)
        raise MailError(message) from error


@contextmanager
def _closing(connection: smtplib.SMTP) -> Iterator[None]:
    """End a connection; a server that says no goodbye has taken what it has taken."""
    try:
        yield
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.quit()
        connection.close()


def message(
    sender: str,
    to: str,
    subject: str,
    text: str,
    *,
    by: tuple[str, str | None] | None = None,
    itself: bool = True,
) -> EmailMessage:
    """A message in plain text to one address; what could begin another header in the subject is taken out.

    `by` is the name of the user in whose name it goes, and the address that answers go to; None: the program's own.
    `itself` says that nobody wrote it by hand. Raises MailError for what is no single address.
    """
    mail = EmailMessage()
    mail["From"] = _address(sender, " ".join(by[0].split()) if by else "")
    mail["To"] = _address(to)
    if by and by[1]:
        mail["Reply-To"] = _address(by[1])
    mail["Subject"] = " ".join(subject.split())
    mail["Date"], mail["Message-ID"] = localtime(), make_msgid(domain=sender.rpartition("@")[2])
    if itself:
        mail["Auto-Submitted"] = "auto-generated"  # so that no absence note answers it (RFC 3834)
    mail.set_content(text)
    return mail


def _address(text: str, name: str = "") -> Address:
    """One address, with the name of whose it is; raises MailError for what is none."""
    try:
        return Address(display_name=name, addr_spec=text)
    except (ValueError, IndexError, HeaderParseError) as error:
        raise MailError(said("%(to)s is no address that mail can be sent to or from.", to=text)) from error
