from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import handle, job, lead

from graphcrm.access import SHIPPED, Reader, Sight
from graphcrm.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.contacts.jobs import jobs as jobs_of
from graphcrm.services import offers, undo
from graphcrm.services.changes import Author, change
from graphcrm.services.offers import Taken

from .conftest import do

NOW = datetime.now(UTC).date()


def held(graph: Graph, uid: str) -> list[tuple[str, str | None, str | None]]:
    return [(one.account, one.title, one.start) for one in jobs_of(graph, contact=uid, on=NOW)]


def test_contacts_and_leads_are_taken_in_one_change_and_its_undo_takes_them_back(cast: Graph) -> None:
    lead(cast, "lu", "Lu", title="Buyer", status="new")
    taken = [
        Taken("contact", "ada", {"title": "Boss", "start": "2024", "role": None}),
        Taken("lead", "lu", {"title": None}),
    ]
    made: list[str] = []
    ada, lu = do(cast, lambda one: made.append(one.uid) or offers.take(one, "acme", taken))  # type: ignore[func-returns-value]
    assert (ada, held(cast, "ada"), held(cast, lu)) == ("ada", [("acme", "Boss", "2024")], [("acme", "Buyer", None)])
    do(cast, lambda back: undo.undo(back, made[0]))
    assert held(cast, "ada") == []
    with pytest.raises(NotFoundError):
        do(cast, lambda one: offers.take(one, "acme", [Taken("contact", lu)]))


def test_who_works_there_already_stays_as_they_are(cast: Graph) -> None:
    job(cast, "ada", "acme", start="2020", title="Boss")
    do(cast, lambda one: offers.take(one, "acme", [Taken("contact", "ada", {"title": "Other"})]))
    assert held(cast, "ada") == [("acme", "Boss", "2020")]


def test_a_lead_whose_address_a_contact_has_is_left_to_its_conversion(cast: Graph) -> None:
    lead(cast, "lu", "Lu", status="new")
    for uid in ("lu", "ada"):
        handle(cast, uid, "email", "lu@home.example")
    with pytest.raises(ConflictError, match="Ada has the e-mail address of the lead Lu") as refused:
        do(cast, lambda one: offers.take(one, "acme", [Taken("contact", "bo"), Taken("lead", "lu")]))
    assert refused.value.other == {"uid": "lu", "contact": "ada"}
    assert held(cast, "bo") == []
    seen = cast.seen_by(Sight(contacts=()))  # who sees no contact is not told of any
    (new,) = change(seen, Author("alice"), lambda one: offers.take(one, "acme", [Taken("lead", "lu")]))
    assert held(cast, new) == [("acme", None, None)]


def test_all_are_taken_or_nobody(cast: Graph) -> None:
    lead(cast, "lu", "Lu", status="new")
    do(cast, lambda one: offers.take(one, "beta", [Taken("lead", "lu")]))
    with pytest.raises(ConflictError):
        do(cast, lambda one: offers.take(one, "acme", [Taken("contact", "ada"), Taken("lead", "lu")]))
    for none in ([], [Taken("contact", "ada")] * 51):
        with pytest.raises(InvalidInputError):
            do(cast, lambda one, none=none: offers.take(one, "acme", none))  # type: ignore[misc]
    with pytest.raises(NotFoundError):
        do(cast, lambda one: offers.take(one, "nowhere", [Taken("contact", "ada")]))
    viewer = Author("alice", reader=Reader("alice", SHIPPED["analyst"]))
    with pytest.raises(ForbiddenError):
        change(cast, viewer, lambda one: offers.take(one, "acme", [Taken("contact", "ada")]))
    assert held(cast, "ada") == []


def test_who_fits_is_told_by_the_names_of_the_account(cast: Graph) -> None:
    lead(cast, "lu", "Lu", company_name="ACME Ltd", status="new")
    assert offers.offered(cast, "acme") == []
    cast.write("MATCH (a:Account {uid: 'acme'}) SET a.aliases = ['Acme Ltd']")
    assert [one.uid for one in offers.offered(cast, "acme")] == ["lu"]
    handle(cast, "acme", "domain", "acme.example")
    handle(cast, "ada", "email", "ada@acme.example")
    assert [one.uid for one in offers.offered(cast, "acme")] == ["ada", "lu"]
