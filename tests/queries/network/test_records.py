from __future__ import annotations

from dataclasses import replace

from worlds.build import NOW, TODAY
from worlds.net import CHARLIE, D

from graphcrm.access import EVERYTHING
from graphcrm.graph import Graph, Runner
from graphcrm.queries.network.ids import by_type
from graphcrm.queries.network.records import records

IDS = ["account:acme", "contact:tomas", "lead:lead-1", "user:zoe", "contact:nobody", "user:acme"]


def titles(runner: Runner, ids: list[str], on=TODAY) -> dict[str, str | None]:
    return {one.id: one.title for one in records(runner, **by_type(ids), on=on, limit=100)}


def test_records_of_each_type_with_the_line_below_their_name(net: Graph) -> None:
    assert titles(net, IDS) == {
        "account:acme": "Robotics", "contact:tomas": "CTO · Acme", "lead:lead-1": "Acme Holding", "user:zoe": None,
    }  # fmt: skip
    assert titles(net, ["user:alice", "contact:own-alice"]) == {"user:alice": "North", "contact:own-alice": None}
    assert titles(net, []) == {}


def test_the_job_is_that_of_the_day(net: Graph) -> None:
    assert titles(net, ["contact:tomas"], D("2022-05-31")) == {"contact:tomas": "Lead · Globex"}
    assert titles(net, ["contact:tomas"], D("2017-12-31")) == {"contact:tomas": None}


def test_who_left_and_who_asked_not_to_be_contacted_are_marked(net: Graph) -> None:
    net.write("MATCH (c:Contact {uid: 'maya'}) SET c.do_not_contact = true")
    found = records(net, **by_type(["user:zoe", "user:bob", "contact:maya", "contact:noor"]), on=TODAY, limit=9)
    assert {one.uid for one in found if one.left} == {"zoe"}
    assert {one.uid for one in found if one.do_not_contact} == {"maya"}


def test_what_is_in_the_trash_is_not_there(net: Graph) -> None:
    net.write("MATCH (a:Account {uid: 'acme'}) SET a.deleted_at = $at", at=NOW)
    assert titles(net, ["account:acme"]) == {}


def test_charlie_sees_no_record_of_alices_nor_its_name_below_another(net: Graph) -> None:
    charlie = net.seen_by(CHARLIE)
    assert titles(charlie, ["contact:maya", "account:globex", "contact:ulla"]) == {"contact:ulla": None}
    net.write("MATCH (l:Lead {uid: 'lead-1'}) SET l.owner = 'bob'")
    assert titles(charlie, ["lead:lead-1"]) == {}


def test_a_hidden_field_is_not_shown(net: Graph) -> None:
    hiding = frozenset({"account.industry", "account.kind", "lead.company_name", "user.team"})
    assert titles(net.seen_by(replace(EVERYTHING, hidden=hiding)), [*IDS, "user:alice"]) == {
        "account:acme": None, "contact:tomas": "CTO · Acme", "lead:lead-1": None, "user:zoe": None, "user:alice": None,
    }  # fmt: skip
