"""The moves feed: who moved, what we had with them, from where to where, and whom we know there now (docs/moves.md).

One query: the moves, who knows their people best, and of the page alone the evidence of those ties, how both accounts
stand with us, and whom we know at the new ones. Each of these is a query of the catalogue, and a part of this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import starmap
from typing import Any

from graphcrm import warmth
from graphcrm.access import Sight
from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts import known_there, standings
from graphcrm.queries.accounts.known_there import Known, KnownPerson
from graphcrm.queries.accounts.standings import OURS, Standing
from graphcrm.queries.catalogue import part
from graphcrm.queries.moves import moves_since
from graphcrm.queries.moves.moves_since import Move
from graphcrm.queries.ties import best_ties, tie_evidence
from graphcrm.queries.ties.tie import Tie, weigh
from graphcrm.queries.ties.tie_evidence import TieEvidence
from graphcrm.warmth import MODEL

RANKED_MOST = 10_000  # moves that are ranked, the latest of them: about a second's worth
SHOWN = 3  # of those we know at the new account

Key = tuple[float, int, str]  # the rank and the day, both below 0 so that they fall, and the uid

# A move is the list of what moves_since answers: 0 the uid, 1 the day, 3 the contact, 6 and 11 the accounts, 9 and 14
# the roles there. Ranks are rounded: further digits are noise, and no reason for an order.
_RANKED = """
UNWIND [place IN range(0, size(moves) - 1) WHERE place < $most] AS place
WITH moves[place] AS move, CASE WHEN size(moves) > $most THEN moves[$most][1] END AS partial
"""
_PAGE = """
WITH partial, move, best[0] AS best, CASE WHEN $ranked THEN round(coalesce(best[0][3], 0.0)
  * coalesce($model.relevance[coalesce(move[14], move[9])], $model.relevance_other), 12) ELSE 0.0 END AS rank
WHERE $seen IS NULL OR rank < $seen[0] OR rank = $seen[0]
  AND (move[1] < $seen[1] OR move[1] = $seen[1] AND move[0] > $seen[2])
WITH partial, move, best, rank ORDER BY rank DESC, move[1] DESC, move[0]
WITH partial, collect([rank, move, best]) AS rest
WITH partial, size(rest) > $page AS more, rest[..$page] AS page
CALL (page) {
  UNWIND page AS one
  RETURN collect(DISTINCT one[1][11]) AS joined, collect(DISTINCT one[1][6]) AS left,
    collect(DISTINCT one[1][3]) AS who, collect(DISTINCT [one[2][1], one[1][3]]) AS pairs
}
WITH *, left + [uid IN joined WHERE NOT uid IN left] AS ends
"""
_ANSWER = """
RETURN partial, more, page, evidence, stands, known
LIMIT 1"""
_CYPHER = "".join(
    (
        part(moves_since.__file__, "moves"),
        _RANKED,
        part(best_ties.__file__, "best", "move", contacts="[move[3]]", limit="1"),
        _PAGE,
        part(tie_evidence.__file__, "evidence", "pairs", pairs="pairs", limit="$enough"),
        "\n",
        part(standings.__file__, "stands", "ends", accounts="ends", limit="$enough"),
        "\n",
        part(known_there.__file__, "known", "joined, who", accounts="joined", movers="who", limit="$enough"),
        _ANSWER,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked. `user` None asks for all active users; `ranked` orders by what a move promises, else the latest
    come first; `ours` leaves those that left an account of ours; `after` is the key of the last one already seen."""

    since: date
    moment: Moment
    user: str | None = None
    account: str | None = None
    from_account: str | None = None
    to_account: str | None = None
    ours: bool = False
    ranked: bool = False
    after: Key | None = None
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Item:
    """One move. `tie` is our best one with who moved, None where nobody of those asked for knows them; `left` and
    `joined` say how both accounts stand with us, `people` and `best` whom else we know at the new one."""

    move: Move
    tie: Tie | None
    left: Standing
    joined: Standing
    people: int
    best: list[KnownPerson]

    @property
    def relevance(self) -> float:
        """How much who moved matters for a sale."""
        return warmth.relevance(self.move.role)

    @property
    def rank(self) -> float:
        """What the move promises: the strength of the tie, weighed with the relevance of who moved."""
        return self.tie.strength * self.relevance if self.tie else 0.0


@dataclass(frozen=True, slots=True)
class Feed:
    """One page. `next` is the `after` of the page that follows, None on the last; `partial` is the day up to which
    moves were not all ranked, None where all were."""

    items: list[Item]
    next: Key | None
    partial: date | None


def feed(runner: Runner, asked: Question) -> Feed:
    """Answer with one page: all moves are ranked, and then only those on the page are told of."""
    before, after = asked.moment.before, asked.after
    seen = [-after[0], date.fromordinal(-after[1]), after[2]] if after else None
    walked = seen if seen and not asked.ranked else [None, None, None]
    most = RANKED_MOST if asked.ranked else asked.limit + 1  # by day those of the page and one more are enough
    found: list[Feed] = runner.read(
        _CYPHER,
        partial(_feed, runner.sight, before),
        since=asked.since,
        on=asked.moment.on,
        before=before,
        age=warmth.half_lives(before),
        known=asked.ranked or asked.user is not None,  # whom nobody knows has no rank
        user=asked.user,
        account=asked.account,
        from_account=asked.from_account,
        to_account=asked.to_account,
        ours=asked.ours,
        lifecycles=OURS,
        after_on=walked[1],
        after_uid=walked[2],
        limit=most + asked.ranked,  # one more, to know whether all were ranked
        most=most,
        ranked=asked.ranked,
        model=MODEL,
        seen=seen,
        page=asked.limit,
        contact=None,
        shown=SHOWN + 1,
        enough=2 * asked.limit,
    )
    return found[0] if found else Feed([], None, None)


def _feed(
    sight: Sight,
    before: datetime,
    unranked: date | None,
    more: bool,  # noqa: FBT001
    page: list[list[Any]],
    *told: list[list[Any]],
) -> Feed:
    """What a row is: the moves of the page, and the evidence, the standings and the known that they share."""
    ties = {tie.contact: tie for tie in (weigh(TieEvidence(*one), before) for one in told[0])}
    stands = {standing.account: standing for standing in starmap(standings.reader(sight), told[1])}
    known = {there.account: there for there in starmap(known_there.known, told[2])}
    items = []
    for _, values, _ in page:
        move = Move(*values)
        left, joined = stands[move.from_account], stands[move.to_account]
        items.append(
            Item(move, ties.get(move.contact), left, joined, *_others(move.contact, known.get(move.to_account)))
        )
    rank, last = page[-1][0], items[-1].move
    return Feed(items, (-rank, -last.moved_on.toordinal(), last.uid) if more else None, unranked)


def _others(mover: str, known: Known | None) -> tuple[int, list[KnownPerson]]:
    """How many we know at the new account beside who moved, and the best known."""
    if known is None:
        return 0, []
    best = [person for person in known.best if person.contact != mover]
    return known.people - (mover in known.movers), best[:SHOWN]
