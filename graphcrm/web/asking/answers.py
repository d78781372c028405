"""Answers that are kept for the pages that follow.

All the evidence there is (`min_score=0`) has to be searched to the end before its first page is known. Whoever reads
on gets the next pages from that one search; the cursor's moment says that they are of one state anyway.
"""

from __future__ import annotations

import dataclasses
import threading
from collections import OrderedDict

from graphcrm.graph import Runner
from graphcrm.queries.paths import Question, WarmPaths
from graphcrm.queries.paths.warm_paths import Answer, answered, warm_paths

KEPT = 2  # of the 60,000 paths of a large one each takes about 40 MB


class Answers:
    """The last answers that have more pages. Safe to share between threads."""

    def __init__(self) -> None:
        """Keep none yet."""
        self._kept: OrderedDict[Question, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def page(self, runner: Runner, question: Question) -> WarmPaths:
        """Answer with one page; raises NotFoundError and InvalidInputError."""
        if not question.everything:
            return warm_paths(runner, question)
        key = dataclasses.replace(question, after=None, seen=0, limit=1)
        with self._lock:
            answer = self._kept.pop(key, None) if question.after else None
        if answer is None:
            answer = answered(runner, question)
        page = answer.page(question)
        if page.more:
            with self._lock:
                self._kept[key] = answer
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return page
