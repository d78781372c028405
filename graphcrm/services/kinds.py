"""Make and change a record of any kind, with what follows from that for its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from graphcrm.services import agreements, campaigns, opportunities, records, service_requests, tagging, tasks
from graphcrm.services.changes import Change

_CREATE: Mapping[str, Callable[[Change, Mapping[str, Any]], str]] = {
    "task": tasks.create, "opportunity": opportunities.create, "service_request": service_requests.create,
    "contract": partial(agreements.create, "contract"), "order": partial(agreements.create, "order"),
    "campaign": campaigns.create,
}  # fmt: skip
_EDIT: Mapping[str, Callable[[Change, str, Mapping[str, Any]], object]] = {
    "task": tasks.edit, "opportunity": opportunities.edit, "service_request": service_requests.edit,
    "contract": partial(agreements.edit, "contract"), "order": partial(agreements.edit, "order"),
    "campaign": campaigns.edit,
}  # fmt: skip


def create(change: Change, kind: str, values: Mapping[str, Any]) -> str:
    """Make a record of `values`, its fields as a client sends them, and answer its uid; raises as records.create.

    Tags are sent by their names.
    """
    values, create_one = tagging.named(change, values), _CREATE.get(kind)
    return create_one(change, values) if create_one else records.create(change, kind, values)


def edit(change: Change, kind: str, uid: str, values: Mapping[str, Any]) -> None:
    """Change the fields of a record that `values` names; None empties one. Raises as records.edit."""
    values = tagging.named(change, values)
    if edit_one := _EDIT.get(kind):
        edit_one(change, uid, values)
    else:
        records.edit(change, kind, uid, values)
