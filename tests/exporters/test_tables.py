"""Everything that the schema knows is written, in a column from which the import reads the same thing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graphcrm.exporters.tables import tables
from graphcrm.importers.columns import TABLES
from graphcrm.importers.header import Header
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import OURS, fields
from graphcrm.queries.export.record import Record

EVERY = {table.name: table for table in tables(datetime.now(UTC))}
READ = {table.name: table for table in TABLES}
OF = {
    "accounts": NODES["Account"], "contacts": NODES["Contact"], "leads": NODES["Lead"],
    "stages": NODES["Stage"], "opportunities": NODES["Opportunity"], "contracts": NODES["Contract"],
    "orders": NODES["Order"], "service_requests": NODES["ServiceRequest"],
    "campaigns": NODES["Campaign"], "attendance": EDGES["ATTENDS"], "tasks": NODES["Task"],
    "users": NODES["User"],
    "works_at": EDGES["WORKS_AT"], "interactions": EDGES["INTERACTED_WITH"], "ratings": EDGES["RATES"],
    "assigned_to": EDGES["ASSIGNED_TO"], "segments": NODES["Segment"], "groups": NODES["Group"], "account_links": EDGES["SUCCEEDED_BY"], "contact_links": EDGES["RELATED_TO"],
}  # fmt: skip
# Not written: what follows from others, and an id that no import gives a rating.
LEFT_OUT = {
    "segments": {"removed_at"},
    "groups": {"removed_at"},
    "interactions": {"event", "counted"},
    "ratings": {"external_id"},
    "attendance": {"external_id"},
}


def test_there_is_a_table_for_each_file_that_an_import_reads() -> None:
    assert EVERY.keys() == READ.keys()


@pytest.mark.parametrize("name", READ)
def test_the_import_knows_every_column(name: str) -> None:
    header = Header(READ[name], EVERY[name].columns)
    assert header.custom == []
    assert len({key for _, key, _ in header.columns}) == len(EVERY[name].columns)


@pytest.mark.parametrize("name", OF)
def test_every_property_has_a_column(name: str) -> None:
    header = Header(READ[name], EVERY[name].columns)
    assert set(fields(OF[name])) - OURS - LEFT_OUT.get(name, set()) <= {key for _, key, _ in header.columns}


@pytest.mark.parametrize(
    ("email", "handles", "cells"),
    [
        (None, [], {}),
        ("a@us", [], {"email": "a@us"}),
        ("a@us", [("email", "a@us", "work", None)], {"email": "a@us (work)"}),
        (
            "a@us",
            [("email", "b@us", None, True), ("email", "a@us", None, None), ("phone", "1", None, True)],
            {"email": "a@us", "emails": "b@us", "phone": "1"},
        ),
        (None, [("email", "b@us", None, True)], {"email": "b@us"}),
    ],
)
def test_the_address_of_a_user_is_the_one_they_sign_in_with(
    email: str | None, handles: list[tuple[str, str, str | None, bool | None]], cells: dict[str, str]
) -> None:
    values = EVERY["users"].values(Record("U1", {"email": email} if email else {}, handles))
    assert {name: value for name, value in values.items() if value and name[:5] in {"email", "phone"}} == cells


def test_of_several_teams_one_is_written() -> None:
    values = EVERY["users"].values(Record("U1", {}, [], teams=["South", "North"], own=["P2", "P1"]))
    assert (values["team"], values["contact_id"]) == ("North", "P1")
