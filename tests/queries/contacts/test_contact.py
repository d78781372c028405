from __future__ import annotations

from datetime import date

import pytest
from worlds import build
from worlds.build import NOW

from graphcrm.access import Sight
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.contacts.contact import Contact, contact


def test_a_contact_comes_with_all_that_is_recorded_the_primary_handles_first(graph: Graph) -> None:
    build.contact(
        graph, "ann", "Ann Lee", given_name="Ann", family_name="Lee", other_names=["李安"], description="Met in Oslo.",
        birthday=date(1980, 2, 29), lifecycle="loyal", do_not_contact=True, address="1 Main St", hobbies=["chess", "围棋"],
        preferences="tea", preferred_channel="phone", rev=2, external_id="P/1", source="erp", x_size="42",
    )  # fmt: skip
    build.handle(graph, "ann", "phone", "+4712345678")
    build.handle(graph, "ann", "email", "z@example.test", primary=True)
    build.handle(graph, "ann", "email", "a@example.test")
    found = contact(graph, uid="ann")
    assert [tuple(handle) for handle in found.handles] == [
        ("email", "z@example.test", None, True), ("email", "a@example.test", None, False),
        ("phone", "+4712345678", None, False),
    ]  # fmt: skip
    assert found == Contact(
        uid="ann", name="Ann Lee", given_name="Ann", family_name="Lee", other_names=["李安"],
        description="Met in Oslo.", birthday=date(1980, 2, 29), lifecycle="loyal", do_not_contact=True,
        address="1 Main St", hobbies=["chess", "围棋"], preferences="tea", preferred_channel="phone", rev=2,
        external_id="P/1", source="erp", created_at=NOW, updated_at=NOW, deleted_at=None, custom=[["x_size", "42"]], handles=found.handles,
        converted_from=[], owner=None, tags=[], lifecycle_since=None, lifecycle_trail=[], customer_since=None,
    )  # fmt: skip


def test_a_contact_of_whom_only_the_name_is_known_may_be_contacted(graph: Graph) -> None:
    build.contact(graph, "ann", "Ann")
    found = contact(graph, uid="ann")
    assert (found.other_names, found.handles, found.do_not_contact, found.birthday) == ([], [], False, None)
    assert (found.hobbies, found.custom, found.rev, found.external_id) == ([], [], 1, None)


def test_it_names_the_leads_that_it_was_as_far_as_they_may_be_seen(graph: Graph) -> None:
    build.contact(graph, "ann"), build.lead(graph, "mine", "Mine"), build.lead(graph, "theirs", "Theirs", owner="bob")
    graph.write("MATCH (l:Lead), (n {uid: 'ann'}) CREATE (l)-[:CONVERTED_TO {uid: l.uid, at: $at}]->(n)", at=NOW)
    assert [one[:2] for one in contact(graph, uid="ann").converted_from] == [["mine", "Mine"], ["theirs", "Theirs"]]
    seen = graph.seen_by(Sight(accounts=None, contacts=None, leads=("", "alice")))
    assert [one[0] for one in contact(seen, uid="ann").converted_from] == ["mine"]


@pytest.mark.parametrize("uid", ["nobody", "acme"])
def test_an_unknown_contact_is_not_found(graph: Graph, uid: str) -> None:
    build.account(graph, "acme")
    with pytest.raises(NotFoundError) as refusal:
        contact(graph, uid=uid)
    assert (refusal.value.detail, refusal.value.field) == (f"There is no contact {uid!r}.", "contact")


@pytest.mark.parametrize(
    ("on", "owner"),
    [
        ("2019-12-31", None),
        ("2020-01-01", "alice"),
        ("2023-12-31", "alice"),
        ("2024-01-01", "bob"),
        (None, "bob"),
    ],
)
def test_it_says_whose_it_is_on_a_day_and_today_where_none_is_said(graph: Graph, on: str | None, owner: str | None):
    build.contact(graph, "x")
    for uid in ("alice", "bob"):
        build.user(graph, uid, uid.title())
    build.assignment(graph, "x", "alice", start="2020-01-01", end="2024-01-01")
    build.assignment(graph, "x", "bob", start="2024-01-01")
    found = contact(graph, uid="x", on=date.fromisoformat(on) if on else None).owner
    assert found == ([owner, owner.title()] if owner else None)


@pytest.mark.parametrize(
    ("day", "state", "since", "left"),
    [
        ("2018-12-31", None, None, 0), ("2019-01-01", "lead", "2019-01-01", 1), ("2020-04-30", "lead", "2019-01-01", 1),
        ("2020-05-01", "customer", "2020-05-01", 2), ("2024-01-01", "lost", "2022-03-04", 3),
    ],
)  # fmt: skip
def test_how_far_it_was_with_us_is_that_of_the_day(
    graph: Graph, day: str, state: str | None, since: str | None, left: int
) -> None:
    trail = ["lead 2019", "customer 2020-05", "lost 2022-03-04"]
    build.contact(graph, "x", lifecycle="lost", lifecycle_since=date(2022, 3, 4), lifecycle_trail=trail)
    found = contact(graph, uid="x", on=date.fromisoformat(day))
    assert (found.lifecycle, found.lifecycle_trail) == (state, trail[:left])
    assert found.lifecycle_since == (date.fromisoformat(since) if since else None)
    assert found.customer_since == (date(2020, 5, 1) if left > 1 else None)
