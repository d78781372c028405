"""One path, named by its people: for its own page, and for what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.dates import Moment
from graphcrm.errors import NotFoundError
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.contacts.asked_not import asked_not
from graphcrm.queries.paths.evidence import paths_of
from graphcrm.queries.paths.models import KINDS, Path, WarmPaths
from graphcrm.queries.paths.search import EVERYTHING
from graphcrm.queries.records.names import names

_PEOPLE_MOST = len(KINDS)


def one_path(runner: Runner, *, target: str, user: str, people: Sequence[str], moment: Moment) -> WarmPaths:
    """The path from a user by some contacts into an account, as the only one of an answer; its warmth is that path's.

    Whatever there is to say for it is said, however large a shared workplace is. Raises NotFoundError where a hop has
    no evidence to be seen.
    """
    found = account(runner, uid=target)
    candidates = [_candidate(user, people)] if 0 < len(set(people)) == len(people) <= _PEOPLE_MOST else []
    paths = [path for path in paths_of(runner, candidates, target, moment, EVERYTHING) if _rests(path)]
    seen = {one.uid for one in names(runner, uids=people) if one.type == "contact"}
    if not paths or not seen.issuperset(people):
        message = f"No path leads by these people to {found.name}, or what it rested on is gone."
        raise NotFoundError(message, field="path")
    return WarmPaths(
        account=found.uid,
        account_name=found.name,
        as_of=moment.on,
        before=moment.before,
        paths=paths,
        account_warmth=paths[0].score,
        not_searched=[],
        partial=(),
        more=False,
        asked_not=asked_not(runner, contacts=people),
    )


def _rests(path: Path) -> bool:
    """Whether the first hop rests on anything: a pair that never met is no tie."""
    return bool(path.tie.count) or path.tie.rating is not None


def _candidate(user: str, people: Sequence[str]) -> Candidate:
    *between, reached = people
    connector, middle = (*between, None, None)[:2]
    return Candidate(user, connector, middle, reached, 1.0, 1.0)
