"""Users beside their record: the team, their own contact record, and addresses that no two of them share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graphcrm.errors import ExistsError, said
from graphcrm.nodes.ids import derived
from graphcrm.queries.changes.drop_memberships import drop_memberships
from graphcrm.queries.load.put_memberships import put_memberships
from graphcrm.queries.load.put_own_contacts import put_own_contacts
from graphcrm.queries.users.users_of_email import users_of_email
from graphcrm.services.changes import Change


def belong(change: Change, uid: str, becomes: Mapping[str, Any]) -> None:
    """Put a user into a team, and name their own contact record."""
    leaves = {name: becomes.get(name, "") is None for name in ("team", "own")}
    if any(leaves.values()):
        drop_memberships(change.tx, rows=[{"uid": uid, **leaves}])
    if team := becomes.get("team"):
        row = {"user": uid, "team": derived("team", team), "name": team}
        put_memberships(change.tx, rows=[row], at=change.at)
    if own := becomes.get("own"):
        change.lock(("Contact", own))
        put_own_contacts(change.tx, rows=[{"user": uid, "contact": own}])


def reserve(change: Change, uid: str, emails: Iterable[str]) -> None:
    """Raise ExistsError where another user has one of the addresses; who else wants it waits for us."""
    for email in sorted(emails):
        others = [other for other in users_of_email(change.tx, email=email) if other != uid]
        if others:
            message = said("There is already a user with the e-mail address %(email)s.", email=email)
            raise ExistsError(message, field="email", other={"kind": "user", "uid": others[0]})
