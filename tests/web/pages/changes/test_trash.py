"""The trash and histories as pages."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.web.forms import as_user, links, post, send, text, undo

V1 = "/api/v1"


@pytest.fixture
def ada(api: FlaskClient) -> str:
    """Where a contact is who has a job and an address."""
    url = str(api.post(f"{V1}/contacts", json={"name": "Ada", "email": "ada@people.example"}).headers["Location"])
    assert api.post(f"{url}/jobs", json={"account": "acme", "title": "Engineer", "start": "2020"}).status_code == 201
    return url.removeprefix(V1)


def test_a_record_goes_into_the_trash_and_the_notice_brings_it_back(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    answer = send(browser, ada, f"{ada}/trash")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/trash")
    page = browser.get("/trash")
    assert "The contact is in the trash. Undo" in text(page)
    assert "Ada contact, here since" in text(page)
    assert api.get(f"{V1}{ada}").status_code == 404
    assert undo(browser, page).headers["Location"] == ada
    assert "Acme" in text(browser.get(ada))


@pytest.mark.parametrize("place", ["", "/edit", "/history", "/colleagues", "/jobs/new"])
def test_a_record_in_the_trash_says_so_and_offers_to_restore_it(browser: FlaskClient, ada: str, place: str) -> None:
    send(browser, ada, f"{ada}/trash")
    page = browser.get(f"{ada}{place}")
    assert page.status_code == 404
    assert "Ada is in the trash" in text(page)
    assert send(browser, f"{ada}{place}", f"{ada}/restore").headers["Location"] == ada
    assert "The contact is back." in text(browser.get(ada))


def test_a_record_in_the_trash_says_who_put_it_there_and_why(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    assert api.delete(f"{V1}{ada}?why=met%20twice").status_code == 204
    shown = text(browser.get(ada))
    assert re.search(r"Alice put it there on \d+ \w+ \d{4}\. “met twice”", shown), shown


@pytest.mark.parametrize("kind", ["accounts", "leads", "users"])
def test_each_kind_of_record_says_that_it_is_in_the_trash(api: FlaskClient, browser: FlaskClient, kind: str) -> None:
    sent = {"name": "Gone", "email": "gone-page@us.example"} if kind == "users" else {"name": "Gone"}
    uid = api.post(f"{V1}/{kind}", json=sent).json["uid"]
    api.delete(f"{V1}/{kind}/{uid}")
    page = browser.get(f"/{kind}/{uid}/edit")
    assert page.status_code == 404
    assert "Gone is in the trash" in text(page)
    assert f'action="/{kind}/{uid}/restore"' in page.text


def test_who_may_not_bring_it_back_is_not_asked_to(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    api.delete(f"{V1}{ada}")
    page = as_user(browser, "erin").get(ada)  # an analyst: sees all, changes nothing
    assert "Ada is in the trash" in text(page)
    assert "Whoever may delete it may bring it back." in text(page)
    assert "/restore" not in page.text


def test_what_is_hidden_from_somebody_is_not_told_to_be_in_the_trash(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    uid = ada.rsplit("/", 1)[1]
    assert api.post(f"{V1}/contacts/{uid}/assign", json={"user": "charlie"}).status_code == 200
    api.delete(f"{V1}{ada}")
    page = as_user(browser, "dana").get(ada)  # a manager of another team
    assert page.status_code == 404
    assert "trash" not in text(page).split("There is nothing here")[1]


def test_another_record_in_the_trash_is_not_offered_under_this_ones_name(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    gone = api.post(f"{V1}/accounts", json={"name": "Gone"}).json["uid"]
    api.delete(f"{V1}/accounts/{gone}")
    page = browser.get(f"{ada}/colleagues?account={gone}")
    assert page.status_code == 404
    assert "Restore" not in text(page)


def test_erasing_says_what_is_erased_and_then_it_is_gone(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    send(browser, ada, f"{ada}/trash")
    assert f"{ada}/purge" in links(browser.get("/trash"))
    shown = text(browser.get(f"{ada}/purge"))
    assert "Erase Ada for ever?" in shown
    assert "1 job" in shown
    assert "1 address" in shown
    answer = send(browser, f"{ada}/purge", why="she asked us to")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/trash")
    page = browser.get("/trash")
    assert "The contact is erased." in text(page)
    assert "Undo" not in text(page)
    assert ada not in page.text
    assert api.get(f"{V1}{ada}").json["code"] == "not_found"


def test_what_is_not_in_the_trash_is_not_erased(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    for url in (f"{ada}/purge", "/contacts/none/purge"):
        assert browser.get(url).status_code == 409
    assert post(browser, f"{ada}/purge", page=ada).status_code == 409
    assert api.get(f"{V1}{ada}").status_code == 200


def test_the_trash_has_pages(api: FlaskClient, browser: FlaskClient) -> None:
    for name in ("Uma", "Duo", "Tri"):
        api.delete(api.post(f"{V1}/leads", json={"name": name}).headers["Location"])
    page = browser.get("/trash?limit=2")
    assert [name in text(page) for name in ("Uma", "Duo", "Tri")] == [False, True, True]
    (more,) = (link for link in links(page) if "cursor=" in link)
    assert "Uma" in text(browser.get(more))


def test_a_history_tells_who_did_what_and_why(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    send(browser, f"{ada}/edit", name="Bea", hobbies="chess", why="she married")
    shown = text(browser.get(f"{ada}/history"))
    assert shown.index("Contact changed Alice,") < shown.index("Job at Acme made Alice,") < shown.index("Contact made")
    assert "“she married” contact changed Field Before After" in shown
    assert "hobbies – chess" in shown
    assert "name Ada Bea" in shown
    assert "account Acme" in shown
    assert "handles email ada@people.example (main one)" in shown
    assert "Job at Acme made" in text(browser.get("/accounts/acme/history"))


def test_a_history_undoes_what_nothing_later_stands_upon(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    send(browser, f"{ada}/edit", name="Bea")
    send(browser, f"{ada}/edit", name="Cleo")
    page = browser.get(f"{ada}/history")
    changes = [item["change"] for item in api.get(f"{V1}{ada}/history").json["items"]]
    assert [f'action="/changes/{change}/undo"' in page.text for change in changes] == [True, False, True, False]
    answer = send(browser, f"{ada}/history", f"/changes/{changes[0]}/undo")
    assert answer.headers["Location"].startswith(f"{ada}/history")
    assert api.get(f"{V1}{ada}").json["name"] == "Bea"
    page = browser.get(f"{ada}/history")
    assert "took something back" in text(page)
    assert [f'action="/changes/{change}/undo"' in page.text for change in changes] == [False, True, True, False]


def test_a_history_has_pages_and_an_imported_record_has_none_yet(browser: FlaskClient, ada: str) -> None:
    page = browser.get(f"{ada}/history?limit=1")
    assert "Contact made" not in text(page)
    (more,) = (link for link in links(page) if "cursor=" in link)
    assert "Contact made" in text(browser.get(more))
    assert "Nothing was changed yet" in text(browser.get("/contacts/gil/history"))
    assert browser.get("/contacts/none/history").status_code == 404


def test_a_private_interaction_is_told_to_who_wrote_it_alone(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    uid = ada.rsplit("/", 1)[1]
    sent = {"contacts": [uid], "users": ["bob"], "at": "2024-05-01", "subject": "between us", "private": True}
    assert api.post(f"{V1}/interactions", json=sent).status_code == 201
    assert "between us" in text(browser.get(f"{ada}/history"))
    shown = text(as_user(browser, "charlie").get(f"{ada}/history"))
    assert "It is private to who did it." in shown
    assert "between us" not in shown
