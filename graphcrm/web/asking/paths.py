"""Pages of warm paths as who asks may see them, for the API and the pages alike."""

from __future__ import annotations

from graphcrm.access import EVERYTHING
from graphcrm.queries.accounts.account import account
from graphcrm.queries.paths import WarmPaths
from graphcrm.queries.paths.masking import masked
from graphcrm.queries.paths.question import Question
from graphcrm.web.asking import questions
from graphcrm.web.asking.parameters import PathsParameters
from graphcrm.web.context import answers, graph, reader, sealer


def page_of_paths(target: str, asked: PathsParameters) -> tuple[WarmPaths, str | None]:
    """One page of paths into an account, and the cursor of the next; raises NotFoundError and AmbiguousError."""
    question = questions.warm_paths(graph(), target, asked, sealer())
    page = _page(question)
    return page, questions.next_paths(question, asked, page, sealer())


def _page(question: Question) -> WarmPaths:
    asking = reader()
    if asking is None or not asking.role.masked:
        return answers().page(graph(), question)
    account(graph(), uid=question.target)  # the target itself has to be seen
    return masked(graph(), answers().page(graph().seen_by(EVERYTHING), question))
