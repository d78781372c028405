"""What the catalogue is held to, and every exception with its reason."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from graphcrm.queries import catalogue
from graphcrm.warmth import MODEL

TESTS = Path(__file__).parent.parent / "queries"
LINES_MOST = 40
_PARAM = re.compile(r"\$(\w+)")
_COMMENT = re.compile(r"//.*")
_QUOTED = re.compile(r"'[^']*'")
_WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|FOREACH|DROP|LOAD\s+CSV)\b")
_LIMIT = re.compile(r"(?:\bLIMIT |\[\.\.)\$(\w+)")  # of rows, or of what one of them collects

# What a twin gives a query by itself, so that no caller has to.
SUPPLIED = {
    "audit/entries": {"of_user", "of_action", "of_all"},  # made from `record`, `user` and `action`
    "audit/last_entry": {"limit"},  # one row
    "audit/entry_range": {"limit"},  # the same
    "checks/audit_head": {"limit"},  # the same
    "export/totals": {"limit"},  # one row
    "accounts/account": {"limit"},  # by uid: there is one, or none
    "contacts/contact": {"limit"},
    "network/ties": {"age"},  # of `before`
    "leads/lead": {"limit"},
    "tasks/task": {"limit"},
    "opportunities/opportunity": {"limit"},
    "contracts/contract": {"limit"},
    "accounts/potential": {"limit"},  # one row
    "contracts/order": {"limit"},
    "service_requests/service_request": {"limit"},
    "campaigns/campaign": {"limit"},
    "coverage/contacts_met": {"channels"},  # those of the schema
    "coverage/accounts_met": {"channels"},
    "opportunities/lock_stages": {"rows"},  # those shipped
    "opportunities/unforeseen": {"limit"},  # one row
    "opportunities/cards": {"dated"},  # of what is hidden from who asks
    "opportunities/beside": {"dated"},
    "introductions/one_introduction": {"limit"},
    "moves/moves_since": {"lifecycles"},  # of accounts that are ours: standings.OURS
    "accounts/known_there": {"age"},  # of `before`
    "accounts/coverage": {"age"},
    "accounts/lines": {"ranks"},
    "accounts/staff": {"ranks"},  # of roles: staff.RANKS
    "ties/best_ties": {"age"},
    "ties/cooling": {"quiet", "gone", "age", "good"},  # constants, but for the age of `before`
    "leads/alike": {"person_words", "company_words", "most"},  # made from `name` and `company`
    "leads/silent": {"done"},  # a constant
    "leads/taken": {"limit"},
    "lifecycles/facts": {"counted", "limit"},  # constants
    "offers/fitting": {"words", "looked", "most"},  # made from `names`, and constants
    "leads/to_work": {"done"},  # a constant
    "access/standing": {"limit"},
    "access/mates": {"limit"},  # as many as are asked about
    "moves/untold": {"limit"},  # the same
    "contacts/asked_not": {"limit"},  # as many as are asked about
    "users/user": {"limit"},
    "users/user_record": {"limit"},
    "users/token_user": {"limit"},
    "tags/fates": {"limit"},  # the same
    "tags/known_tags": {"limit"},  # as many as are asked about
    "views/starred": {"limit"},  # one edge
    "sign_in/credential": {"limit"},
    "sign_in/credential_of_identity": {"limit"},
    "sign_in/credential_of_email": {"limit"},  # two are as good as none
    "sign_in/session_user": {"limit"},
    "sign_in/link": {"limit"},
    "contacts/job": {"limit"},
    "links/link": {"limit"},
    "ownership/assignment": {"limit"},
    "person/private_events": {"limit"},  # as many as are asked about
    "person/properties": {"limit"},
    "changes/in_trash": {"limit"},
    "changes/record_exists": {"limit"},
    "records/names": {"limit"},  # made from `uids`
    "changes/forget_answers": {"mark"},  # of all that is sealed
    "tasks/naming": {"mark"},  # the same
    "sealing/values_of_nodes": {"mark"},
    "sealing/values_of_edges": {"mark"},
    "search/matches": {"words", "names", "handles"},  # made from `text`, so that nothing typed reaches Lucene's syntax
    "search/resolve": {"handles", "limit"},  # made from `text`; more candidates than are shown help nobody
}
SEEN = {"see"}  # whose records: the graph says it, and no twin
SUPPLIED_ALWAYS = {"model"} | SEEN  # warmth.MODEL: one table of constants

LOG_WRITERS = {"audit/claim_head", "audit/put_entry"}  # of all that writes, these alone write to the audit log

# Products of single rows: one side, or each side for each row, is a seek by a unique key.
CARTESIAN = {
    "accounts/target_people": "a person and the target, both by uid",
    "audit/entry_range": "one entry and another, both by an index of time",
    "candidates/direct_of_contacts": "the target is one row",
    "candidates/middles_of_connectors": "the target is one row",
    "introductions/put_introduction": "two users, an account and a contact, all by uid",
    "load/create_assignments": "a record and a user, both by uid",
    "load/create_links": "two accounts or two contacts, all by uid",
    "load/create_conversions": "a lead and a record, both by uid",
    "load/create_interactions": "a user and a contact or lead, both by uid",
    "load/create_ratings": "a user and a contact, both by uid",
    "load/create_stints": "a contact and an account, both by uid",
    "load/put_knows": "a user and a contact, both by uid",
    "load/stored_ratings": "a user and a contact, both by uid",
    "moves/audience": "a contact and two accounts, all by uid",
    "tags/merge_tag": "two tags, both by uid",
    "ties/tie_evidence": "a user and a contact, both by uid",
    "views/put_star": "a user and a record, both by uid",
}

# Operators that look at everything of a label or a type. A check looks at all there is, so those are not asked.
SCANS = {
    "changes/forget_answers": {"NodeByLabelScan"},  # of IdempotencyKey: the requests of one day
    "access/put_parent": {"NodeByLabelScan"},  # of teams: few, and all of them are locked
    "access/teams": {"NodeByLabelScan"},  # of teams: all of them are what is asked for
    "automations/automations": {"NodeByLabelScan"},  # of automations: all that run are what is asked for
    "automations/restore_automation": {"NodeIndexScan"},  # by removed_at: what was deleted today
    "changes/trashed": {"NodeIndexScan"},  # by deleted_at: only what is in the trash has one
    "views/naming": {"NodeByLabelScan"},  # of saved views: some of them name a record, and no index says which
    "tags/suggested": {"NodeIndexScan"},  # of tags: some hundreds
    "tags/tags": {"NodeIndexScan"},  # the same: all of them are what is asked for
    "segments/uncounted": {"NodeUniqueIndexSeekByRange"},  # of segments: all of them, page by page
    "opportunities/stages": {"NodeByLabelScan"},  # of stages: few, and all of them are what is asked for
    "opportunities/lock_stages": {"NodeByLabelScan"},  # the same
    "ties/all_ties": {"NodeByLabelScan"},  # of users: every tie of all of them is what is asked for
    "ties/strongest_ties": {"DirectedRelationshipTypeScan"},  # of RATES: said by hand, so there are few
    "leads/silent": {"NodeByLabelScan"},  # of users: whose teams have a rule
    "accounts/classes": {"NodeByLabelScan"},  # of accounts: all of them are what is counted
    "offers/fitting": {"NodeIndexEndsWithScan"},  # of a TEXT index, which finds the ends of addresses
    "users/tokens": {"DirectedRelationshipTypeScan", "NodeByLabelScan"},  # of tokens: a few for each user
    "sign_in/can_sign_in": {"NodeByLabelScan"},  # of users: until one is found who can
    "users/users": {"NodeByLabelScan"},  # of users: all of them are what is asked for
}

# Indexes of edges, and who may use them: any other query that could, would, before there are statistics.
RELATIONSHIP_INDEXES = {
    "changes/remove_edges": {"DirectedRelationshipIndexSeek"},  # by uid, of what is set aside
    "interactions/change_parts": {"DirectedRelationshipIndexSeek"},  # the same
    "interactions/set_parts_aside": {"DirectedRelationshipIndexSeek"},  # the same
    "interactions/stored_parts": {"DirectedRelationshipIndexSeek"},  # by event: as many as a meeting had pairs
    "interactions/parts": {"DirectedRelationshipIndexSeek"},  # the same
    "interactions/recount": {"DirectedRelationshipIndexSeek"},  # the same
    "person/private_events": {"DirectedRelationshipIndexSeek"},  # the same, of all that somebody took part in
    "accounts/interactions": {"DirectedRelationshipIndexSeek"},  # the same: is one of its pairs private?
    "contacts/parts": {"DirectedRelationshipIndexSeek"},  # the same
    "contacts/interactions": {"DirectedRelationshipIndexSeek"},  # the same: is one of its pairs private?
    "leads/interactions": {"DirectedRelationshipIndexSeek"},  # the same
    "checks/miscounted": {"DirectedRelationshipIndexSeek", "UndirectedRelationshipIndexSeek"},  # the same, of all
    "checks/missing_revisions": {"DirectedRelationshipIndexScan"},  # the same
    "checks/odd_revisions": {"DirectedRelationshipIndexSeek"},  # the same
    "export/interactions": {"DirectedRelationshipIndexSeekByRange"},  # by event: all of them, page by page
    "load/edges_set_aside": {"DirectedRelationshipIndexSeek"},  # by uid
    "load/stored_interactions": {"DirectedRelationshipIndexSeek"},  # by event: as many as a meeting had pairs
    "moves/moves_since": {"DirectedRelationshipIndexSeek"},  # by start_min and kind: moves by day
    "moves/proposed_moves": {"DirectedRelationshipIndexSeek"},  # the same
    "sealing/put_values_of_edges": {"DirectedRelationshipIndexSeek"},  # by uid
    "sealing/values_of_edges": {"DirectedRelationshipIndexSeekByRange"},  # by uid: all of them, page by page
    "ties/strongest_ties": {"DirectedRelationshipIndexScan"},  # by heat: the best first, as many as are asked for
}

TYPES: dict[str, object] = {
    "change": "c", "ends": {"WORKS_AT": [["Contact"], ["Account"]]}, "event": "E1", "kind": "contact", "of": "P1", "rev": 1, "after_key": "", "left": ["A1"], "joined": "A1", "props": {},
    "record": "P1", "of_all": 9, "user": "U1", "action": "write", "first": 1, "until": datetime(2024, 6, 1, tzinfo=UTC),
    "accounts": ["A1"], "answer": "", "headers": "{}", "digest": "d", "email": "a@b.c",
    "labels": ["Contact"], "names": ["A"], "handles": ["a"], "active": True, "active_only": True, "after": None, "after_at": None, "after_name": "", "after_on": None,
    "after_uid": "", "after_state": "", "last_state": "~", "looked": 9, "age": 4.0, "at": datetime(2024, 6, 1, tzinfo=UTC), "before": datetime(2024, 6, 1, tzinfo=UTC),
    "cap": 500, "connectors": ["P1"], "contacts": ["P1"], "crowd": 10, "noted": True, "attending": [["G1", "Contact", "P1"]], "epoch_ms": 0, "events": ["E1"],
    "half_life_ms": 1.0, "kinds": ["link"], "among": True, "users": ["U1"], "skip": 0, "label": "Contact", "least": 0.0, "limit": 10, "middles": {"P1": 1.0}, "model": MODEL,
    "now": datetime(2024, 6, 1, tzinfo=UTC), "on": date(2024, 6, 1), "pairs": [["P1", "P2"]],
    "removed": False, "erased": ["V1"], "changed": [], "viewed": [["Contact", "P1"]],
    "closed": ["done"], "sized": True, "done": ["converted"], "quiet": 90, "gone": 730, "good": 0.25,
    "starts": ["A1"], "counted": 10, "leads": ["L1"], "known": True, "lifecycles": ["customer"], "movers": ["P1"], "ours": True, "shown": 3,
    "ranks": {"buyer": 1}, "days": 30, "channels": ["call"], "status": "attended", "rules": {}, "most": 9, "people": ["P1"], "records": [["Account", "A1"]], "rows": [], "edge": "TRASHED", "mark": "m", "since": date(2024, 1, 1), "ties": {"P1": 1.0}, "uids": ["P1"],
    "see": {"Account": ["", "U1"], "Contact": ["", "U1"], "Lead": ["", "U1"], "Opportunity": ["", "U1"], "Contract": ["", "U1"], "Order": ["", "U1"], "ServiceRequest": ["", "U1"], "Campaign": ["", "U1"], "Task": ["", "U1"]}, "types": ["WORKS_AT"], "stages": [["needs", "open"]], "owner": "U1", "team": "T1", "likely": {"needs": 20}, "key": "needs", "dated": True, "moved": "O1", "moves": [{"uid": "W1", "contact": "P1", "left": "A1", "joined": "A2"}], "state": "new", "deals_most": 5, "statuses": {"needs": "open"}, "units": [["A1", None]], "weights": {"other": 0.5},
}  # fmt: skip


class Query:
    """One `.cypher` file with all that stands beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = f"{path.parent.name}/{path.stem}"
        self.source = path.read_text(encoding="utf-8")
        self.text = catalogue.cypher(str(path))

    @property
    def header(self) -> catalogue.Header:
        """Its head."""
        return catalogue.header(self.path)

    @property
    def code(self) -> str:
        """The Cypher without comments and quoted words."""
        return _QUOTED.sub("''", _COMMENT.sub("", self.text))

    @property
    def answers_rows(self) -> bool:
        """Whether it answers for rows it is given, as an import asks: as many as were asked about, and no list."""
        return self.path.parent.name == "load"

    @property
    def module(self) -> ModuleType:
        """The twin."""
        return importlib.import_module(f"graphcrm.queries.{self.path.parent.name}.{self.path.stem}")

    @property
    def function(self) -> Callable[..., Any]:
        """The twin's function of the same name."""
        return getattr(self.module, self.path.stem)

    @property
    def test(self) -> Path:
        """Where its test has to be."""
        return TESTS / self.path.parent.name / f"test_{self.path.stem}.py"

    def params(self) -> list[str]:
        """The parameters the Cypher names, in the order of their first use."""
        return list(dict.fromkeys(_PARAM.findall(self.code)))

    def dummies(self) -> dict[str, object]:
        """A value of the right type for each parameter."""
        return {name: TYPES.get(name, "A1") for name in self.header.params}

    def keywords(self) -> set[str]:
        """The keyword parameters of the function."""
        return {name for name, p in inspect.signature(self.function).parameters.items() if p.kind is p.KEYWORD_ONLY}

    def positional(self) -> list[str]:
        """Its other parameters."""
        return [name for name, p in inspect.signature(self.function).parameters.items() if p.kind is not p.KEYWORD_ONLY]

    def calls(self) -> list[ast.Call]:
        """The calls of read() and write() in the twin."""
        return list(runner_calls(Path(self.module.__file__ or "")))

    def row(self) -> list[str] | None:
        """The names of the values that the twin makes a row of; None where it takes them as they come."""
        (call,) = self.calls()
        if len(call.args) < 2:
            return None
        made = call.args[1]
        if isinstance(made, ast.Lambda):
            return None if made.args.vararg else [arg.arg for arg in made.args.args]
        of = getattr(self.module, made.id, None) if isinstance(made, ast.Name) else None
        if is_dataclass(of):
            return [field.name for field in fields(of)]
        return list(inspect.signature(of).parameters) if inspect.isfunction(of) else None

    def writes(self) -> list[str]:
        """The writing clauses in the Cypher."""
        return _WRITES.findall(self.code)

    def limits(self) -> list[str]:
        """The parameters that LIMITs take."""
        return _LIMIT.findall(self.code)


def runner_calls(path: Path) -> Iterator[ast.Call]:
    """The calls of `….read()` and `….write()` in a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"read", "write"}:
            yield node


QUERIES = [Query(path) for path in catalogue.files()]
