"""What the benchmarks promise, and how much luck a measurement is allowed.

Those of paths compare two times taken in turns in one process, so that a slow machine slows both. Each is a median of
15 rounds; one that misses is measured once more, by 30 (run.py), and only then counts. Beyond that there is one
allowance: below TOO_SHORT_MS a ratio says more about the scheduler of a busy machine than about us, so that there the
difference has to be real too. It is no `limits`: that would hide the package of that name from the web app.
"""

from __future__ import annotations

from typing import Any

MOST_RATIO = 1.5  # the API's answer against its bare queries over Bolt
MOST_VISIBILITY = 1.3  # a warm path or a list for who sees a part, against who sees everything
LEAST_WRITES_PER_S = 1_000  # interactions by batches over HTTP, sustained, on two cores that serve and send too
LEAST_TIMES_FASTER = 20  # than one plain MATCH, on the largest account
TOO_SHORT_MS = 4.0  # of difference between the API and its bare queries
CHECK_S = 20.0  # of 100,000 contacts; processor time, shared by two cores, where others keep the machine busy


def missed_check(row: dict[str, Any]) -> list[str]:
    """A sentence where `graphcrm check` takes longer than it may: by the clock, and by what two cores do meanwhile."""
    most = CHECK_S * row["contacts"] / 100_000
    if min(row["seconds"], row["cpu_seconds"] / 2) <= most:
        return []
    return [f"graphcrm check takes {row['seconds']} s for {row['contacts']:,} contacts, not {most:.0f}"]


def missed(row: dict[str, Any]) -> list[str]:
    """A sentence for each limit that a row of paths.py misses."""
    where = f"{row['target']} for {row['user']}"
    found = []
    if row["ratio"] > MOST_RATIO and row["api_ms"] - row["bare_ms"] > TOO_SHORT_MS:
        found.append(f"{where}: the API takes {row['ratio']} times its bare queries' time, not {MOST_RATIO}")
    if row.get("times_faster", LEAST_TIMES_FASTER) < LEAST_TIMES_FASTER:
        found.append(f"{where}: {row['times_faster']} times faster than one plain MATCH, not {LEAST_TIMES_FASTER}")
    return found


def missed_writes(row: dict[str, Any]) -> list[str]:
    """A sentence for each limit that the batches of writes.py miss."""
    found = [] if row["knows_right"] else ["KNOWS is not what the interactions come to"]
    if row["per_s"] < LEAST_WRITES_PER_S:
        found.append(f"{row['per_s']} interactions a second go in by batches, not {LEAST_WRITES_PER_S}")
    return found


def missed_access(row: dict[str, Any]) -> list[str]:
    """A sentence where a path or a list takes longer than it may for who sees a part (access.py)."""
    held = row["asked"].startswith(("paths", "list")) and row["sees"] != "few"
    if not held or row["ratio"] <= MOST_VISIBILITY:
        return []
    return [f"{row['asked']}, seeing {row['sees']}: {row['ratio']} times what it takes for all, not {MOST_VISIBILITY}"]
