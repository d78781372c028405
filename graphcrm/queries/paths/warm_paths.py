"""Warm paths into an account: the question, and the loop that searches until the page is right."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from graphcrm import warmth
from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account
from graphcrm.queries.accounts.not_searched import NotSearched, not_searched
from graphcrm.queries.paths.models import KINDS, Path, WarmPaths, best_by_connector
from graphcrm.queries.paths.question import Question
from graphcrm.queries.paths.rounds import Rounds
from graphcrm.queries.paths.search import Search

NOT_SEARCHED_MOST = 100  # workplaces named as left out


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a search found for a question, of which a page is shown."""

    account: str
    account_name: str
    paths: list[Path]
    account_warmth: float
    not_searched: list[NotSearched]
    partial: tuple[str, ...]

    def page(self, question: Question) -> WarmPaths:
        """The page that the question asks for."""
        first = bisect_right(self.paths, question.after, key=lambda path: path.key) if question.after else 0
        return WarmPaths(
            account=self.account,
            account_name=self.account_name,
            as_of=question.moment.on,
            before=question.moment.before,
            paths=self.paths[first : first + question.limit],
            account_warmth=self.account_warmth,
            not_searched=self.not_searched,
            partial=self.partial,
            more=len(self.paths) > first + question.limit,
        )


def warm_paths(runner: Runner, question: Question) -> WarmPaths:
    """Answer with one page of paths, best rank first; raises NotFoundError and InvalidInputError."""
    return answered(runner, question).page(question)


def answered(runner: Runner, question: Question) -> Answer:
    """Search as deep as the page asked for needs; for everything (Question.everything), to the end."""
    _check(question)
    target = account(runner, uid=question.target)
    search = Search(
        runner, target.uid, target.stints, question.user, question.moment, question.cap, question.everything
    )
    rounds = Rounds(question, search)
    rounds.run()
    return Answer(
        account=target.uid,
        account_name=target.name,
        paths=rounds.wanted(),
        account_warmth=warmth.account_warmth(best_by_connector(rounds.paths.values()).values()),
        not_searched=_left_out(runner, question),
        partial=tuple(kind for kind in KINDS if kind in rounds.partial),
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
