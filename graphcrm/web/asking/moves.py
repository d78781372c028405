"""From parameters to pages of the moves feed, for the API and the page alike."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.moves.feed import Feed, Key, Question, feed
from graphcrm.queries.search.resolve import resolve
from graphcrm.web.asking import cursors
from graphcrm.web.asking.cursors import AfterMove, AfterRankedMove
from graphcrm.web.asking.parameters import MovesParameters


class Page(NamedTuple):
    """One page of the feed, the cursor of the one that follows, and the day both are as of."""

    feed: Feed
    cursor: str | None
    on: date


def moves(runner: Runner, asked: MovesParameters) -> Page:
    """One page; raises NotFoundError and AmbiguousError for the user, NotFoundError for an account."""
    for uid in {asked.account, asked.from_account, asked.to_account} - {None}:
        one_account(runner, uid=str(uid))
    after, moment = _place(asked)
    found = feed(
        runner,
        Question(
            since=asked.since_day(moment.on),
            moment=moment,
            user=resolve(runner, label="User", text=asked.user).uid if asked.user else None,
            account=asked.account,
            from_account=asked.from_account,
            to_account=asked.to_account,
            ours=asked.ours,
            ranked=asked.sort == "rank",
            after=after,
            limit=asked.limit,
        ),
    )
    return Page(found, _cursor(asked, found.next, moment), moment.on)


def _place(asked: MovesParameters) -> tuple[Key | None, Moment]:
    """Where the page begins. Ranks fade, so all pages of one answer are as of the moment of the first."""
    if asked.sort == "rank":
        ranked = cursors.read(asked.cursor, AfterRankedMove, _sum(asked))
        key = (ranked.rank, -ranked.on.toordinal(), ranked.uid) if ranked else None
        return key, cursors.state(asked.as_of, ranked.before if ranked else None)
    after = cursors.read(asked.cursor, AfterMove, _sum(asked))
    return (0.0, -after.on.toordinal(), after.uid) if after else None, cursors.state(asked.as_of, None)


def _cursor(asked: MovesParameters, key: Key | None, moment: Moment) -> str | None:
    if key is None:
        return None
    rank, day, uid = key
    of, on = _sum(asked), date.fromordinal(-day)
    if asked.sort == "rank":
        return cursors.written(AfterRankedMove(of=of, before=moment.before, rank=rank, on=on, uid=uid))
    return cursors.written(AfterMove(of=of, on=on, uid=uid))


def _sum(asked: MovesParameters) -> str:
    return cursors.question("moves", asked.model_dump(exclude={"limit", "cursor"}))
