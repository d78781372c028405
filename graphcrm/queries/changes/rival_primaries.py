"""Primary jobs around a restored account or contact beside which another one holds by now."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def rival_primaries(runner: Runner, *, label: str, uid: str) -> list[str]:
    """The uids of the jobs that are to give up being the primary one.

    Of an account that comes back it is its own job, for the other was made the primary one since; of a contact, two of
    whose accounts were in the trash at different times, the one that began earlier. Takes the contacts' locks.
    """
    return [uid for (uid,) in runner.write(_CYPHER, label=label, uid=uid)]
