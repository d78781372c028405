"""Take the locks of what counts failed attempts, made where there was none, and read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graphcrm.errors import OvertakenError, said
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many attempts failed, when the first did, and when the next one is taken; None for never, and for now."""

    uid: str
    failures: int
    at: datetime | None
    until: datetime | None


def hold_attempts(runner: Runner, *, uids: Sequence[str]) -> list[Counted]:
    """What was counted, in the order of `uids`: that of all who hold several, or two would wait for each other.

    Raises OvertakenError where something was forgotten while we waited for it: then it is held by nobody.
    """
    held = [Counted(*row) for row in runner.write(_CYPHER, uids=list(uids))]
    if [counted.uid for counted in held] != list(uids):
        raise OvertakenError(said("What counts the attempts was forgotten meanwhile; nothing was changed. Try again."))
    return held
