"""The audit log of what people do here: who asks, from where, and in which request (docs/audit.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import request

from graphcrm.services import audit
from graphcrm.services.audit import Deed
from graphcrm.services.changes import Author
from graphcrm.web.context import graph, my_uid, reader
from graphcrm.web.logs import request_id

NOWHERE = "unknown"  # a server behind a socket of the file system does not say where from


def author(why: str | None = None) -> Author:
    """Who changes something by this request."""
    return Author(my_uid() or None, why, address(), request_id(), reader())


def address() -> str:
    """Where this request comes from."""
    return request.remote_addr or NOWHERE


def deed(action: str, user: str | None = None, **more: Any) -> Deed:  # noqa: ANN401  (a Deed's other fields)
    """What this request does, by the user who asks unless another is named."""
    return Deed(action=action, user=user or my_uid() or None, address=address(), request=request_id(), **more)


def note(action: str, user: str | None = None, *, what: Sequence[str] = (), records: Sequence[str] = ()) -> None:
    """Write what this request does, in a transaction of its own; raises DatabaseError.

    `what` and `records` are words and uids of ours: nothing that was typed, least of all an address that nobody has.
    """
    audit.record(graph(), deed(action, user, what=what, records=records))


def signed_in(user: str, way: str) -> None:
    """Say that a session of a user begins, and by what: token, password, …; without this entry it does not begin."""
    note("sign_in", user, what=[way], records=[f"user {user}"])


def signed_out(user: str) -> None:
    """Say that a user has ended their session."""
    note("sign_out", user, records=[f"user {user}"])
