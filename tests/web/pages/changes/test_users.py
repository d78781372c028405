"""Users as pages, and their forms."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.forms import edited, links, send, text, typed, undo

V1 = "/api/v1"


@pytest.fixture
def gus(api: FlaskClient) -> str:
    """Where a user is."""
    sent = {"name": "Gus", "email": "gus@us.example", "role": "rep", "team": "South"}
    answer = api.post(f"{V1}/users", json=sent)
    if answer.status_code == 409:  # the world is a module's; he is there already
        return f"/users/{answer.json['other']['uid']}"
    return str(answer.headers["Location"]).removeprefix(V1)


def test_all_of_us_are_listed_and_each_has_a_page(browser: FlaskClient, gus: str) -> None:
    page = browser.get("/users")
    assert gus in links(page)
    assert "Gus gus@us.example · rep · South" in text(page)
    assert "Zoe zoe@us.example · rep · has left" in text(page)
    assert "gus@us.example" in text(browser.get(gus))
    assert browser.get("/users/none").status_code == 404


def test_what_is_typed_is_stored_and_can_be_taken_back(api: FlaskClient, browser: FlaskClient, gus: str) -> None:
    answer = send(browser, f"{gus}/edit", role="manager", team="North", active=[], locale="zh-Hans", why="promoted")
    assert answer.status_code == 303, text(answer)
    body = api.get(f"{V1}{gus}").json
    assert (body["role"], body["team"], body["active"], body["locale"]) == ("manager", "North", False, "zh-Hans")
    assert (body["name"], body["email"]) == ("Gus", "gus@us.example")
    assert "promoted" in text(browser.get(f"{gus}/history"))
    undo(browser, browser.get(f"{gus}/history"))
    body = api.get(f"{V1}{gus}").json
    assert (body["role"], body["team"], body["active"], body["locale"]) == ("rep", "South", True, None)


def test_the_own_contact_record_is_named_shown_and_taken_back(api: FlaskClient, browser: FlaskClient, gus: str) -> None:
    uid = api.post(f"{V1}/contacts", json={"name": "Gus Holm"}).json["uid"]
    wrong = send(browser, f"{gus}/edit", own="Nobody At All")
    assert wrong.status_code == 422
    assert 'id="e-own"' in wrong.text
    assert send(browser, f"{gus}/edit", own="Gus Holm").status_code == 303
    assert api.get(f"{V1}{gus}").json["own"] == {"uid": uid, "name": "Gus Holm"}
    assert f"/contacts/{uid}" in links(browser.get(gus))
    again = typed(browser.get(f"{gus}/edit"))
    assert again["own"] == f"Gus Holm ({uid})"
    assert api.patch(f"{V1}{gus}", json={"locale": "de"}).status_code == 200
    both = browser.post(f"{gus}/edit", data=edited(again, role="manager"))
    assert both.status_code == 412
    assert typed(both)["own"] == f"Gus Holm ({uid})"
    assert send(browser, f"{gus}/edit", own="", locale="").status_code == 303
    assert api.get(f"{V1}{gus}").json["own"] is None


def test_an_address_that_another_user_has_is_refused_beside_its_field(browser: FlaskClient, gus: str) -> None:
    page = send(browser, f"{gus}/edit", email="alice@us.example", name="Augustus")
    assert page.status_code == 409
    assert "There is already a user with the e-mail address alice@us.example." in text(page)
    assert 'value="Augustus"' in page.text


def test_a_user_goes_into_the_trash_and_comes_back(browser: FlaskClient, gus: str) -> None:
    assert send(browser, gus, f"{gus}/trash").headers["Location"] == "/trash"
    assert gus not in links(browser.get("/users"))
    assert send(browser, "/trash", f"{gus}/restore").headers["Location"] == gus
    assert gus in links(browser.get("/users"))


def test_nobody_owns_a_user(browser: FlaskClient, gus: str) -> None:
    assert f"{gus}/owner" not in links(browser.get(gus))
    assert browser.get(f"{gus}/owner").status_code == 404
