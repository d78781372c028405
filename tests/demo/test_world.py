"""The form of the demo world: the same bytes each time, rows that every import takes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from graphcrm.demo import WORLD_DATE, write_world
from graphcrm.demo.bundle import COLUMNS, Bundle
from graphcrm.nodes.accounts import Account
from graphcrm.nodes.campaigns import Attends, Campaign
from graphcrm.nodes.contracts import Contract, Order
from graphcrm.nodes.edges import AssignedTo, InteractedWith, Rates, WorksAt
from graphcrm.nodes.groups import Group
from graphcrm.nodes.links import ConvertedTo, ReportsTo
from graphcrm.nodes.opportunities import Opportunity
from graphcrm.nodes.people import Contact, Lead, User
from graphcrm.nodes.segments import Segment
from graphcrm.nodes.service_requests import ServiceRequest
from graphcrm.nodes.tags import Tag
from graphcrm.nodes.tasks import Task
from graphcrm.services import conditions

from .brute_force import World

COUNTS = {
    "users": (12, 12),
    "accounts": (290, 310),
    "contacts": (2_950, 3_050),
    "works_at": (6_000, 7_000),
    "interactions": (24_000, 26_000),
    "contact_links": (4, 4),
    "ratings": (150, 350),
    "leads": (250, 250),
    "conversions": (2, 2),
    "opportunities": (126, 126),
    "contracts": (40, 140),
    "orders": (5, 30),
    "service_requests": (90, 90),
    "campaigns": (4, 4),
    "attendance": (240, 240),
    "tasks": (186, 186),
    "tags": (10, 10),
    "segments": (5, 5),
    "groups": (3, 3),
    "assigned_to": (820, 1_160),
}
RECORDS = {
    "users": User,
    "accounts": Account,
    "contacts": Contact,
    "leads": Lead,
    "conversions": ConvertedTo,
    "works_at": WorksAt,
    "interactions": InteractedWith,
    "contact_links": ReportsTo,
    "ratings": Rates,
    "opportunities": Opportunity,
    "contracts": Contract,
    "orders": Order,
    "service_requests": ServiceRequest,
    "campaigns": Campaign,
    "attendance": Attends,
    "tasks": Task,
    "tags": Tag,
    "segments": Segment,
    "groups": Group,
    "assigned_to": AssignedTo,
}
PROPERTIES = {"start_date": "start", "end_date": "end", "occurred_at": "at"}  # where column and property differ
NOT_PROPERTIES = (
    "_id",
    "about_accounts",
    "about_contacts",
    "about_leads",
    "accounts",
    "contacts",
    "tags",
    "email",
    "emails",
    "phone",
    "domains",
    "team",
    "record_kind",
)


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_the_same_seed_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_world(tmp_path / "new" / "folder", seed=1)
    assert files(tmp_path / "new" / "folder") == files(folder)


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_another_process_writes_the_same_bytes(folder: Path, tmp_path: Path, hash_seed: str) -> None:
    code = "import sys; from pathlib import Path; from graphcrm.demo import write_world; write_world(Path(sys.argv[1]))"
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Asia/Shanghai", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], env=env, check=True)
    assert files(tmp_path) == files(folder)


def test_another_seed_writes_another_world(folder: Path, tmp_path: Path) -> None:
    write_world(tmp_path, seed=2)
    changed = {name for name, content in files(tmp_path).items() if content != files(folder)[name]}
    assert changed == {f"{table}.csv" for table in COLUMNS} - {
        f"{table}.csv" for table in ("users", "conversions", "contact_links", "tags", "segments", "campaigns")
    }


def test_files_are_utf8_with_line_feeds_only(folder: Path) -> None:
    for name, content in files(folder).items():
        assert b"\r" not in content, name
        assert content.decode("utf-8").endswith("\n"), name


def test_a_column_that_a_table_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match=r"users.csv has no column hobby"):
        Bundle().add("users", user_id="u", hobby="Ada")


@pytest.mark.parametrize("table", COLUMNS)
def test_there_are_as_many_rows_as_the_tour_needs(world: World, table: str) -> None:
    least, most = COUNTS[table]
    assert least <= len(world.tables[table]) <= most


def test_ids_are_unique_across_all_records(world: World) -> None:
    ids = [row[id_] for table, id_ in (("users", "user_id"), ("accounts", "account_id"), ("contacts", "contact_id"),
           ("leads", "lead_id"), ("opportunities", "opportunity_id"), ("tasks", "task_id"), ("works_at", "job_id"), ("contracts", "contract_id"), ("orders", "order_id"), ("service_requests", "service_request_id"), ("campaigns", "campaign_id")) for row in world.tables[table]]  # fmt: skip
    assert [uid for uid, n in Counter(ids).items() if n > 1] == []
    assert [uid for uid in ids if not re.fullmatch(r"[A-Za-z0-9._:~-]{1,64}", uid)] == []


def test_every_id_that_is_named_exists(world: World) -> None:
    exist = {
        column: {row[column] for row in world.tables[table]}
        for table, column in (
            ("users", "user_id"),
            ("accounts", "account_id"),
            ("leads", "lead_id"),
            ("opportunities", "opportunity_id"),
            ("campaigns", "campaign_id"),
            ("tasks", "task_id"),
            ("contracts", "contract_id"),
            ("orders", "order_id"),
            ("service_requests", "service_request_id"),
        )
    }
    exist["contact_id"] = set(world.contacts)
    for table, rows in world.tables.items():
        for row in rows:
            named = {column: row[column] for column in exist if row.get(column)}
            if table == "assigned_to":
                named[f"{row['record_kind']}_id"] = row["record_id"]
            assert all(uid in exist[column] for column, uid in named.items()), (table, row)
            parts = [part.partition(" (")[0] for part in row.get("contacts", "").split(";") if part]
            assert all(uid.strip() in exist["contact_id"] for uid in parts), row
            linked = [row[f"{end}_contact_id"] for end in ("from", "to") if f"{end}_contact_id" in row]
            assert all(uid in exist["contact_id"] for uid in linked), row
            about = {f"{of}_id": row.get(f"about_{of}s", "") for of in ("account", "contact", "lead")}
            assert all(uid in exist[of] for of, uids in about.items() for uid in filter(None, uids.split(";"))), row


def test_what_is_marked_and_asked_by_is_there(world: World) -> None:
    tags = {row["name"]: row["tag_id"] for row in world.tables["tags"]}
    has = {
        table: [row["tags"] for row in world.tables[table] if row["tags"]]
        for table in ("accounts", "contacts", "leads", "tasks")
    }
    assert all(len(cells) > 5 for cells in has.values())
    assert {name for cells in has.values() for cell in cells for name in cell.split(";")} == {*tags}
    for row in world.tables["segments"]:
        groups = conditions.checked(None, row["kind"], json.loads(row["conditions"]))
        assert {uid for of, uid in conditions.named(row["kind"], groups) if of == "tag"} <= {*tags.values()}
    for row in world.tables["groups"]:
        assert set(filter(None, row["contacts"].split(";"))) <= {*world.contacts}
        assert set(filter(None, row["accounts"].split(";"))) <= {*world.accounts}


@pytest.mark.parametrize("table", COLUMNS)
def test_every_cell_is_what_the_schema_takes(world: World, table: str) -> None:
    record = RECORDS[table]
    for column in COLUMNS[table]:
        if not column.endswith(NOT_PROPERTIES) and (table, column) != ("contact_links", "kind"):  # which is its type
            values = dict.fromkeys(row[column] for row in world.tables[table] if row[column])
            prop = getattr(record, PROPERTIES.get(column, column))
            assert all(prop.deflate(value) is not None for value in values), column


def test_every_row_has_what_it_cannot_do_without(world: World) -> None:
    needed = {"accounts": "name", "contacts": "name", "users": "name", "leads": "name", "works_at": "verified_on"}
    for table, column in needed.items():
        assert all(row[column] for row in world.tables[table])
    for row in world.tables["interactions"]:
        assert bool(row["contact_id"]) != bool(row["lead_id"])


def test_dates_of_jobs_are_plausible(world: World) -> None:
    for row, span in world.jobs:  # graphcrm.dates has refused every end before its start by now
        assert span.start_min < span.end_max, row
        assert span.start_max <= WORLD_DATE or not row["start_date"], row
        assert span.end_max <= WORLD_DATE or row["end_status"] == "ongoing", row
        assert date.fromisoformat(row["verified_on"]) < WORLD_DATE, row


def test_nobody_works_before_the_age_of_18(world: World) -> None:
    born = {uid: row["birthday"] for uid, row in world.contacts.items() if row["birthday"]}
    assert len(born) > 500
    for row, span in world.jobs:
        if row["contact_id"] in born and row["start_date"]:
            assert span.start_min - date.fromisoformat(born[row["contact_id"]]) > timedelta(days=18 * 365), row
