"""The next steps of a record: for the pages of all kinds but tasks and users."""

from __future__ import annotations

from datetime import date

from graphcrm.queries.tasks.steps import Step, steps
from graphcrm.web.context import graph
from graphcrm.web.pages.shell.layout import can, is_past

_SHOWN = 5  # and one more says that there are others


def steps_of(label: str, uid: str, as_of: date | None) -> list[Step] | None:
    """What is to be done about a record today; None on a day of the past, and for who may see no task."""
    if is_past(as_of) or not can("tasks.task"):
        return None
    return steps(graph(), label=label, uid=uid, limit=_SHOWN + 1)
