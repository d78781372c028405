from __future__ import annotations

import pytest
from worlds.build import NOW, TODAY, account, contact, handle, job, lead

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.leads.alike import Alike, alike


@pytest.fixture
def rita(graph: Graph) -> Graph:
    """The lead Rita Novak of Acme, with an address and a number."""
    lead(graph, "rita", "Rita Novak", company_name="Acme")
    handle(graph, "rita", "email", "rita@acme.example")
    handle(graph, "rita", "phone", "+49 1")
    return graph


def found(graph: Graph, **asked: object) -> list[Alike]:
    given: dict[str, object] = {"name": "Rita Novak", "company": "Acme", "on": TODAY, **asked}
    return alike(graph, lead="rita", **given)  # type: ignore[arg-type]


def test_who_is_reached_in_the_same_place_comes_first_with_each_reason(rita: Graph) -> None:
    contact(rita, "same", "R. Novakova"), contact(rita, "named", "rita novak"), contact(rita, "other", "Rita Berg")
    handle(rita, "same", "email", "rita@acme.example")
    handle(rita, "same", "phone", "+49 1")
    first, second = found(rita)
    assert (first.label, first.uid) == ("Contact", "same")
    assert sorted(first.reasons) == [["email", "rita@acme.example"], ["phone", "+49 1"]]
    assert (second.uid, second.reasons) == ("named", [["name", "rita novak"]])
    contact(rita, "like", "Rita Novak Berg")
    assert found(rita)[-1].reasons == [["like", "Rita Novak Berg"]]


def test_a_company_is_known_by_its_domain_by_that_of_an_address_and_by_its_names(rita: Graph) -> None:
    account(rita, "by-mail", "Zenith", domains=("acme.example",))
    account(rita, "by-domain", "Yonder", domains=("acme.test",))
    handle(rita, "rita", "domain", "acme.test")
    account(rita, "by-alias", "Apex", aliases=["ACME"])
    account(rita, "like", "Acme Bearings")
    account(rita, "none", "Globex")
    assert [(one.uid, one.reasons[0][0]) for one in found(rita)] == [
        ("by-domain", "domain"),
        ("by-mail", "domain"),
        ("by-alias", "name"),
        ("like", "like"),
    ]
    assert [one.uid for one in found(rita, limit=2)] == ["by-domain", "by-mail"]


def test_where_a_contact_works_today_is_told(rita: Graph) -> None:
    contact(rita, "same", "Rita Novak")
    for uid in ("now", "beside", "before"):
        account(rita, uid, uid.title())
    job(rita, "same", "before", start="2010", end="2015")
    job(rita, "same", "beside", start="2020")
    job(rita, "same", "now", start="2018", primary=True)
    (one,) = found(rita, company=None)
    assert one.works_at == [["now", "Now"], ["beside", "Beside"]]


def test_what_is_in_the_trash_or_may_not_be_seen_is_not_offered(rita: Graph) -> None:
    contact(rita, "gone", "Rita Novak", deleted_at=NOW), account(rita, "theirs", "Acme", owner="bob")
    contact(rita, "theirs-too", "Rita Novak", owner="bob")
    assert [one.uid for one in found(rita)] == ["theirs-too", "theirs"]
    mine = rita.seen_by(Sight(accounts=("alice", ""), contacts=("alice", ""), leads=None))
    assert found(mine) == []
    assert found(rita.seen_by(Sight(accounts=None, contacts=None, leads=("alice",)))) == []


def test_addresses_that_who_asks_may_not_see_are_no_reason(rita: Graph) -> None:
    contact(rita, "same", "R. N."), handle(rita, "same", "email", "rita@acme.example")
    contact(rita, "named", "Rita Novak"), handle(rita, "named", "email", "rita@acme.example")
    for field in ("lead.handles", "contact.handles"):
        seen = rita.seen_by(Sight(hidden=frozenset({field})))
        assert [(one.uid, one.reasons) for one in found(seen)] == [("named", [["name", "Rita Novak"]])]


def test_of_many_who_share_a_number_who_has_the_address_too_comes_first(rita: Graph) -> None:
    for n in range(30):
        contact(rita, f"switchboard-{n:02}", f"A{n}"), handle(rita, f"switchboard-{n:02}", "phone", "+49 1")
    contact(rita, "same", "Zoe"), handle(rita, "same", "email", "rita@acme.example")
    for n in range(9):
        contact(rita, f"gone-{n}", "Rita Novak", deleted_at=NOW)
    contact(rita, "named", "Rita N.", other_names=["rita novak"])
    assert found(rita)[0].uid == "same"
    assert [one.reasons for one in found(rita, limit=40) if one.uid == "named"] == [[["name", "Rita N."]]]


def test_a_name_without_a_word_in_it_finds_nobody(rita: Graph) -> None:
    contact(rita, "x", "Rita Novak")
    assert found(rita, name="!", company="?") == []
