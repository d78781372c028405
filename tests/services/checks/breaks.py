"""One way or more to break each rule: by what, who is named, and whether a repair mends it.

The second column says where the world of conftest.py is broken; `$new` is the uid of the job that ada moved to.
"""

from __future__ import annotations

from typing import NamedTuple


class Break(NamedTuple):
    """A statement that breaks one rule, the places that are named for it, and whether `repair` makes it whole."""

    rule: str
    statement: str
    where: list[list[str]]
    mended: bool = False


_KNOWS = "MATCH (:User {uid: 'alice'})-[k:KNOWS]->(:Contact {uid: 'maya'})"
_TOMAS = "MATCH ()-[w:WORKS_AT {uid: 'tomas-1'}]->() SET w"
_LINK = "MATCH ()-[l:SUCCEEDED_BY]->() SET l"
_REVISION = "MATCH (r:Revision {kind: 'contact', of: 'bo'})"
_DEAL = (
    "CREATE (o:Opportunity {uid: 'deal', name: 'Deal', rev: 1, stage: 'needs', status: 'open', lane: 'needs', "
    "due: '~', whose: '', coin: '', worth: -1.0, chance: -1}) "
)
_CONTRACT = (
    "CREATE (n:Contract {uid: 'deal', name: 'Deal', rev: 1, status: 'active', due: '~', worth: -1.0, "
    "start_min: date('0001-01-01'), start_max: date('9999-12-31'), end_min: date('9999-12-31'), end_max: date('9999-12-31')}) "
)
_MAYA = "email:maya@people.example"

BREAKS = [
    Break("records", "MATCH (n:Contact {uid: 'maya'}) REMOVE n.name", [["Contact maya"]]),
    Break("records", "MATCH (n:Task {uid: 'call'}) REMOVE n.name", [["Task call"]]),
    Break("edges", "MATCH (:User {uid: 'dana'})-[r:RATES]->() REMOVE r.uid", [["RATES", "dana", "lena", ""]]),
    Break(
        "edges",
        "MATCH (a {uid: 'acme'}), (c {uid: 'maya'}) CREATE (a)-[:REPORTS_TO {uid: 'R', start: '2020', end_status: 'ongoing', "
        "verified_on: date('2024-01-01'), start_min: date('2020-01-01'), start_max: date('2020-12-31'), "
        "end_min: date('9999-12-31'), end_max: date('9999-12-31')}]->(c)",
        [["REPORTS_TO", "acme", "maya", "R"]],
    ),
    Break("edges", "MATCH (c {uid: 'gone'}), (a {uid: 'acme'}) CREATE (c)-[:IS]->(a)", [["IS", "gone", "acme", ""]]),
    Break(
        "edges",
        "MATCH (c {uid: 'maya'}), (a {uid: 'acme'}) CREATE (c)-[:TRASHED {uid: 'T', type: 'WORKS_AT'}]->(a)",
        [["TRASHED", "maya", "acme", "T"]],
    ),
    Break("edges", "MATCH (c {uid: 'gone'})-[t:TRASHED {uid: 'gone-1'}]->() REMOVE t.type", [["TRASHED", "gone", "a1", "gone-1"]]),
    Break("edges", "MATCH (t:Task {uid: 'call'}), (u {uid: 'bob'}) CREATE (t)-[:ABOUT]->(u)", [["ABOUT", "call", "bob", ""]]),
    Break("edges", "MATCH (t:Task {uid: 'call'}), (c {uid: 'gone'}) CREATE (t)-[:ABOUT]->(c)", [["ABOUT", "call", "gone", ""]]),
    Break(
        "edges",
        f"{_DEAL} WITH o MATCH (a {{uid: 'acme'}}) CREATE (o)-[:OFFERED_TO]->(a), (o)-[:OFFERED_TO]->(a)",
        [["OFFERED_TO", "deal", ""]],
    ),
    Break("opportunities", f"{_DEAL} SET o.stage = 'dream', o.lane = 'dream'", [["Opportunity deal"]]),
    Break("opportunities", f"{_DEAL} SET o.amount = 5.0, o.worth = 5.0", [["Opportunity deal"]]),
    Break("lifecycles", "MATCH (a:Account {uid: 'acme'}) SET a.lifecycle_trail = ['lost 2020'], a.lifecycle = 'lost'",
          [["Account acme"]]),
    Break("lanes", f"{_DEAL} SET o.lane = null", [["Opportunity deal"]], mended=True),
    Break("lanes", f"{_DEAL} SET o.probability = 5", [["Opportunity deal"]], mended=True),
    Break("kept", f"{_CONTRACT} SET n.due = null", [["Contract deal"]], mended=True),
    Break("kept", f"{_CONTRACT} SET n.amount = 5.0", [["Contract deal"]], mended=True),
    Break("kept", f"{_CONTRACT} SET n.end = '2030'", [["Contract deal"]], mended=True),
    Break("kept", f"{_CONTRACT} SET n.end = '2030-13'", [["Contract deal"]]),
    Break("kept", "CREATE (:ServiceRequest {uid: 'ask', name: 'Ask', rev: 1, status: 'new'})", [["ServiceRequest ask"]], mended=True),
    Break(
        "edges",
        f"{_CONTRACT} WITH n MATCH (a {{uid: 'acme'}}) CREATE (n)-[:OF_ACCOUNT]->(a), (n)-[:OF_ACCOUNT]->(a)",
        [["OF_ACCOUNT", "deal", ""]],
    ),
    Break("edges", f"{_CONTRACT} WITH n MATCH (a {{uid: 'acme'}}) CREATE (n)-[:CAME_OF]->(a)", [["CAME_OF", "deal", "acme", ""]]),
    Break("edges", "MATCH (t:Task {uid: 'call'})-[:ABOUT]->(c) CREATE (t)-[:ABOUT]->(c)", [["ABOUT", "call", "ada"]]),
    Break("edges", "MATCH (m:Move)-[j:JOINED]->() SET m.uid = 'M' DELETE j", [["Move M"]]),
    Break("bounds", f"{_TOMAS}.end_max = date('2030-01-01')", [["tomas-1"]], mended=True),
    Break("bounds", f"{_TOMAS}.start_min = '2018-01-01'", [["tomas-1"]], mended=True),
    Break("bounds", f"{_TOMAS}.start_max = null", [["tomas-1"]], mended=True),
    Break("bounds", f"{_TOMAS}.end_status = null, w.verified_on = null", [["tomas-1"]], mended=True),
    Break("bounds", f"{_TOMAS}.verified_on = 'yesterday'", [["tomas-1"]], mended=True),
    Break("bounds", "MATCH ()-[l:REPORTS_TO]->() SET l.end_min = date('2001-01-01')", [["boss"]], mended=True),
    Break("bounds", f"{_TOMAS}.start = '2019-13'", [["tomas-1"]]),
    Break("times", "MATCH (n:Contact {uid: 'maya'}) SET n.created_at = datetime('2024-01-01T00:00[UTC]')", [["Contact maya"]], mended=True),
    Break("times", "MATCH (n:Contact {uid: 'maya'}) SET n.created_at = 'yesterday'", [["Contact maya"]]),
    Break("times", "MATCH ()-[s:ASSIGNED_TO {uid: 'own-1'}]->() SET s.start = '2023-01-01'", [["ASSIGNED_TO own-1"]]),
    Break("times", "MATCH (t:Task {uid: 'call'}) SET t.due_on = '2024-06-01'", [["Task call"]]),
    Break("times", "MATCH (t:Task {uid: 'call'}) SET t.done_at = datetime('2024-06-01T02:00+02:00')", [["Task call"]], mended=True),
    Break("ownership", "MATCH (t:Task {uid: 'call'}) SET t.owner = 'bob'", [["Task call"]], mended=True),
    Break(
        "owners",
        "MATCH (t:Task {uid: 'call'}), (u {uid: 'bob'}) CREATE (t)-[:ASSIGNED_TO {uid: 'own-4', rev: 1, start: date('2023-01-01')}]->(u)",
        [["Task call", "alice", "bob"]],
    ),
    Break("ownership", "MATCH (a:Account {uid: 'globex'}) SET a.owner = 'alice'", [["Account globex"]], mended=True),
    Break("owners", "MATCH ()-[s:ASSIGNED_TO {uid: 'own-1'}]->() REMOVE s.end", [["Account acme", "alice", "bob"]]),
    Break("owners", "MATCH ()-[s:ASSIGNED_TO {uid: 'own-1'}]->() SET s.end = date('2022-01-01')", [["Account acme", "alice"]]),
    Break(
        "primary",
        "MATCH ()-[w:WORKS_AT {uid: 'tomas-1'}]->() SET w.primary = true WITH w MATCH (c {uid: 'tomas'}), (a {uid: 'a1'}) "
        "CREATE (c)-[n:WORKS_AT]->(a) SET n = w {.*, uid: 'tomas-3'}",
        [["Contact tomas", "tomas-1", "tomas-3"]],
    ),
    Break("carried", "MATCH (c {uid: 'noor'})-[w:WORKS_AT]->() WHERE w.carried_from IS NOT NULL DELETE w", [["noor"]], mended=True),
    Break("carried", "MATCH (c {uid: 'noor'})-[w:WORKS_AT]->() WHERE w.carried_from IS NOT NULL SET w.title = 'x'", [["noor"]], mended=True),
    Break("carried", "MATCH ()-[l:SUCCEEDED_BY]->() DELETE l", [["jonas"], ["noor"]], mended=True),
    Break(
        "repeated",
        "MATCH (c {uid: 'tomas'})-[w:WORKS_AT {uid: 'tomas-2'}]->(a) CREATE (c)-[n:WORKS_AT]->(a) "
        "SET n = w {.*, uid: 'tomas-3', primary: false}",
        [["Contact tomas", "tomas-2", "tomas-3"]],
    ),
    Break("people", "MATCH ()-[i:INTERACTED_WITH {event: 'met'}]->() SET i.counted = true, i.rev = 1 WITH i LIMIT 1 "
          "MATCH (u {uid: 'alice'}), (l:Lead) CREATE (u)-[n:INTERACTED_WITH]->(l) SET n = i {.*, uid: 'met-l'}",
          [["met"]], mended=True),
    Break("ties", f"{_KNOWS} DELETE k", [["alice", "maya"]], mended=True),
    Break("ties", f"{_KNOWS} SET k.count = 3", [["alice", "maya"]], mended=True),
    Break("ties", f"{_KNOWS} SET k.first_at = datetime('2023-01-10T09:00[UTC]')", [["alice", "maya"]], mended=True),
    Break("ties", f"{_KNOWS} SET k.heat = k.heat * 1.00000001", [["alice", "maya"]], mended=True),
    Break("ties", f"{_KNOWS} SET k.heat_in = null", [["alice", "maya"]], mended=True),
    Break("ties", "MATCH (:User {uid: 'bob'})-[k:KNOWS]->() SET k.heat_in = 1.0", [["bob", "priya"]], mended=True),
    Break("ties", "MATCH (u {uid: 'alice'})-[k:KNOWS]->(c {uid: 'maya'}) CREATE (u)-[n:KNOWS]->(c) SET n = properties(k)", [["alice", "maya"]], mended=True),
    Break("ties", "MATCH (u:User {uid: 'frank'}), (c {uid: 'ulla'}) CREATE (u)-[:KNOWS {count: 1}]->(c)", [["frank", "ulla"]], mended=True),
    Break("handles", f"MATCH (h:Handle {{uid: '{_MAYA}'}}) SET h.kind = 'phone'", [[_MAYA]]),
    Break("handles", "MATCH (h:Handle {uid: 'domain:acme.example'}) SET h.uid = 'domain:www.acme.example', h.value = 'www.acme.example'", [["domain:www.acme.example"]]),
    Break("handles", f"MATCH (c {{uid: 'maya'}}), (h {{uid: '{_MAYA}'}}) CREATE (c)-[:HAS_HANDLE]->(h)", [["Contact maya", _MAYA]]),
    Break(
        "handles",
        "MATCH (c {uid: 'maya'}) UNWIND ['1', '2'] AS n MERGE (h:Handle {uid: 'phone:' + n, kind: 'phone', value: n}) "
        "CREATE (c)-[:HAS_HANDLE {primary: true}]->(h)",
        [["Contact maya", "phone:1", "phone:2"]],
    ),
    Break("handles", "MATCH (u:User {uid: 'bob'}) SET u.email = 'Alice@us.example'", [["alice@us.example", "alice", "bob"]]),
    Break("idle", "CREATE (:Handle {uid: 'phone:1', kind: 'phone', value: '1'})", [["phone:1"]], mended=True),
    Break("revisions", "MATCH (n:Contact {uid: 'maya'}) SET n.rev = 3", [["contact", "maya"]], mended=True),
    Break("revisions", f"{_TOMAS}.rev = 2", [["job", "tomas-1"]], mended=True),
    Break("revisions", f"{_LINK}.rev = 2", [["account_link", "taken"]], mended=True),
    Break("revisions", "MATCH ()-[i:INTERACTED_WITH {uid: 'met-bo'}]->() SET i.rev = 3", [["interaction", "met"]], mended=True),
    Break("revisions", "MATCH ()-[t:TRASHED {uid: 'gone-1'}]->() SET t.rev = 2", [["job", "gone-1"]], mended=True),
    Break("revisions", "MATCH (t:Task {uid: 'call'}) SET t.rev = 2", [["task", "call"]], mended=True),
    Break("history", "CREATE (:Revision {uid: 'R', kind: 'task', of: 'call', rev: 2, action: 'change'})-[:ON]->(:History {uid: 'Task call'})", [["task", "call"]]),
    Break("history", f"{_REVISION}-[on:ON]->() DELETE on", [["contact", "bo"]]),
    Break("history", f"{_REVISION}-[:ON]->(h) CREATE (n:Revision)-[:ON]->(h) SET n = r {{.*, uid: r.uid + 'x'}}", [["contact", "bo"]]),
    Break("history", "MATCH (n:Contact {uid: 'bo'}) SET n.rev = 1", [["contact", "bo"]]),
    Break("audit", "MATCH (a:Audit {seq: 2}) SET a.user = 'bob'", [["2"]]),
    Break("audit", "MATCH (a:Audit {seq: 1}) DELETE a", [["2"]]),
    Break("audit", "MATCH (h:AuditHead) DELETE h", [["5"]]),
    Break("keys", "CREATE (:IdempotencyKey {uid: 'K', at: datetime() - duration('P2D')})", [[]], mended=True),
]  # fmt: skip
