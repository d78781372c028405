"""A page of tasks in the order of their uids, with those that went into the trash after `since`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Task:
    """A task; `props` has its days and times as ISO text, `about` label and uid of what it is about, in no order, as
    `tags` are, the names."""

    uid: str
    props: dict[str, Any]
    about: list[tuple[str, str]]
    tags: list[str]

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid


def tasks(runner: Runner, *, after: str, since: datetime, limit: int) -> list[Task]:
    """A page of tasks in the order of their uids, with those that went into the trash after `since`."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, since=since, limit=limit)
    return [Task(uid, props, list(map(tuple, about)), tags) for uid, props, about, tags in found]
