"""The tasks about one contact or lead, set aside or not, as far as they may be seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 100_000  # nobody has as much to do about anybody


@dataclass(frozen=True, slots=True)
class AboutThem:
    """One task: what is recorded of it, the accounts (uid and name) that it is about too, and whose it is and was.

    Of an owner there are uid and name, and what is recorded of the assignment.
    """

    props: dict[str, Any]
    accounts: list[tuple[str, str]]
    owners: list[tuple[str, str, dict[str, Any]]]


def tasks(runner: Runner, *, label: str, uid: str, limit: int = _MOST) -> list[AboutThem]:
    """All of them, the first one first, without the fields that are hidden from who asks."""
    hidden = runner.sight.hides("task")
    found = runner.read(_CYPHER, AboutThem, label=label, uid=uid, limit=limit)
    return [_without(one, hidden) for one in found] if hidden else found


def _without(task: AboutThem, hidden: frozenset[str]) -> AboutThem:
    props = {name: value for name, value in task.props.items() if name not in hidden}
    return replace(task, props=props, accounts=[] if "accounts" in hidden else task.accounts)
