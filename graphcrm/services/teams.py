"""Teams: which stands below which, as the rows that their users see follow from it (docs/access.md), and what each says
of the pool (docs/leads.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, said
from graphcrm.nodes import Team, states
from graphcrm.nodes.base import fields
from graphcrm.nodes.states import State
from graphcrm.queries.access.put_parent import put_parent
from graphcrm.queries.access.put_rules import put_rules
from graphcrm.queries.changes.revision import Revision
from graphcrm.services.changes import Change, differing

KIND = "team"
RULES = ("claims_a_day", "reclaim_after")


def alter(change: Change, team: str, values: Mapping[str, Any]) -> None:
    """Change what is said of a team, as a client sends it: its `parent` (the uid of the team above it) and its rules of
    the pool. What is left out stays, what is empty is none.

    Raises NotFoundError, InvalidInputError for such a parent or number, ConflictError where teams would form a ring.
    """
    known = fields(Team)
    rules = {
        name: None if values[name] in {None, ""} else known[name].deflate(values[name])
        for name in RULES
        if name in values
    }
    was: State = {}
    parent = values.get("parent") or None
    if "parent" in values:
        was["parent"] = _put_below(change, team, parent)
    put = put_rules(change.tx, team=team, rules=rules, at=change.at)
    if put is None:
        raise _unknown(team)
    was |= {name: put.was[name] for name in rules}
    before, after = differing(was, rules | ({"parent": parent} if "parent" in values else {}))
    if after:
        change.remember(KIND, team, put.rev, "change", before=before, after=after, on=[("Team", team)])


def _put_below(change: Change, team: str, parent: str | None) -> str | None:
    """Put a team below another one; answers below which it was."""
    put = put_parent(change.tx, team=team, parent=parent, at=change.at)
    if put.rev is None:
        raise _unknown(team)
    if put.missing:
        raise InvalidInputError(
            said("There is no team %(parent)r; nothing was changed.", parent=parent), field="parent"
        )
    if put.closes:
        message = said(
            "The team %(parent)r is %(team)r or stands below it; nothing was changed.", parent=parent, team=team
        )
        raise ConflictError(message, field="parent")
    return put.was


def _unknown(team: str) -> NotFoundError:
    return NotFoundError(said("There is no team %(team)r.", team=team), field="team")


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision said of a team; raises ChangedSinceError, NotFoundError, ConflictError."""
    change.untouched(revision, None)
    alter(change, revision.of, states.read(revision.before))
