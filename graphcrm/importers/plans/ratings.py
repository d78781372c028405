"""ratings.csv: a user's own word on how well they know a contact, one edge per pair."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.plans.once import Once
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan
from graphcrm.nodes.ids import derived
from graphcrm.queries.load.create_ratings import create_ratings
from graphcrm.queries.load.stored_ratings import stored_ratings

_REFERENCES = (("user", "User"), ("contact", "Contact"))
_ENDS = frozenset(key for key, _ in _REFERENCES)


def identify(row: Row) -> str:
    """The uid of the row's edge when it is new."""
    pair = row.need("user", "user_id"), row.need("contact", "contact_id")
    row.need("value", "value")
    return derived("rating", *pair)


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch of rows comes to."""
    rows, unknown = without_unknown(runner, context, rows, _REFERENCES)
    change = history.begin(runner, context)
    result = Plan(refused=[row.refused(reason, key) for row, key, reason in unknown], change=change)
    once = Once("RATES", "rating", _ENDS, context, change, result)
    pairs = [(row.values["user"], row.values["contact"]) for row in rows]
    stored = {(found.user, found.contact): found for found in stored_ratings(runner, pairs=pairs)}
    for row, (user, contact) in zip(rows, pairs, strict=True):
        ends = {"user": user, "contact": contact}
        if found := stored.get((user, contact)):
            once.compare(row, found.at, found.props, [("User", user), ("Contact", contact)], ends)
        else:
            once.create(row, ends)
    result.steps = once.steps(create_ratings)
    return result
