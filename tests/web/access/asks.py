"""How each address is asked about the thing of one owner, and whose and what that is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from graphcrm.access import Kind
from tests.web.access.scene import PREFIXES
from tests.web.forms import csrf

KINDS: dict[str, Kind] = {
    "accounts": "account",
    "contacts": "contact",
    "leads": "lead",
    "opportunities": "opportunity",
    "contracts": "contract",
    "orders": "order",
    "service-requests": "service_request",
    "campaigns": "campaign",
    "tasks": "task",
    "users": "user",
}
# Of what is no record: the letter of its uids, and the kind of record whose part it is.
PARTS: dict[str, tuple[str, Kind]] = {
    "jobs": ("J", "contact"), "links": ("K", "contact"), "assignments": ("S", "lead"), "interactions": ("E", "contact"),
    "introductions": ("I", "contact"),
}  # fmt: skip
SENT: dict[str, dict[str, object]] = {
    "handles": {"kind": "phone", "value": "+49 30 123456"}, "rating": {"value": 3}, "assign": {"user": "mate"},
    "move": {"to_account": "hub", "title": "Boss", "effective_on": "2024-01-01", "from_job": None},
    "jobs": {"account": "hub", "title": "Advisor", "kind": "advisor", "start": "2021"},
}  # fmt: skip
NEW: dict[Kind, dict[str, object]] = {
    "account": {"name": "New"}, "contact": {"name": "New"}, "lead": {"name": "New"}, "opportunity": {"name": "New"}, "task": {"name": "New"},
    "contract": {"name": "New"}, "order": {"name": "New"}, "service_request": {"name": "New"}, "campaign": {"name": "New"},
    "user": {"name": "New", "email": "new@us.example"},
}  # fmt: skip
# What a question needs that names nothing in its address.
ASKED = {
    "/search": "?q=hub", "/network/records": "?ids=account:hub,contact:C-other", "/network/around": "?id=account:hub",
    "/network/expand": "?id=account:hub&kind=job", "/network/path": "?from=account:hub&to=contact:boss",
}  # fmt: skip


@dataclass(frozen=True)
class Ask:
    """An address, how it is asked, and the kind of record that decides; None for none."""

    rule: Rule
    method: str
    kind: Kind | None

    @property
    def parts(self) -> list[str]:
        return self.rule.rule.removeprefix("/api/v1").strip("/").split("/")

    @property
    def of_one(self) -> bool:
        """Whether it is about one thing, of somebody."""
        return "<uid>" in self.parts and self.kind is not None

    @property
    def name(self) -> str:
        return f"{self.method} {self.rule.rule}"

    def uid(self, owner: str) -> str:
        """The uid of the thing that is an owner's."""
        topic, last = self.parts[0], self.parts[-1]
        if topic in PARTS:
            return f"{PARTS[topic][0]}-{owner}"
        trash = "T-" if last in {"restore", "purge"} else ""
        kind = KINDS[topic]
        return f"{trash}{PREFIXES[kind]}-{owner}"

    def send(self, client: FlaskClient, owner: str) -> TestResponse:
        """Ask, as whoever the client is."""
        uid = self.uid(owner) if self.of_one else "none"
        url = self.rule.rule.replace("<uid>", uid).replace("<name>", "viewer").replace("<way>", f"me,C-{owner}")
        url += "?q=hub" if url.endswith("/search") else ""
        url = self.rule.rule.replace("<uid>", uid).replace("<name>", "viewer")
        url += next((query for end, query in ASKED.items() if url.endswith(end)), "")
        if self.method == "GET":
            return client.get(url)
        if url.startswith("/api/"):
            query = (
                "?kind=email&value=" + f"{owner}@people.example" if self.method == "DELETE" and "handles" in url else ""
            )
            return client.open(url + query, method=self.method, json=self._body(owner))
        return client.post(url, data={"csrf": csrf(client, "/search"), **self._form(owner)})

    def _body(self, owner: str) -> dict[str, object]:
        last, topic = self.parts[-1], self.parts[0]
        event: dict[str, object] = {"contacts": ["boss"], "at": "2024-02-01"}
        bodies: dict[tuple[str, str], dict[str, object]] = {
            ("introductions", "introductions"): {"account": "hub", "user": "mate", "people": ["C-nobody"]},
            ("introductions", "<uid>"): {"remark": "Other"}, ("interactions", "interactions"): event, ("interactions", "batch"): {"items": [event]},
            ("network", "between"): {"ids": ["account:hub", "contact:C-other"]},
            ("jobs", "<uid>"): {"title": "Other"}, ("links", "<uid>"): {"start": "2021"},
            ("interactions", "<uid>"): {"subject": "Other"}, ("assignments", "<uid>"): {"reason": "Other"},
            ("accounts", "links"): {"to": "hub", "kind": "partner_of"}, ("contacts", "links"): {"to": "boss", "kind": "related_to"},
            ("roles", "<name>"): {"rows": {}, "modules": ["paths"]}, ("teams", "<uid>"): {"parent": "South"},
            ("notifications", "read"): {"until": "none"}, ("mail-templates", "mail-templates"): {"name": "New"},
            ("automations", "automations"): {"name": "New", "of": "lead", "parameters": "status=new", "notify": "author"}, ("pool", "claim"): {"leads": ["L-nobody"]}, ("pool", "reclaim"): {"leads": ["L-nobody"]},
            ("campaigns", "attendance"): {"contacts": ["boss"], "status": "invited"}, ("campaigns", "remove"): {"contacts": ["boss"]},
            ("leads", "ignore"): {"reason": "Other"}, ("leads", "convert"): {"no_account": True},
            ("accounts", "lifecycle"): {"state": "customer"}, ("contacts", "lifecycle"): {"state": "customer"},
            ("accounts", "people"): {"people": [{"uid": "C-nobody"}]},
        }  # fmt: skip
        whole = {"assign": {"user": "other" if owner == "mate" else "mate"}, "<uid>": {"name": "Other"}}
        made = NEW[KINDS[topic]] if self.method == "POST" and last == topic and topic in KINDS else {}
        sent = bodies.get((topic, last)) or whole.get(last) or SENT.get(last) or made
        return sent if self.method != "DELETE" else {}

    def _form(self, owner: str) -> dict[str, str]:
        last, topic = self.parts[-1], self.parts[0]
        forms: dict[tuple[str, str], dict[str, str]] = {
            ("contacts", "links"): {"kind": "related_to", "to": "boss"}, ("accounts", "links"): {"kind": "partner_of", "to": "hub"},
            ("contacts", "new"): {"account": "hub", "kind": "advisor", "start": "2021"} if "jobs" in self.parts else {"name": "New"},
            ("users", "new"): {"name": "New", "email": "new@us.example", "role": "rep"},
            ("jobs", "edit"): {"account": "hub", "title": "Other", "start": "2020", "kind": "employee"},
            ("introductions", "<uid>"): {"remark": "Other", "asked_on": "2024-02-01", "state": "asked"},
            ("links", "edit"): {"start": "2021"}, ("assignments", "edit"): {"start": "2000-01-01", "end": "2000-02-01", "reason": "Other"},
            ("interactions", "edit"): {"at": "2024-01-01", "subject": "Other", "users": "me", "contacts": f"C-{owner}"},
            ("interactions", "new"): {"at": "2024-02-01", "users": "me", "contacts": "boss"},
            ("tasks", "edit"): {"name": "Other", "status": "open"}, ("opportunities", "stage"): {"stage": "needs"}, ("opportunities", "edit"): {"name": "Other", "stage": "needs"},
            ("contracts", "edit"): {"name": "Other", "status": "active"}, ("orders", "edit"): {"name": "Other", "status": "placed"},
            ("service-requests", "status"): {"status": "open"}, ("service-requests", "solve"): {"solution": "Other"},
            ("service-requests", "edit"): {"name": "Other", "status": "new", "priority": "normal"}, ("contacts", "move"): {"to_account": "hub", "effective_on": "2024-01-01"}, ("contacts", "rating"): {"value": "3"},
            ("campaigns", "attend"): {"contacts": "boss", "status": "invited"}, ("campaigns", "<uid>"): {"who": "contact:boss", "status": "invited"}, ("campaigns", "take-out"): {"who": "contact:boss"},
            ("access", "<name>"): {"modules": "paths"}, ("access", "<uid>"): {"parent": "South"},
            ("accounts", "lifecycle"): {"state": "customer"}, ("contacts", "lifecycle"): {"state": "customer"},
            ("accounts", "offers"): {"who": "contact C-nobody"},
            ("leads", "claim"): {"uid": "L-nobody"}, ("leads", "convert"): {"contact": "new", "name": "New", "account": "none"}, ("pool", "reclaim"): {"uid": "L-nobody"},
            ("users", "edit"): {"name": "Other", "email": f"{owner}@them.example", "role": "rep", "active": "true"},
        }  # fmt: skip
        other = {
            "new": {"name": "New"},
            "edit": {"name": "Other"},
            "tag": {"tag": "New"},
            "untag": {"tag": "New"},
            "cell": {"name": "Other"},
            "owner": {"user": "other" if owner == "mate" else "mate"},
        }
        return forms.get((topic, last), other.get(last, {}))


def asks_of(rules: list[Rule]) -> list[Ask]:
    """Every way to ask every address."""
    found = []
    for rule in sorted(rules, key=lambda rule: rule.rule):
        topic = rule.rule.removeprefix("/api/v1").strip("/").split("/")[0]
        kind = KINDS.get(topic) or (PARTS[topic][1] if topic in PARTS and "<uid>" in rule.rule else None)
        found += [Ask(rule, method, kind) for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})]
    return found


def told(answer: TestResponse) -> str:
    """What was answered, for who reads that a test failed."""
    body = answer.get_json(silent=True) if "json" in answer.mimetype else None
    page = " ".join(re.sub(r"<[^>]+>", " ", answer.text.split("<main")[-1]).split())
    return f"{answer.status_code} {json.dumps(body) if body else page}"[:300]
