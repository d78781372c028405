"""Warm paths into an account, page by page."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain

from graphcrm import warmth
from graphcrm.errors import InvalidInputError, said
from graphcrm.graph import Runner
from graphcrm.queries.accounts.account import account
from graphcrm.queries.accounts.workplaces_of_staff import NotSearched, workplaces_of_staff
from graphcrm.queries.contacts.asked_not import asked_not
from graphcrm.queries.paths.models import KINDS, WarmPaths, best_by_connector
from graphcrm.queries.paths.question import Question
from graphcrm.queries.paths.rounds import Rounds
from graphcrm.queries.paths.search import Search

NOT_SEARCHED_MOST = 100  # workplaces named as left out


@dataclass(frozen=True, slots=True)
class Answer:
    """What has been searched for a question so far; each page goes on from the one before."""

    account: str
    account_name: str
    not_searched: list[NotSearched]
    rounds: Rounds

    def page(self, question: Question) -> WarmPaths:
        """The page that the question asks for; but for the page it has to be the same question."""
        self.rounds.question = question
        self.rounds.run()
        paths = self.rounds.wanted()
        first = bisect_right(paths, question.after, key=lambda path: path.key) if question.after else 0
        page = paths[first : first + question.limit]
        return WarmPaths(
            account=self.account,
            account_name=self.account_name,
            as_of=question.moment.on,
            before=question.moment.before,
            paths=page,
            account_warmth=warmth.account_warmth(best_by_connector(self.rounds.paths.values()).values()),
            not_searched=self.not_searched,
            partial=tuple(kind for kind in KINDS if kind in self.rounds.partial),
            more=len(paths) > first + question.limit,
            asked_not=asked_not(self.rounds.search.runner, contacts=chain.from_iterable(path.people for path in page)),
        )


def warm_paths(runner: Runner, question: Question) -> WarmPaths:
    """Answer with one page of paths, best rank first; raises NotFoundError and InvalidInputError."""
    return begun(runner, question).page(question)


def begun(runner: Runner, question: Question) -> Answer:
    """An answer of which no page has been asked for; raises NotFoundError and InvalidInputError."""
    _check(question)
    target = account(runner, uid=question.target)
    moment, cap = question.moment, question.cap
    places = workplaces_of_staff(runner, target=target.uid, on=moment.on, cap=cap, limit=NOT_SEARCHED_MOST)
    search = Search(runner, target.uid, target.stints, question.user, moment, cap, question.everything, places.near)
    left_out = [] if question.kinds == ("direct",) else places.too_large
    return Answer(target.uid, target.name, left_out, Rounds(question, search))


def _check(question: Question) -> None:
    unknown = [kind for kind in question.kinds if kind not in KINDS]
    if unknown or not question.kinds:
        message = said("kinds is %(unknown)r; it takes %(kinds)s.", unknown=",".join(unknown), kinds=", ".join(KINDS))
        raise InvalidInputError(message, field="kinds")
    for name, value in (("max_unit", question.max_unit), ("min_score", question.min_score or 0)):
        if value < 0:
            message = said("%(name)s is %(value)s; it cannot be below 0.", name=name, value=value)
            raise InvalidInputError(message, field=name)
