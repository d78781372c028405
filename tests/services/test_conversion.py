from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from worlds.build import TODAY, assignment, contact, handle, interaction, job, lead, owned, user

from graphcrm.access import Module, Reader, Role, Rows, Scope
from graphcrm.errors import (
    ChangedSinceError,
    ConflictError,
    ForbiddenError,
    GraphcrmError,
    InTrashError,
    InvalidInputError,
)
from graphcrm.graph import Graph
from graphcrm.queries.accounts.account import account as one_account
from graphcrm.queries.contacts.contact import contact as one_contact
from graphcrm.queries.leads.lead import lead as one_lead
from graphcrm.sealed import Sealer, Sealing
from graphcrm.services import conversion, interactions, ownership, records, trash, undo
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check
from graphcrm.services.conversion import Asked, Converted

from .conftest import MANY, at_once, everything, history

MAYA = {"name": "Maya Lind", "company_name": "Nova", "title": "Head of Sales", "status": "qualified", "x_size": "L"}


@pytest.fixture
def maya(cast: Graph) -> Graph:
    """The lead Maya of Nova, Bob's: with an address, a domain, and what he, and Alice, had to do with her."""
    lead(cast, "maya", **MAYA)  # type: ignore[arg-type]
    handle(cast, "maya", "email", "maya@nova.example", primary=True)
    handle(cast, "maya", "domain", "nova.example")
    owned(cast, "maya", "bob")
    interaction(cast, "bob", "maya", at="2024-03-01T10:00Z", event="call", channel="call")
    interaction(
        cast, "bob", "maya", at="2024-04-01T10:00Z", event="met", channel="meeting", counted=True, participants=3
    )
    interaction(
        cast, "alice", "maya", at="2024-04-01T10:00Z", event="met", channel="meeting", counted=True, participants=3
    )
    return cast


def convert(graph: Graph, by: str = "alice", reader: Reader | None = None, **asked: object) -> tuple[Converted, str]:
    """Convert Maya; answers what she became, and the change."""
    made: list[Change] = []

    def work(change: Change) -> Converted:
        made.append(change)
        return conversion.convert(change, "maya", Asked(**asked))  # type: ignore[arg-type]

    seen = graph.seen_by(reader.sight) if reader else graph
    return change(seen, Author(by, reader=reader), work), made[-1].uid


def back(graph: Graph, uid: str, reader: Reader | None = None) -> str:
    """Undo a change; answers the undo."""
    made: list[Change] = []

    def work(change: Change) -> None:
        made.append(change)
        undo.undo(change, uid)

    change(graph.seen_by(reader.sight) if reader else graph, Author("alice", reader=reader), work)
    return made[-1].uid


def jobs_of(graph: Graph, uid: str) -> list[tuple[str, str | None, bool | None]]:
    return graph.read(
        "MATCH (:Contact {uid: $uid})-[w:WORKS_AT]->(a) RETURN a.name, w.title, w.primary ORDER BY a.name",
        lambda *row: row,
        uid=uid,
    )


def met(graph: Graph, uid: str) -> list[tuple[str, str]]:
    """Who of us had to do with somebody, and in which event."""
    return graph.read(
        "MATCH (n:Contact|Lead {uid: $uid})<-[i:INTERACTED_WITH]-(u) RETURN i.event, u.uid ORDER BY i.event, u.uid",
        lambda *row: row,
        uid=uid,
    )


def test_a_lead_becomes_a_contact_at_an_account_with_all_it_had(maya: Graph) -> None:
    became, _ = convert(maya)
    assert became.account is not None
    person = one_contact(maya, uid=became.contact, on=None)
    assert (person.name, person.lifecycle, person.owner) == ("Maya Lind", "prospect", ["bob", "Bob"])
    assert person.custom == [["x_size", "L"]]
    assert person.handles == [["email", "maya@nova.example", None, True]]
    assert jobs_of(maya, became.contact) == [("Nova", "Head of Sales", True)]
    assert maya.read("MATCH (a:Account {uid: $uid})-[:HAS_HANDLE]->(h) RETURN h.uid", str, uid=became.account) == [
        "domain:nova.example"
    ]
    assert met(maya, became.contact) == [("call", "bob"), ("met", "alice"), ("met", "bob")]
    assert met(maya, "maya") == []
    assert became.interactions == 2
    (knows,) = maya.read(
        "MATCH (:User {uid: 'bob'})-[k:KNOWS]->(:Contact {uid: $uid}) RETURN k.count", int, uid=became.contact
    )
    assert knows == 2
    found = one_lead(maya, uid="maya", on=TODAY)
    assert (found.status, [one[:3] for one in found.converted_to]) == (
        "converted",
        [["contact", became.contact, "Maya Lind"], ["account", became.account, "Nova"]],
    )
    assert person.converted_from[0][:2] == ["maya", "Maya Lind"]
    assert check(maya) == []


def test_an_undo_takes_all_of_it_back_and_again_and_again(maya: Graph) -> None:
    became, done = convert(maya)
    undone = back(maya, done)
    assert one_lead(maya, uid="maya", on=TODAY).status == "qualified"
    assert met(maya, "maya") == [("call", "bob"), ("met", "alice"), ("met", "bob")]
    with pytest.raises(InTrashError):
        one_contact(maya, uid=became.contact)
    redone = back(maya, undone)
    assert met(maya, became.contact) == [("call", "bob"), ("met", "alice"), ("met", "bob")]
    assert jobs_of(maya, became.contact) == [("Nova", "Head of Sales", True)]
    assert one_lead(maya, uid="maya", on=TODAY).converted_to[0][1] == became.contact
    back(maya, redone)
    assert met(maya, "maya") == [("call", "bob"), ("met", "alice"), ("met", "bob")]
    assert one_lead(maya, uid="maya", on=TODAY).converted_to == []
    assert check(maya) == []


def test_who_is_there_already_gets_what_they_lack(maya: Graph) -> None:
    handle(maya, "ada", "email", "ada@beta.example", primary=True)
    owned(maya, "ada", "alice")
    job(maya, "ada", "beta", start="2020", primary=True)
    interaction(
        maya, "bob", "ada", at="2024-04-01T10:00Z", event="met", channel="meeting", counted=True, participants=3
    )
    maya.write("MATCH ()-[i:INTERACTED_WITH {event: 'met'}]->() SET i.participants = 4")
    became, done = convert(maya, contact="ada", account="acme", job={"title": "CEO", "start": "2024-05"})
    assert (became.contact, became.account) == ("ada", "acme")
    person = one_contact(maya, uid="ada")
    assert sorted(value for _, value, _, _ in person.handles) == ["ada@beta.example", "maya@nova.example"]
    assert [value for _, value, _, primary in person.handles if primary] == ["ada@beta.example"]
    assert person.owner == ["alice", "Alice"]
    assert jobs_of(maya, "ada") == [("Acme", "CEO", False), ("Beta", None, True)]
    assert met(maya, "ada") == [("call", "bob"), ("met", "alice"), ("met", "bob")]
    assert maya.read("MATCH ()-[i:INTERACTED_WITH {event: 'met'}]->() RETURN DISTINCT i.participants", int) == [3]
    assert check(maya) == []
    back(maya, done)
    assert met(maya, "ada") == [("met", "bob")]
    assert jobs_of(maya, "ada") == [("Beta", None, True)]
    assert check(maya) == []


def test_where_they_work_there_already_no_job_is_added(maya: Graph) -> None:
    job(maya, "ada", "acme", start="2020", title="CFO")
    convert(maya, contact="ada", account="acme")
    assert jobs_of(maya, "ada") == [("Acme", "CFO", False)]


def test_a_lead_without_a_company_becomes_a_person_alone(maya: Graph) -> None:
    lead(maya, "solo", "Solo")
    became = change(maya, Author("alice"), lambda made: conversion.convert(made, "solo", Asked()))
    assert (became.account, jobs_of(maya, became.contact)) == (None, [])
    found, _ = convert(maya, no_account=True)
    assert found.account is None


def test_a_lead_is_converted_once_whoever_asks(maya: Graph) -> None:
    def work() -> Converted:
        return change(maya, Author("alice"), lambda made: conversion.convert(made, "maya", Asked()))

    told = at_once([work] * MANY)
    done = [one for one in told if isinstance(one, Converted)]
    refused = [one for one in told if isinstance(one, ConflictError)]
    assert (len(done), len(refused)) == (1, MANY - 1)
    expected = {"uid": done[0].contact, "contact": done[0].contact, "account": done[0].account}
    assert [one.other for one in refused] == [expected] * (MANY - 1)
    assert check(maya) == []


@pytest.mark.parametrize(
    ("asked", "error", "field"),
    [
        ({"contact": "nobody"}, GraphcrmError, "contact"),
        ({"contact": "ada", "new_contact": {"name": "A"}}, InvalidInputError, "contact"),
        ({"account": "acme", "new_account": {"name": "A"}}, InvalidInputError, "account"),
        ({"new_contact": {"name": ""}}, InvalidInputError, "new_contact.name"),
        ({"new_account": {"name": ""}}, InvalidInputError, "new_account.name"),
        ({"job": {"start": "soon"}}, GraphcrmError, "job.start"),
        ({"no_account": True, "job": {"title": "CEO"}}, InvalidInputError, "account"),
    ],
)
def test_what_is_wrong_changes_nothing(
    maya: Graph, asked: dict[str, object], error: type[GraphcrmError], field: str
) -> None:
    before = everything(maya)
    with pytest.raises(error) as refused:
        convert(maya, **asked)
    assert refused.value.field == field
    assert everything(maya) == before


def test_what_others_said_in_private_goes_along_and_stays_theirs(maya: Graph) -> None:
    interaction(maya, "bob", "maya", at="2024-05-01T10:00Z", event="secret", channel="call", private=True, notes="Hush")
    _, done = convert(maya)
    (told,) = maya.read("MATCH (r:Revision {of: 'secret'}) RETURN r.by, r.private, r.followed", lambda *row: row)
    assert told == (None, True, True)
    back(maya, done)
    assert ("secret", "bob") in met(maya, "maya")


def test_the_part_of_a_user_in_the_trash_comes_back_with_them(maya: Graph) -> None:
    user(maya, "carl"), interaction(maya, "carl", "maya", at="2024-05-01T10:00Z", event="last", channel="call")
    change(maya, Author("alice"), lambda made: trash.trash(made, "user", "carl"))
    became, done = convert(maya)
    assert "last" not in dict(met(maya, became.contact))
    assert check(maya) == []
    back(maya, done)
    assert check(maya) == []
    became, _ = convert(maya)
    change(maya, Author("alice"), lambda made: trash.restore(made, "user", "carl"))
    assert ("last", "carl") in met(maya, became.contact)
    assert met(maya, "maya") == []
    assert check(maya) == []


def test_who_has_left_us_is_given_nothing(maya: Graph) -> None:
    change(maya, Author("alice"), lambda made: records.edit(made, "user", "bob", {"active": False}))
    became, _ = convert(maya)
    assert one_contact(maya, uid=became.contact).owner is None


REP: Rows = {
    "lead": {"read": Scope.ALL, "edit": Scope.ALL, "assign": Scope.OWN},
    "contact": {"read": Scope.ALL, "edit": Scope.OWN, "delete": Scope.ALL, "assign": Scope.OWN},
    "account": {"read": Scope.ALL, "edit": Scope.OWN, "delete": Scope.ALL},
    "user": {"read": Scope.ALL},
}


def reader(*hidden: str, rows: Rows = REP) -> Reader:
    """Alice, a rep, who does not see some fields."""
    return Reader("alice", Role("rep", rows, frozenset(Module), frozenset(hidden)))


def test_a_contact_of_somebody_else_is_not_taken_for_the_lead(maya: Graph) -> None:
    owned(maya, "ada", "bob"), handle(maya, "ada", "email", "maya@nova.example")
    job(maya, "ada", "acme", start="2020")
    with pytest.raises(ForbiddenError):
        convert(maya, reader=reader(), contact="ada", account="acme")
    assert "call" not in dict(met(maya, "ada"))


def test_an_account_of_somebody_else_may_employ_them_and_stays_as_it_is(maya: Graph) -> None:
    owned(maya, "acme", "bob")
    became, _ = convert(maya, reader=reader(), account="acme")
    assert jobs_of(maya, became.contact) == [("Acme", "Head of Sales", True)]
    assert maya.read("MATCH (:Account {uid: 'acme'})-[:HAS_HANDLE]->(h) RETURN h.uid", str) == []


def test_an_account_that_is_nobodys_is_given_by_those_alone_who_may(maya: Graph) -> None:
    convert(maya, reader=reader(), account="acme")
    assert assigned(maya, "acme") == []
    lead(maya, "lou", company_name="Acme"), owned(maya, "lou", "bob")
    change(maya, Author("alice"), lambda made: conversion.convert(made, "lou", Asked(account="acme")))
    assert assigned(maya, "acme") == ["bob"]


def assigned(graph: Graph, uid: str) -> list[str]:
    return graph.read("MATCH ({uid: $uid})-[:ASSIGNED_TO]->(u) RETURN u.uid", str, uid=uid)


def test_what_is_somebodys_until_a_later_day_stays_theirs(maya: Graph) -> None:
    ahead = (datetime.now(UTC).date() + timedelta(days=30)).isoformat()
    assignment(maya, "acme", "alice", start="2020-01-01", end=ahead)
    convert(maya, account="acme")
    assert assigned(maya, "acme") == ["alice"]


def test_fields_that_are_hidden_do_not_come_to_light(maya: Graph) -> None:
    change(maya, Author("bob"), lambda made: ownership.assign(made, "lead", "maya", "alice"))
    hidden = ("lead.x_size", "lead.title", "lead.handles", "contact.lifecycle", "lead.status")
    became, done = convert(maya, reader=reader(*hidden))
    person = one_contact(maya, uid=became.contact)
    assert (person.custom, person.handles, person.lifecycle) == ([], [], None)
    assert jobs_of(maya, became.contact) == [("Nova", None, True)]
    assert one_lead(maya, uid="maya", on=TODAY).status == "converted"
    back(maya, done, reader(*hidden))
    assert one_lead(maya, uid="maya", on=TODAY).status == "qualified"


def test_who_converts_may_undo_it_whoever_else_was_there(maya: Graph) -> None:
    contact(maya, "unseen"), owned(maya, "unseen", "bob")
    interaction(maya, "bob", "unseen", at="2024-04-01T10:00Z", event="met", channel="meeting", counted=True)
    maya.write("MATCH ()-[i:INTERACTED_WITH {event: 'met'}]->() SET i.participants = 4")
    mine: Rows = {**REP, "contact": {**REP["contact"], "read": Scope.OWN}}
    change(maya, Author("bob"), lambda made: ownership.assign(made, "lead", "maya", "alice"))
    _, done = convert(maya, reader=reader(rows=mine))
    back(maya, done, reader(rows=mine))
    assert met(maya, "maya") == [("call", "bob"), ("met", "alice"), ("met", "bob")]
    assert check(maya) == []


def test_a_lead_of_the_pool_is_taken_by_who_converts_it(maya: Graph) -> None:
    lead(maya, "lou", "Lou", status="ignored")
    became = change(maya, Author("alice"), lambda made: conversion.convert(made, "lou", Asked()))
    assert assigned(maya, "lou") == assigned(maya, became.contact) == ["alice"]
    assert one_lead(maya, uid="lou", on=TODAY).status == "converted"


def test_what_is_remembered_of_an_interaction_outlives_the_lead(maya: Graph) -> None:
    change(maya, Author("bob"), lambda made: interactions.edit(made, "call", {"subject": "Prices"}))
    became, _ = convert(maya)
    change(maya, Author("alice"), lambda made: trash.trash(made, "lead", "maya"))
    change(maya, Author("alice"), lambda made: trash.purge(made, "lead", "maya"))
    assert [action for _, action, _, _ in history(maya, "call", "interaction")] == ["change", "change"]
    assert ("call", "bob") in met(maya, became.contact)
    assert check(maya) == []


def test_a_job_that_is_held_beside_another_at_the_account_is_said_to_be(maya: Graph) -> None:
    job(maya, "ada", "acme", start="2020")
    with pytest.raises(ConflictError) as refused:
        convert(maya, contact="ada", account="acme", job={"start": "2021"})
    assert (refused.value.field, bool(refused.value.other)) == ("job.start", True)
    convert(maya, contact="ada", account="acme", job={"start": "2021"}, allow_overlap=True)
    assert len(jobs_of(maya, "ada")) == 2


def test_what_is_sealed_of_a_lead_is_not_written_plain(maya: Graph) -> None:
    sealed = maya.sealed_by(Sealing(lambda: Sealer(["of this test"]), {"lead": ["x_size", "title"]}))
    became = change(sealed, Author("alice"), lambda made: conversion.convert(made, "maya", Asked()))
    assert one_contact(maya, uid=became.contact).custom == []
    assert jobs_of(maya, became.contact) == [("Nova", None, True)]


def test_what_was_changed_since_is_not_undone(maya: Graph) -> None:
    became, done = convert(maya)
    change(maya, Author("bob"), lambda made: records.edit(made, "contact", became.contact, {"hobbies": ["Chess"]}))
    with pytest.raises(ChangedSinceError):
        back(maya, done)
    assert history(maya, "maya", "lead")[-1][3] == {"status": "converted"}


def test_a_lead_whose_contact_is_in_the_trash_is_converted_again(maya: Graph) -> None:
    became, _ = convert(maya)
    change(maya, Author("alice"), lambda made: trash.trash(made, "contact", became.contact))
    again, _ = convert(maya, account=became.account)
    assert again.contact != became.contact
    change(maya, Author("alice"), lambda made: trash.restore(made, "contact", became.contact))
    assert check(maya) == []


def test_an_interaction_is_handed_on_beside_others(maya: Graph) -> None:
    change(maya, Author("alice"), lambda made: interactions.hand_on(made, "met", ("Lead", "maya"), ("Contact", "bo")))
    assert met(maya, "bo") == [("met", "alice"), ("met", "bob")]
    assert met(maya, "maya") == [("call", "bob")]


def test_who_says_how_far_they_are_is_not_said_to_be_a_prospect_beside(maya: Graph) -> None:
    trail = ["lead 2019", "customer 2021"]
    found, _ = convert(maya, new_contact={"lifecycle_trail": trail}, new_account={"lifecycle": "customer"})
    one = one_contact(maya, uid=found.contact)
    assert (one.lifecycle, one.lifecycle_trail) == ("customer", trail)
    company = one_account(maya, uid=found.account or "")
    assert (company.lifecycle, company.lifecycle_since) == ("customer", None)
