"""A skewed graph for looking at plans: a few thousand contacts, one giant, and one of everything the schema knows.

    A0        the giant, 3,000 stints        A1 – A8   150 to 450 stints        A9 – A298  a long tail of 3 to 60
    A299      Freelance, a placeholder       U0 – U9   about 200 ties each      U10 few, U11 inactive
    P0 is U0's own contact record            L0 – L199 leads             K0 – K999 tasks, a tenth of them open
    O0 – O999 opportunities, most of them closed      CA0 – CA399 campaigns, of 1,000, 50 and no people

The same rows each time: random.Random is seeded, and nothing looks at the clock.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from neo4j.spatial import WGS84Point

from graphcrm import warmth
from graphcrm.dates import bounds
from graphcrm.graph import Graph
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import fields
from graphcrm.queries.opportunities.keep_lanes import keep_lanes

ON = date(2024, 6, 1)
BEFORE = datetime(2024, 6, 1, tzinfo=UTC)
CONTACTS, LEADS = 4_000, 200
SIZES = [3_000, 450, 400, 350, 300, 250, 200, 180, 150, *(3 + 600 // (n + 10) for n in range(290)), 200]
TIES = [200] * 10 + [20, 60]
GIVEN = ("Ada", "Bela", "Chen", "Dana", "Will", "Farida", "Goran", "Hana", "Ivo", "Jun", "Zoë", "三丰")
FAMILY = ("Abel", "Berg", "Costa", "Duarte", "Eriksen", "Fodor", "Grant", "Müller", "Ito", "张", "Okafor", "Silva")
TITLES = ("Engineer", "Senior Engineer", "Head of Purchasing", "Account Manager", "Director of Data", "Analyst", None)
DEPARTMENTS = ("Sales", "Research", "Purchasing", None, None, None)
ROLES = ("decision_maker", "influencer", "user", None, None, None, None, None)
INDUSTRIES = ("Software", "Steel", "Food", "Logistics")
_SAMPLES: dict[str, object] = {
    "STRING": "sample", "INTEGER": 1, "FLOAT": -9.0, "BOOLEAN": False, "DATE": date(2020, 1, 1), "POINT": WGS84Point((1, 2)),
    "ZONED DATETIME": datetime(2020, 1, 1, tzinfo=UTC), "LIST<STRING NOT NULL>": ["sample"],
}  # fmt: skip

Row = dict[str, Any]


def write(graph: Graph, stamp: str) -> None:
    """Write the world into an empty graph, and make the planner look at it anew; `stamp` names the team each:Team."""
    random = Random(20240601)
    for label, rows in _records(random).items():
        graph.write(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows=rows)
    stints = list(_stints(random))
    _edges(graph, "Contact", "WORKS_AT", "Account", stints)
    interactions = list(_interactions(random))
    _edges(graph, "User", "INTERACTED_WITH", "Contact", interactions)
    _edges(graph, "User", "INTERACTED_WITH", "Lead", list(_interactions_with_a_lead()))
    _edges(graph, "User", "KNOWS", "Contact", list(_knows(interactions)))
    _edges(graph, "User", "RATES", "Contact", list(_ratings(random)))
    handles = [
        {"from": f"P{n}", "to": f"email:p{n}@example.test", "props": {"primary": True}} for n in range(0, CONTACTS, 2)
    ]
    _edges(graph, "Contact", "HAS_HANDLE", "Handle", handles)
    graph.write("MATCH (u:User {uid: 'U0'}), (c:Contact {uid: 'P0'}) CREATE (u)-[:IS]->(c)")
    graph.write("MATCH (u:User {uid: 'U1'}) UNWIND range(0, 99) AS n MATCH (c:Contact {uid: 'P' + (n * 7)}) "
                "CREATE (u)-[:STARRED {at: datetime('2024-01-01') + duration({days: n})}]->(c)")  # fmt: skip
    graph.write(
        "UNWIND range(0, 239) AS n MATCH (u:User {uid: 'U' + (n % 12)}) CREATE (u)-[:SAVED]->(:SavedView {uid: 'V' + n, "
        "name: 'View ' + n, of: 'paths', parameters: '', target: 'A' + (n % 50), shared: n % 4 = 0, rev: 1})"
    )
    graph.write(
        "UNWIND range(0, 399) AS n MATCH (u:User {uid: 'U' + (n % 11)}), (a:Account {uid: 'A' + (20 + n % 5)}) "
        "MATCH (c:Contact {uid: 'P' + (2001 + n % 40)}) CREATE (u)-[:ASKED]->(i:Introduction {uid: 'N' + (1000 + n), "
        "state: CASE n % 4 WHEN 0 THEN 'met' ELSE 'asked' END, hops: 1})-[:INTO]->(a), (i)-[:KNOWN_TO]->(u), "
        "(i)-[:THROUGH {place: 0}]->(c)"
    )
    graph.write("MATCH (u:User {uid: 'U1'}) CREATE (u)-[:HAS_TOKEN]->(:ApiToken {uid: 'T1', digest: 'digest of U1'})")
    graph.write(
        "MATCH (u:User {uid: 'U1'}) CREATE (u)-[:HAS_CREDENTIAL]->(:Credential {uid: 'U1', sessions: 3, "
        "link: 'link of U1', link_until: datetime('2999-01-01'), identity: 'U1 there', totp: 'sealed'})"
    )
    _edges(graph, "Lead", "ASSIGNED_TO", "User", list(_assignments(random)))
    graph.write(
        "CREATE (t:Team {uid: 'us', name: 'Us', reclaim_after: 30, claims_a_day: 20}) "
        "WITH t UNWIND range(0, 11) AS n MATCH (u:User {uid: 'U' + n}) CREATE (u)-[:MEMBER_OF]->(t)"
    )
    graph.write("CREATE (:Contact {uid: 'asked not', name: 'Asked Not', do_not_contact: true})-[:HAS_HANDLE]->"
                "(:Handle {uid: 'email:asked@not.test', kind: 'email', value: 'asked@not.test'})")  # fmt: skip
    graph.write("MATCH ()-[i:INTERACTED_WITH {event: 'E0-9-0'}]->() SET i.private = true")
    graph.write("MATCH (:User {uid: 'U1'})-[i:INTERACTED_WITH]->() WHERE i.uid ENDS WITH '-0' SET i.topics = ['Price']")
    graph.write("MATCH (n:Account|Contact) WHERE right(n.uid, 1) = '7' SET n.proposed = 'lost'")
    graph.write("MATCH (a:Account {uid: 'A8'}) CREATE (a)-[:HAS_HANDLE]->"
                "(:Handle {uid: 'domain:example.test', kind: 'domain', value: 'example.test'})")  # fmt: skip
    graph.write(
        "MATCH (c:Contact {uid: 'P3900'}), (a:Account {uid: 'A12'}), (b:Account {uid: 'A13'}) "
        "CREATE (m:Move {uid: 'moved', effective_on: '2024'})-[:FOR]->(c), (m)-[:LEFT]->(a), (m)-[:JOINED]->(b)"
    )
    graph.write("MATCH (l:Lead) WHERE l.uid ENDS WITH '7' SET l.owner_until = $on", on=ON)
    graph.write(
        "UNWIND range(150, 199) AS n MATCH (l:Lead {uid: 'L' + n}) MATCH (c:Contact {uid: 'P' + (3700 + n)}) "
        "CREATE (l)-[:CONVERTED_TO {uid: 'V' + n, rev: 1, at: $at}]->(c)", at=BEFORE,
    )  # fmt: skip
    _edges(graph, "Account", "PARTNER_OF", "Account", list(_links()))
    _changes(graph)
    _log(graph)
    _each_link(graph)
    _one_of_each(graph)
    graph.write(
        "UNWIND range(0, 999) AS n MATCH (u:User {uid: 'U' + (n % 10)}) "
        "MATCH (c:Contact {uid: 'P' + (n % 250)}), (a:Account {uid: 'A' + (n % 40)}) "
        "CREATE (t:Task {uid: 'K' + n, name: 'Call ' + n, due_on: $on + duration({days: n % 60 - 50}), due: toString($on + duration({days: n % 60 - 50})), series: 'K' + (n % 90), "
        "status: CASE WHEN n % 100 < 10 THEN 'open' ELSE 'done' END}), (t)-[:ABOUT]->(c), (t)-[:ABOUT]->(a), "
        "(t)-[:ASSIGNED_TO {uid: 'SK' + n, rev: 1, start: $on - duration({days: 60})}]->(u)", on=ON,
    )  # fmt: skip
    graph.write("UNWIND range(0, 999, 7) AS n MATCH (t:Task {uid: 'K' + n, status: 'open'}), (l:Lead {uid: 'L' + (n % 20)}) "
                "CREATE (t)-[:ABOUT]->(l)")  # fmt: skip
    graph.write(
        "UNWIND range(0, 99) AS n CREATE (:Revision {uid: 'RK' + n, change: 'change of K' + n, kind: 'task', of: 'K' + n, "
        "rev: 1, action: 'create', after: '{\"contacts\": [\"P' + n + '\"]}'})-[:ON]->(:History {uid: 'Task K' + n})"
    )
    graph.write("UNWIND range(0, 399) AS n MATCH (u:User {uid: 'U' + (n % 4)}) CREATE (:Notification {uid: 'told ' + n, "
                "kind: 'assigned', label: 'Contact', of: 'P' + n, by: 'U9', at: $at})-[:READ_BY]->(u)", at=BEFORE)  # fmt: skip
    graph.write(
        "UNWIND range(0, 599) AS n MATCH (c:Contact)-[w:WORKS_AT {uid: 'W' + (100 + n % 150) + '-' + (n / 150)}]->(b) MATCH (a:Account {uid: 'A' + (20 + n % 9)}) "
        "MATCH (u:User {uid: 'U' + (n % 3)}) CREATE (m:MoveNews {uid: w.uid, moved_on: $on - duration({days: n % 90}), at: $at}), "
        "(m)-[:FOR]->(c), (m)-[:LEFT]->(a), (m)-[:JOINED]->(b), (m)-[:TELLS {why: ['left'], "
        "state: CASE n % 4 WHEN 0 THEN 'dismissed' ELSE 'new' END}]->(u)", on=ON, at=BEFORE,
    )  # fmt: skip
    graph.write("UNWIND range(0, 199) AS n MATCH (u:User {uid: 'U' + (n % 12)}) CREATE (u)-[:WROTE]->(:MailTemplate {"
                "uid: 'template ' + n, name: 'Template ' + n, text: 'Dear {name}', shared: n % 4 = 0, rev: 1})")  # fmt: skip
    graph.write("UNWIND range(0, 59) AS n MATCH (u:User {uid: 'U' + (n % 12)}) CREATE (u)-[:AUTOMATES]->(a:Automation {"
                "uid: 'automation ' + n, name: 'Automation ' + n, of: 'contact', active: n % 3 = 0, rev: 1}) "
                "WITH a, n UNWIND range(0, 99) AS m CREATE (a)-[:RAN]->(:AutomationRun {uid: 'run ' + n + ' ' + m, at: $at, "
                "label: 'Contact', of: 'P' + (m * 7), did: CASE m % 2 WHEN 0 THEN ['notify:U1'] ELSE [] END, "
                "left_at: CASE m % 5 WHEN 0 THEN $at END})", at=BEFORE)  # fmt: skip
    graph.write("MATCH (u:User) WHERE u.uid IN ['U0', 'U4', 'U8'] SET u.digest = 'daily'")
    _gathered(graph)
    graph.write(
        "UNWIND range(0, 999) AS n MATCH (u:User {uid: 'U' + (n % 10)}) "
        "MATCH (c:Contact {uid: 'P' + (n % 250)}), (a:Account {uid: 'A' + (n % 40)}) "
        "WITH *, $stages[n % size($stages)] AS stage "
        "CREATE (o:Opportunity {uid: 'O' + n, name: 'Line ' + n, stage: stage, amount: toFloat(n), currency: 'EUR', rev: 1, "
        "status: CASE WHEN stage IN ['won', 'lost'] THEN stage ELSE 'open' END, created_at: $at, updated_at: $at, "
        "expected_close: $on + duration({days: n % 300 - 50}), closed_at: $at - duration({days: n % 300})}), "
        "(o)-[:INVOLVES {role: 'buyer'}]->(c), (o)-[:OFFERED_TO]->(a), "
        "(o)-[:ASSIGNED_TO {uid: 'SO' + n, rev: 1, start: $on - duration({days: 60})}]->(u)",
        on=ON, at=BEFORE, stages=["needs", "quote", *["won"] * 5, *["lost"] * 3],
    )  # fmt: skip
    _agreed(graph)
    graph.write(
        "UNWIND range(0, 399) AS n CREATE (g:Campaign {uid: 'CA' + n, name: 'Fair ' + n, rev: 1, "
        "kind: CASE n % 9 WHEN 0 THEN 'exhibition' WHEN 1 THEN 'training' ELSE 'meeting' END, "
        "start_on: $on - duration({days: 40}), created_at: $at, updated_at: $at}) "
        "WITH g, n WHERE n < 20 UNWIND range(0, CASE n WHEN 0 THEN 999 ELSE 49 END) AS m MATCH (c:Contact {uid: 'P' + (m * 4 + n)}) "
        "CREATE (c)-[:ATTENDS {uid: 'AT' + n + '-' + m, rev: 1, on: $on, "
        "status: CASE m % 3 WHEN 0 THEN 'attended' ELSE 'invited' END}]->(g)", on=ON, at=BEFORE,
    )  # fmt: skip
    graph.write("MATCH (l:Lead {uid: 'L7'}), (g:Campaign) WHERE g.uid STARTS WITH 'CA1' CREATE "
                "(l)-[:ATTENDS {uid: 'AL' + g.uid, rev: 1, on: $on, status: 'invited'}]->(g)", on=ON)  # fmt: skip
    graph.write(
        "MATCH (n:Account|Contact|Lead|Opportunity|Contract|Order|ServiceRequest|Campaign|Task) SET n.owner = 'U' + coalesce(toInteger(right(n.uid, 1)), 1)"
    )
    keep_lanes(graph, rows=[{"uid": f"O{number}"} for number in range(1_000)])
    graph.write("MATCH (t:Team {uid: 'each:Team'}) SET t.name = $stamp", stamp=stamp)
    replan(graph)


def _gathered(graph: Graph) -> None:
    """Groups, segments and tags, one of which a third of all contacts have."""
    graph.write(
        "UNWIND range(0, 119) AS n MATCH (u:User {uid: 'U' + (n % 12)}) CREATE (u)-[:KEEPS]->(g:Group {uid: 'Q' + n, "
        "name: 'Group ' + n, shared: n % 3 = 0, rev: 1}) WITH g, n UNWIND range(0, 19) AS m "
        "MATCH (c:Contact {uid: 'P' + (n * 20 + m)}) CREATE (c)-[:IN_GROUP]->(g)"
    )
    graph.write(
        "UNWIND range(0, 119) AS n MATCH (u:User {uid: 'U' + (n % 12)}) CREATE (u)-[:ASKS]->(:Segment {uid: 'S' + n, "
        "name: 'Segment ' + n, kind: 'contact', conditions: '[]', shared: n % 3 = 0, rev: 1})"
    )
    graph.write(
        "UNWIND range(0, 39) AS n CREATE (:Tag {uid: 'G' + n, name: 'Tag ' + n, key: 'tag ' + n, colour: 'red', rev: 1})"
    )
    graph.write(
        "MATCH (c:Contact), (t:Tag {uid: 'G0'}) WHERE toInteger(substring(c.uid, 1)) % 3 = 0 CREATE (c)-[:TAGGED]->(t)"
    )
    graph.write(
        "UNWIND range(0, 999) AS n MATCH (c:Contact {uid: 'P' + n}), (t:Tag {uid: 'G' + (n % 39 + 1)}) CREATE (c)-[:TAGGED]->(t)"
    )


def _agreed(graph: Graph) -> None:
    """A thousand each of contracts, orders and service requests, of accounts and contacts as opportunities are."""
    for label, letter, props in (
        ("Contract", "N", ("status: CASE n % 5 WHEN 0 THEN 'ended' ELSE 'active' END, number: 'N-' + n, "
         "remind_on: CASE n % 5 WHEN 0 THEN null ELSE $on + duration({days: n % 300 - 90}) END, "
         "start_min: date('2020-01-01'), end_max: date('9999-12-31'), "
         "due: CASE n % 5 WHEN 0 THEN '~' ELSE toString($on + duration({days: n % 300 - 60})) END")),
        ("Order", "R", ("status: CASE n % 5 WHEN 0 THEN 'placed' ELSE 'paid' END, number: 'R-' + n, "
         "due: CASE n % 5 WHEN 0 THEN toString($on + duration({days: n % 300 - 60})) ELSE '~' END")),
        ("ServiceRequest", "Q", ("status: CASE n % 5 WHEN 0 THEN 'open' ELSE 'closed' END, priority: 'normal', "
         "clock: CASE n % 5 WHEN 0 THEN $at + duration({hours: n % 300 - 60}) ELSE datetime('9999-12-31T00:00:00Z') END")),
    ):  # fmt: skip
        graph.write(
            "UNWIND range(0, 999) AS n "
            "MATCH (c:Contact {uid: 'P' + (n % 250)}), (a:Account {uid: 'A' + (n % 40)}), (d:Opportunity {uid: 'O' + n}) "
            f"CREATE (o:{label} {{uid: '{letter}' + n, name: 'Deal ' + n, rev: 1, created_at: $at, updated_at: $at, "
            f"amount: toFloat(n), currency: 'EUR', worth: toFloat(n), {props}}}), (o)-[:INVOLVES]->(c), "
            "(o)-[:OF_ACCOUNT]->(a) "
            "FOREACH (_ IN CASE WHEN o:ServiceRequest THEN [] ELSE [1] END | CREATE (o)-[:CAME_OF]->(d))",
            on=ON, at=BEFORE,
        )  # fmt: skip


def replan(graph: Graph) -> None:
    """Sample all indexes and forget all plans, so that the next ones follow from the data alone."""
    for name in graph.read("SHOW INDEXES YIELD name, type WHERE type <> 'FULLTEXT' RETURN name", str):
        graph.write("CALL db.resampleIndex($name)", name=name)
    graph.write("CALL db.awaitIndexes(60)")
    graph.write("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")
    graph.write("CALL db.prepareForReplanning(60)")


def _records(random: Random) -> dict[str, list[Row]]:
    accounts = [
        {"uid": f"A{n}", "name": f"Company {n}", "industry": random.choice(INDUSTRIES),
         "employee_count": random.choice([None, 20, 400, 9_000]), "placeholder": n == len(SIZES) - 1 or None}
        for n in range(len(SIZES))
    ]  # fmt: skip
    contacts = [
        {"uid": f"P{n}", "name": f"{random.choice(GIVEN)} {random.choice(FAMILY)} {n}"} for n in range(CONTACTS)
    ]
    users = [
        {"uid": f"U{n}", "name": f"User {n}", "email": f"u{n}@us.test", "active": n != 11} for n in range(len(TIES))
    ]
    leads = [{"uid": f"L{n}", "name": f"Lead {n}", "company_name": f"Prospect {n % 40}"} for n in range(LEADS)]
    handles = [
        {"uid": f"email:p{n}@example.test", "kind": "email", "value": f"p{n}@example.test"}
        for n in range(0, CONTACTS, 2)
    ]
    return {"Account": accounts, "Contact": contacts, "User": users, "Lead": leads, "Handle": handles}


def _stints(random: Random) -> Iterator[Row]:
    for number, size in enumerate(SIZES):
        for n, person in enumerate(random.choices(range(CONTACTS), k=size)):
            began = date(2000, 1, 1) + timedelta(days=random.randrange(8_500))
            start = random.choices([began.isoformat(), str(began.year), None], [8, 1.7, 0.3])[0]
            ended = min(began + timedelta(days=random.randrange(400, 3_000)), ON).isoformat()
            end = None if random.random() < 0.35 else ended
            status = "ended" if end else "ongoing"
            props = {
                "uid": f"W{number}-{n}", "title": random.choice(TITLES), "department": random.choice(DEPARTMENTS),
                "role": random.choice(ROLES), "kind": "employee", "primary": True, "start": start, "end": end,
                "end_status": status, "verified_on": ON, **bounds(start, end, status, ON, today=ON)._asdict(),
            }  # fmt: skip
            yield {"from": f"P{person}", "to": f"A{number}", "props": props}


def _interactions(random: Random) -> Iterator[Row]:
    for number, ties in enumerate(TIES):
        for person in sorted(random.sample(range(1, CONTACTS), ties)):
            for n in range(random.choice([1, 1, 2, 3, 6])):
                props = {
                    "uid": f"I{number}-{person}-{n}", "event": f"E{number}-{person}-{n}",
                    "at": BEFORE - timedelta(hours=random.randrange(1, 40_000)), "direction": "both",
                    "channel": random.choice(list(warmth.CHANNEL_WEIGHTS)), "participants": random.choice([2, 2, 3, 12]),
                }  # fmt: skip
                yield {"from": f"U{number}", "to": f"P{person}", "props": props}


def _interactions_with_a_lead() -> Iterator[Row]:
    for n in range(100):
        uid = {"uid": f"IL-{n}", "event": f"EL-{n}", "channel": "email", "direction": "out", "participants": 2}
        yield {"from": f"U{n % 5}", "to": "L7", "props": {**uid, "at": BEFORE - timedelta(days=n + 1)}}


def _knows(interactions: list[Row]) -> Iterator[Row]:
    pairs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in interactions:
        pairs[row["from"], row["to"]].append(row["props"])
    for (user, contact), rows in pairs.items():
        total = sum(
            warmth.interaction_weight(row["channel"], row["participants"])
            * 2 ** (warmth.days_since_epoch(row["at"]) / warmth.TIE_HALF_LIFE_DAYS)
            for row in rows
        )
        times = [row["at"] for row in rows]
        heat = math.log2(total) if total else None
        half = math.log2(total / 2) if total else None
        sums = {"heat": heat, "heat_out": half, "heat_in": half}
        yield {
            "from": user,
            "to": contact,
            "props": {"count": len(rows), "first_at": min(times), "last_at": max(times), **sums},
        }


def _ratings(random: Random) -> Iterator[Row]:
    for number in range(len(TIES)):
        for person in random.sample(range(1, CONTACTS), 5):
            props = {"uid": f"R{number}-{person}", "value": random.randint(1, 5), "at": BEFORE - timedelta(days=100)}
            yield {"from": f"U{number}", "to": f"P{person}", "props": props}


def _assignments(random: Random) -> Iterator[Row]:
    """Every lead has had three owners, and has the last one still."""
    for number in range(LEADS):
        for n in range(3):
            ends = {"end": date(2021 + n, 1, 1)} if n < 2 else {}
            props = {"uid": f"S{number}-{n}", "rev": 1, "start": date(2020 + n, 1, 1), **ends}
            yield {"from": f"L{number}", "to": f"U{random.randrange(11)}", "props": props}


def _links() -> Iterator[Row]:
    """The giant has a hundred partners. Nobody was acquired: what that makes are jobs, and they would be others."""
    for number in range(1, 101):
        start = f"{1990 + number % 30}"
        dated = {"start": start, "end_status": "ongoing", "verified_on": ON}
        props = {"uid": f"L{number}", "rev": 1, **dated, **bounds(start, None, "ongoing", ON, today=ON)._asdict()}
        yield {"from": f"A{number}", "to": "A0", "props": props}


def _changes(graph: Graph) -> None:
    """Contacts with a history of twenty revisions each, and some of each kind in the trash."""
    revisions = [
        {"uid": f"R{n}-{rev:02}", "change": f"change {rev}", "kind": "contact", "of": f"P{n}", "rev": rev, "action": "change",
         "at": BEFORE + timedelta(hours=rev)}
        for n in range(0, 1_000, 10) for rev in range(1, 21)
    ]  # fmt: skip
    graph.write("UNWIND $rows AS row CREATE (r:Revision) SET r = row", rows=revisions)
    graph.write("MATCH (r:Revision) MERGE (h:History {uid: 'Contact ' + r.of}) CREATE (r)-[:ON]->(h)")
    for label in ("Account", "Contact", "Lead", "User"):
        graph.write(
            f"UNWIND range(1, 5) AS n CREATE (:{label} {{uid: 'gone ' + n, name: 'Gone', deleted_at: $at}})", at=BEFORE
        )


def _log(graph: Graph) -> None:
    """An audit log of three thousand entries, a minute apart; one in twenty is an export."""
    graph.write(
        "UNWIND range(1, 3000) AS n CREATE (:Audit {seq: n, at: $at + duration({minutes: n}), user: 'U' + n % 10, "
        "action: CASE n % 20 WHEN 0 THEN 'export' ELSE 'write' END, address: 'a', previous: 'p', hash: 'h' + n, "
        "records: ['contact P' + n % 30]}), (:Audited {of: 'P' + n % 30, seq: n})",
        at=BEFORE,
    )


def _each_link(graph: Graph) -> None:
    """A hundred of each link, and a hundred assignments, where no other question looks."""
    kinds = {"SUBSIDIARY_OF": "A", "PARTNER_OF": "A", "SUCCEEDED_BY": "A", "REPORTS_TO": "P", "RELATED_TO": "P"}
    for kind, letter in kinds.items():
        label, first = ("Account", 190) if letter == "A" else ("Contact", 3_701)
        ends = [(f"{letter}{n}", f"{letter}{n + 1}") for n in range(first, first + 100)]
        rows = [{"from": a, "to": b, "props": {"uid": f"{kind}-{a}"}} for a, b in ends]
        _edges(graph, label, kind, label, rows)
    assigned = [{"from": f"A{n}", "to": "U11", "props": {"uid": f"S{n}", "start": ON}} for n in range(190, 290)]
    _edges(graph, "Account", "ASSIGNED_TO", "User", assigned)


def _edges(graph: Graph, start: str, kind: str, end: str, rows: list[Row]) -> None:
    graph.write(
        f"UNWIND $rows AS row MATCH (a:{start} {{uid: row.from}}) MATCH (b:{end} {{uid: row.to}}) "
        f"CREATE (a)-[e:{kind}]->(b) SET e = row.props",
        rows=rows,
    )


def _one_of_each(graph: Graph) -> None:
    """A node of each label and an edge of each type with all properties, so that EXPLAIN knows every name."""
    for label, cls in NODES.items():
        graph.write(f"CREATE (n:{label}) SET n = $props", props=_sample(cls, f"each:{label}"))
    for kind, edge in EDGES.items():
        graph.write(
            f"MATCH (a:Team {{uid: 'each:Team'}}) CREATE (a)-[e:{kind}]->(a) SET e = $props", props=_sample(edge, kind)
        )


def _sample(cls: Any, uid: str) -> Row:
    props = {name: _SAMPLES[prop.type_name] for name, prop in fields(cls).items()}
    return {**props, "uid": uid} if "uid" in props else props
