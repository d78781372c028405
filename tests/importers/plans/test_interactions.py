from __future__ import annotations

import math
import random
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from graphcrm.graph import Graph
from graphcrm.importers import batches
from graphcrm.warmth import CHANNEL_WEIGHTS, EPOCH

from ..conftest import Load, counts, notes, refusals

pytestmark = pytest.mark.usefixtures("cast")

HEADER = "interaction_id,user_id,contact_id,occurred_at,channel,direction,participants\n"


def edges(graph: Graph, *names: str) -> list[tuple[Any, ...]]:
    """The named properties of each interaction, by user and the other."""
    cypher = "MATCH (u:User)-[i:INTERACTED_WITH]->(p) RETURN [u.uid, p.uid] + [n IN $names | i[n]]"
    return sorted(graph.read(cypher, tuple, names=names), key=str)


def knows(graph: Graph) -> dict[tuple[str, str], tuple[Any, ...]]:
    """KNOWS by pair: count, first, last and the three sums."""
    rows = graph.read(
        "MATCH (u:User)-[k:KNOWS]->(c:Contact) "
        "RETURN u.uid, c.uid, k.count, k.first_at, k.last_at, k.heat, k.heat_out, k.heat_in",
        lambda *row: row,
    )
    return {row[:2]: row[2:] for row in rows}


def test_an_interaction_has_what_its_row_says_in_utc(graph: Graph, load: Load):
    report = load(
        interactions="interaction_id,user_id,contact_id,occurred_at,channel,direction,participants,subject,topics,private\n"
        "I1,U1,C1,2024-05-01T10:00:00.5+08:00,Video,IN,3,Hello,a;b,yes\n"
    )
    assert counts(report, "interactions.csv") == (1, 0, 0, 0, 0)
    names = ("event", "at", "channel", "direction", "participants", "subject", "topics", "private", "counted", "rev")
    at = datetime(2024, 5, 1, 2, 0, 0, 500_000, tzinfo=UTC)
    expected = ("U1", "C1", "I1", at, "video", "in", 3, "Hello", ["a", "b"], True, None, 1)
    assert edges(graph, *names) == [expected]
    assert graph.read("MATCH ()-[i:INTERACTED_WITH]->() RETURN i.at.timezone", str) == ["Z"]


@pytest.mark.parametrize(
    ("channel", "direction"),
    [
        ("meeting", "both"),
        ("video", "both"),
        ("call", "both"),
        ("event", "both"),
        ("email", "out"),
        ("message", "out"),
        ("", "out"),
    ],
)
def test_without_a_direction_only_what_takes_both_sides_is_mutual(
    graph: Graph, load: Load, channel: str, direction: str
):
    load(interactions=f"{HEADER}I1,U1,C1,2024-05-01,{channel},,\n")
    assert edges(graph, "channel", "direction") == [("U1", "C1", channel or "other", direction)]


def test_an_unknown_channel_becomes_other_and_is_named_with_its_count(graph: Graph, load: Load):
    report = load(interactions=f"{HEADER}I1,U1,C1,2024-05-01,Fax,,\nI2,U1,C1,2024-05-02,Fax,in,\n")
    assert [row[2] for row in edges(graph, "channel")] == ["other", "other"]
    (note,) = (note for note in report.notes if note.kind == "unknown_channel")
    assert (note.text, note.line, note.count) == ("the channel 'Fax' is not known, and became 'other'", 2, 2)


def test_times_without_an_offset_are_taken_as_utc_and_counted(graph: Graph, load: Load):
    report = load(
        interactions=f"{HEADER}I1,U1,C1,2024-05-01T10:00:00,call,,\nI2,U1,C1,2024-05-02 10:00,call,,\n"
        "I3,U1,C1,2024-05-03,call,,\nI4,U1,C1,2024-05-04T10:00Z,call,,\nI5,U1,C1,2024-05-05T10:00-03:00,call,,\n",
        ratings="user_id,contact_id,value,at\nU1,C1,3,2024-05-01T10:00\n",
    )
    assert [(note.file, note.count) for note in report.notes if note.kind == "no_offset"] == [
        ("interactions.csv", 2),
        ("ratings.csv", 1),
    ]
    hours = [row[2].hour for row in edges(graph, "at")]
    assert sorted(hours) == [0, 10, 10, 10, 13]


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("I1,U1,C1,2024-05-01,call,sideways,", "direction", "sideways"),
        ("I1,U1,C1,yesterday,call,,", "occurred_at", "yesterday"),
        ("I1,U1,C1,2024-02-30T10:00:00Z,call,,", "occurred_at", "2024-02-30T10:00:00Z"),
        ("I1,U1,C1,2024-05-01,call,,0", "participants", "0"),
        ("I1,U9,C1,2024-05-01,call,,", "user_id", "U9"),
        ("I1,U1,C9,2024-05-01,call,,", "contact_id", "C9"),
        ("I1,U1,,2024-05-01,call,,", "contact_id", ""),
        ("I1,,C1,2024-05-01,call,,", "user_id", ""),
        (",U1,C1,2024-05-01,call,,", "interaction_id", ""),
        ("I1,U1,C1,,call,,", "occurred_at", ""),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_with_its_cell(
    graph: Graph, load: Load, row: str, column: str, value: str
):
    report = load(interactions=f"{HEADER}{row}\nI2,U1,C1,2024-05-01,call,,\n")
    assert refusals(report) == [("interactions.csv", 2, column, value)]
    assert len(edges(graph)) == 1


def test_a_lead_may_stand_for_a_contact_but_not_beside_one(graph: Graph, load: Load):
    report = load(
        interactions="interaction_id,user_id,contact_id,lead_id,occurred_at\n"
        "I1,U1,,L1,2024-05-01\nI2,U1,C1,L1,2024-05-01\nI3,U1,,L9,2024-05-01\n"
    )
    assert refusals(report) == [("interactions.csv", 3, "lead_id", "L1"), ("interactions.csv", 4, "lead_id", "L9")]
    assert graph.read("MATCH (:User)-[:INTERACTED_WITH]->(l:Lead) RETURN l.uid", str) == ["L1"]
    assert knows(graph) == {}


def test_participants_left_empty_are_counted_over_the_whole_meeting(graph: Graph, load: Load):
    load(
        interactions="interaction_id,user_id,contact_id,lead_id,occurred_at,channel,participants\n"
        "I1,U1,C1,,2024-05-01,meeting,\nI1,U2,C1,,2024-05-01,meeting,\nI1,U1,C2,,2024-05-01,meeting,9\n"
        "I1,U1,,L1,2024-05-01,meeting,\n"
    )
    assert edges(graph, "participants", "counted") == [
        ("U1", "C1", 5, True),
        ("U1", "C2", 9, None),
        ("U1", "L1", 5, True),
        ("U2", "C1", 5, True),
    ]


def test_later_rows_of_a_meeting_count_its_participants_anew_and_warm_the_others(graph: Graph, load: Load):
    load(interactions=f"{HEADER}I1,U1,C1,2024-05-01,meeting,both,\nI2,U1,C2,2024-05-01,call,both,\n")
    cool = knows(graph)[("U1", "C1")][3]
    load(interactions=f"{HEADER}I1,U1,C2,2024-05-01,meeting,both,\nI1,U1,C3,2024-05-01,meeting,both,\n")
    assert edges(graph, "event", "participants", "rev")[:2] == [("U1", "C1", "I1", 4, 2), ("U1", "C2", "I1", 4, 2)]
    assert knows(graph)[("U1", "C1")][3] == pytest.approx(cool - math.log2(3))


def test_the_split_of_a_meeting_over_batches_makes_no_difference(
    graph: Graph, load: Load, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(batches, "ROWS", 1)
    text = f"{HEADER}I1,U1,C1,2024-05-01,meeting,,\nI1,U1,C2,2024-05-01,meeting,,\nI1,U2,C3,2024-05-01,meeting,,\n"
    load(interactions=text)
    assert [row[2:] for row in edges(graph, "participants", "counted")] == [(5, True)] * 3
    assert counts(load(interactions=text), "interactions.csv") == (0, 0, 3, 0, 0)


def test_a_number_given_later_replaces_the_counted_one(graph: Graph, load: Load):
    load(interactions=f"{HEADER}I1,U1,C1,2024-05-01,meeting,,\n")
    report = load(interactions=f"{HEADER}I1,U1,C1,2024-05-01,,,12\n")
    assert counts(report, "interactions.csv") == (0, 1, 0, 0, 0)
    assert edges(graph, "participants", "counted", "channel") == [("U1", "C1", 12, None, "meeting")]
    assert knows(graph)[("U1", "C1")][3:] == (None, None, None)


def test_a_number_given_as_it_had_been_counted_stays_when_the_meeting_grows(graph: Graph, load: Load):
    load(interactions=f"{HEADER}I1,U1,C1,2024-05-01,meeting,,\n")
    load(interactions=f"{HEADER}I1,U1,C1,2024-05-01,,,2\nI1,U1,C2,2024-05-01,meeting,,\n")
    assert edges(graph, "participants", "counted") == [("U1", "C1", 2, None), ("U1", "C2", 3, True)]


def test_the_same_file_twice_changes_nothing(graph: Graph, load: Load):
    text = f"{HEADER}I1,U1,C1,2024-05-01T10:00:00.123456+02:00,fax,,\nI1,U2,C1,2024-05-01,email,in,\nI2,U1,C1,2024-05-03,call,,2\n"
    load(interactions=text)
    before = edges(graph, "rev", "recorded_at", "at"), knows(graph)
    assert counts(load(interactions=text), "interactions.csv") == (0, 0, 3, 0, 0)
    assert (edges(graph, "rev", "recorded_at", "at"), knows(graph)) == before


def test_an_interaction_is_one_per_id_user_and_contact(load: Load):
    report = load(
        interactions=f"{HEADER}I1,U1,C1,2024-05-01,call,,\nI1,U1,C2,2024-05-01,call,,\nI1,U1,C1,2024-05-01,call,,\n"
        "I1,U1,C1,2024-05-02,call,,\n"
    )
    assert counts(report, "interactions.csv") == (2, 0, 0, 1, 1)
    assert refusals(report) == [("interactions.csv", 5, "interaction_id", "I1")]


def test_an_id_that_is_no_uid_is_kept_and_is_one_event(graph: Graph, load: Load):
    load(interactions=f"{HEADER}call 1/7,U1,C1,2024-05-01,call,,\ncall 1/7,U1,C2,2024-05-01,call,,\n")
    rows = edges(graph, "external_id", "event", "participants")
    assert [row[2] for row in rows] == ["call 1/7"] * 2
    assert rows[0][3:] == rows[1][3:] == (rows[0][3], 3)


def test_an_edit_of_time_channel_or_direction_warms_the_pair_anew(graph: Graph, load: Load):
    load(interactions=f"{HEADER}I1,U1,C1,2024-05-01,email,out,2\n")
    load(interactions=f"{HEADER}I1,U1,C1,2024-05-02,meeting,in,\n")
    at = datetime(2024, 5, 2, tzinfo=UTC)
    heat = math.log2(4) + (at - EPOCH).days / 365
    assert knows(graph) == {("U1", "C1"): (1, at, at, pytest.approx(heat), None, pytest.approx(heat))}


@pytest.mark.parametrize("year", [1, 1970, 2500, 9990])
def test_sums_hold_far_from_the_epoch(graph: Graph, load: Load, year: int):
    load(interactions=f"{HEADER}I1,U1,C1,{year:04}-05-01,meeting,out,2\nI2,U1,C1,{year:04}-05-01,meeting,out,2\n")
    days = (datetime(year, 5, 1, tzinfo=UTC) - EPOCH).days
    assert knows(graph)[("U1", "C1")][3] == pytest.approx(3 + days / 365)


def test_knows_equals_a_plain_sum_over_the_interactions(graph: Graph, load: Load, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batches, "ROWS", 37)
    rng = random.Random(4)
    sums: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    moments: dict[tuple[str, str], list[datetime]] = defaultdict(list)
    lines = []
    for number in range(400):
        pair = rng.choice(["U1", "U2"]), rng.choice(["C1", "C2", "C3"])
        at = EPOCH + timedelta(seconds=rng.randrange(-(10**8), 2 * 10**8))
        channel, direction = rng.choice(list(CHANNEL_WEIGHTS)), rng.choice(["in", "out", "both"])
        people = rng.choice([1, 2, 3, 5, 9, 10, 40])
        lines.append(f"I{number},{','.join(pair)},{at.isoformat()},{channel},{direction},{people}\n")
        crowd = 0 if people >= 10 else 1 / max(1, people - 1)
        weight = CHANNEL_WEIGHTS[channel] * crowd * 2 ** ((at - EPOCH).total_seconds() / 86_400 / 365)
        sums[pair][0] += weight * {"out": 1, "in": 0, "both": 0.5}[direction]
        sums[pair][1] += weight * {"out": 0, "in": 1, "both": 0.5}[direction]
        moments[pair].append(at)
    load(interactions=HEADER + "".join(lines))
    found = knows(graph)
    assert found.keys() == sums.keys()
    for pair, (out, into) in sums.items():
        first, last, n = min(moments[pair]), max(moments[pair]), len(moments[pair])
        heats = [pytest.approx(math.log2(total), abs=1e-9) for total in (out + into, out, into)]
        assert found[pair] == (n, first, last, *heats)


def test_notes_say_which_lines(load: Load):
    report = load(interactions=f"{HEADER}I1,U1,C1,2024-05-01T10:00,pigeon,,\n")
    assert notes(report, "no_offset") == ["times without an offset were taken as UTC"]
    assert {note.line for note in report.notes if note.file == "interactions.csv"} == {2}
