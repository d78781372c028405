"""Teams: which stands below which, as the rows that their users see follow from it (docs/access.md), and what each says
of the pool (docs/leads.md)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, said
from graphcrm.nodes import Team, states
from graphcrm.nodes.base import fields
from graphcrm.queries.access.put_parent import put_parent
from graphcrm.queries.access.put_rules import put_rules
from graphcrm.queries.changes.revision import Revision
from graphcrm.services.changes import Change, differing

KIND = "team"
RULES = ("claims_a_day", "reclaim_after")


def put_below(change: Change, team: str, parent: str | None) -> None:
    """Put a team below another one, None for none.

    Raises NotFoundError for a team that is not there, InvalidInputError for such a parent, ConflictError for a ring.
    """
    put = put_parent(change.tx, team=team, parent=parent, at=change.at)
    if put.rev is None:
        raise NotFoundError(said("There is no team %(team)r.", team=team), field="team")
    if put.missing:
        raise InvalidInputError(
            said("There is no team %(parent)r; nothing was changed.", parent=parent), field="parent"
        )
    if put.closes:
        message = said(
            "The team %(parent)r is %(team)r or stands below it; nothing was changed.", parent=parent, team=team
        )
        raise ConflictError(message, field="parent")
    if put.was != parent:
        before, after = {"parent": put.was}, {"parent": parent}
        change.remember(KIND, team, put.rev, "change", before=before, after=after, on=[("Team", team)])


def rule(change: Change, team: str, values: Mapping[str, Any]) -> None:
    """Say a team's rules of the pool, as a client sends them: what is left out stays, what is empty is no rule.

    Raises NotFoundError, InvalidInputError.
    """
    known = fields(Team)
    rules = {
        name: None if values[name] in {None, ""} else known[name].deflate(values[name])
        for name in RULES
        if name in values
    }
    put = put_rules(change.tx, team=team, rules=rules, at=change.at)
    if put is None:
        raise NotFoundError(said("There is no team %(team)r.", team=team), field="team")
    before, after = differing({name: put.was[name] for name in rules}, rules)
    if after:
        change.remember(KIND, team, put.rev, "change", before=before, after=after, on=[("Team", team)])


def write_back(change: Change, revision: Revision) -> None:
    """Undo what a revision said of a team; raises ChangedSinceError, NotFoundError, ConflictError."""
    change.untouched(revision, None)
    before = states.read(revision.before)
    if "parent" in before:
        put_below(change, revision.of, before["parent"])
    else:
        rule(change, revision.of, before)
