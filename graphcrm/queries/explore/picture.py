"""Some records and the edges among them; what is asked of the graph for it does not grow with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import starmap

from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import part
from graphcrm.queries.network import degrees, link_counts, records
from graphcrm.queries.network.degrees import Degree
from graphcrm.queries.network.edge import Edge, drawn
from graphcrm.queries.network.ids import Lists, by_type
from graphcrm.queries.network.jobs import jobs
from graphcrm.queries.network.link_counts import LinkCount
from graphcrm.queries.network.links import links
from graphcrm.queries.network.owners import owners
from graphcrm.queries.network.records import Shown
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

# Nothing is counted of what is not seen.
_SEEN = {f"{kind}s": f"[one IN shown WHERE one[0] = '{kind}' | one[1]]" for kind in KINDS_OF}
_CYPHER = "\n".join(
    (
        part(records.__file__, "shown"),
        part(degrees.__file__, "numbers", "shown", **_SEEN),
        part(link_counts.__file__, "links", "shown", **_SEEN),
        "RETURN shown, numbers, links",
    )
)


@dataclass(frozen=True, slots=True)
class Node:
    """A record with how many edges of each kind it has (None: not counted), and its links by type and way."""

    record: Shown
    degrees: Mapping[str, int | None]
    links: list[LinkCount]

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
    if not wanted:
        return []
    ((shown, numbers, links),) = runner.read(
        _CYPHER,
        lambda *row: row,
        **by_type(wanted),
        on=when.on,
        before=when.before,
        most=counted,
        limit=_EVERY,
    )
    sight = runner.sight
    there = {one.id: one for one in starmap(records.reader(sight), shown)}
    whole = not past and not any(owners is not None for owners in (sight.accounts, sight.contacts, sight.leads))
    degrees_of = _degrees([Degree(*row) for row in numbers], whole=whole)
    links_of = _links([LinkCount(*row) for row in links])
    return [_node(there[one], degrees_of.get(one, {}), links_of.get(one, [])) for one in wanted if one in there]


def _degrees(rows: Iterable[Degree], *, whole: bool) -> dict[str, dict[str, int | None]]:
    """By id and kind; `whole`: what is stored stands for what is seen where that is too much to look at."""
    found: dict[str, dict[str, int | None]] = defaultdict(dict)
    for one in rows:
        found[f"{one.type}:{one.uid}"][one.kind] = one.stored if one.seen is None and whole else one.seen
    return found


def _links(rows: Iterable[LinkCount]) -> dict[str, list[LinkCount]]:
    found: dict[str, list[LinkCount]] = defaultdict(list)
    for one in rows:
        found[f"{one.type}:{one.uid}"].append(one)
    return found


def _node(record: Shown, degrees_of: Mapping[str, int | None], links: list[LinkCount]) -> Node:
    own = sum(one.number for one in links if one.link == "is")
    numbers = {**degrees_of, "link": sum(one.number for one in links) - own, "own": own, "colleague": None}
    return Node(record, {kind: numbers.get(kind, 0) for kind in KINDS_OF[record.type]}, links)


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
