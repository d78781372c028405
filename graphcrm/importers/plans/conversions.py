"""conversions.csv: that a lead became a contact, an account, or an opportunity; one edge each."""

from __future__ import annotations

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history
from graphcrm.importers.plans.once import Once
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan
from graphcrm.nodes.ids import derived
from graphcrm.queries.load.create_conversions import create_conversions
from graphcrm.queries.load.stored_conversions import stored_conversions

_RECORDS = {"contact": "Contact", "account": "Account", "opportunity": "Opportunity"}
_REFERENCES = (("lead", "Lead"), *_RECORDS.items())
_ENDS = frozenset({"lead", *_RECORDS})

Key = tuple[str, str, str]  # the lead, and the label and uid of what it became


def identify(row: Row) -> str:
    """The uid of the row's edge when it is new."""
    return derived("conversion", *_key(row))


def _key(row: Row) -> Key:
    given = [kind for kind in _RECORDS if kind in row.values]
    if len(given) != 1:
        raise InvalidInputError("a row names one record: contact_id, account_id, or opportunity_id.", field="contact")
    return row.need("lead", "lead_id"), _RECORDS[given[0]], row.values[given[0]]


def plan(runner: Runner, rows: list[Row], context: Context) -> Plan:
    """What a batch of rows comes to."""
    rows, unknown = without_unknown(runner, context, rows, _REFERENCES)
    change = history.begin(runner, context)
    result = Plan(refused=[row.refused(reason, key) for row, key, reason in unknown], change=change)
    once = Once("CONVERTED_TO", "conversion", _ENDS, context, change, result)
    found = stored_conversions(runner, leads=sorted({row.values["lead"] for row in rows}))
    stored = {(one.lead, one.label, one.record): one for one in found}
    for row in rows:
        lead, label, record = key = _key(row)
        if one := stored.get(key):
            ends = {"lead": lead, label.lower(): record}
            once.compare(row, one.at, one.props, [("Lead", lead), (label, record)], ends)
        else:
            once.create(row, {"lead": lead, "label": label, "record": record})
    result.steps = once.steps(create_conversions)
    return result
