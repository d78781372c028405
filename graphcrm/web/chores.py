"""What is done by itself, with what needs the words of the pages (docs/work.md)."""

from __future__ import annotations

from datetime import timedelta

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.chores import CHORES, Chore
from graphcrm.web.app import build
from graphcrm.web.automations import run_all
from graphcrm.web.digests import send_due

_OFTEN = timedelta(minutes=10)  # mornings begin in each time zone at another hour


def chores(settings: Settings, graph: Graph) -> list[Chore]:
    """Those of every installation, and mail where there is a server for it."""
    ours = [*CHORES, Chore("automations", run_all(settings), every=_OFTEN)]
    if not settings.smtp_url:
        return ours
    return [*ours, Chore("digests", send_due(build(settings, graph)), every=_OFTEN)]
