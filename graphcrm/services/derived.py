"""What follows from facts, in the transaction that changes them: KNOWS from interactions, jobs from acquisitions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphcrm import warmth
from graphcrm.graph import Runner
from graphcrm.queries.load.carry_over import carry_over
from graphcrm.queries.load.contacts_at import contacts_at
from graphcrm.queries.load.has_successions import has_successions
from graphcrm.queries.load.put_knows import put_knows
from graphcrm.queries.load.successors import successors

HALF_LIFE_MS = warmth.TIE_HALF_LIFE_DAYS * 86_400_000
EPOCH_MS = int(warmth.EPOCH.timestamp() * 1000)


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
        epoch_ms=EPOCH_MS,
        half_life_ms=HALF_LIFE_MS,
    )


def carry(runner: Runner, *, contacts: Iterable[str] = (), accounts: Iterable[str] = ()) -> int:
    """Make the jobs that SUCCEEDED_BY carries over anew, of some contacts and of all whose jobs some accounts hand on.

    Whoever changes a job names its contact, and has locked the contact and the account; whoever changes a link names
    the account that it goes out from, and has locked both. Answers how many such jobs there are.
    """
    places = sorted(set(accounts))
    if not places and not has_successions(runner):
        return 0
    return carry_anew(runner, [*contacts, *(contacts_at(runner, accounts=places) if places else ())])


def carry_anew(runner: Runner, contacts: Iterable[str]) -> int:
    """The same for some contacts, also where what carried their jobs over may have been the last of its kind."""
    people = sorted(set(contacts))
    if not people:
        return 0
    _lock_successors(runner, people)
    return carry_over(runner, contacts=people)


def carry_rows(runner: Runner, *, rows: Sequence[Mapping[str, str]]) -> int:
    """Carry over what an import has changed: each row names a `contact` or an `account`; answers how many rows."""
    carry(
        runner,
        contacts=[row["contact"] for row in rows if "contact" in row],
        accounts=[row["account"] for row in rows if "account" in row],
    )
    return len(rows)


def handed_on(runner: Runner, account: str) -> list[str]:
    """The contacts whose jobs are carried to or through an account's successors: without it, they are not."""
    return contacts_at(runner, accounts=[account]) if successors(runner, contacts=[], accounts=[account]) else []


def carry_back(runner: Runner, kind: str, uid: str) -> None:
    """Carry over what a record takes part in that is back from the trash."""
    if kind in {"account", "contact"} and has_successions(runner):
        carry(runner, **{f"{kind}s": [uid]})


def _lock_successors(runner: Runner, contacts: list[str]) -> None:
    """Lock all accounts that jobs are carried to: who adds a link to one of them, waits and then meets our jobs."""
    met: set[str] = set()
    found = successors(runner, contacts=contacts, accounts=[])
    while new := sorted(set(found) - met):
        met.update(new)
        found = successors(runner, contacts=[], accounts=new)
