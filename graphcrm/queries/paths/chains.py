"""Chains: users who know a former colleague of a former colleague. Two halves meet in the person in the middle.

The product of both halves would be far too many to look at. So first comes how strong the last hop from each middle
can be, then the best first halves with that last hop for certain, and then the last hops of their middles alone.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

from graphcrm.queries.candidates.former_colleagues_of_connectors import Introduction, former_colleagues_of_connectors
from graphcrm.queries.candidates.middles_of_connectors import FirstHops, middles_of_connectors
from graphcrm.queries.candidates.middles_of_target import Middle, middles_of_target
from graphcrm.queries.paths.reach import Reach, Way
from graphcrm.queries.paths.search import EVERYTHING, Found, Search, cut

CONNECTORS_MOST = 2_000  # at the near end: 0.2 s with their ties, of 100,000 contacts
TIES_MOST = 2 * CONNECTORS_MOST  # several users may know one connector
MIDDLES_MOST = 5_000  # between both ends: those with the strongest last hops
JOINED_PER_HALF = 16  # chains kept for each first half asked for: where colleagues of colleagues abound, all of a page
CHAINS_MOST = 100_000  # kept at most, even when everything is asked for: more is no answer
TARGET_MOST = 1_000  # stints at the target above which chains are not sought unless asked for everything


def chains(search: Search, size: int, least: float = 0.0) -> Found | None:
    """The best chains whose rank may exceed `least`; None where the target is too large for that."""
    beyond, reach = search.least(least), search.any_strongest(TIES_MOST)
    if not search.near or max(_best(reach), reach.rest(3)) <= beyond:
        return Found([], least)
    if search.target_stints > TARGET_MOST and not search.everything:
        return None
    reach = search.strongest(TIES_MOST)
    # Bounds are of whole chains, with a last hop as strong as any can be; what another makes of them is a proportion.
    best = max(_best(reach), reach.rest(3))
    middles = _middles(search, beyond * search.near / best if beyond > 0 else beyond)
    if not middles:
        return Found([], least)
    last = middles[0].bound / search.near
    connectors = reach.beyond(beyond / last if beyond > 0 and last > 0 else beyond, 3)
    taken = connectors if search.everything else connectors[:CONNECTORS_MOST]
    first = _first_hops(search, [connector for connector, _ in taken], reach.most, middles, beyond, size)
    most = min(JOINED_PER_HALF * size, CHAINS_MOST)  # the halves are here: a deeper search would only find them again
    found = _joined(first, _last_hops(search, first), beyond, most)
    rest = max(
        least,
        cut([pair.bound for pair in first], size),
        cut([way[-1] for way in found], most),
        cut([middle.bound for middle in middles], _most_middles(search)) / search.near * best,
        max([reach.rest(3), *(bound for _, bound in connectors[len(taken) :][:1])]) * last,
    )
    return Found(list(reach.candidates(found)), rest)


def _best(reach: Reach) -> float:
    return next((bound for _, bound in reach.beyond(0.0, 3)), 0.0)


def _most_middles(search: Search) -> int:
    return EVERYTHING if search.everything else MIDDLES_MOST


def _middles(search: Search, least: float) -> list[Middle]:
    return middles_of_target(
        search.runner,
        target=search.target,
        least=least,
        on=search.moment.on,
        cap=search.cap,
        limit=_most_middles(search),
    )


def _first_hops(
    search: Search, connectors: list[str], ties: dict[str, float], middles: list[Middle], least: float, size: int
) -> list[FirstHops]:
    return middles_of_connectors(
        search.runner,
        connectors=connectors,
        ties={connector: ties[connector] for connector in connectors},
        middles={middle.middle: middle.bound for middle in middles},
        least=least,
        target=search.target,
        on=search.moment.on,
        cap=search.cap,
        limit=size,
    )


def _last_hops(search: Search, first: Sequence[FirstHops]) -> dict[str, list[Introduction]]:
    """The last hops from the middles of some first halves, the best first."""
    middles = sorted({pair.middle for pair in first})
    found: dict[str, list[Introduction]] = {}
    for hop in former_colleagues_of_connectors(
        search.runner,
        connectors=middles,
        ties=dict.fromkeys(middles, 1.0),
        target=search.target,
        on=search.moment.on,
        cap=search.cap,
        limit=EVERYTHING,
    ):
        found.setdefault(hop.connector, []).append(hop)
    return found


def _joined(first: Sequence[FirstHops], last: dict[str, list[Introduction]], least: float, size: int) -> list[Way]:
    """The best chains of both halves whose bound exceeds `least`, best first."""
    ways = _products(first, last, least)
    return heapq.nsmallest(size, ways, key=lambda way: (-way[-1], way[0], way[1] or "", way[2]))


def _products(first: Sequence[FirstHops], last: dict[str, list[Introduction]], least: float) -> Iterator[Way]:
    for pair in first:
        hops = last.get(pair.middle, [])
        for hop in hops:
            best = hops[0].bound
            bound = pair.bound * hop.bound / best if best else 0.0
            if bound > least and hop.target_contact != pair.connector:
                yield pair.connector, pair.middle, hop.target_contact, hop.relevance, bound
