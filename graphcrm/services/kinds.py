"""Make and change a record of any kind, with what follows from that for its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphcrm.services import records, tagging, tasks
from graphcrm.services.changes import Change


def create(change: Change, kind: str, values: Mapping[str, Any]) -> str:
    """Make a record of `values`, its fields as a client sends them, and answer its uid; raises as records.create.

    Tags are sent by their names.
    """
    values = tagging.named(change, values)
    return tasks.create(change, values) if kind == "task" else records.create(change, kind, values)


def edit(change: Change, kind: str, uid: str, values: Mapping[str, Any]) -> None:
    """Change the fields of a record that `values` names; None empties one. Raises as records.edit."""
    values = tagging.named(change, values)
    if kind == "task":
        tasks.edit(change, uid, values)
    else:
        records.edit(change, kind, uid, values)
