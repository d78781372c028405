"""What lists may ask of how far accounts and contacts are with us, today and on a day that is past (kinds.py)."""

from __future__ import annotations

# How far it is with us, and was on a day that is past. Its trail has texts such as `customer 2019-05`, which stand in
# the order of their days, and so do these with another day; one without a day comes first. Without a trail nobody knows
# since when.
STATE = "n.lifecycle"
STATE_THEN = """CASE WHEN n.lifecycle_trail IS NULL THEN n.lifecycle ELSE nullIf([one IN n.lifecycle_trail
    WHERE coalesce(split(one, ' ')[1], '') <= toString($on) | split(one, ' ')[0]][-1], 'none') END"""
LIFECYCLE_THEN = {
    "lifecycle": STATE_THEN + " = $lifecycle",
    "lifecycle_not": "coalesce(" + STATE_THEN + ", '') <> $lifecycle_not",
    "lifecycle_known": "(" + STATE_THEN + " IS NOT NULL) = $lifecycle_known",
}
# Beside an index of something else: the planner is not to take that of this day instead.
CUSTOMER = {
    "customer_from": "coalesce(n.customer_since >= $customer_from, false)",
    "customer_to": "coalesce(n.customer_since <= $customer_to, false)",
}
# The day on which it had last become a customer by then; of a month or a year that is its first.
_BECAME = """date(left([i IN range(0, size(coalesce(n.lifecycle_trail, [])) - 1)
    WHERE n.lifecycle_trail[i] =~ $bought AND NOT (i > 0 AND n.lifecycle_trail[i - 1] =~ $bought)
    AND coalesce(split(n.lifecycle_trail[i], ' ')[1], '') <= toString($on)
    | nullIf(coalesce(split(n.lifecycle_trail[i], ' ')[1], '') + '-01-01', '-01-01')][-1], 10))""".replace(
    "$bought", "'(customer|loyal)( .*)?'"
)
CUSTOMER_THEN = {
    "customer_from": _BECAME + " >= $customer_from",
    "customer_to": _BECAME + " <= $customer_to",
}
_OF_CUSTOMERS = {
    "customer_from": "MATCH (n:%s) WHERE n.customer_since >= $customer_from\nWITH n",
    "customer_to": "MATCH (n:%s) WHERE n.customer_since <= $customer_to\nWITH n",
}


def of_customers(label: str) -> dict[str, str]:
    """Where those of a label are reached who became customers since or by a day."""
    return {name: text % label for name, text in _OF_CUSTOMERS.items()}
