"""Claim the key of a request: whoever else sends it waits until this transaction ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A key; `status`, `answer` and `headers` (JSON) are None until the request has been answered."""

    digest: str
    status: int | None
    answer: str | None
    headers: str | None


def claim_key(runner: Runner, *, uid: str, digest: str, now: datetime) -> Claimed:
    """The key, made where there was none."""
    return Claimed(*runner.write(_CYPHER, uid=uid, digest=digest, now=now)[0])
