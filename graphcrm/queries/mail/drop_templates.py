"""Delete for ever the mail templates of a user that were deleted before a moment."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_templates(runner: Runner, *, user: str, before: datetime) -> int:
    """Delete them; answers how many there were."""
    return int(runner.write(_CYPHER, user=user, before=before)[0][0])
