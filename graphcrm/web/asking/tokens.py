"""Bearer tokens page by page."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.users.tokens import Token
from graphcrm.queries.users.tokens import tokens as tokens_of
from graphcrm.web.asking import cursors
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.parameters import PlainPageParameters


def tokens(runner: Runner, user: str, asked: PlainPageParameters) -> Listing[Token]:
    """One page of the tokens of a user, the latest first."""
    of = cursors.question("tokens", user)
    after = cursors.read(asked.cursor, cursors.AfterInstant, of)
    at, uid = (after.key, after.uid) if after else (None, "")
    rows = tokens_of(runner, user=user, after_at=at, after_uid=uid, limit=asked.limit + 1)
    page, is_last = rows[: asked.limit], len(rows) <= asked.limit
    if is_last:
        return Listing(page, None)
    last = page[-1]
    return Listing(page, cursors.written(cursors.AfterInstant(of=of, key=last.created_at, uid=last.uid)))
