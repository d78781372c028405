"""The chore that runs automations: each as its author, whose list it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from graphcrm.access import many
from graphcrm.config import Settings
from graphcrm.errors import ConflictError, GraphcrmError, said
from graphcrm.graph import Graph
from graphcrm.queries.automations.automations import automations
from graphcrm.queries.automations.note_look import note_look
from graphcrm.services import automations as service
from graphcrm.services import mail, policy
from graphcrm.services.mailing import Letter
from graphcrm.web.asking.automations import matching
from graphcrm.web.needs import NEEDS

_MOST = 10_000


def run_all(settings: Settings) -> Callable[[Graph, datetime], int]:
    """The chore: look at the list of each automation that runs; answers with how many records something was done."""

    def run(graph: Graph, at: datetime) -> int:
        done = 0
        for one in automations(graph, active=True, limit=_MOST):
            reader = policy.reader(graph, user=one.author, role=one.role)
            seen = graph.seen_by(reader.sight)
            try:
                if not NEEDS[f"lists.{many(one.of)}"].met(reader.role):
                    raise ConflictError(said("Your role does not let you read that list any more."))
                done += service.look(seen, one, reader, matching(seen, one), at, lambda: _sender(settings))
            except GraphcrmError as error:  # the next one is looked at all the same
                note_look(graph, uid=one.uid, at=at, failed=error.detail)
        return done

    return run


def _sender(settings: Settings) -> service.Send:
    """What sends a letter, once, however often the transaction that asks it to is tried."""
    sent: list[Letter] = []

    def send(letter: Letter, name: str, address: str | None) -> None:
        if letter in sent:
            return
        if not settings.smtp_url:
            raise ConflictError(said("No mail server is set (GRAPHCRM_SMTP_URL); nothing was sent."))
        message = mail.message(settings.mail_from or "", letter.to, letter.subject, letter.text, by=(name, address))
        with mail.server(settings.smtp_url) as server:
            server.send_message(message)
        sent.append(letter)

    return send
