"""Jobs and owners: what one contact, or one record, cannot have twice, and the jobs that acquisitions carry over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from graphcrm.graph import Graph, Runner
from graphcrm.queries.changes.lock_records import lock_records
from graphcrm.queries.checks.carried_jobs import carried_jobs
from graphcrm.queries.checks.carried_people import carried_people
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.open_owners import open_owners
from graphcrm.queries.checks.repeated_jobs import repeated_jobs
from graphcrm.queries.checks.rival_jobs import rival_jobs
from graphcrm.services import derived
from graphcrm.services.checks.rule import MOST, Broken, Rule, batches, in_batches

_ALL = 10**9


class _Seen(Exception):  # noqa: N818  (not a fault: it ends a transaction in which nothing is to stay)
    """Whose carried jobs are others once they are made anew."""

    def __init__(self, contacts: list[str]) -> None:
        self.contacts = contacts


def _carried(graph: Graph) -> list[Found]:
    """Whose carried jobs would be others: they are made anew, as ever, and that is taken back.

    So there is one Cypher that says what is carried over, and not a second one that judges it.
    """
    found: list[Found] = []
    for batch in batches(carried_people(graph, limit=_ALL)):
        try:
            graph.transaction(partial(_anew, contacts=batch))
        except _Seen as seen:
            found += [Found([uid], "the jobs that it was carried over to are others") for uid in seen.contacts]
        if len(found) >= MOST:
            break
    return found[:MOST]


def _anew(tx: Runner, *, contacts: Sequence[str]) -> None:
    lock_records(tx, records=[("Contact", uid) for uid in contacts])
    before = carried_jobs(tx, contacts=contacts, limit=_ALL)
    derived.carry_anew(tx, contacts)
    after = carried_jobs(tx, contacts=contacts, limit=_ALL)
    differ = [job for job in before if job not in after] + [job for job in after if job not in before]
    raise _Seen(sorted({job.contact for job in differ}))


def _mend_carried(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, (one.where[0] for one in found), derived.carry_anew)


RULES = (
    Rule(
        "owners",
        "A record has one open owner at most.",
        "End one of the assignments.",
        lambda graph: open_owners(graph, limit=MOST),
    ),
    Rule(
        "primary",
        "A contact has one primary job at most on any day.",
        "Say of one of them that it is not the primary one, or end it.",
        lambda graph: rival_jobs(graph, limit=MOST),
    ),
    Rule(
        "carried",
        "The jobs at an account's successor are those that the acquisition carries over.",
        "They are made anew.",
        _carried,
        _mend_carried,
    ),
    Rule(
        "repeated",
        "A contact has one job of a kind at an account on any day.",
        "End or remove one of them; or leave both, if they are two jobs.",
        lambda graph: repeated_jobs(graph, limit=MOST),
        warns=True,
    ),
)
