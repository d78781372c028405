"""The users who have some e-mail addresses."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def email_users(runner: Runner, *, emails: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of an address, in its normal form, and the uid of a user who has it; users_of_email locks it too."""
    return runner.read(_CYPHER, lambda email, user: (email, user), emails=emails)
