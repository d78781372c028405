"""What may be told of the records that states name: of the kinds of records whose states do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.involved.seen import ENDS
from graphcrm.queries.involved.seen import seen as seen_of_involved
from graphcrm.queries.tasks.seen import seen as seen_of_tasks

Seen = Callable[[Runner, Sequence[Mapping[str, Any] | None]], list[dict[str, Any] | None]]

SEEN: Mapping[str, Seen] = {"task": seen_of_tasks, **dict.fromkeys(ENDS, seen_of_involved)}
