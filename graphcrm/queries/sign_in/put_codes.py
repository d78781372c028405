"""Have a user asked for one-time codes from now on; all their sessions end."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_codes(runner: Runner, *, uid: str, totp: str, step: int, recovery: Sequence[str]) -> int | None:
    """Keep the sealed secret, the step of the first code, and the recovery codes' digests.

    Answers the number of the sessions from now on, None where they are asked already.
    """
    rows = runner.write(_CYPHER, uid=uid, totp=totp, step=step, recovery=list(recovery))
    return int(rows[0][0]) if rows else None
