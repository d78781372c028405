"""Accept what the facts suggest of how far an account or a contact is with us: nothing does so by itself."""

from __future__ import annotations

from graphcrm.errors import ConflictError, said
from graphcrm.services import lifecycles, records, rights
from graphcrm.services.changes import Change
from graphcrm.services.records import LABELS


def accept(change: Change, kind: str, uid: str, state: str) -> None:
    """Have a record be what is proposed for it, since when that is.

    Raises NotFoundError, StaleError, ForbiddenError, and ConflictError where something else is proposed by now, or
    nothing.
    """
    record = LABELS[kind], uid
    owner = change.lock(record)[record].props.get("owner")
    done = rights.Done(kind, "change", [record], ["lifecycle"])
    rights.require(change.author.reader, done, {record: owner})  # who may not is not told what is proposed
    lifecycles.keep(change.tx, [record], change.today)  # by all that is known: who asks may see a part
    found = lifecycles.of_record(change.tx, LABELS[kind], uid, change.today)
    if found is None or found.proposal.state != state:
        message = said("%(state)s is not proposed any more, so nothing was changed; look at it again.", state=state)
        raise ConflictError(message, field="lifecycle")
    records.edit(change, kind, uid, {"lifecycle": state, "lifecycle_since": found.proposal.since})
