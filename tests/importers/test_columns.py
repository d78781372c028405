from __future__ import annotations

import pytest

from graphcrm.importers.columns import TABLES, Table
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import LANED, fields

KEPT_BY_THE_PROGRAM = {
    "uid",
    "created_at",
    "updated_at",
    "deleted_at",
    "recorded_at",
    "recorded_by",
    "rev",
    "carried_from",
}
COMPUTED = {
    "start_min", "start_max", "end_min", "end_max", "event", "counted", "owner", "owner_until", "digest_on",
    "key", "removed_at", "merged_into", "customer_since", "proposed", *LANED,
}  # fmt: skip
CLASSES = {
    "tags": NODES["Tag"],
    "stages": NODES["Stage"],
    "segments": NODES["Segment"],
    "groups": NODES["Group"],
    "accounts": NODES["Account"],
    "contacts": NODES["Contact"],
    "leads": NODES["Lead"],
    "opportunities": NODES["Opportunity"],
    "contracts": NODES["Contract"],
    "orders": NODES["Order"],
    "service_requests": NODES["ServiceRequest"],
    "campaigns": NODES["Campaign"],
    "attendance": EDGES["ATTENDS"],
    "tasks": NODES["Task"],
    "users": NODES["User"],
    "works_at": EDGES["WORKS_AT"],
    "interactions": EDGES["INTERACTED_WITH"],
    "ratings": EDGES["RATES"],
    "conversions": EDGES["CONVERTED_TO"],
    "assigned_to": EDGES["ASSIGNED_TO"],
    "account_links": EDGES["SUCCEEDED_BY"],
    "contact_links": EDGES["RELATED_TO"],
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_property_of_the_schema_has_a_column(table: Table):
    keys = {key for key, _ in table.columns.values()}
    assert fields(CLASSES[table.name]).keys() - KEPT_BY_THE_PROGRAM - COMPUTED <= keys
    assert keys.isdisjoint(KEPT_BY_THE_PROGRAM | COMPUTED)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_needed_columns_are_columns(table: Table):
    assert {column for group in table.needed for column in group} <= table.columns.keys()


def test_what_is_referred_to_is_loaded_before_what_refers_to_it():
    order = [table.name for table in TABLES]
    for first, then in [
        ("contacts", "users"),
        ("users", "interactions"),
        ("accounts", "works_at"),
        ("leads", "assigned_to"),
        ("leads", "tasks"),
        ("contacts", "tasks"),
        ("accounts", "tasks"),
        ("tasks", "assigned_to"),
        ("accounts", "opportunities"),
        ("stages", "opportunities"),
        ("contacts", "opportunities"),
        ("opportunities", "tasks"),
        ("opportunities", "contracts"),
        ("opportunities", "orders"),
        ("contacts", "service_requests"),
        ("contracts", "tasks"),
        ("service_requests", "tasks"),
        ("orders", "assigned_to"),
        ("campaigns", "attendance"),
        ("contacts", "attendance"),
        ("leads", "attendance"),
        ("campaigns", "assigned_to"),
    ]:
        assert order.index(first) < order.index(then)
