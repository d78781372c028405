from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from worlds import build

from graphcrm.access import SHIPPED, Reader, Sight
from graphcrm.errors import ConflictError, ForbiddenError, GraphcrmError, InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.queries.records.listing import listing
from graphcrm.services import segments, tags
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check
from graphcrm.services.conditions import read

from .conftest import at_once, do

TODAY = datetime.now(UTC).date()
MINE = [[{"by": "owner", "value": "me"}]]
SILENT = [[{"by": "role", "value": ["decision_maker"]}], [{"by": "silent", "who": "anyone", "days": 60}]]


def save(graph: Graph, conditions: Any = SILENT, *, user: str = "alice", kind: str = "contact", **more: Any) -> str:
    def work(made: Any) -> str:
        return segments.create(
            made, user, more.get("name", "Silent"), kind, conditions, shared=more.get("shared", False)
        )

    return change(graph, Author(user), work)


def of(graph: Graph, uid: str, user: str = "alice") -> segments.Segment:
    return segments.one(graph, user, uid)


def who(graph: Graph, uid: str, user: str = "alice") -> list[str]:
    found = of(graph, uid, user)
    asked = segments.of_list(graph, found.kind, uid, user, TODAY)
    return [row.uid for row in listing(graph, kind=found.kind, on=TODAY, segment=asked, sort="created_at")]


def test_a_segment_is_saved_with_its_size_and_answers_who_is_in_it(cast: Graph) -> None:
    build.job(cast, "ada", "acme", start="2020", role="decision_maker", verified_on=TODAY)
    uid = save(cast)
    found = of(cast, uid)
    assert (found.name, found.kind, found.shared, found.rev) == ("Silent", "contact", False, 1)
    assert segments.sizes(found) == [(TODAY, 1)]
    assert who(cast, uid) == ["ada"]
    assert read(found.conditions)[1][0].values == {"who": "anyone", "days": 60}
    assert check(cast) == []


def test_me_is_who_asks_and_what_is_seen_is_theirs(cast: Graph) -> None:
    for uid in ("alice", "bob"):
        cast.write(
            "MATCH (u:User {uid: $uid}) MERGE (t:Team {uid: 't', name: 'T'}) CREATE (u)-[:MEMBER_OF]->(t)", uid=uid
        )
    build.assignment(cast, "ada", "alice", start="2020-01-01"), build.assignment(cast, "bo", "bob", start="2020-01-01")
    uid = save(cast, MINE, shared=True)
    assert (who(cast, uid), who(cast, uid, "bob")) == (["ada"], ["bo"])
    build.owned(cast, "bo", "bob")
    assert who(cast.seen_by(Sight(contacts=("alice",))), uid, "bob") == []
    assert segments.sizes(of(cast, uid, "bob")) == []


def test_a_segment_is_called_otherwise_shared_and_asked_otherwise(cast: Graph) -> None:
    uid = save(cast)
    do(cast, lambda made: segments.alter(made, "alice", uid, name="Mine", shared=True))
    assert (of(cast, uid).name, of(cast, uid).shared, of(cast, uid).rev) == ("Mine", True, 2)
    with pytest.raises(StaleError):
        do(cast, lambda made: segments.alter(made, "alice", uid, name="Late"), expected=1)
    cast.write("MATCH (s:Segment) SET s.sizes = ['2020-01-01 5']")
    do(cast, lambda made: segments.alter(made, "alice", uid, conditions=SILENT))
    assert of(cast, uid).sizes == ["2020-01-01 5", f"{TODAY} 0"]
    do(cast, lambda made: segments.alter(made, "alice", uid, conditions=MINE))
    assert of(cast, uid).sizes == [f"{TODAY} 0"]
    with pytest.raises(NotFoundError):
        do(cast, lambda made: segments.alter(made, "bob", uid, name="Mine"))


def test_a_segment_is_deleted_and_brought_back_within_a_day(cast: Graph) -> None:
    uid = save(cast)
    do(cast, lambda made: segments.delete(made, "alice", uid))
    with pytest.raises(NotFoundError):
        of(cast, uid)
    do(cast, lambda made: segments.restore(made, "alice", uid))
    assert of(cast, uid).name == "Silent"
    do(cast, lambda made: segments.delete(made, "alice", uid))
    cast.write("MATCH (s:Segment) SET s.removed_at = datetime() - duration({hours: 25})")
    other = save(cast)
    do(cast, lambda made: segments.delete(made, "alice", other))
    with pytest.raises(NotFoundError):
        do(cast, lambda made: segments.restore(made, "alice", uid))


@pytest.mark.parametrize(
    ("conditions", "field"),
    [
        ([], "conditions"),
        ([[]], "conditions"),
        ([[{"by": "nothing"}]], "conditions.0.0.by"),
        ([[{}]], "conditions.0.0.by"),
        ([[{"by": "owned"}], [{"by": "owned"}, {"by": "role"}]], "conditions.1.1.value"),
        ([[{"by": "role", "value": ["king"]}]], "conditions.0.0.value"),
        ([[{"by": "role", "value": {"a": 1}}]], "conditions.0.0.value"),
        ([[{"by": "owned", "days": 3}]], "conditions.0.0.days"),
        ([[{"by": "silent", "who": "you", "days": 3}]], "conditions.0.0.who"),
        ([[{"by": "silent", "who": "me", "days": 0}]], "conditions.0.0.days"),
        ([[{"by": "silent", "who": "me", "days": "soon"}]], "conditions.0.0.days"),
        ([[{"by": "silent", "who": "me", "days": True}]], "conditions.0.0.days"),
        ([[{"by": "left", "span": "within"}]], "conditions.0.0.days"),
        ([[{"by": "left", "span": "this_week", "days": 3}]], "conditions.0.0.span"),
        ([[{"by": "added", "span": "over"}]], "conditions.0.0.days"),
        ([[{"by": "at", "value": "nowhere"}]], "conditions.0.0.value"),
        ([[{"by": "tag", "value": "acme"}]], "conditions.0.0.value"),
        ([[{"by": "tag", "value": "me"}]], "conditions.0.0.value"),
        ([[{"by": "tie", "who": "me", "value": 101}]], "conditions.0.0.value"),
        ([[{"by": "title", "value": "x" * 201}]], "conditions.0.0.value"),
        ([[{"by": "at_country", "value": ["x"] * 2 + [f"{n}" for n in range(50)]}]], "conditions.0.0.value"),
        ([[{"by": "owned"}]] * 21, "conditions"),
    ],
)
def test_what_is_wrong_is_said_of_the_condition_and_saves_nothing(cast: Graph, conditions: Any, field: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        save(cast, conditions)
    assert refused.value.field == field
    assert segments.segments(cast, user="alice") == []


@pytest.mark.parametrize("name", ["", " ", "x" * 101])
def test_a_segment_has_a_name(cast: Graph, name: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        save(cast, name=name)
    assert refused.value.field == "name"
    with pytest.raises(InvalidInputError):
        save(cast, kind="task")


def test_nobody_saves_one_too_many(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "MOST", 1)
    save(cast)
    with pytest.raises(ConflictError):
        save(cast)
    save(cast, user="bob")


def test_a_field_that_is_hidden_is_not_asked_by(cast: Graph) -> None:
    hidden = cast.seen_by(Sight(hidden=frozenset({"account.lifecycle"})))
    asked = [[{"by": "at_lifecycle", "value": ["customer"]}]]
    with pytest.raises(ForbiddenError):
        save(hidden, asked)
    uid = save(cast, asked)
    with pytest.raises(ForbiddenError):
        who(hidden, uid)


def test_sizes_are_kept_once_a_day_as_each_sees_them(cast: Graph) -> None:
    uid, other = save(cast, [[{"by": "owned", "not": True}]]), save(cast, [[{"by": "owned", "not": True}]], user="bob")
    cast.write("MATCH (c:Contact {uid: 'ada'}) SET c.owner = 'alice'")
    cast.write("MATCH (u:User {uid: 'bob'}) SET u.role = 'rep'")
    cast.write("MATCH (u:User {uid: 'alice'}) SET u.role = 'admin'")
    tomorrow = TODAY + timedelta(days=1)
    assert segments.keep_sizes(cast, TODAY) == 0
    assert segments.keep_sizes(cast, tomorrow) == 2
    assert segments.keep_sizes(cast, tomorrow) == 0
    assert segments.sizes(of(cast, uid)) == [(TODAY, 2), (tomorrow, 2)]
    assert segments.sizes(of(cast, other, "bob")) == [(TODAY, 2), (tomorrow, 1)]


def test_a_view_keeps_the_size_of_the_day(cast: Graph) -> None:
    uid = save(cast)
    cast.write("MATCH (s:Segment) SET s.sizes = null")
    segments.seen(cast, of(cast, uid), "bob")
    assert of(cast, uid).sizes == []
    segments.seen(cast, of(cast, uid), "alice")
    assert of(cast, uid).sizes == [f"{TODAY} 0"]
    cast.write("MATCH (s:Segment) SET s.sizes = [$kept]", kept=f"{TODAY} 9")
    segments.seen(cast, of(cast, uid), "alice")
    assert of(cast, uid).sizes == [f"{TODAY} 9"]


def test_whoever_sees_nobody_counts_nobody(cast: Graph) -> None:
    nobody = Reader("bob", SHIPPED["viewer"]).sight
    build.owned(cast, "ada", "alice"), build.owned(cast, "bo", "alice")
    uid = save(cast, [[{"by": "owned", "not": True}]], user="bob")
    assert who(cast.seen_by(nobody), uid, "bob") == []
    assert issubclass(ForbiddenError, GraphcrmError)


def test_a_segment_follows_its_tag_to_what_that_was_merged_into(cast: Graph) -> None:
    vip, key = (do(cast, lambda made, name=name: tags.tag(made, "contact", ["ada"], name)) for name in ("VIP", "Key"))
    uid = save(cast, [[{"by": "tag", "value": vip}]])
    do(cast, lambda made: tags.merge(made, vip, key))
    do(cast, lambda made: tags.tag(made, "contact", ["bo"], "Key"))
    assert sorted(who(cast, uid)) == ["ada", "bo"]
    again = save(cast, [[{"by": "tag", "value": vip}]])
    assert read(of(cast, again).conditions)[0][0].values == {"value": key}


@pytest.mark.parametrize("negated", [False, True])
def test_a_tag_that_was_deleted_is_not_asked_by(cast: Graph, negated: bool) -> None:
    vip = do(cast, lambda made: tags.tag(made, "contact", ["ada"], "VIP"))
    asked = [[{"by": "tag", "value": vip, "not": negated}]]
    uid = save(cast, asked)
    do(cast, lambda made: tags.delete(made, vip))
    with pytest.raises(InvalidInputError) as refused:
        who(cast, uid)
    assert refused.value.field == "segment"
    with pytest.raises(InvalidInputError):
        save(cast, asked)
    do(cast, lambda made: segments.delete(made, "alice", uid))


def test_of_many_who_save_the_last_segment_at_once_one_does(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "MOST", 2)
    save(cast)
    said = at_once([lambda: save(cast)] * 4)
    assert sum(isinstance(each, ConflictError) for each in said) == 3
    assert len(segments.segments(cast, user="alice")) == 2
