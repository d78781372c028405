"""The chore that runs automations: each as its author, whose list it is."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from graphcrm.access import many
from graphcrm.config import Settings
from graphcrm.errors import ConflictError, said
from graphcrm.graph import Graph
from graphcrm.queries.automations.automations import Automation, automations
from graphcrm.queries.automations.note_look import note_look
from graphcrm.queries.users.user import user as one_user
from graphcrm.services import automations as service
from graphcrm.services import policy
from graphcrm.services.automations import By
from graphcrm.services.mailing import Server
from graphcrm.web.asking.automations import matching
from graphcrm.web.needs import NEEDS
from graphcrm.web.posting import server

_LOG = logging.getLogger("graphcrm.work")
_MOST = 10_000


def run_all(settings: Settings) -> Callable[[Graph, datetime], int]:
    """The chore: look at the list of each automation that runs; answers with how many records something was done."""

    def run(graph: Graph, at: datetime) -> int:
        uids = [one.uid for one in automations(graph, active=True, limit=_MOST)]
        return sum(_run_one(graph, uid, at, server(settings)) for uid in uids)

    return run


def _run_one(graph: Graph, uid: str, at: datetime, post: Server) -> int:
    """Look at the list of one as it is now; what goes wrong is noted, and the next one is looked at all the same."""
    found = automations(graph, uid=uid, active=True, limit=1)
    if not found:
        return 0
    try:
        return _look(graph, found[0], at, post)
    except Exception as error:  # noqa: BLE001  (whatever it is, the others are looked at)
        _LOG.exception("the automation %s failed", uid)
        failed = str(getattr(error, "detail", type(error).__name__))
        note_look(graph, uid=uid, rev=found[0].rev, at=at, failed=failed)
        return 0


def _look(graph: Graph, automation: Automation, at: datetime, post: Server) -> int:
    reader = policy.reader(graph, user=automation.author, role=automation.role)
    seen, author = graph.seen_by(reader.sight), one_user(graph, uid=automation.author)
    if not NEEDS[f"lists.{many(automation.of)}"].met(reader.role):
        raise ConflictError(said("Your role does not let you read that list any more."))
    by = By(reader, (automation.author_name, author.email if author else None), post)
    return service.look(seen, automation, by, matching(seen, automation), at)
