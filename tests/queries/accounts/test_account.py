from __future__ import annotations

import pytest
from worlds import build
from worlds.build import contact, job

from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.accounts.account import Account, account


def test_an_account_comes_with_its_domains_and_the_number_of_its_stints(graph: Graph) -> None:
    build.account(
        graph, "acme", "Acme", aliases=["ACME Ltd"], domains=("acme.test",), kind="company", industry="Steel",
        size_band="51-200", employee_count=120, website="https://acme.test", country="Norway", region="Oslo",
        city="Oslo", lifecycle="customer", placeholder=False,
    )  # fmt: skip
    build.handle(graph, "acme", "phone", "+4712345678")
    contact(graph, "ann")
    job(graph, "ann", "acme", start="2010", end="2011")
    job(graph, "ann", "acme", start="2015")
    assert account(graph, uid="acme") == Account(
        uid="acme", name="Acme", aliases=["ACME Ltd"], kind="company", industry="Steel", size_band="51-200",
        employee_count=120, website="https://acme.test", country="Norway", region="Oslo", city="Oslo",
        lifecycle="customer", placeholder=False, domains=["acme.test"], stints=2,
    )  # fmt: skip


def test_an_account_of_which_only_the_name_is_known_is_no_placeholder(graph: Graph) -> None:
    build.account(graph, "acme", "Acme")
    found = account(graph, uid="acme")
    assert (found.aliases, found.domains, found.stints, found.placeholder) == ([], [], 0, False)
    assert (found.kind, found.employee_count) == (None, None)


def test_a_placeholder_says_so(graph: Graph) -> None:
    build.account(graph, "freelance", "Freelance", placeholder=True)
    assert account(graph, uid="freelance").placeholder


@pytest.mark.parametrize("uid", ["nowhere", "ann", ""])
def test_an_unknown_account_is_not_found(graph: Graph, uid: str) -> None:
    contact(graph, "ann")
    with pytest.raises(NotFoundError) as refusal:
        account(graph, uid=uid)
    assert (refusal.value.detail, refusal.value.field) == (f"There is no account {uid!r}.", "account")
