"""The tables of a bundle, and how they become CSV files."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

COLUMNS: dict[str, tuple[str, ...]] = {
    "users": ("user_id", "name", "email", "role", "team", "contact_id"),
    "accounts": (
        "account_id", "name", "aliases", "domains", "kind", "industry", "size_band", "employee_count", "website",
        "description", "hq_address", "country", "region", "city", "location", "lifecycle", "lifecycle_trail",
        "value_band", "placeholder", "tags",
    ),
    "contacts": (
        "contact_id", "name", "given_name", "family_name", "other_names", "email", "emails", "phone", "birthday",
        "description", "hobbies", "preferred_channel", "do_not_contact", "lifecycle", "lifecycle_trail", "tags",
    ),
    "works_at": (
        "job_id", "contact_id", "account_id", "title", "department", "role", "kind", "primary", "start_date",
        "end_date", "end_status", "verified_on",
    ),
    "interactions": (
        "interaction_id", "user_id", "contact_id", "lead_id", "occurred_at", "channel", "direction", "participants",
        "subject", "notes", "outcome", "topics", "private",
    ),
    "contact_links": ("from_contact_id", "to_contact_id", "kind", "start_date", "verified_on"),
    "ratings": ("user_id", "contact_id", "value", "at"),
    "leads": (
        "lead_id", "name", "company_name", "title", "email", "phone", "source_channel", "status", "description", "tags",
    ),
    "conversions": ("lead_id", "contact_id", "account_id", "at", "by"),
    "opportunities": (
        "opportunity_id", "name", "description", "stage", "amount", "currency", "probability", "expected_close",
        "won_reason", "lost_reason", "stage_since", "closed_at", "trail", "account_id", "contacts",
    ),
    "contracts": (
        "contract_id", "name", "number", "description", "status", "amount", "currency", "payment_terms", "start_date",
        "end_date", "signed_on", "renewal", "notice_on", "remind_days", "account_id", "contacts", "opportunity_id",
    ),
    "orders": (
        "order_id", "name", "number", "description", "status", "amount", "currency", "payment_terms", "ordered_on",
        "deliver_by", "account_id", "contacts", "opportunity_id",
    ),
    "service_requests": (
        "service_request_id", "name", "description", "status", "priority", "asked_at", "answered_at", "solved_at",
        "waiting_since", "satisfaction", "satisfaction_comment", "account_id", "contacts",
    ),
    "campaigns": (
        "campaign_id", "name", "kind", "start_on", "end_on", "place", "cost", "currency", "description",
    ),
    "attendance": ("campaign_id", "contact_id", "lead_id", "status", "on"),
    "tasks": (
        "task_id", "name", "description", "kind", "priority", "due_on", "due_time", "status", "done_at", "outcome",
        "repeats", "every", "about_accounts", "about_contacts", "about_leads", "tags",
    ),
    "tags": ("tag_id", "name", "colour"),
    "segments": ("segment_id", "user_id", "name", "kind", "conditions", "shared"),
    "groups": ("group_id", "user_id", "name", "shared", "contacts", "accounts"),
    "assigned_to": ("record_kind", "record_id", "user_id", "start_date", "end_date", "reason"),
}  # fmt: skip


class Bundle:
    """Rows by table, in the order they were added."""

    def __init__(self) -> None:
        self.rows: dict[str, list[tuple[str, ...]]] = {table: [] for table in COLUMNS}

    def add(self, table: str, **cells: object) -> None:
        """Add a row: empty where no cell is given, ValueError for a column that the table does not have."""
        unknown = [column for column in cells if column not in COLUMNS[table]]
        if unknown:
            message = f"{table}.csv has no column {', '.join(unknown)}"
            raise ValueError(message)
        self.rows[table].append(tuple(_text(cells.get(column)) for column in COLUMNS[table]))

    def fill(self, table: str, column: str, cells: Mapping[str, str]) -> None:
        """Write one column of the rows of some ids, their first cells."""
        n = COLUMNS[table].index(column)
        self.rows[table] = [(*row[:n], cells.get(row[0], row[n]), *row[n + 1 :]) for row in self.rows[table]]

    def column(self, table: str, column: str) -> list[str]:
        """One column's cells."""
        n = COLUMNS[table].index(column)
        return [row[n] for row in self.rows[table]]

    def write(self, folder: Path) -> None:
        """Write one CSV file per table: UTF-8, and a bare line feed on every system."""
        folder.mkdir(parents=True, exist_ok=True)
        for table, rows in self.rows.items():
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(COLUMNS[table])
                writer.writerows(rows)


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
