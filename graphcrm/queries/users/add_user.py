"""Add a user."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def add_user(runner: Runner, *, uid: str, name: str, email: str, role: str, now: datetime) -> str:
    """Write the user and the e-mail handle; the uid comes back."""
    return str(runner.write(_CYPHER, uid=uid, name=name, email=email, role=role, now=now)[0][0])
