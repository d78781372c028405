"""The contacts who asked not to be contacted, and whom a lead became or who have its address."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def asked_not_by_mail(runner: Runner, *, lead: str, emails: Sequence[str], limit: int = 1) -> list[str]:
    """Their uids, whoever asks: what somebody asked for holds where the contact is not seen, too."""
    return runner.read(_CYPHER, str, lead=lead, emails=list(emails), limit=limit)
