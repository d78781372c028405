"""From parameters to questions, for the API and the pages alike."""

from __future__ import annotations

from graphcrm.errors import SealedError
from graphcrm.graph import Runner
from graphcrm.queries.paths import Path, Question, WarmPaths
from graphcrm.queries.search.resolve import resolve
from graphcrm.sealed import Sealer
from graphcrm.web.asking import cursors
from graphcrm.web.asking.cursors import AfterPath
from graphcrm.web.asking.parameters import PathsParameters


def warm_paths(runner: Runner, target: str, asked: PathsParameters, sealer: Sealer) -> Question:
    """The question for one page of warm paths; raises NotFoundError and AmbiguousError for the user."""
    after = cursors.read(_opened(asked.cursor, sealer), AfterPath, _sum(target, asked))
    return Question(
        target=target,
        user=resolve(runner, label="User", text=asked.user).uid if asked.user else None,
        moment=cursors.state(asked.as_of, after.before if after else None),
        kinds=asked.kinds_in_order,
        min_score=asked.min_score,
        certain=asked.certainty and asked.certainty == "certain",
        max_unit=asked.max_unit,
        limit=asked.limit,
        after=(after.rank, after.hops, after.user, after.people) if after else None,
        seen=after.seen if after else 0,
    )


def next_paths(question: Question, asked: PathsParameters, answer: WarmPaths, sealer: Sealer) -> str | None:
    """The cursor of the page that follows: it carries the moment, so that the pages of one answer agree.

    It is sealed, as it names people whom who asks may not see.
    """
    if not answer.more:
        return None
    last: Path = answer.paths[-1]
    rank, hops, user, people = last.key
    cursor = cursors.written(
        AfterPath(
            of=_sum(question.target, asked),
            before=answer.before,
            rank=rank,
            hops=hops,
            user=user,
            people=people,
            seen=question.seen + len(answer.paths),
        )
    )
    return sealer.seal(cursor)


def _opened(cursor: str | None, sealer: Sealer) -> str | None:
    """The cursor that was sealed; one that is not ours is not made one by opening it."""
    try:
        return None if cursor is None else sealer.open(cursor)
    except SealedError:
        return ""


def _sum(target: str, asked: PathsParameters) -> str:
    return cursors.question("paths", target, asked.model_dump(exclude={"limit", "cursor"}))
