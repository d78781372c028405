"""Tiny bundles.

Alice ──knows── Hanna ──worked with── Tomas ──works at──▶ Polaris Robotics
                  └─────both at Brightwold─────┘
"""

from __future__ import annotations

Rows = list[dict[str, str]]

AS_OF = "2026-06-01"

POLARIS: dict[str, Rows] = {
    "users": [
        {"user_id": "alice", "name": "Alice Moreau", "email": "alice@us.example", "role": "rep"},
        {"user_id": "bob", "name": "Bob Tanner", "email": "bob@us.example", "role": "rep"},
    ],
    "accounts": [
        {"account_id": "polaris", "name": "Polaris Robotics", "employee_count": ""},
        {"account_id": "brightwold", "name": "Brightwold Instruments", "employee_count": "22"},
        {"account_id": "polaris-north", "name": "Polaris North", "employee_count": ""},
        {"account_id": "vast", "name": "Vast Holdings", "employee_count": "90000"},
    ],
    "contacts": [
        {"contact_id": "hanna", "name": "Hanna Vogel"},
        {"contact_id": "tomas", "name": "Tomás Reyes"},
        {"contact_id": "greta", "name": "Greta Lund"},
    ],
    "works_at": [
        {"contact_id": "hanna", "account_id": "brightwold", "title": "Manager", "start_date": "2022-02-01",
         "end_date": "2025-06-30", "role": "", "verified_on": "2026-05-01"},
        {"contact_id": "tomas", "account_id": "brightwold", "title": "Engineer", "start_date": "2020-01-13",
         "end_date": "2024-02-01", "role": "", "verified_on": "2026-05-01"},
        {"contact_id": "tomas", "account_id": "polaris", "title": "CTO", "start_date": "2024-02-05", "end_date": "",
         "role": "decision_maker", "verified_on": "2026-05-01"},
        {"contact_id": "hanna", "account_id": "vast", "title": "Clerk", "start_date": "2010", "end_date": "2012",
         "role": "", "verified_on": "2026-05-01"},
        {"contact_id": "greta", "account_id": "vast", "title": "Clerk", "start_date": "2010", "end_date": "",
         "role": "", "verified_on": "2026-05-01"},
    ],
    "interactions": [
        {"interaction_id": f"i{n}", "user_id": "alice", "contact_id": "hanna", "channel": "meeting",
         "occurred_at": f"2026-0{n}-15T09:00:00Z", "direction": "both"}
        for n in range(1, 6)
    ],
}  # fmt: skip

# One job ends before it begins, one is at an account that nobody knows.
BROKEN: dict[str, Rows] = POLARIS | {
    "works_at": [
        *POLARIS["works_at"],
        POLARIS["works_at"][0] | {"start_date": "2030-01-01", "end_date": "2020-01-01"},
        POLARIS["works_at"][0] | {"account_id": "nowhere"},
    ]
}
