"""A real SMTP server on this machine, and what it was handed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from socket import socket

from aiosmtpd.controller import Controller

from graphcrm.config import Settings


def settings(box: Box, folder: Path) -> Settings:
    """Those of an app that hands its mails to a server."""
    return Settings(
        secret_key="of this test", data_dir=folder, requests_a_minute=0, smtp_url=box.url, mail_from="crm@us.example",
        url="https://crm.example",
    )  # fmt: skip


class Box:
    """The mails that a server took; `refuses` has it take no more."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuses = False
        self.url = ""

    async def handle_DATA(self, _server: object, _session: object, envelope: object) -> str:  # noqa: N802  (its name)
        if self.refuses:
            return "554 no"
        self.mails.append(message_from_bytes(envelope.content, policy=default))  # type: ignore[attr-defined, arg-type]
        return "250 OK"


@contextmanager
def box() -> Iterator[Box]:
    """A server that runs for as long as this does; `url` is its address."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = Box()
    found.url = f"smtp://127.0.0.1:{port}"
    controller = Controller(found, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield found
    finally:
        controller.stop()
