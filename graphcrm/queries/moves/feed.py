"""The moves feed: who moved, what we had with them, from where to where, and whom we know there now (docs/moves.md).

Five queries, however many rows: the moves, who knows their people best, and of the page alone the evidence of those
ties, how both accounts stand with us, and whom we know at the new ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graphcrm import warmth
from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts.known_there import Known, KnownPerson, known_there
from graphcrm.queries.accounts.standings import Standing, standings
from graphcrm.queries.moves.moves_since import Move, moves_since
from graphcrm.queries.ties.best_ties import BestTie, best_ties
from graphcrm.queries.ties.tie import Tie, weigh
from graphcrm.queries.ties.tie_evidence import tie_evidence

RANKED_MOST = 10_000  # moves that are ranked, the latest of them: about a second's worth
SHOWN = 3  # of those we know at the new account
_DIGITS = 12  # of a rank: further ones are noise, and no reason for an order

Key = tuple[float, int, str]  # the rank and the day, both below 0 so that they fall, and the uid


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
    moves = _moves(runner, asked)
    best = _best(runner, asked, moves)
    keyed = sorted((_key(move, best if asked.ranked else {}), move) for move in moves[:RANKED_MOST])
    rest = [(key, move) for key, move in keyed if asked.after is None or key > asked.after]
    page = rest[: asked.limit]
    items = _told(runner, [move for _, move in page], best, asked.moment) if page else []
    return Feed(
        items=items,
        next=page[-1][0] if len(rest) > asked.limit else None,
        partial=moves[RANKED_MOST].moved_on if len(moves) > RANKED_MOST else None,
    )


def _moves(runner: Runner, asked: Question) -> list[Move]:
    """The moves of the page and one more, or all that are to be ranked: whom nobody knows has no rank."""
    by_day = None if asked.ranked else asked.after
    return moves_since(
        runner,
        since=asked.since,
        on=asked.moment.on,
        before=asked.moment.before,
        known=asked.ranked or asked.user is not None,
        user=asked.user,
        account=asked.account,
        from_account=asked.from_account,
        to_account=asked.to_account,
        ours=asked.ours,
        after_on=date.fromordinal(-by_day[1]) if by_day else None,
        after_uid=by_day[2] if by_day else None,
        limit=(RANKED_MOST if asked.ranked else asked.limit) + 1,
    )


def _best(runner: Runner, asked: Question, moves: Sequence[Move]) -> dict[str, BestTie]:
    people = sorted({move.contact for move in moves})
    ties = best_ties(runner, contacts=people, user=asked.user, before=asked.moment.before, limit=len(people))
    return {tie.contact: tie for tie in ties}


def _key(move: Move, best: Mapping[str, BestTie]) -> Key:
    """The sort key: the most promising first, then the latest, then by uid, so that the order is the same each time."""
    strength = best[move.contact].strength if move.contact in best else 0.0
    return -round(strength * warmth.relevance(move.role), _DIGITS), -move.moved_on.toordinal(), move.uid


def _told(runner: Runner, moves: Sequence[Move], best: Mapping[str, BestTie], moment: Moment) -> list[Item]:
    """The moves with all there is to say of them."""
    pairs = sorted({(best[move.contact].user, move.contact) for move in moves if move.contact in best})
    ends = sorted({account for move in moves for account in (move.from_account, move.to_account)})
    news = sorted({move.to_account for move in moves})
    movers = sorted({move.contact for move in moves})
    evidence = tie_evidence(runner, pairs=pairs, before=moment.before, limit=len(pairs))
    stand = standings(runner, accounts=ends, on=moment.on, before=moment.before, limit=len(ends))
    known = known_there(
        runner, accounts=news, movers=movers, on=moment.on, before=moment.before, shown=SHOWN + 1, limit=len(news)
    )
    ties = {tie.contact: weigh(tie, moment.before) for tie in evidence}
    accounts = {standing.account: standing for standing in stand}
    there = {one.account: one for one in known}
    return [
        Item(
            move,
            ties.get(move.contact),
            accounts[move.from_account],
            accounts[move.to_account],
            *_others(move.contact, there.get(move.to_account)),
        )
        for move in moves
    ]


def _others(mover: str, known: Known | None) -> tuple[int, list[KnownPerson]]:
    """How many we know at the new account beside who moved, and the best known."""
    if known is None:
        return 0, []
    best = [person for person in known.best if person.contact != mover]
    return known.people - (mover in known.movers), best[:SHOWN]
