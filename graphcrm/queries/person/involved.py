"""What one contact has a part in, set aside or not, as far as it may be seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 100_000  # nobody has a part in as many


@dataclass(frozen=True, slots=True)
class PartIn:
    """One record of a kind: what is recorded of it, their part, the account (uid and name), and whose it is and was.

    Of an owner there are uid and name, and what is recorded of the assignment.
    """

    kind: str
    props: dict[str, Any]
    role: str | None
    account: tuple[str, str] | None
    owners: list[tuple[str, str, dict[str, Any]]]


def involved(runner: Runner, *, contact: str, limit: int = _MOST) -> list[PartIn]:
    """All of it, the first one first, without the fields that are hidden from who asks."""
    found = runner.read(_CYPHER, PartIn, contact=contact, limit=limit)
    return [_without(one, runner.sight.hides(one.kind)) for one in found] if runner.sight.hidden else found


def _without(one: PartIn, hidden: frozenset[str]) -> PartIn:
    props = {name: value for name, value in one.props.items() if name not in hidden}
    return replace(one, props=props, account=None if "account" in hidden else one.account)
