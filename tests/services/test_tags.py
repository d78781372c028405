from __future__ import annotations

from typing import Any

import pytest
from worlds.build import lead

from graphcrm.access import SHIPPED, Reader
from graphcrm.errors import (
    ChangedSinceError,
    ExistsError,
    ForbiddenError,
    GraphcrmError,
    InvalidInputError,
    NotFoundError,
    StaleError,
)
from graphcrm.graph import Graph
from graphcrm.queries.contacts.contact import contact as one_contact
from graphcrm.queries.tags.tags import tags as all_tags
from graphcrm.services import kinds, records, tagging, tags, tasks, trash, undo
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check
from graphcrm.services.conversion import Asked, convert

from .conftest import at_once, do, history


def names_of(graph: Graph, uid: str = "ada") -> list[str]:
    return [tag["name"] for tag in one_contact(graph, uid=uid).tags]


def last_change(graph: Graph) -> str:
    (found,) = graph.read("MATCH (r:Revision) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)
    return found


def undo_last(graph: Graph) -> None:
    do(graph, lambda made: undo.undo(made, last_change(graph)))


def tag(graph: Graph, name: str, *uids: str, kind: str = "contact") -> str:
    return do(graph, lambda made: tags.tag(made, kind, uids or ["ada"], name))


def test_a_record_is_tagged_and_the_tag_taken_away(cast: Graph) -> None:
    vip = tag(cast, " VIP ")
    assert tag(cast, "Board") != vip
    assert names_of(cast) == ["Board", "VIP"]
    assert history(cast, "ada")[0][1:] == ("change", {"tags": None}, {"tags": [vip]})
    do(cast, lambda made: tags.untag(made, "contact", ["ada"], "vip"))
    assert names_of(cast) == ["Board"]
    undo_last(cast)
    assert names_of(cast) == ["Board", "VIP"]
    assert check(cast) == []


def test_a_name_is_one_tag_whatever_its_case(cast: Graph) -> None:
    assert tag(cast, "VIP") == tag(cast, "vip") == tag(cast, "ＶＩＰ", "acme", kind="account")
    assert [(one.name, one.accounts, one.contacts) for one in all_tags(cast)] == [("VIP", 1, 1)]


def test_what_is_tagged_already_is_not_changed(cast: Graph) -> None:
    tag(cast, "VIP")
    before = len(history(cast, "ada"))
    tag(cast, "VIP")
    assert len(history(cast, "ada")) == before


def test_many_are_tagged_as_one_change(cast: Graph) -> None:
    tag(cast, "VIP", "ada")
    tag(cast, "VIP", "ada", "bo")
    assert (names_of(cast, "ada"), names_of(cast, "bo")) == (["VIP"], ["VIP"])
    undo_last(cast)
    assert (names_of(cast, "ada"), names_of(cast, "bo")) == (["VIP"], [])


@pytest.mark.parametrize("name", ["", "  ", "a;b", "x" * 61])
def test_what_is_no_name_tags_nothing(cast: Graph, name: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        tag(cast, name)
    assert refused.value.field == "tags"
    assert all_tags(cast) == []


def test_nobody_that_there_is_not_is_tagged(cast: Graph) -> None:
    with pytest.raises(NotFoundError):
        tag(cast, "VIP", "ada", "nobody")
    assert names_of(cast) == []
    with pytest.raises(NotFoundError):
        do(cast, lambda made: tags.untag(made, "contact", ["ada"], "nothing"))
    with pytest.raises(InvalidInputError):
        tag(cast, "VIP", "alice", kind="user")


def test_fields_say_all_tags_by_name(cast: Graph) -> None:
    do(cast, lambda made: kinds.edit(made, "contact", "ada", {"tags": ["VIP", "Board", "vip"]}))
    assert names_of(cast) == ["Board", "VIP"]
    do(cast, lambda made: kinds.edit(made, "contact", "ada", {"tags": None}))
    assert names_of(cast) == []
    uid = do(cast, lambda made: kinds.create(made, "contact", {"name": "New", "tags": ["VIP"]}))
    assert names_of(cast, uid) == ["VIP"]
    with pytest.raises(InvalidInputError):
        do(cast, lambda made: kinds.edit(made, "contact", "ada", {"tags": [f"t{n}" for n in range(51)]}))
    with pytest.raises(InvalidInputError):
        do(cast, lambda made: kinds.edit(made, "user", "alice", {"tags": ["VIP"]}))
    with pytest.raises(NotFoundError):
        do(cast, lambda made: records.edit(made, "contact", "ada", {"tags": ["no uid of a tag"]}))


def test_an_undo_leaves_what_was_tagged_since(cast: Graph) -> None:
    tag(cast, "VIP")
    first = last_change(cast)
    tag(cast, "VIP", "bo")
    tag(cast, "Board")
    with pytest.raises(ChangedSinceError):
        do(cast, lambda made: undo.undo(made, first))
    undo_last(cast)
    do(cast, lambda made: undo.undo(made, first))
    assert (names_of(cast), names_of(cast, "bo")) == ([], ["VIP"])


def test_who_was_slower_is_shown_tags_by_name(cast: Graph) -> None:
    tag(cast, "VIP")
    with pytest.raises(StaleError) as refused:
        do(cast, lambda made: kinds.edit(made, "contact", "ada", {"tags": ["Board"]}), expected=1)
    assert refused.value.current["tags"] == ["VIP"]
    assert (refused.value.base["tags"], refused.value.yours["tags"]) == (None, ["Board"])


def test_the_trash_keeps_tags(cast: Graph) -> None:
    vip = tag(cast, "VIP")
    do(cast, lambda made: trash.trash(made, "contact", "ada"))
    assert all_tags(cast)[0].contacts == 0
    do(cast, lambda made: trash.restore(made, "contact", "ada"))
    assert names_of(cast) == ["VIP"]
    do(cast, lambda made: trash.trash(made, "contact", "ada"))
    do(cast, lambda made: tags.delete(made, vip))
    do(cast, lambda made: trash.restore(made, "contact", "ada"))
    assert names_of(cast) == []
    assert check(cast) == []


def test_a_tag_is_called_otherwise_and_back(cast: Graph) -> None:
    uid = tag(cast, "VIP")
    do(cast, lambda made: tags.alter(made, uid, {"name": "Key person", "colour": "red"}))
    assert [(one.name, one.colour) for one in all_tags(cast)] == [("Key person", "red")]
    assert tag(cast, "key PERSON", "bo") == uid
    assert tag(cast, "VIP", "bo") != uid
    with pytest.raises(ExistsError):
        do(cast, lambda made: tags.alter(made, uid, {"name": "vip"}))
    do(cast, lambda made: tags.alter(made, uid, {"name": "Key Person"}))
    assert names_of(cast, "bo") == ["Key Person", "VIP"]
    with pytest.raises(StaleError):
        do(cast, lambda made: tags.alter(made, uid, {"colour": "teal"}), expected=1)
    with pytest.raises(InvalidInputError):
        do(cast, lambda made: tags.alter(made, uid, {"colour": "pink"}))
    undo_last(cast)
    assert names_of(cast, "bo") == ["Key person", "VIP"]


def test_a_tag_is_deleted_and_brought_back_with_all_that_it_was_on(cast: Graph) -> None:
    uid = tag(cast, "VIP", "ada", "bo")
    do(cast, lambda made: tags.delete(made, uid))
    assert (names_of(cast), all_tags(cast)) == ([], [])
    with pytest.raises(NotFoundError):
        do(cast, lambda made: tags.delete(made, uid))
    undo_last(cast)
    assert (names_of(cast), names_of(cast, "bo")) == (["VIP"], ["VIP"])
    do(cast, lambda made: tags.delete(made, uid))
    gone = last_change(cast)
    tag(cast, "VIP", "bo")
    with pytest.raises(ExistsError):
        do(cast, lambda made: undo.undo(made, gone))
    assert check(cast) == []


def test_two_tags_become_one_and_two_again(cast: Graph) -> None:
    old, new = tag(cast, "Prospect", "ada", "bo"), tag(cast, "Lead", "bo")
    acme = tag(cast, "Prospect", "acme", kind="account")
    assert acme == old
    do(cast, lambda made: trash.trash(made, "contact", "ada"))
    do(cast, lambda made: tags.merge(made, old, new))
    do(cast, lambda made: trash.restore(made, "contact", "ada"))
    assert (names_of(cast), names_of(cast, "bo")) == (["Lead"], ["Lead"])
    assert [(one.name, one.accounts, one.contacts) for one in all_tags(cast)] == [("Lead", 1, 2)]
    merged = history(cast, old, "tag")[-1]
    assert merged[3]["merged_into"] == new
    (change_of,) = cast.read("MATCH (r:Revision {of: $of, kind: 'tag'}) RETURN r.change", str, of=old)
    do(cast, lambda made: undo.undo(made, change_of))
    assert (names_of(cast), names_of(cast, "bo")) == (["Prospect"], ["Lead", "Prospect"])
    undo_last(cast)
    assert (names_of(cast), names_of(cast, "bo")) == (["Lead"], ["Lead"])
    undo_last(cast)
    assert (names_of(cast), names_of(cast, "bo")) == (["Prospect"], ["Lead", "Prospect"])
    assert check(cast) == []


def test_no_tag_is_merged_into_itself_or_nothing(cast: Graph) -> None:
    uid = tag(cast, "VIP")
    with pytest.raises(InvalidInputError):
        do(cast, lambda made: tags.merge(made, uid, uid))
    with pytest.raises(NotFoundError):
        do(cast, lambda made: tags.merge(made, uid, "nothing"))


def test_a_new_contact_has_the_tags_of_the_lead_that_it_was(cast: Graph) -> None:
    lead(cast, "lea", name="Lea")
    tag(cast, "Fair", "lea", kind="lead")
    became = do(cast, lambda made: convert(made, "lea", Asked()))
    assert names_of(cast, became.contact) == ["Fair"]
    lead(cast, "leo", name="Leo")
    tag(cast, "Call", "leo", kind="lead")
    do(cast, lambda made: convert(made, "leo", Asked(contact=became.contact)))
    assert names_of(cast, became.contact) == ["Call", "Fair"]


def test_the_next_of_a_repeating_task_is_tagged_alike(cast: Graph) -> None:
    given = {"name": "Call", "due_on": "2030-01-01", "repeats": "week", "tags": ["Weekly"]}
    uid = do(cast, lambda made: kinds.create(made, "task", given))
    again = do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}))
    assert [one.tasks for one in all_tags(cast)] == [2]
    assert again
    assert cast.read("MATCH (t:Task) WHERE t.tags IS NOT NULL RETURN count(t)", int) == [0]


def as_role(graph: Graph, role: str, work: Any) -> Any:
    reader = Reader("bob", SHIPPED[role])
    seen = graph.seen_by(reader.sight)
    return change(seen, Author("bob", reader=reader), work)


@pytest.mark.parametrize("role", ["rep", "analyst", "viewer", "service"])
def test_who_may_not_administer_tags_changes_none(cast: Graph, role: str) -> None:
    uid, other = tag(cast, "VIP"), tag(cast, "Board")
    works: list[Any] = [
        lambda made: tags.alter(made, uid, {"name": "Mine"}),
        lambda made: tags.delete(made, uid),
        lambda made: tags.merge(made, uid, other),
    ]
    for work in works:
        with pytest.raises(ForbiddenError):
            as_role(cast, role, work)
    assert names_of(cast) == ["Board", "VIP"]


def test_who_may_not_change_a_record_does_not_tag_it(cast: Graph) -> None:
    cast.write("MATCH (c:Contact {uid: 'ada'}) SET c.owner = 'alice'")
    with pytest.raises(GraphcrmError):
        as_role(cast, "rep", lambda made: tags.tag(made, "contact", ["ada"], "Mine"))
    assert all_tags(cast) == []
    as_role(cast, "rep", lambda made: tags.tag(made, "contact", ["bo"], "Mine"))
    seen = cast.seen_by(Reader("bob", SHIPPED["rep"]).sight)
    tag(cast, "Mine", "ada")
    assert [one.contacts for one in all_tags(seen)] == [1]
    assert [one.contacts for one in all_tags(cast)] == [2]


def test_a_change_that_is_refused_makes_no_tag(cast: Graph) -> None:
    def work(made: Change) -> None:
        kinds.edit(made, "contact", "ada", {"tags": ["New"], "name": ""})

    with pytest.raises(InvalidInputError):
        do(cast, work)
    assert all_tags(cast) == []


def change_of(graph: Graph, uid: str, kind: str = "tag") -> str:
    """The last change of a thing."""
    (found,) = graph.read(
        "MATCH (r:Revision {of: $of, kind: $kind}) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str, of=uid, kind=kind
    )
    return found


def test_a_tag_stands_for_those_that_were_merged_into_it(cast: Graph) -> None:
    one, two, three = (tag(cast, name, "ada") for name in ("One", "Two", "Three"))
    do(cast, lambda made: tags.merge(made, one, two))
    do(cast, lambda made: tags.merge(made, two, three))
    assert {uid: found.name for uid, found in tagging.standing(cast, [one, two, three, "none"]).items()} == {
        one: "Three", two: "Three", three: "Three",
    }  # fmt: skip
    assert tags.meant(cast, one).uid == tags.standing(cast, two).uid == three
    do(cast, lambda made: tags.delete(made, three))
    assert tagging.standing(cast, [one, two, three]) == {}
    with pytest.raises(NotFoundError):
        tags.standing(cast, one)


def test_a_merge_is_undone_only_while_the_other_is_still_itself(cast: Graph) -> None:
    one, two, three = tag(cast, "One", "ada"), tag(cast, "Two", "bo"), tag(cast, "Three", "bo")
    do(cast, lambda made: tags.merge(made, one, two))
    first = change_of(cast, one)
    do(cast, lambda made: tags.merge(made, two, three))
    with pytest.raises(ChangedSinceError):
        do(cast, lambda made: undo.undo(made, first))
    assert (names_of(cast), names_of(cast, "bo")) == (["Three"], ["Three"])
    do(cast, lambda made: undo.undo(made, change_of(cast, two)))
    do(cast, lambda made: undo.undo(made, first))
    assert (names_of(cast), names_of(cast, "bo")) == (["One"], ["Three", "Two"])
    undone = change_of(cast, one)
    do(cast, lambda made: tags.delete(made, two))
    with pytest.raises(ChangedSinceError):  # what it would be merged into is gone
        do(cast, lambda made: undo.undo(made, undone))
    assert names_of(cast) == ["One"]
    assert check(cast) == []


def test_what_a_record_was_tagged_with_is_not_undone_once_that_is_another_tag(cast: Graph) -> None:
    one, two = tag(cast, "One", "ada"), tag(cast, "Two", "bo")
    tagged = change_of(cast, "ada", "contact")
    do(cast, lambda made: tags.merge(made, one, two))
    merged = change_of(cast, one)
    with pytest.raises(ChangedSinceError):
        do(cast, lambda made: undo.undo(made, tagged))
    assert names_of(cast) == ["Two"]
    do(cast, lambda made: undo.undo(made, merged))
    do(cast, lambda made: undo.undo(made, tagged))
    assert names_of(cast) == []


def test_a_tag_that_comes_back_is_not_on_what_was_untagged_meanwhile(cast: Graph) -> None:
    uid = tag(cast, "VIP", "ada", "bo")
    tagged = change_of(cast, "ada", "contact")
    do(cast, lambda made: tags.delete(made, uid))
    deleted = change_of(cast, uid)
    do(cast, lambda made: undo.undo(made, tagged))
    do(cast, lambda made: undo.undo(made, deleted))
    assert (names_of(cast), names_of(cast, "bo")) == ([], [])


def test_what_has_too_many_tags_may_lose_some(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "MOST", 2)
    gone = tag(cast, "a")
    do(cast, lambda made: tags.delete(made, gone))
    deleted = change_of(cast, gone)
    for name in ("b", "c"):
        tag(cast, name)
    do(cast, lambda made: undo.undo(made, deleted))
    assert names_of(cast) == ["a", "b", "c"]
    with pytest.raises(InvalidInputError):
        tag(cast, "d")
    do(cast, lambda made: kinds.edit(made, "contact", "ada", {"description": "known"}))
    do(cast, lambda made: tags.untag(made, "contact", ["ada"], "b"))
    assert names_of(cast) == ["a", "c"]


def test_whoever_has_as_many_tags_as_they_may_is_what_a_lead_becomes_all_the_same(
    cast: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagging, "MOST", 2)
    lead(cast, "lea", name="Lea")
    for name, uid, kind in (("a", "ada", "contact"), ("b", "lea", "lead"), ("c", "lea", "lead")):
        tag(cast, name, uid, kind=kind)
    do(cast, lambda made: convert(made, "lea", Asked(contact="ada")))
    assert len(names_of(cast)) == 2
    assert "a" in names_of(cast)
    given = {"name": "Call", "due_on": "2030-01-01", "repeats": "week", "tags": ["a", "b"]}
    uid = do(cast, lambda made: kinds.create(made, "task", given))
    cast.write("MATCH (t:Task {uid: $uid}), (c:Tag {name: 'c'}) CREATE (t)-[:TAGGED]->(c)", uid=uid)
    again = do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}))
    assert cast.read("MATCH (:Task {uid: $uid})-[:TAGGED]->(t) RETURN count(t)", int, uid=again) == [2]


def test_of_many_who_make_one_tag_at_once_all_have_it(cast: Graph) -> None:
    names = [("VIP", "ada"), ("vip", "bo"), ("Vip", "ada"), ("VIP", "bo")]
    made = at_once([lambda name=name, uid=uid: tag(cast, name, uid) for name, uid in names])
    assert len({*made}) == 1
    assert [one.contacts for one in all_tags(cast)] == [2]


def test_who_tags_while_the_tag_is_merged_is_told_or_has_the_other(cast: Graph) -> None:
    one, two = tag(cast, "One", "bo"), tag(cast, "Two", "bo")
    said, _ = at_once(
        [
            lambda: tag(cast, "One", "ada"),
            lambda: do(cast, lambda made: tags.merge(made, one, two)) or "",
        ]
    )
    told = isinstance(said, GraphcrmError)
    assert names_of(cast) in ([["One"], ["Two"]] if not told else [[]])
    assert check(cast) == []


def test_of_two_tags_that_are_called_alike_at_once_one_is(cast: Graph) -> None:
    one, two = tag(cast, "One"), tag(cast, "Two")
    rename = [
        lambda uid=uid: do(cast, lambda made: tags.alter(made, uid, {"name": "Three"})) or "done" for uid in (one, two)
    ]
    said = at_once(rename)
    assert sum(isinstance(each, GraphcrmError) for each in said) == 1
    assert len({*names_of(cast)} & {"Three"}) == 1
