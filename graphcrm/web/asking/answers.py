"""Answers that are kept for the pages that follow.

A page can be given only when everything better is known. Whoever reads on gets the next page from where the search for
the last one ended; the cursor's moment says that they are of one state anyway. Another worker, or one that has kept
other answers since, searches anew.
"""

from __future__ import annotations

import dataclasses
import threading
from collections import OrderedDict

from graphcrm.access import Sight
from graphcrm.graph import Runner
from graphcrm.queries.paths import Question, WarmPaths
from graphcrm.queries.paths.warm_paths import Answer, begun

KEPT = 4  # of a few hundred paths most of the time; 60,000, all the evidence of a large account, take about 40 MB


class Answers:
    """The last answers that have more pages. Safe to share between threads."""

    def __init__(self) -> None:
        """Keep none yet."""
        self._kept: OrderedDict[tuple[Question, Sight], Answer] = OrderedDict()
        self._lock = threading.Lock()

    def page(self, runner: Runner, question: Question) -> WarmPaths:
        """Answer with one page; raises NotFoundError and InvalidInputError."""
        key = dataclasses.replace(question, after=None, seen=0, limit=1), runner.sight
        with self._lock:
            answer = self._kept.pop(key, None) if question.after else None
        answer = answer or begun(runner, question)
        page = answer.page(question)
        if page.more:
            with self._lock:
                self._kept[key] = answer
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
        return page
