"""Export, import into an empty store, export: the same files, and where an import made the graph, the same graph."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import empty
from digest import described
from neo4j.spatial import WGS84Point
from worlds.build import (
    account,
    assignment,
    attendance,
    campaign,
    contact,
    handle,
    interaction,
    job,
    lead,
    opportunity,
    owned,
    rating,
    task,
    user,
)
from worlds.cast import write_cast

from graphcrm.demo import write_world
from graphcrm.exporters import bundle
from graphcrm.graph import Graph
from graphcrm.nodes.ids import derived
from graphcrm.queries.opportunities.stages import stages as all_stages
from graphcrm.services import groups, opportunities, records, segments, stages, tags, tasks, trash
from graphcrm.services.changes import Author, Change, change

from .conftest import files, load, rows

KINDS_OF_HANDLES = (("email", "x@"), ("phone", "+49 "), ("wechat", "w ("), ("linkedin", "in/"), ("domain", "d"))

Export = Callable[[], Path]


@pytest.mark.slow
@pytest.mark.timeout(900)  # two imports and two exports of it
def test_the_demo_world_comes_back_as_the_same_graph(graph: Graph, tmp_path: Path, round_trip: Export):
    write_world(tmp_path / "world")
    load(graph, tmp_path / "world")
    before = described(graph)
    round_trip()
    assert described(graph) == before


@pytest.mark.parametrize("size", [1, 3, 2_000])
def test_the_cast_comes_back_whatever_a_page_holds(
    graph: Graph, round_trip: Export, monkeypatch: pytest.MonkeyPatch, size: int
):
    monkeypatch.setattr(bundle, "ROWS", size)
    write_cast(graph)
    folder = round_trip()
    assert len(rows(folder, "works_at")) == 14
    assert len(rows(folder, "interactions")) == 23
    load(graph, folder)  # once more: nothing is another one now
    assert graph.read("MATCH ()-[e:WORKS_AT|INTERACTED_WITH|RATES]->() RETURN sum(e.rev)", int) == [38]


def test_an_empty_graph_is_twenty_two_files_with_their_first_row(graph: Graph, round_trip: Export):
    folder = round_trip()
    assert {len(path.read_text(encoding="utf-8").splitlines()) for path in folder.iterdir()} == {1}
    assert len(list(folder.iterdir())) == 22


def test_tags_come_back_on_what_they_are(graph: Graph, round_trip: Export):
    account(graph, "A1"), contact(graph, "P1"), user(graph, "U1")
    uid = change(graph, Author("U1"), lambda made: tags.tag(made, "contact", ["P1"], "Key, person"))
    change(graph, Author("U1"), lambda made: tags.alter(made, uid, {"colour": "purple"}))
    for kind, of in (("account", "A1"), ("contact", "P1")):
        change(graph, Author("U1"), lambda made, kind=kind, of=of: tags.tag(made, kind, [of], "客户"))
    folder = round_trip()
    assert {row["name"] for row in rows(folder, "tags")} == {"Key, person", "客户"}
    assert rows(folder, "contacts")[0]["tags"] == "Key, person;客户"
    assert uid in {row["tag_id"] for row in rows(folder, "tags")}


def test_segments_come_back_as_they_were_asked(graph: Graph, round_trip: Export):
    account(graph, "A1"), user(graph, "U1")
    uid = change(graph, Author("U1"), lambda made: tags.tag(made, "account", ["A1"], "Key"))
    asked = [
        [{"by": "left", "span": "within", "days": 90, "value": ["customer", "loyal"]}, {"by": "tag", "value": uid}],
        [{"by": "at", "value": "A1", "not": True}, {"by": "title", "value": 'a; "b"\n名'}],
    ]
    made = change(
        graph, Author("U1"), lambda made: segments.create(made, "U1", "Gone, 走了", "contact", asked, shared=True)
    )
    graph.write("MATCH (s:Segment) SET s.sizes = ['2026-01-01 7', '2026-01-02 8']")
    folder = round_trip()
    (row,) = rows(folder, "segments")
    assert (row["segment_id"], row["user_id"], row["sizes"]) == (made, "U1", "2026-01-01 7;2026-01-02 8")
    assert json.loads(row["conditions"]) == asked


def test_groups_come_back_with_who_is_in_them(graph: Graph, round_trip: Export):
    account(graph, "A1"), contact(graph, "P1"), contact(graph, "P2"), user(graph, "U1")
    uid = change(graph, Author("U1"), lambda made: groups.create(made, "U1", "Dinner, 晚餐", shared=True))
    for kind, of in (("contact", ["P1", "P2"]), ("account", ["A1"])):
        change(graph, Author("U1"), lambda made, kind=kind, of=of: groups.add(made, "U1", uid, kind, of))
    change(graph, Author("U1"), lambda made: groups.create(made, "U1", "Empty"))
    folder = round_trip()
    assert {row["name"]: (row.get("contacts"), row.get("accounts")) for row in rows(folder, "groups")} == {
        "Dinner, 晚餐": ("P1;P2", "A1"), "Empty": (None, None),
    }  # fmt: skip


AWKWARD = [
    "two\nlines", "carriage\rreturn", "both\r\nof them", 'she said "no"', "a, b; c", "'=1+1", "张三丰", "مرحبا", "🙂 e\u0301",
    "tab\tinside", "\ufeffmark", "NaN", "true", "x" * 1_000,
]  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD, ids=lambda text: ascii(text[:10]))
def test_a_text_comes_back_as_it_was(graph: Graph, round_trip: Export, text: str):
    contact(graph, "P1", text, description=text, x_note=text)
    round_trip()
    found = graph.read("MATCH (c:Contact) RETURN c.name, c.description, c.x_note", lambda *row: row)
    assert found == [(text, text, text)]


def test_blanks_around_a_text_and_empty_texts_are_not_written(graph: Graph, round_trip: Export):
    contact(graph, "P1", " Ada\n", description="", address="  ", hobbies=[], x_empty="", x_blank=" ")
    folder = round_trip()
    assert rows(folder, "contacts") == [{"contact_id": "P1", "name": "Ada"}]
    assert b"x_" not in files(folder)["contacts.csv"]


def test_custom_fields_come_back_under_their_keys_as_text(graph: Graph, round_trip: Export):
    custom = {
        "x_int": 7, "x_float": 0.1, "x_flag": False, "x_day": datetime(2024, 2, 29, tzinfo=UTC).date(),
        "x_at": datetime(2024, 2, 29, 9, 30, tzinfo=UTC), "x_list": ["b;c", " a "], "x_numbers": [1, 2], "x_größe": "38",
        "x_place": WGS84Point((1.5, 2)),
    }  # fmt: skip
    account(graph, "A1", **custom)
    account(graph, "A0"), contact(graph, "P1"), user(graph, "U1", role="rep")
    job(graph, "P1", "A1", uid="W1", x_desk=12)
    interaction(graph, "U1", "P1", "2024-05-01", x_room="blue")
    folder = round_trip()
    assert {name: cell for name, cell in rows(folder, "accounts")[1].items() if name.startswith("x_")} == {
        "x_int": "7", "x_float": "0.1", "x_flag": "false", "x_day": "2024-02-29", "x_at": "2024-02-29T09:30:00+00:00",
        "x_list": "b;c;a", "x_numbers": "1;2", "x_größe": "38", "x_place": "2.0,1.5",
    }  # fmt: skip
    kept = "MATCH (a:Account {uid: 'A1'})<-[w:WORKS_AT]-()<-[i:INTERACTED_WITH]-() RETURN a.x_list, w.x_desk, i.x_room"
    assert graph.read(kept, lambda *row: row) == [("b;c;a", "12", "blue")]


def with_all_handles(made: Change) -> None:
    """A record of each kind with three handles of each kind, of which one is to be used; a user signs in with another."""
    for kind in ("account", "contact", "lead", "user"):
        given = [
            {"kind": of, "value": f"{at}{value}.example", "label": label, "primary": primary}
            for of, at in KINDS_OF_HANDLES
            for value, label, primary in (("1", "work", False), ("2", None, True), ("3", "家", False))
        ]
        email = {"email": "x@9.example"} if kind == "user" else {}
        records.create(made, kind, {"name": kind, "handles": given} | email, uid="X")


def test_handles_come_back_with_their_labels_and_the_one_to_use(graph: Graph, round_trip: Export):
    change(graph, Author(), with_all_handles)
    cypher = "MATCH (n)-[r:HAS_HANDLE]->(h) RETURN labels(n)[0], h.uid, r.label, coalesce(r.primary, false)"
    before = set(graph.read(cypher, lambda *row: row))
    assert len(before) == 60
    assert ("Contact", "wechat:w (3.example", "家", False) in before
    round_trip()
    assert set(graph.read(cypher, lambda *row: row)) == before


def put_into_trash(graph: Graph, *records: tuple[str, str]) -> None:
    for kind, uid in records:
        change(graph, Author(), lambda made, kind=kind, uid=uid: trash.trash(made, kind, uid))


def test_what_is_in_the_trash_is_left_out_with_all_that_it_was_tied_to(graph: Graph, round_trip: Export):
    write_cast(graph)
    graph.write("MATCH (c:Contact {uid: 'priya'}), (u:User {uid: 'bob'}) CREATE (u)-[:IS]->(c)")
    graph.write(
        "MATCH (l:Lead), (u:User {uid: 'zoe'}) CREATE (l)-[:ASSIGNED_TO {uid: 'S1', start: date('2024-01-01')}]->(u)"
    )
    put_into_trash(graph, ("contact", "priya"), ("account", "globex"), ("user", "zoe"), ("contact", "lena"))
    folder = round_trip()
    written = b"".join(files(folder).values())
    assert not any(word in written for word in (b"priya", b"globex", b"zoe", b"lena"))
    assert [len(rows(folder, name)) for name in ("contacts", "accounts", "users", "ratings", "assigned_to")] == [
        8,
        4,
        6,
        0,
        0,
    ]


def test_what_goes_into_the_trash_while_edges_are_read_is_still_written(graph: Graph, tmp_path: Path):
    write_cast(graph)
    doomed = [("contact", "priya"), ("account", "globex")]

    def progress(step: bundle.Progress) -> None:
        if doomed and step == ("users.csv", 1.0):
            put_into_trash(graph, doomed.pop(), doomed.pop())

    bundle.export_bundle(graph, tmp_path / "out", progress=progress)
    empty(graph)
    load(graph, tmp_path / "out")
    assert graph.read("MATCH ({uid: 'priya'})-[:WORKS_AT]->(a) RETURN count(a)", int) == [2]


def test_jobs_come_back_with_their_own_dates_and_flags(graph: Graph, round_trip: Export):
    contact(graph, "P1"), account(graph, "A1")
    same = {"start": "2019", "end": "2020-05", "title": "Boss"}
    job(graph, "P1", "A1", uid="W1", concurrent=True, external_id="no 1", source="erp", main_contact=True, **same)
    job(graph, "P1", "A1", uid="W2", concurrent=True, work_email="a@x.example", **same)
    job(graph, "P1", "A1", uid="W3", ended=True, verified_on=datetime(2018, 1, 2, tzinfo=UTC).date(), kind="board")
    job(graph, "P1", "A1", uid="W4", carried_from="W1")
    cypher = "MATCH ()-[w:WORKS_AT]->() WHERE w.carried_from IS NULL RETURN properties(w) ORDER BY w.uid"

    def jobs() -> list[dict[str, Any]]:
        return [
            {name: value for name, value in props.items() if name not in {"rev", "recorded_at"}}
            for props in graph.read(cypher, dict)
        ]

    before = jobs()
    round_trip()
    assert jobs() == before
    assert [found["uid"] for found in before] == ["W1", "W2", "W3"]


def test_meetings_come_back_with_leads_and_contacts_counted_or_not(graph: Graph, round_trip: Export):
    user(graph, "U1", role="rep"), contact(graph, "P1"), lead(graph, "L1", status="new")
    rich = {"topics": ["a", "b"], "private": True, "external_id": "no 1", "source": "mail", "notes": "x\r\ny"}
    interaction(graph, "U1", "P1", "2024-05-01T09:30:00.123456+02:00", event="E1", counted=True, participants=3, **rich)
    interaction(
        graph, "U1", "L1", "2024-05-01T07:30:00.123456", event="E1", counted=True, participants=3, channel="call"
    )
    interaction(graph, "U1", "P1", "2024-05-02", event="E2", participants=3, direction="in")
    folder = round_trip()
    assert [(row.get("contact_id"), row.get("participants")) for row in rows(folder, "interactions")] == [
        ("P1", None), (None, None), ("P1", "3")
    ]  # fmt: skip
    cypher = "MATCH ()-[i:INTERACTED_WITH]->() RETURN i.event, i.participants, i.counted, i.topics, i.private ORDER BY i.at, i.topics"
    assert graph.read(cypher, lambda *row: row) == [
        ("E1", 3, True, ["a", "b"], True), ("E1", 3, True, None, None), ("E2", 3, None, None, None)
    ]  # fmt: skip


LINKED = {
    "accounts": "account_id,name\nA1,Acme\nA2,Blue\nA3,Gone\n",
    "contacts": "contact_id,name\nP1,Ada\nP2,Bo\n",
    "works_at": "job_id,contact_id,account_id,start_date,verified_on\nW1,P1,A1,2019,2026-05-01\n",
    "account_links": "link_id,from_account_id,to_account_id,kind,start_date,end_date,end_status,verified_on,source\n"
    "K1,A1,A2,succeeded_by,2020-05,,,2026-05-01,fair\n"
    "K2,A3,A2,subsidiary_of,2018,2019-06-30,,2026-05-01,\nK3,A1,A3,partner_of,,,ended,2021-01-01,\n",
    "contact_links": "link_id,from_contact_id,to_contact_id,kind,relation,start_date,verified_on\n"
    "K4,P1,P2,reports_to,,2020,2026-05-01\nK5,P2,P1,related_to,mentor,,2026-05-01\n",
}


def test_links_come_back_and_jobs_are_carried_over_by_them_again(graph: Graph, tmp_path: Path, round_trip: Export):
    (tmp_path / "linked").mkdir()
    for name, text in LINKED.items():
        (tmp_path / "linked" / f"{name}.csv").write_text(text, encoding="utf-8")
    load(graph, tmp_path / "linked")
    before = described(graph)
    folder = round_trip()
    assert described(graph) == before
    assert [row["link_id"] for name in ("account_links", "contact_links") for row in rows(folder, name)] == [
        "K1", "K2", "K3", "K4", "K5"
    ]  # fmt: skip
    assert [row["job_id"] for row in rows(folder, "works_at")] == ["W1"]
    assert graph.read(
        "MATCH ()-[w:WORKS_AT]->() RETURN w.carried_from IS NOT NULL AS carried ORDER BY carried", bool
    ) == [False, True]


@pytest.mark.parametrize("size", [1, 2_000])
def test_tasks_come_back_with_what_they_are_about_and_whose_they_are(
    graph: Graph, round_trip: Export, monkeypatch: pytest.MonkeyPatch, size: int
):
    monkeypatch.setattr(bundle, "ROWS", size)
    user(graph, "U1", role="rep"), account(graph, "A1"), lead(graph, "L1", status="new")
    contact(graph, "P1"), contact(graph, "P2")
    day, at = date(2024, 2, 29), datetime(2024, 3, 1, 9, 30, 0, 123_456, tzinfo=UTC)
    task(graph, "T1", "Call; ask", "P2", "P1", "A1", "L1", kind="call", priority="high", due_on=day, due_time="09:30")
    task(graph, "T2", "No day", description="a\r\nb", external_id="no 2", source="erp", x_room="blue")
    task(graph, "T3", "Done", "L1", status="done", done_at=at, outcome="Sold", repeats="month", every=2, due_on=day)
    task(graph, "T4", "Done", status="open", repeats="month", every=2, series="T3", first_on=day, due_on=day)
    task(graph, "T5", "Gone", status="dropped", done_at=at, series="purged-since")
    for number in (1, 3):
        assignment(graph, f"T{number}", "U1", start="2024-01-01", uid=f"S{number}")
    graph.write("MATCH (t:Task)-[:ASSIGNED_TO]->(u) SET t.owner = u.uid")
    before = described(graph)
    folder = round_trip()
    assert described(graph) == before
    assert [(row["record_kind"], row["record_id"]) for row in rows(folder, "assigned_to")] == [
        ("task", "T1"), ("task", "T3")
    ]  # fmt: skip
    first, second, *_ = rows(folder, "tasks")
    assert (first["about_contacts"], first["about_accounts"], first["about_leads"]) == ("P1;P2", "A1", "L1")
    assert second == {
        "task_id": "T2", "name": "No day", "description": "a\r\nb", "status": "open", "external_id": "no 2",
        "source": "erp", "x_room": "blue",
    }  # fmt: skip


def test_opportunities_come_back_with_whom_they_are_for_and_the_stages_they_came_to(graph: Graph, round_trip: Export):
    user(graph, "U1", role="rep"), account(graph, "A1"), contact(graph, "P1"), contact(graph, "P2")
    at = datetime(2024, 3, 1, 9, 30, 0, 123_456, tzinfo=UTC)
    trail = ["first_contact 2024-01-01T09:00:00+00:00", "lost 2024-03-01T09:30:00.123456+00:00"]
    closed = {"stage": "lost", "status": "lost", "lost_reason": "Too dear; late", "closed_at": at, "stage_since": at}
    opportunity(graph, "O1", "A1", "P1", "P2", owner="U1", amount=1250.5, currency="EUR", trail=trail, **closed)
    graph.write("MATCH (:Opportunity)-[i:INVOLVES]->(:Contact {uid: 'P2'}) SET i.role = 'buyer'")
    opportunity(
        graph,
        "O2",
        trail=trail[:1],
        stage_since=datetime(2024, 1, 1, 9, tzinfo=UTC),
        expected_close=date(2024, 2, 29),
        x_room="blue",
    )
    made = change(graph, Author(), lambda made: opportunities.create(made, {"name": "Line", "account": "A1"}))
    change(graph, Author(), lambda change: opportunities.move(change, made, "won", "Service"))
    task(graph, "T1", "Call", "O1")
    before = described(graph)
    folder = round_trip()
    assert described(graph) == before
    first = next(row for row in rows(folder, "opportunities") if row["opportunity_id"] == "O1")
    assert (first["account_id"], first["contacts"], first["trail"]) == ("A1", "P1;P2 (buyer)", ";".join(trail))
    assert [row["about_opportunities"] for row in rows(folder, "tasks")] == ["O1"]


def test_stages_come_back_as_somebody_has_said_them(graph: Graph, round_trip: Export):
    user(graph, "U1", role="admin")
    legal = change(graph, Author("U1"), lambda made: stages.add(made, {"name": "Legal, 法务", "probability": 70}))
    change(graph, Author("U1"), lambda made: stages.alter(made, "needs", {"position": 1, "name": "Wishes"}))
    change(graph, Author("U1"), lambda made: stages.alter(made, "quote", {"retired": True}))
    made = change(graph, Author(), lambda made: opportunities.create(made, {"name": "Line", "stage": legal}))
    before, known = described(graph), all_stages(graph)
    folder = round_trip()
    assert described(graph) == before
    assert [replace(one, rev=1) for one in all_stages(graph)] == [replace(one, rev=1) for one in known]
    assert [one.key for one in known][:2] == ["needs", "first_contact"]
    found = {row["stage_id"]: row for row in rows(folder, "stages")}
    assert (found[legal]["name"], found["quote"]["retired"], len(found)) == ("Legal, 法务", "true", 8)
    assert graph.read("MATCH (o:Opportunity) RETURN o.uid, o.stage", lambda *row: row) == [(made, legal)]
    load(graph, folder)  # once more: nothing is another one now
    assert graph.read("MATCH (s:Stage) WHERE s.rev > 2 RETURN s.uid", str) == []


def test_a_series_that_the_program_made_comes_back(graph: Graph, round_trip: Export):
    user(graph, "U1", role="rep"), contact(graph, "P1")
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    of = {"name": "Call", "due_on": yesterday, "repeats": "week", "contacts": ["P1"]}
    first = change(graph, Author("U1"), lambda made: tasks.create(made, of))
    second = change(graph, Author(), lambda made: tasks.edit(made, first, {"status": "done", "outcome": "Well"}))
    folder = round_trip()
    assert [(row["task_id"], row.get("series"), row["about_contacts"]) for row in rows(folder, "tasks")] == [
        (first, None, "P1"), (second, first, "P1")
    ]  # fmt: skip


def test_tasks_in_the_trash_and_what_others_were_about_there_are_left_out(graph: Graph, round_trip: Export):
    user(graph, "U1", role="rep"), contact(graph, "P1"), contact(graph, "P2")
    task(graph, "T1", "Call", "P1", "P2"), task(graph, "T2", "Ask", "P1"), assignment(graph, "T2", "U1", uid="S2")
    put_into_trash(graph, ("contact", "P2"), ("task", "T2"))
    folder = round_trip()
    assert [(row["task_id"], row["about_contacts"]) for row in rows(folder, "tasks")] == [("T1", "P1")]
    assert rows(folder, "assigned_to") == []


def test_two_assignments_of_one_day_come_back_as_two(graph: Graph, round_trip: Export):
    user(graph, "U1", role="rep"), lead(graph, "L1", status="new")
    graph.write(
        "MATCH (l:Lead), (u:User) UNWIND ['S1', 'S2', 'S3'] AS uid CREATE (l)-[:ASSIGNED_TO {uid: uid, reason: uid, "
        "start: date('2024-01-01'), end: CASE uid WHEN 'S3' THEN null ELSE date('2024-01-01') END}]->(u)"
    )
    round_trip()
    found = graph.read(
        "MATCH ()-[s:ASSIGNED_TO]->() RETURN s.uid, s.reason, s.end IS NULL ORDER BY s.uid", lambda *row: row
    )
    assert found == [("S1", "S1", False), ("S2", "S2", False), ("S3", "S3", True)]


def test_a_source_of_its_own_goes_before_that_of_the_import(graph: Graph, export: Export):
    user(graph, "U1", role="rep", source="erp"), contact(graph, "P1", source="fair"), contact(graph, "P2")
    rating(graph, "U1", "P1", 4)
    handle(graph, "P1", "email", "a@x.example")
    folder = export()
    empty(graph)
    load(graph, folder, source="again")
    assert graph.read("MATCH (n:User|Contact) RETURN n.source ORDER BY n.uid", str) == ["fair", "again", "erp"]


def test_campaigns_come_back_with_who_attends_them(graph: Graph, round_trip: Export):
    user(graph, "U1", role="rep"), contact(graph, "P1"), lead(graph, "L1", status="new")
    campaign(graph, "G1", "Fair", kind="exhibition", end_on=date(2024, 5, 3), cost=12.5, currency="EUR", x_hall="3")
    campaign(graph, "G2", "Dinner", start_on=None)
    owned(graph, "G1", "U1")
    attendance(graph, "G1", "P1"), attendance(graph, "G1", "L1", "invited", on="2024-04-01")
    graph.write("MATCH (p)-[t:ATTENDS]->(g) SET t.uid = $uids[p.uid], t.source = 'erp'", uids=_attendance("G1"))
    before = described(graph)
    folder = round_trip()
    assert described(graph) == before
    assert {row.get("contact_id") or row["lead_id"]: (row["status"], row["on"]) for row in rows(folder, "attendance")} == {
        "P1": ("attended", "2024-05-01"), "L1": ("invited", "2024-04-01"),
    }  # fmt: skip
    assert {row["campaign_id"] for row in rows(folder, "campaigns")} == {"G1", "G2"}


def _attendance(campaign: str) -> dict[str, str]:
    """The uids of the attendance of those two, which follow from who they are."""
    return {uid: derived("attendance", campaign, label, uid) for label, uid in (("Contact", "P1"), ("Lead", "L1"))}
