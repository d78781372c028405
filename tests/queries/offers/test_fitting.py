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
        Fitting("Contact", "ann", "Ann", None, False, None, [["email", "ann@acme.example"]], []),  # type: ignore[list-item]
        Fitting("Lead", "lu", "Lu", None, False, "Buyer", [["email", "lu@acme.example"]], []),  # type: ignore[list-item]
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


def test_all_names_are_looked_for(acme: Graph) -> None:
    lead(acme, "a", company_name="Apex Machine Co"), lead(acme, "b", company_name="埃克米公司")
    names = ["Acme", "-", "Apex Machine Co", "埃克米公司"]
    assert {one.uid for one in fitting(acme, account="acme", names=names, on=TODAY)} == {"a", "b"}
    assert fitting(acme, account="acme", names=["-"], on=TODAY) == []


def test_whom_nobody_may_see_or_who_works_there_takes_no_place(acme: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphcrm.queries.offers.fitting._MOST", 1)
    user(acme, "bob"), account(acme, "old", "Acme", placeholder=True)
    for n in range(3):
        for uid in (f"bobs{n}", f"gone{n}", f"there{n}"):
            contact(acme, uid, email=f"{uid}@acme.example", deleted_at=NOW if uid.startswith("gone") else None)
            job(acme, uid, "old", start="2020")
        owned(acme, f"bobs{n}", "bob"), job(acme, f"there{n}", "acme", start="2020")
        lead(acme, f"l{n}", company_name="Acme"), owned(acme, f"l{n}", "bob")
    contact(acme, "ann", email="ann@acme.example"), contact(acme, "bo"), job(acme, "bo", "old", start="2020")
    lead(acme, "lu", company_name="Acme")
    seen = acme.seen_by(Sight(contacts=("",), leads=("",)))
    assert set(found(seen)) == {
        ("Contact", "ann", "email"),
        ("Contact", "bo", "placeholder"),
        ("Lead", "lu", "company"),
    }


def test_a_lead_comes_with_the_contacts_who_have_its_address(acme: Graph) -> None:
    user(acme, "bob"), lead(acme, "lu", company_name="Acme"), contact(acme, "ann", "Ann", email="lu@home.example")
    handle(acme, "lu", "email", "lu@home.example"), handle(acme, "lu", "phone", "+1")
    contact(acme, "bo"), handle(acme, "bo", "phone", "+1")  # a switchboard
    contact(acme, "gone", email="lu@home.example", deleted_at=NOW)
    (one,) = fitting(acme, account="acme", names=["Acme"], on=TODAY)
    assert one.same == [["ann", "Ann"]]
    for hidden in ("lead.handles", "contact.handles"):
        (one,) = fitting(acme.seen_by(Sight(hidden=frozenset({hidden}))), account="acme", names=["Acme"], on=TODAY)
        assert one.same == []
    owned(acme, "ann", "bob")
    (one,) = fitting(acme.seen_by(Sight(contacts=("",))), account="acme", names=["Acme"], on=TODAY)
    assert one.same == []


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
