"""Warm paths into an account: the question, and the loop that searches until the page is right."""

from __future__ import annotations

from graphcrm import warmth
from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account
from graphcrm.queries.accounts.not_searched import NotSearched, not_searched
from graphcrm.queries.paths.models import KINDS, WarmPaths, best_by_connector
from graphcrm.queries.paths.question import Question
from graphcrm.queries.paths.rounds import Rounds
from graphcrm.queries.paths.search import Search

NOT_SEARCHED_MOST = 100  # workplaces named as left out


def warm_paths(runner: Runner, question: Question) -> WarmPaths:
    """Answer with one page of paths, best rank first; raises NotFoundError and InvalidInputError."""
    _check(question)
    target = account(runner, uid=question.target)
    search = Search(
        runner, target.uid, target.stints, question.user, question.moment, question.cap, question.everything
    )
    rounds = Rounds(question, search)
    rounds.run()
    page = [path for path in rounds.wanted() if question.after is None or path.key > question.after]
    return WarmPaths(
        account=target.uid,
        account_name=target.name,
        as_of=question.moment.on,
        before=question.moment.before,
        paths=page[: question.limit],
        account_warmth=warmth.account_warmth(best_by_connector(rounds.paths.values()).values()),
        not_searched=_left_out(runner, question),
        partial=tuple(kind for kind in KINDS if kind in rounds.partial),
        more=len(page) > question.limit,
    )


def _check(question: Question) -> None:
    unknown = [kind for kind in question.kinds if kind not in KINDS]
    if unknown or not question.kinds:
        message = f"kinds is {','.join(unknown)!r}; it takes {', '.join(KINDS)}."
        raise InvalidInputError(message, field="kinds")
    for name, value in (("max_unit", question.max_unit), ("min_score", question.min_score or 0)):
        if value < 0:
            message = f"{name} is {value}; it cannot be below 0."
            raise InvalidInputError(message, field=name)


def _left_out(runner: Runner, question: Question) -> list[NotSearched]:
    if not question.max_unit or question.kinds == ("direct",):
        return []
    moment = question.moment
    return not_searched(runner, target=question.target, on=moment.on, cap=question.cap, limit=NOT_SEARCHED_MOST)
