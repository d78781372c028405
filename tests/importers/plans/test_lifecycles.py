from __future__ import annotations

from datetime import date

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.accounts.account import Account, account
from graphcrm.queries.contacts.contact import contact

from ..conftest import Load, counts, refusals

HEADER = "account_id,name,lifecycle,lifecycle_since,lifecycle_trail\n"


def acme(graph: Graph) -> Account:
    return account(graph, uid="A1")


def test_a_row_says_how_far_and_since_when_or_all_of_it(graph: Graph, load: Load) -> None:
    report = load(
        accounts=HEADER
        + "A1,Acme,customer,2020-05-01,\nA2,Beta,lost,,prospect;customer 2019;lost 2021-03\nA3,Gamma,lead,,\n",
        contacts="contact_id,name,lifecycle_trail\nP1,Ann,lead 2020;loyal 2022\n",
    )
    assert report.refused == []
    one, two, three = acme(graph), account(graph, uid="A2"), account(graph, uid="A3")
    assert (one.lifecycle, one.lifecycle_trail, one.customer_since) == (
        "customer",
        ["customer 2020-05-01"],
        date(2020, 5, 1),
    )
    assert (two.lifecycle, two.lifecycle_since, two.customer_since) == ("lost", date(2021, 3, 1), date(2019, 1, 1))
    assert (three.lifecycle, three.lifecycle_trail, three.lifecycle_since) == ("lead", [], None)
    ann = contact(graph, uid="P1")
    assert (ann.lifecycle, ann.customer_since) == ("loyal", date(2022, 1, 1))
    assert account(graph, uid="A2", on=date(2020, 1, 1)).lifecycle == "customer"


def test_the_same_again_changes_nothing(graph: Graph, load: Load) -> None:
    rows = HEADER + "A1,Acme,customer,2020-05-01,lead;customer 2020-05-01\nA2,Beta,lead,,\n"
    load(accounts=rows)
    assert counts(load(accounts=rows), "accounts.csv") == (0, 0, 2, 0, 0)
    assert acme(graph).rev == 1


def test_what_repeats_in_one_year_is_kept_in_one_spelling(graph: Graph, load: Load) -> None:
    rows = HEADER + "A1,Acme,,,customer  2019 ; lost 2019;customer 2019\n"
    load(accounts=rows)
    assert acme(graph).lifecycle_trail == ["customer 2019", "lost 2019", "customer 2019"]
    assert counts(load(accounts=rows), "accounts.csv") == (0, 0, 1, 0, 0)


def test_another_lifecycle_begins_on_its_day_and_of_what_was_unsaid_nobody_knows(graph: Graph, load: Load) -> None:
    load(accounts="account_id,name\nA1,Acme\n")
    load(accounts="account_id,name,lifecycle\nA1,Acme,prospect\n")
    assert (acme(graph).lifecycle, acme(graph).lifecycle_trail) == ("prospect", [])
    load(accounts="account_id,name,lifecycle,lifecycle_since\nA1,Acme,customer,2021-02-03\n")
    assert acme(graph).lifecycle_trail == ["prospect", "customer 2021-02-03"]
    load(accounts="account_id,name,lifecycle\nA1,Acme,lost\n")
    assert acme(graph).lifecycle_trail[:2] == ["prospect", "customer 2021-02-03"]
    assert acme(graph).lifecycle_trail[2].startswith("lost 20")
    load(accounts="account_id,name,lifecycle_trail\nA1,Acme,customer 2019\n")
    assert (acme(graph).lifecycle, acme(graph).lifecycle_trail) == ("customer", ["customer 2019"])


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("A1,Acme,lost,,customer 2020", "lifecycle_trail"), ("A1,Acme,,,friend 2020", "lifecycle_trail"),
        ("A1,Acme,lost,2999-01-01,", "lifecycle_since"), ("A1,Acme,,2020-01-01,", "lifecycle_since"),
        ("A1,Acme,lost,2020-13-01,", "lifecycle_since"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_by_its_column_and_the_rest_loads(load: Load, row: str, column: str) -> None:
    report = load(accounts=HEADER + row + "\nA2,Beta,lead,,\n")
    assert [(line, name) for _, line, name, _ in refusals(report)] == [(2, column)]
    assert counts(report, "accounts.csv")[0] == 1
