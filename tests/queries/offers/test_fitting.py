from __future__ import annotations

from datetime import date

import pytest
from worlds.build import NOW, TODAY, account, contact, handle, job, lead, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.offers.fitting import Fitting, fitting


@pytest.fixture
def acme(graph: Graph) -> Graph:
    account(graph, "acme", "Acme", domains=("acme.example",))
    return graph


def found(graph: Graph, on: date = TODAY, **asked: int) -> list[tuple[str, str, str]]:
    rows = fitting(graph, account="acme", names=["Acme", "Acme GmbH"], on=on, **asked)
    return [(one.label, one.uid, one.reasons[0][0]) for one in rows]


def test_nobody_fits_an_empty_world(graph: Graph) -> None:
    assert found(graph) == []
    account(graph, "acme", "Acme")
    assert found(graph) == []


def test_who_has_an_address_at_its_domain_fits_and_no_other(acme: Graph) -> None:
    contact(acme, "ann", "Ann", email="ann@acme.example"), contact(acme, "bo", "Bo", email="bo@notacme.example")
    (
        contact(acme, "cy", "Cy", email="cy@sub.acme.example"),
        contact(acme, "gone", email="g@acme.example", deleted_at=NOW),
    )
    lead(acme, "lu", "Lu", title="Buyer")
    handle(acme, "lu", "email", "lu@acme.example")
    handle(acme, "bo", "linkedin", "bo@acme.example")
    assert fitting(acme, account="acme", names=["Acme"], on=TODAY) == [
        Fitting("Contact", "ann", "Ann", None, False, None, [["email", "ann@acme.example"]]),  # type: ignore[list-item]
        Fitting("Lead", "lu", "Lu", None, False, "Buyer", [["email", "lu@acme.example"]]),  # type: ignore[list-item]
    ]
    assert found(acme, limit=1) == [("Contact", "ann", "email")]


def test_who_works_there_does_not_fit_and_who_did_does(acme: Graph) -> None:
    for uid, dates in (
        ("now", {"start": "2020"}),
        ("left", {"start": "2020", "end": "2024-06-01"}),
        ("soon", {"start": "2024-06-02"}),
    ):
        contact(acme, uid, email=f"{uid}@acme.example")
        job(acme, uid, "acme", **dates)  # type: ignore[arg-type]
    assert [uid for _, uid, _ in found(acme)] == ["left"]
    assert [uid for _, uid, _ in found(acme, on=date(2024, 5, 31))] == []


def test_people_at_a_placeholder_of_its_name_fit(acme: Graph) -> None:
    for uid, name, placeholder in (
        ("old", "ACME GmbH", True),
        ("other", "Acme Bearings", True),
        ("real", "Acme", False),
    ):
        account(acme, uid, name, placeholder=placeholder or None)
        contact(acme, f"at-{uid}")
        job(acme, f"at-{uid}", uid, start="2020")
    contact(acme, "was")
    job(acme, "was", "old", start="2020", end="2021")
    assert found(acme) == [("Contact", "at-old", "placeholder")]


def test_leads_of_the_company_fit_until_they_are_converted_or_ignored(acme: Graph) -> None:
    for uid, status, company in (
        ("a", "new", "acme"),
        ("b", "converted", "Acme"),
        ("c", "ignored", "Acme"),
        ("d", "new", "Acme Two"),
    ):
        lead(acme, uid, status=status, company_name=company)
    assert found(acme) == [("Lead", "a", "company")]


def test_who_has_more_reasons_comes_first(acme: Graph) -> None:
    lead(acme, "a", company_name="Acme"), lead(acme, "b", company_name="Acme")
    handle(acme, "b", "email", "b@acme.example")
    assert [uid for _, uid, _ in found(acme)] == ["b", "a"]


def test_what_somebody_does_not_see_is_not_offered(acme: Graph) -> None:
    user(acme, "bob"), contact(acme, "ann", email="ann@acme.example"), lead(acme, "lu", company_name="Acme")
    for uid in ("ann", "lu"):
        owned(acme, uid, "bob")
    assert len(found(acme)) == 2
    assert found(acme.seen_by(Sight(contacts=("",), leads=("",)))) == []
    assert found(acme.seen_by(Sight(accounts=()))) == []
    hidden = acme.seen_by(Sight(hidden=frozenset({"contact.handles", "lead.company_name"})))
    assert found(hidden) == []
    assert found(acme.seen_by(Sight(hidden=frozenset({"account.handles"})))) == [("Lead", "lu", "company")]
