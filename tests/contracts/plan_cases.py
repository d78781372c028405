"""What each read query is asked on the skewed graph: a middling account, the giant, a crowd of rows."""

from __future__ import annotations

from datetime import timedelta

from worlds.skewed import BEFORE, ON

from graphcrm import warmth
from graphcrm.activity import WINDOW
from graphcrm.nodes.opportunities import SHIPPED
from graphcrm.queries.accounts.staff import RANKS
from graphcrm.sealed import MARK
from graphcrm.warmth import MODEL

STAGES = [key for key, *_ in SHIPPED]
COLUMNS = [[key, status] for key, status, _ in SHIPPED]

GIANT, LARGE, MIDDLING, SMALL = "A0", "A1", "A8", "A11"  # 3,000, 450, 150 and about 60 stints
SOME = [f"P{n}" for n in range(0, 1000, 10)]
PAIRS = [[f"P{n}", f"P{n + 7}"] for n in range(0, 1000, 10)]
WHEN = {"on": ON, "before": BEFORE, "age": warmth.days_since_epoch(BEFORE) / warmth.TIE_HALF_LIFE_DAYS}
NOW = {"on": ON, "before": BEFORE}
TIES = dict.fromkeys(SOME, 0.5)
MOST = 10**9
EVENT = "E0-9-0"  # of the first tie

Params = dict[str, object]


def _path(target: str, **more: object) -> Params:
    return {**WHEN, "target": target, "cap": 500, "limit": 100, "model": MODEL, **more}


def _ties(limit: int) -> Params:
    return {**WHEN, "cap": 500, "model": MODEL, "limit": limit}


_MOVES: Params = {
    "since": ON - timedelta(days=900), "on": ON, "before": BEFORE, "known": False, "user": None, "account": None,
    "from_account": None, "to_account": None, "ours": False, "lifecycles": ["customer"], "after_on": None,
    "after_uid": None, "limit": 50,
}  # fmt: skip
_ALL: Params = {"since": None, "channel": None, "direction": None, "user": None, "noted": False}  # interactions
_CARDS: Params = {"stages": COLUMNS, "since": BEFORE, "team": None, "moved": "O3", "limit": 25}
MOVED = [{"uid": f"W{n}", "contact": f"P{n}", "left": f"A{n}", "joined": f"A{n + 1}"} for n in range(20, 120)]
_TOLD: Params = {
    "user": "U1", "state": "new", "after_on": None, "after_uid": None, "deals_most": 5, "limit": 51,
}  # fmt: skip
_STAFF = {"status": "all", "on": ON, "name": None, "ranks": RANKS, "after": None, "limit": 26}
_PEOPLE = {"on": ON, "after": None, "limit": 50}
_CHAIN = {"least": -1.0, "connectors": SOME, "ties": TIES, "middles": {f"P{n}": 0.5 for n in range(5, 4000, 9)}}
_COLLEAGUES = {"account": None, "on": ON, "limit": MOST}
_LOG = {"record": None, "of_user": None, "of_action": None, "of_all": None, "user": None, "action": None, "first": 1,
        "before": 2_000, "limit": 50}  # fmt: skip
_FIND = {"labels": ["Account", "Contact", "Lead", "User"], "limit": 20}

_NOBODY: Params = {"accounts": [], "contacts": [], "leads": [], "users": []}
_RECORDS: Params = {"accounts": [GIANT, LARGE, SMALL], "contacts": SOME, "leads": ["L7"], "users": ["U1", "U2"]}
_NOW: Params = {"on": ON, "before": BEFORE}
_PAGE: Params = {"q": None, "skip": 0, "limit": 50}
_LINKED: Params = {"users": ["U0"], "kinds": ["link", "own"], "on": ON, **_PAGE}
_TIED: Params = {"before": BEFORE, "age": WHEN["age"], "model": MODEL, **_PAGE}
_STEPS: Params = {**_NOW, "types": ["WORKS_AT", "KNOWS", "RATES", "PARTNER_OF"], "cap": 500, "limit": MOST}

# query/case: the parameters. A query asks one of two kinds of target differently, so both have a figure.
CASES: dict[str, Params] = {
    "accounts/account giant": {"uid": GIANT, "on": ON, "limit": 1},
    "accounts/workplaces_of_staff giant": {"target": GIANT, "on": ON, "cap": 500, "model": MODEL, "limit": 100},
    "accounts/workplaces_of_staff small": {"target": SMALL, "on": ON, "cap": 500, "model": MODEL, "limit": 100},
    "accounts/coverage giant": {**WHEN, "account": GIANT, "model": MODEL, "limit": 8},
    "accounts/coverage small then": {
        **WHEN, "account": SMALL, "model": MODEL, "limit": 8, "before": BEFORE - timedelta(days=400),
    },
    "accounts/interactions giant": {"account": GIANT, "before": BEFORE, **_ALL, "after": None, "limit": 25},
    "accounts/interactions small": {"account": SMALL, "before": BEFORE, **_ALL, "after": None, "limit": 25},
    "accounts/interactions small with words": {
        "account": SMALL, "before": BEFORE, **_ALL, "channel": "call", "noted": True, "after": None, "limit": 1_001,
    },
    "accounts/known_there giant": {**WHEN, "accounts": [GIANT, SMALL], "movers": SOME, "model": MODEL, "shown": 4, "limit": 2},
    "accounts/lines giant": {"account": GIANT, "on": ON, "ranks": RANKS, "limit": 500},
    "accounts/people_flow giant": {"account": GIANT, "on": ON, "most": 5_000, "limit": 8},
    "accounts/people_flow giant capped": {"account": GIANT, "on": ON, "most": 500, "limit": 8},
    "accounts/staff giant": {**_STAFF, "account": GIANT},
    "accounts/staff giant next": {**_STAFF, "account": GIANT, "status": "former", "after": [9, "Ivo", "P3"]},
    "accounts/staff giant of a name": {**_STAFF, "account": GIANT, "name": "abel"},
    "accounts/standings": {**WHEN, "accounts": [GIANT, LARGE, SMALL], "limit": 3},
    "accounts/people giant current": {**_PEOPLE, "account": GIANT, "status": "current"},
    "accounts/people giant next": {**_PEOPLE, "account": GIANT, "status": "all", "after": "P3"},
    "accounts/people large former": {**_PEOPLE, "account": LARGE, "status": "former"},
    "accounts/turns giant": {"account": GIANT, "on": ON, "after": None, "limit": 25},
    "accounts/turns small": {"account": SMALL, "on": ON, "after": None, "limit": 25},
    "accounts/target_people giant": {"target": GIANT, "contacts": SOME, "on": ON, "limit": 100},
    "audit/entries all": {**_LOG, "of_all": 2_000},
    "access/standing": {"user": "U1", "limit": 1},
    "access/mates": {"users": [f"U{n}" for n in range(12)], "limit": 12},
    "access/teams": {"limit": 10},
    "audit/entries of a record": {**_LOG, "record": "P10"},
    "audit/entries of a user": {**_LOG, "of_user": "U1"},
    "audit/entries of an action": {**_LOG, "of_action": "export"},
    "audit/entry_range": {"since": BEFORE + timedelta(hours=2), "until": BEFORE + timedelta(hours=20), "limit": 1},
    "audit/last_entry": {"limit": 1},
    "candidates/direct_of_team giant": _path(GIANT),
    "candidates/direct_of_team small": _path(SMALL),
    "candidates/direct_of_contacts giant": _path(GIANT, contacts=SOME, ties=TIES),
    "candidates/direct_of_contacts large": _path(LARGE, contacts=SOME, ties=TIES),
    "candidates/former_colleagues_of_connectors giant": _path(GIANT, connectors=SOME, ties=TIES),
    "candidates/former_colleagues_of_connectors large": _path(LARGE, connectors=SOME, ties=TIES),
    "candidates/middles_of_connectors large": _path(LARGE, **_CHAIN),
    "candidates/middles_of_target middling": _path(MIDDLING, least=-1.0),
    "candidates/middles_of_target small": _path(SMALL, least=-1.0),
    "changes/in_trash": {"label": "Contact", "uid": "gone 1", "limit": 1},
    "changes/record_exists": {"label": "Contact", "uid": "P10", "limit": 1},
    "changes/revisions_of": {"change": "change 5", "limit": 100},
    "changes/revisions_on": {"label": "Contact", "uid": "P10", "after": None, "limit": 50},
    "changes/revisions_since": {"kind": "contact", "of": "P10", "rev": 1, "after": "", "limit": 50},
    "changes/trashed": {"after_at": None, "after_key": None, "limit": 50},
    "colleagues/colleagues_of capped": {**_COLLEAGUES, "contact": "P3334", "cap": 500},
    "colleagues/colleagues_of everybody": {**_COLLEAGUES, "contact": "P3334", "cap": MOST},
    "colleagues/shared_workplaces capped": {"pairs": PAIRS, "on": ON, "cap": 500, "limit": MOST},
    "colleagues/shared_workplaces everything": {"pairs": PAIRS, "on": ON, "cap": MOST, "limit": MOST},
    "colleagues/known_people": {"accounts": [GIANT, LARGE], "on": ON, "limit": 2},
    "contacts/asked_not": {"contacts": [*SOME, "asked not"], "limit": 101},
    "contacts/contact": {"uid": "P10", "on": ON, "limit": 1},
    "contacts/parts": {"contact": "P3334", "since": BEFORE - WINDOW, "before": BEFORE, "limit": 1_001},
    "contacts/interactions": {"contact": "P3334", "before": BEFORE, **_ALL, "after": None, "limit": 50},
    "contacts/job": {"uid": "W0-7", "limit": 1},
    "contacts/jobs": {"contact": "P3334", "on": ON, "after": None, "limit": 500},
    "interactions/likely of the giant": {"label": "Account", "uid": GIANT, "user": "U1", "on": ON, "limit": 12},
    "interactions/likely of a contact": {"label": "Contact", "uid": "P3334", "user": "U1", "on": ON, "limit": 12},
    "interactions/topics": {"user": "U1", "since": BEFORE - timedelta(days=730), "limit": 1_000},
    "interactions/parts": {"event": EVENT, "limit": 100},
    "interactions/stored_parts": {"event": EVENT, "limit": 100},
    "export/account_links": {"after": "", "limit": 50},
    "export/accounts": {"after": "A100", "since": BEFORE, "limit": 50},
    "export/assignments": {"after": "", "limit": 50},
    "export/contact_links": {"after": "", "limit": 50},
    "export/contacts": {"after": "P100", "since": BEFORE, "limit": 50},
    "export/conversions": {"after": ["L100", ""], "limit": 10},
    "export/interactions": {"after": ["E1-1000-0", "U1 Contact P1000"], "limit": 50},
    "export/jobs": {"after": "W1", "limit": 50},
    "export/leads": {"after": "L100", "since": BEFORE, "limit": 50},
    "export/ratings": {"after": ["U1", "P1000"], "limit": 10},
    "export/groups": {"after": "", "limit": 50},
    "export/segments": {"after": "", "limit": 50},
    "export/stages": {"after": "", "limit": 50},
    "export/tags": {"after": "", "limit": 50},
    "export/opportunities": {"after": "", "since": BEFORE - timedelta(days=9_000), "limit": 50},
    "export/contracts": {"after": "", "since": BEFORE - timedelta(days=9_000), "limit": 50},
    "export/orders": {"after": "", "since": BEFORE - timedelta(days=9_000), "limit": 50},
    "export/service_requests": {"after": "", "since": BEFORE - timedelta(days=9_000), "limit": 50},
    "export/tasks": {"after": "", "since": BEFORE - timedelta(days=9_000), "limit": 50},
    "export/totals": {"limit": 1},
    "export/users": {"after": "U1", "since": BEFORE, "limit": 2},
    "network/records": {**_RECORDS, "on": ON, "limit": 1_000},
    "network/degrees some": {**_RECORDS, **_NOW, "most": 100, "limit": 1_000},
    "network/degrees giant": {**_NOBODY, **_NOW, "accounts": [GIANT], "users": ["U1"], "most": MOST, "limit": 10},
    "network/link_counts": {"accounts": [GIANT], "contacts": ["P3750"], "users": ["U0"], "on": ON, "limit": 100},
    "network/jobs among": {**_NOW, "contacts": SOME, "accounts": [GIANT, LARGE, SMALL], **_PAGE, "limit": MOST},
    "network/jobs of the giant": {**_NOW, "contacts": None, "accounts": [GIANT], **_PAGE},
    "network/jobs of a contact": {**_NOW, "contacts": ["P3334"], "accounts": None, **_PAGE},
    "network/owners among": {**_RECORDS, "accounts": ["A190", "A191"], "users": ["U1", "U11"], "on": ON, **_PAGE},
    "network/owners of a user": {"accounts": None, "contacts": None, "leads": None, "users": ["U1"], "on": ON, **_PAGE},
    "network/links among": {**_LINKED, "accounts": ["A0", "A7", "A8"], "contacts": ["P3750", "P3751"], "among": True},
    "network/links of the giant": {**_LINKED, "accounts": [GIANT], "contacts": [], "among": False},
    "network/ties among": {**_TIED, "users": ["U1", "U2", "U3"], "contacts": SOME, "leads": ["L7"], "limit": MOST},
    "network/ties of a user": {**_TIED, "users": ["U1"], "contacts": None, "leads": None},
    "network/ties of a user then": {
        **_TIED, "users": ["U1"], "contacts": None, "leads": None, "before": BEFORE - timedelta(days=400), "age": 3.3,
    },
    "network/ties of a contact": {**_TIED, "users": None, "contacts": ["P3334"], "leads": None},
    "network/steps": {**_STEPS, "accounts": [GIANT, MIDDLING], "contacts": SOME, "leads": ["L7"], "users": ["U1"]},
    "network/steps of the giant": {**_STEPS, **_NOBODY, "accounts": [GIANT], "cap": MOST},
    "introductions/introductions": {"state": None, "asker": None, "after": "~", "limit": 51},
    "introductions/introductions of a state": {"state": "met", "asker": "U1", "after": "N1300", "limit": 51},
    "introductions/introductions_of an account": {"label": "Account", "uid": "A20", "limit": 100},
    "introductions/introductions_of a contact": {"label": "Contact", "uid": "P2001", "limit": 100},
    "introductions/one_introduction": {"uid": "N1007", "limit": 1},
    "leads/alike": {
        "lead": "L7", "name": "Okafor", "company": "Company", "person_words": "+(okafor^2 OR okafor*)",
        "company_words": "+(company^2 OR company*)", "on": ON, "most": 100, "limit": 5,
    },
    "leads/events": {"lead": "L7", "limit": MOST},
    "leads/silent": {"on": ON, "uids": None, "done": ["converted"], "limit": 201},
    "leads/silent of some": {"on": ON, "uids": [f"L{n}" for n in range(50)], "done": ["converted"], "limit": 201},
    "accounts/classes": {"limit": 12},
    "lifecycles/dealt_with": {"label": "Account", "after": "A3", "limit": 1000},
    "lifecycles/dealt_with contacts": {"label": "Contact", "after": "P3", "limit": 1000},
    "lifecycles/facts": {"records": [["Account", MIDDLING]], "on": ON, "counted": 1000, "limit": MOST},
    "lifecycles/facts of the giant": {"records": [["Account", GIANT]], "on": ON, "counted": 1000, "limit": MOST},
    "lifecycles/facts of contacts": {
        "records": [["Contact", uid] for uid in SOME], "on": ON, "counted": 1000, "limit": MOST,
    },
    "lifecycles/kept": {
        "label": "Account", "after_state": "", "after_name": "", "after_uid": "", "last_state": "~", "limit": 201,
    },
    "lifecycles/kept after one": {
        "label": "Contact", "after_state": "lost", "after_name": "Okafor", "after_uid": "P3", "last_state": "lost",
        "limit": 201,
    },
    "offers/fitting": {
        "account": MIDDLING, "names": ["company 8"], "words": "+(company^2 OR company*)", "on": ON, "looked": 5_000,
        "most": 200, "limit": 50,
    },
    "offers/likely_accounts": {"contact": "P4", "on": ON, "limit": 5},
    "leads/taken": {"user": "U1", "on": ON, "limit": 1},
    "leads/to_work": {"user": "U1", "on": ON, "before": BEFORE, "done": ["converted"], "limit": 5},
    "moves/moves_since month": {**_MOVES},
    "moves/moves_since of the giant": {**_MOVES, "account": GIANT},
    "moves/moves_since of a user": {**_MOVES, "known": True, "user": "U1"},
    "moves/moves_since all that leave ours": {**_MOVES, "known": True, "ours": True, "limit": MOST},
    "moves/audience": {"moves": MOVED, "limit": 1_000},
    "moves/champions": {**_TOLD},
    "moves/champions next": {**_TOLD, "after_on": ON - timedelta(days=9), "after_uid": "W1"},
    "moves/untold": {"moves": MOVED, "limit": 1_000},
    "moves/proposed_moves": {
        "since": ON - timedelta(days=900), "on": ON, "after_on": None, "after_uid": None, "limit": 50,
    },
    "links/link": {"uid": "L7", "limit": 1},
    "links/links_of": {"label": "Account", "uid": GIANT, "on": ON, "after": None, "limit": 50},
    "automations/automations": {"user": None, "uid": None, "active": True, "after": "", "limit": 1_000},
    "automations/automations of one": {"user": "U1", "uid": None, "active": None, "after": "", "limit": 51},
    "automations/runs": {"uid": "automation 1", "after": None, "limit": 51},
    "automations/standing": {"uid": "automation 1", "limit": 20_000},
    "mail/asked_not_by_mail": {"lead": "L150", "emails": ["asked@not.test"], "limit": 1},
    "mail/templates": {"user": "U1", "uid": None, "after": "", "limit": 51},
    "notifications/notifications": {"user": "U1", "after": None, "limit": 51},
    "ownership/overdue_owners": {"on": ON, "limit": 1_000},
    "ownership/assignment": {"uid": "S7-1", "limit": 1},
    "ownership/owners": {"label": "Lead", "uid": "L7", "after": None, "limit": 50},
    "person/edges of a contact": {"label": "Contact", "uid": "P3334", "limit": MOST},
    "person/edges of a lead": {"label": "Lead", "uid": "L7", "limit": MOST},
    "person/introductions": {"contact": "P2001", "limit": 100},
    "person/moves": {"contact": "P3900", "limit": 100},
    "person/private_events": {"events": [EVENT, "E0-9-1", "none"], "limit": 3},
    "person/properties": {"label": "Contact", "uid": "P10", "limit": 1},
    "person/involved": {"contact": "P3", "limit": 100},
    "person/tasks": {"label": "Contact", "uid": "P3", "limit": 100},
    "person/tasks of a lead": {"label": "Lead", "uid": "L7", "limit": 100},
    "leads/interactions": {"lead": "L7", "before": BEFORE, **_ALL, "after": None, "limit": 50},
    "leads/lead": {"uid": "L7", "on": ON, "limit": 1},
    "records/names": {"uids": ["A1", "P10", "U1", "L1", "none"], "limit": 20},
    **{
        f"sealing/values_of_nodes {label}": {"label": label, "names": ["description"], "mark": MARK, "after": "", "limit": 50}
        for label in ("Contact", "Revision")
    },
    "sealing/values_of_edges": {"edge": "INTERACTED_WITH", "names": ["notes"], "mark": MARK, "after": "", "limit": 50},
    "search/matches a name": {"words": "+(okafor^2 OR okafor*)", "names": [], "handles": ["okafor"], "text": "okafor", **_FIND},
    "search/matches a stop word": {
        "words": "+(will^2 OR will*)", "names": ["Will", "WILL", "will"], "handles": ["will"], "text": "will", **_FIND,
    },
    "search/matches an address": {"words": "+(p12^2 OR p12*)", "names": [], "handles": ["p12"], "text": "p12", **_FIND},
    "search/resolve": {"label": "Account", "text": "Company 7", "handles": ["company 7"], "limit": 11},
    "sign_in/can_sign_in": {"limit": 1},
    "sign_in/credential": {"uid": "U1", "limit": 1},
    "sign_in/credential_of_email": {"email": "u1@us.test", "limit": 2},
    "sign_in/credential_of_identity": {"identity": "U1 there", "limit": 1},
    "sign_in/link": {"digest": "link of U1", "now": BEFORE, "limit": 1},
    "sign_in/session_user": {"uid": "U1", "sessions": 3, "limit": 1},
    "groups/groups": {"user": "U1", "uid": None, "after": "", "sized": True, "limit": 1_000},
    "segments/segments": {"user": "U1", "uid": None, "kind": None, "after": "", "limit": 1_000},
    "segments/segments one": {"user": "U1", "uid": "S1", "kind": None, "after": "", "limit": 1},
    "segments/uncounted": {"day": "2024-06-01", "after": "", "limit": 100},
    "tags/fates": {"uids": ["G1", "G2", "none"], "limit": 3},
    "tags/known_tags": {"keys": ["tag 1", "none"], "uids": ["G2"], "limit": 3},
    "tags/suggested": {"text": "1", "limit": 8},
    "tags/tags": {"uid": None, "text": "", "after": "", "limit": 51},
    "tags/tags one": {"uid": "G1", "text": "", "after": "", "limit": 1},
    "campaigns/campaign": {"uid": "CA0", "on": ON, "limit": 1},
    "campaigns/attendees": {"campaign": "CA0", "status": None, "after": None, "limit": 51},
    "campaigns/attendees of a status": {"campaign": "CA0", "status": "attended", "after": ["Abel", "Contact P1"], "limit": 51},
    "campaigns/attended": {"label": "Contact", "uid": "P10", "limit": 6},
    "campaigns/attended by a lead": {"label": "Lead", "uid": "L7", "limit": 6},
    "campaigns/effect": {"campaign": "CA0", "days": 30, "most": 20_000, "limit": 1},
    "campaigns/of_account": {"account": GIANT, "on": ON, "looked": 1_000, "limit": 5},
    "coverage/whose": {"user": None, "team": "us", "limit": 500},
    "coverage/contacts_met": {"users": ["U1", "U2"], "since": BEFORE - timedelta(days=90), "on": ON, "channels": ["call"], "most": 1_000, "limit": 20},
    "coverage/accounts_met": {
        "users": ["U1", "U2"], "since": BEFORE - timedelta(days=90), "on": ON, "channels": ["call"], "most": 1_000,
        "looked": 1_000, "limit": 20,
    },
    "export/attendance": {"after": ["", ""], "limit": 50},
    "export/campaigns": {"after": "", "since": BEFORE - timedelta(days=9_000), "limit": 50},
    "opportunities/beside": {"label": "Account", "uid": "A3", "dated": True, "limit": 6},
    "opportunities/beside a contact": {"label": "Contact", "uid": "P3", "dated": True, "limit": 6},
    "opportunities/board": {"stages": COLUMNS, "since": BEFORE, "owner": None, "team": None, "limit": 100},
    "opportunities/board of a user": {"stages": COLUMNS, "since": BEFORE, "owner": "U1", "team": None, "limit": 100},
    "opportunities/cards": {**_CARDS, "owner": None, "dated": True},
    "opportunities/cards by name": {**_CARDS, "owner": None, "dated": False},
    "opportunities/cards of a user": {**_CARDS, "owner": "U1", "dated": True},
    "opportunities/unforeseen": {
        "until": ON.isoformat(), "stages": ["needs", "quote"], "owner": None, "team": None, "limit": 1,
    },
    "opportunities/forecast": {
        "since": ON.isoformat(), "until": (ON + timedelta(days=365)).isoformat(), "likely": dict.fromkeys(STAGES, 50),
        "owner": None, "team": None, "limit": 1_000,
    },
    "opportunities/opportunity": {"uid": "O3", "on": ON, "limit": 1},
    "opportunities/stages": {"limit": 100},
    "accounts/potential": {"uid": MIDDLING, "on": ON, "before": BEFORE, "most": 2_000, "limit": 1},
    "contracts/agreements": {"label": "Account", "uid": "A3", "limit": 6},
    "contracts/agreements of a contact": {"label": "Contact", "uid": "P3", "limit": 6},
    "contracts/agreements of an opportunity": {"label": "Opportunity", "uid": "O3", "limit": 6},
    "contracts/contract": {"uid": "N3", "on": ON, "limit": 1},
    "contracts/order": {"uid": "R3", "on": ON, "limit": 1},
    "contracts/to_remind": {"on": ON, "limit": 200},
    "service_requests/asked": {"label": "Account", "uid": "A3", "limit": 6},
    "service_requests/asked by a contact": {"label": "Contact", "uid": "P3", "limit": 6},
    "service_requests/service_request": {"uid": "Q3", "on": ON, "limit": 1},
    "tasks/dated": {"user": "U1", "since": ON - timedelta(days=9), "until": ON, "closed": ["done"], "limit": 1_001},
    "tasks/due": {"user": "U1", "until": ON, "limit": 6},
    "tasks/naming": {"uid": '"P3"', "mark": MARK, "limit": 100},
    "tasks/open_about": {"lead": "L7", "limit": 1_000},
    "tasks/open_in_series": {"series": "K1", "limit": 2},
    "tasks/steps": {"label": "Contact", "uid": "P3", "limit": 6},
    "tasks/steps of an account": {"label": "Account", "uid": "A3", "limit": 6},
    "tasks/task": {"uid": "K3", "on": ON, "limit": 1},
    "ties/all_ties": _ties(MOST),
    "ties/best_ties of the team": {**WHEN, "contacts": SOME, "user": None, "model": MODEL, "limit": 100},
    "ties/best_ties of a user": {**WHEN, "contacts": SOME, "user": "U1", "model": MODEL, "limit": 100},
    "ties/strongest_ties": _ties(1000),
    "ties/tie_evidence now": {"contact": None, "pairs": [["U1", person] for person in SOME], "before": BEFORE, "limit": 100},
    "ties/tie_evidence then": {
        "contact": None, "pairs": [["U1", person] for person in SOME], "before": BEFORE - timedelta(days=400), "limit": 100,
    },
    "ties/tie_evidence of a contact": {"contact": "P3334", "pairs": [], "before": BEFORE, "limit": 500},
    "ties/ties_near_target middling": {"target": MIDDLING, **_ties(MOST)},
    "ties/ties_near_target small": {"target": SMALL, **_ties(MOST)},
    "ties/cooling": {
        "user": "U1", **WHEN, "quiet": 90, "gone": 730, "good": 0.25, "model": MODEL, "limit": 5,
    },
    "ties/ties_of_user": {"user": "U1", **_ties(1000)},
    "ties/ties_of_user then": {
        "user": "U1", **_ties(1000), "before": BEFORE - timedelta(days=400), "age": 3.3, "on": ON - timedelta(days=400),
    },
    "views/at_hand": {"user": "U1", "viewed": [["Contact", "P3334"], ["Account", GIANT], ["Lead", "L7"]], "on": ON, "limit": 30},
    "views/starred": {"user": "U1", "label": "Contact", "uid": "P7", "limit": 1},
    "views/naming": {"uid": "A3", "limit": 100_000},
    "views/views": {"user": "U1", "uid": None, "of": "paths", "target": None, "after": "", "limit": 500},
    "views/views one": {"user": "U1", "uid": "V13", "of": None, "target": None, "after": "", "limit": 1},
    "users/digest_readers": {"limit": 100_000},
    "users/tokens": {"user": "U1", "scope": None, "after_at": None, "after_uid": "", "limit": 50},
    "users/token_user": {"digest": "digest of U1", "limit": 1},
    "users/user": {"uid": "U1", "limit": 1},
    "users/user_record": {"uid": "U1", "limit": 1},
    "users/users": {"active_only": True, "limit": 1000},
}  # fmt: skip
