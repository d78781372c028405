"""What follows from facts, in the transaction that changes them: KNOWS from interactions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graphcrm import warmth
from graphcrm.graph import Runner
from graphcrm.queries.load.put_knows import put_knows

_HALF_LIFE_MS = warmth.TIE_HALF_LIFE_DAYS * 86_400_000
_EPOCH_MS = int(warmth.EPOCH.timestamp() * 1000)


def know(runner: Runner, rows: Iterable[Mapping[str, str]]) -> int:
    """Make KNOWS of some pairs (`user`, `contact`) anew from their interactions; answers how many there are.

    Where none are left, there is no KNOWS any more.
    """
    pairs = {(row["user"], row["contact"]): row for row in rows}
    return put_knows(
        runner,
        rows=[pairs[pair] for pair in sorted(pairs)],
        weights=warmth.CHANNEL_WEIGHTS,
        crowd=warmth.CROWD,
        epoch_ms=_EPOCH_MS,
        half_life_ms=_HALF_LIFE_MS,
    )
