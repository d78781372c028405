"""Records created and changed: what they may hold, and the addresses that no two users share."""

from __future__ import annotations

from typing import Any

import pytest
from worlds import build

from graphcrm.errors import ExistsError, InTrashError, InvalidInputError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.services import records, trash, undo

from .conftest import at_once, do, edges, everything, history, prop


def create(graph: Graph, kind: str = "contact", **values: Any) -> str:
    return do(graph, lambda change: records.create(change, kind, values))


def edit(graph: Graph, kind: str, uid: str, **values: Any) -> None:
    do(graph, lambda change: records.edit(change, kind, uid, values))


@pytest.mark.parametrize(
    ("kind", "name", "value"), [("lead", "status", "new"), ("user", "role", "rep"), ("user", "active", True)]
)
def test_a_new_record_has_what_every_one_has(cast: Graph, kind: str, name: str, value: object) -> None:
    uid = create(cast, kind, name="Cleo", **({"email": "cleo@us.example"} if kind == "user" else {}))
    assert (prop(cast, uid, name), prop(cast, uid, "rev")) == (value, 1)
    assert history(cast, uid, kind)[0][3][name] == value
    given = create(cast, kind, name="Cleo", email="c@us.example", **{name: None})
    assert prop(cast, given, name) is None


def test_the_name_of_a_person_follows_from_its_parts_until_it_is_given(cast: Graph) -> None:
    uid = create(cast, given_name="Ada", family_name="King")
    assert prop(cast, uid, "name") == "Ada King"
    edit(cast, "contact", uid, family_name="Lovelace")
    assert prop(cast, uid, "name") == "Ada Lovelace"
    edit(cast, "contact", uid, name="The Countess")
    edit(cast, "contact", uid, family_name="Byron")
    assert prop(cast, uid, "name") == "The Countess"


def test_what_is_empty_is_not_there(cast: Graph) -> None:
    edit(cast, "account", "acme", industry="Steel", aliases=["ACME"])
    edit(cast, "account", "acme", industry="  ", aliases=None)
    assert (prop(cast, "acme", "industry"), prop(cast, "acme", "aliases")) == (None, None)


@pytest.mark.parametrize("value", [True, 1, 1.5, -(2**63) + 1, 2**63 - 1, "x" * 100_000, ["a", "b"], []])
def test_a_custom_field_keeps_its_type(cast: Graph, value: object) -> None:
    edit(cast, "contact", "ada", x_field=value)
    found = prop(cast, "ada", "x_field")
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"x_field": 2**63}, "x_field"),
        ({"x_field": -(2**80)}, "x_field"),
        ({"x_field": "a\0b"}, "x_field"),
        ({"x_field": ["a", "b\0"]}, "x_field"),
        ({"x_field": "x" * 100_001}, "x_field"),
        ({"x_Field": 1}, "x_Field"),
        ({"x_" + "a" * 99: 1}, "x_" + "a" * 99),
        ({"name": "a\0b"}, "name"),
        ({"name": " "}, "name"),
        ({"given_name": "x" * 600, "family_name": "y" * 600}, "name"),
        ({"hobbies": ["go", "a\0b"]}, "hobbies"),
        ({"hobbies": ["go;chess"]}, "hobbies"),
        ({"email": "a\0@b.c"}, "email"),
        ({"email": "nobody"}, "email"),
        ({"deleted_at": None}, "deleted_at"),
        ({"rev": 2}, "rev"),
    ],
)
def test_what_cannot_be_kept_is_refused(cast: Graph, values: dict[str, Any], field: str) -> None:
    cast.write("MATCH (c:Contact {uid: 'ada'}) REMOVE c.name")
    before = everything(cast)
    with pytest.raises(InvalidInputError) as refusal:
        edit(cast, "contact", "ada", **values)
    assert refusal.value.field == field
    assert everything(cast) == before


def test_names_of_a_thousand_characters_are_kept(cast: Graph) -> None:
    name = "😀" * 1_000
    assert prop(cast, create(cast, name=name, email=f"{'a' * 900}@people.example"), "name") == name


def test_one_uid_is_one_record(cast: Graph) -> None:
    with pytest.raises(ExistsError):
        do(cast, lambda change: records.create(change, "contact", {"name": "Ada"}, uid="ada"))
    assert do(cast, lambda change: records.create(change, "lead", {"name": "Ada"}, uid="ada")) == "ada"


def test_two_users_with_one_address_at_once_are_one(cast: Graph) -> None:
    done = at_once([lambda n=n: create(cast, "user", name=f"New {n}", email="New@us.example") for n in range(10)])
    assert [type(one) for one in done].count(ExistsError) == 9
    (uid,) = (one for one in done if isinstance(one, str))
    assert edges(cast, "HAS_HANDLE") == [(uid, "email:new@us.example")]
    assert cast.read("MATCH (u:User {email: 'new@us.example'}) RETURN u.uid", str) == [uid]


@pytest.mark.parametrize(
    "values",
    [{"email": "alice@us.example"}, {"handles": [{"kind": "email", "value": "ALICE@us.example", "primary": False}]}],
)
def test_a_user_cannot_take_the_address_of_another(cast: Graph, values: dict[str, Any]) -> None:
    before = everything(cast)
    with pytest.raises(ExistsError) as refusal:
        edit(cast, "user", "bob", **values)
    assert (refusal.value.field, refusal.value.other) == ("email", {"kind": "user", "uid": "alice"})
    assert everything(cast) == before


def test_an_address_that_was_given_up_is_free(cast: Graph) -> None:
    edit(cast, "user", "alice", email="alice@new.example")
    edit(cast, "user", "bob", email="alice@us.example")
    assert edges(cast, "HAS_HANDLE") == [("alice", "email:alice@new.example"), ("bob", "email:alice@us.example")]
    change = cast.read("MATCH (r:Revision {of: 'alice'}) RETURN r.change", str)[0]
    with pytest.raises(ExistsError):
        do(cast, lambda made: undo.undo(made, change))


def test_a_user_in_the_trash_comes_back_unless_the_address_is_taken(cast: Graph) -> None:
    do(cast, lambda change: trash.trash(change, "user", "bob"))
    new = create(cast, "user", name="Bob II", email="bob@us.example")
    with pytest.raises(ExistsError):
        do(cast, lambda change: trash.restore(change, "user", "bob"))
    edit(cast, "user", new, email="bob2@us.example")
    do(cast, lambda change: trash.restore(change, "user", "bob"))
    assert prop(cast, "bob", "deleted_at") is None


def test_the_address_of_a_user_stays_among_the_handles(cast: Graph) -> None:
    uid = create(cast, "user", name="Cleo", email="cleo@us.example", phone="+44 20")
    edit(cast, "user", uid, handles=[{"kind": "wechat", "value": "cleo"}])
    assert edges(cast, "HAS_HANDLE") == [(uid, "email:cleo@us.example"), (uid, "wechat:cleo")]
    with pytest.raises(InvalidInputError, match="A user has an e-mail address"):
        do(cast, lambda change: records.remove_handle(change, "user", uid, "email", "cleo@us.example"))
    with pytest.raises(InvalidInputError, match="email is empty"):
        edit(cast, "user", uid, email=None)
    sent = {"kind": "email", "value": "cleo@work.example", "primary": True}
    do(cast, lambda change: records.add_handle(change, "user", uid, sent))
    assert prop(cast, uid, "email") == "cleo@work.example"
    do(cast, lambda change: records.remove_handle(change, "user", uid, "email", "cleo@us.example"))
    assert edges(cast, "HAS_HANDLE") == [(uid, "email:cleo@work.example"), (uid, "wechat:cleo")]


def test_a_user_is_in_one_team_and_has_one_own_contact(cast: Graph) -> None:
    edit(cast, "user", "bob", team="North", own="ada")
    edit(cast, "user", "bob", team="South", own="bo")
    assert cast.read("MATCH (:User {uid: 'bob'})-[:MEMBER_OF]->(t) RETURN t.name", str) == ["South"]
    assert edges(cast, "IS") == [("bob", "bo")]
    edit(cast, "user", "bob", team=None, own="")
    assert (edges(cast, "MEMBER_OF"), edges(cast, "IS")) == ([], [])
    assert [row[3] for row in history(cast, "bob", "user")] == [
        {"team": "North", "own": "ada"}, {"team": "South", "own": "bo"}, {"team": None, "own": None},
    ]  # fmt: skip


def test_an_own_contact_is_one_that_is_there(cast: Graph) -> None:
    with pytest.raises(NotFoundError):
        edit(cast, "user", "bob", own="nobody")
    do(cast, lambda change: trash.trash(change, "contact", "ada"))
    with pytest.raises(InTrashError):
        edit(cast, "user", "bob", own="ada")
    assert prop(cast, "bob", "rev") == 1


def test_an_own_contact_that_was_left_does_not_come_back_from_the_trash(cast: Graph) -> None:
    edit(cast, "user", "bob", own="ada")
    do(cast, lambda change: trash.trash(change, "contact", "ada"))
    edit(cast, "user", "bob", own="bo")
    do(cast, lambda change: trash.restore(change, "contact", "ada"))
    assert edges(cast, "IS") == [("bob", "bo")]


def test_the_same_address_of_several_contacts_at_once_is_one_node(cast: Graph) -> None:
    done = at_once([lambda n=n: create(cast, name=f"P{n}", email="info@people.example") for n in range(10)])
    assert all(isinstance(one, str) for one in done), done
    assert cast.read("MATCH (h:Handle)<-[:HAS_HANDLE]-(c) RETURN h.uid, count(c)", lambda *row: row) == [
        ("email:info@people.example", 10)
    ]


def test_an_address_goes_with_the_last_who_has_it(cast: Graph) -> None:
    build.handle(cast, "ada", "phone", "+4420")
    build.handle(cast, "bo", "phone", "+4420")
    for uid, left in (("ada", ["phone:+4420"]), ("bo", [])):
        do(cast, lambda change, uid=uid: records.remove_handle(change, "contact", uid, "phone", "+44 20"))
        assert cast.read("MATCH (h:Handle) RETURN h.uid", str) == left
