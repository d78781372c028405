from __future__ import annotations

import pytest
from worlds.build import account, contact, handle, lead, user

from graphcrm.errors import AmbiguousError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.search.resolve import resolve


@pytest.fixture
def known(graph: Graph) -> Graph:
    """Two companies, two people of one name, a lead, and Alice, one of us."""
    account(graph, "A1", "Acme Robotics", aliases=["Roboter AG"], domains=("acme.test",))
    account(graph, "A2", "Beta", domains=("beta.test",))
    contact(graph, "P1", "Ann Lee", email="ann@acme.test")
    contact(graph, "P2", "Ann Lee", email="lee@beta.test", other_names=["李安"])
    handle(graph, "P2", "phone", "+4712345678")
    handle(graph, "P2", "linkedin", "linkedin.com/in/lee")
    user(graph, "U1", "Alice", email="alice@us.test")
    lead(graph, "L1", "Rita Novak")
    return graph


@pytest.mark.parametrize(
    ("label", "text", "uid"),
    [
        ("Account", "A1", "A1"),
        ("Account", " A1 ", "A1"),
        ("Account", "Acme Robotics", "A1"),
        ("Account", "acme robotics", "A1"),
        ("Account", "Roboter AG", "A1"),
        ("Account", "roboter ag", "A1"),
        ("Account", "robo", "A1"),
        ("Account", "acme.test", "A1"),
        ("Account", "ACME.TEST", "A1"),
        ("Account", "https://www.Acme.test/about", "A1"),
        ("Account", "www.beta.test", "A2"),
        ("Contact", "ann@acme.test", "P1"),
        ("Contact", "Lee@Beta.test", "P2"),
        ("Contact", "mailto:Lee@Beta.test", "P2"),
        ("Contact", "+47 (0)12 34-56 78", "P2"),
        ("Contact", "https://de.linkedin.com/in/Lee/", "P2"),
        ("Contact", "李安", "P2"),
        ("User", "Alice", "U1"),
        ("User", "alice@us.test", "U1"),
        ("User", "MAILTO:Alice@us.test", "U1"),
        ("User", "U1", "U1"),
        ("Lead", "L1", "L1"),
        ("Lead", "Rita Novak", "L1"),
        ("Lead", "rita", "L1"),
    ],
)
def test_a_uid_name_alias_address_or_domain_means_its_record(known: Graph, label: str, text: str, uid: str) -> None:
    assert resolve(known, label=label, text=text).uid == uid


def test_a_uid_wins_over_a_name(known: Graph) -> None:
    account(known, "A3", "A1")
    found = resolve(known, label="Account", text="A1")
    assert (found.uid, found.name, found.exact) == ("A1", "Acme Robotics", True)


def test_an_exact_name_wins_over_what_a_search_finds(known: Graph) -> None:
    account(known, "A3", "Acme Robotics Holding")
    assert resolve(known, label="Account", text="Acme Robotics").uid == "A1"
    assert resolve(known, label="Account", text="ACME robotics").uid == "A1"


def test_an_ambiguous_name_is_refused_with_its_candidates(known: Graph) -> None:
    with pytest.raises(AmbiguousError) as refusal:
        resolve(known, label="Contact", text="Ann Lee")
    assert refusal.value.candidates == [("P1", "Ann Lee"), ("P2", "Ann Lee")]
    assert refusal.value.field == "contact"
    assert refusal.value.detail == "'Ann Lee' may mean 2 contacts: Ann Lee (P1); Ann Lee (P2). Give the uid."


def test_an_address_of_two_people_is_ambiguous(known: Graph) -> None:
    contact(known, "P3", "Bo", email="ann@acme.test")
    with pytest.raises(AmbiguousError) as refusal:
        resolve(known, label="Contact", text="ann@acme.test")
    assert {uid for uid, _ in refusal.value.candidates} == {"P1", "P3"}


def test_part_of_several_names_is_ambiguous_and_names_ten_at_most(known: Graph) -> None:
    for n in range(12):
        account(known, f"G{n:02}", f"Gamma {n:02}")
    with pytest.raises(AmbiguousError) as refusal:
        resolve(known, label="Account", text="gamma")
    assert len(refusal.value.candidates) == 10
    assert "may mean 10+ accounts" in refusal.value.detail
    for n in range(12):
        account(known, f"H{n:02}", "Hotel")
    with pytest.raises(AmbiguousError, match=r"may mean 10\+ accounts"):
        resolve(known, label="Account", text="Hotel")


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Account", "nothing"),
        ("Account", ""),
        ("Account", "P1"),
        ("Contact", "A1"),
        ("User", "ann@acme.test"),
        ("User", "*"),
    ],
)
def test_what_nobody_is_called_is_not_found(known: Graph, label: str, text: str) -> None:
    with pytest.raises(NotFoundError) as refusal:
        resolve(known, label=label, text=text)
    assert refusal.value.field == label.lower()
    assert refusal.value.detail == f"No {label.lower()} is called {text!r}; try part of its name in the search."
