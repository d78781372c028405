"""Teams: which stands below which, as the rows that their users see follow from it (docs/access.md)."""

from __future__ import annotations

from graphcrm.errors import ConflictError, InvalidInputError, NotFoundError, said
from graphcrm.nodes import states
from graphcrm.queries.access.put_parent import put_parent
from graphcrm.queries.changes.revision import Revision
from graphcrm.services.changes import Change

KIND = "team"


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


def write_back(change: Change, revision: Revision) -> None:
    """Undo where a revision put a team; raises ChangedSinceError, NotFoundError, ConflictError."""
    change.untouched(revision, None)
    put_below(change, revision.of, states.read(revision.before)["parent"])
