from __future__ import annotations

from datetime import date

from worlds.build import NOW, TODAY, account, contact, handle, job, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.offers.likely_accounts import Likely, likely_accounts


def found(graph: Graph, on: date = TODAY) -> list[str]:
    return [one.uid for one in likely_accounts(graph, contact="ann", on=on)]


def test_the_account_of_the_domain_of_an_address_is_likely(graph: Graph) -> None:
    assert found(graph) == []
    contact(graph, "ann", "Ann", email="ann@acme.example")
    handle(graph, "ann", "email", "ann@home.example")
    assert found(graph) == []
    account(graph, "acme", "Acme", domains=("acme.example",)), account(graph, "other", domains=("other.example",))
    account(graph, "gone", domains=("home.example",), deleted_at=NOW)
    assert likely_accounts(graph, contact="ann", on=TODAY) == [Likely("acme", "Acme")]
    assert likely_accounts(graph.seen_by(Sight(hidden=frozenset({"contact.handles"}))), contact="ann", on=TODAY) == []


def test_where_they_work_is_known_already(graph: Graph) -> None:
    contact(graph, "ann", email="ann@acme.example"), account(graph, "acme", domains=("acme.example",))
    job(graph, "ann", "acme", start="2020", end="2024-06-01")
    assert (found(graph, on=date(2024, 5, 31)), found(graph)) == ([], ["acme"])


def test_what_somebody_does_not_see_is_not_said(graph: Graph) -> None:
    (
        user(graph, "bob"),
        contact(graph, "ann", email="ann@acme.example"),
        account(graph, "acme", domains=("acme.example",)),
    )
    owned(graph, "acme", "bob")
    assert found(graph.seen_by(Sight(accounts=("",)))) == []
    assert found(graph.seen_by(Sight(contacts=()))) == []
