"""Some records and the edges among them; what is asked of the graph for it does not grow with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.network.degrees import degrees
from graphcrm.queries.network.edge import Edge, drawn
from graphcrm.queries.network.ids import Lists, by_type
from graphcrm.queries.network.jobs import jobs
from graphcrm.queries.network.link_counts import LinkCount, link_counts
from graphcrm.queries.network.links import links
from graphcrm.queries.network.owners import owners
from graphcrm.queries.network.records import Shown, records
from graphcrm.queries.network.ties import ties

COUNTED = 100  # edges of a kind that are looked at one by one, to count those that are seen
_EVERY = 10**6  # a limit that never cuts

# Which kinds of edges a record can have; colleagues take too long to count.
KINDS_OF: Mapping[str, tuple[str, ...]] = {
    "account": ("job", "owner", "link"),
    "contact": ("job", "tie", "owner", "link", "own", "colleague"),
    "lead": ("tie", "owner"),
    "user": ("tie", "owner", "own"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A record with how many edges of each kind it has; None: not counted."""

    record: Shown
    degrees: Mapping[str, int | None]

    @property
    def id(self) -> str:
        """As the network names it."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class Picture:
    """Records and edges; `missing` are the ids asked for that are not there for who asks."""

    nodes: list[Node]
    edges: list[Edge]
    missing: list[str]


def picture(runner: Runner, ids: Iterable[str], when: Moment, *, past: bool) -> Picture:
    """Some records, and all edges among them that had begun; `past`: as of a day, and not simply now."""
    wanted = list(dict.fromkeys(ids))
    found = nodes(runner, wanted, when, past=past)
    there = {node.id for node in found}
    edges = among(runner, by_type(there), when)
    return Picture(found, edges, [one for one in wanted if one not in there])


def nodes(runner: Runner, ids: Iterable[str], when: Moment, *, past: bool, counted: int = COUNTED) -> list[Node]:
    """Those of some records that are there, in the order asked for; up to `counted` edges of a kind are looked at."""
    wanted = list(dict.fromkeys(ids))
    lists = by_type(wanted)
    shown = {one.id: one for one in records(runner, **lists, on=when.on, limit=_EVERY)} if wanted else {}
    there = by_type(shown)
    whole = not past and not any(owners is not None for owners in runner.sight.params.values())
    numbers = _numbers(runner, there, when, counted=counted, whole=whole) if shown else {}
    return [Node(shown[one], _degrees(one, numbers)) for one in wanted if one in shown]


Numbers = Mapping[tuple[str, str], int | None]


def _degrees(one: str, numbers: Numbers) -> dict[str, int | None]:
    kinds = KINDS_OF[one.partition(":")[0]]
    return {kind: None if kind == "colleague" else numbers.get((one, kind), 0) for kind in kinds}


def _numbers(runner: Runner, lists: Lists, when: Moment, *, counted: int, whole: bool) -> Numbers:
    """By id and kind; `whole`: what is stored stands for what is seen where that is too much to look at."""
    numbers: dict[tuple[str, str], int | None] = {
        (f"{one.type}:{one.uid}", one.kind): one.stored if one.seen is None and whole else one.seen
        for one in degrees(runner, **lists, on=when.on, before=when.before, most=counted, limit=_EVERY)
    }
    return numbers | linked(runner, lists, when)


def linked(runner: Runner, lists: Lists, when: Moment) -> dict[tuple[str, str], int]:
    """How many links, and records of our own, by id and kind."""
    found: Counter[tuple[str, str]] = Counter()
    for one in counts_of(runner, lists, when):
        found[f"{one.type}:{one.uid}", "own" if one.link == "is" else "link"] += one.number
    return dict(found)


def counts_of(runner: Runner, lists: Lists, when: Moment) -> list[LinkCount]:
    """The links of some records by type and way, counted."""
    of = {"accounts": lists["accounts"], "contacts": lists["contacts"], "users": lists["users"]}
    return link_counts(runner, **of, on=when.on, limit=_EVERY)


def among(runner: Runner, lists: Lists, when: Moment) -> list[Edge]:
    """All edges among some records that had begun by a day."""
    accounts, contacts, leads, users = lists["accounts"], lists["contacts"], lists["leads"], lists["users"]
    stored = [
        *jobs(runner, contacts=contacts, accounts=accounts, on=when.on, before=when.before, limit=_EVERY),
        *owners(runner, **lists, on=when.on, limit=_EVERY),
        *links(
            runner,
            accounts=accounts,
            contacts=contacts,
            users=users,
            kinds=["link", "own"],
            among=True,
            on=when.on,
            limit=_EVERY,
        ),
    ]
    pairs = ties(runner, users=users, contacts=contacts, leads=leads, before=when.before, limit=_EVERY)
    return [*(drawn(edge, when.on) for edge in stored), *(pair.edge for pair in pairs)]
