"""What was typed is kept where the form's own page cannot come again: on the page that says what went wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.forms import edited, post, text, typed

V1 = "/api/v1"
OURS = {"Sec-Fetch-Site": "same-origin"}
NOTE = "Met at the fair,\r\nwants a call <soon>."


@pytest.fixture
def ada(api: FlaskClient) -> str:
    """Where a contact's page is."""
    return str(api.post(f"{V1}/contacts", json={"name": "Ada"}).headers["Location"]).removeprefix(V1)


def described(api: FlaskClient, url: str) -> str:
    return str(api.get(f"{V1}{url}").json["description"])


def sent(browser: FlaskClient, url: str) -> Callable[[], TestResponse]:
    form = edited(typed(browser.get(f"{url}/edit")), description=NOTE)
    return lambda: browser.post(f"{url}/edit", data=form, headers=OURS)


def again(browser: FlaskClient, page: TestResponse) -> TestResponse:
    return browser.post(page.request.path, data=typed(page), headers=OURS)


def test_a_form_for_what_went_into_the_trash_is_sent_again_once_it_is_back(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    send = sent(browser, ada)
    assert api.delete(f"{V1}{ada}").status_code == 204
    page = send()
    assert page.status_code == 404
    assert "wants a call <soon>." in text(page)
    assert again(browser, page).status_code == 404
    assert api.post(f"{V1}{ada}/restore").status_code == 200
    page = again(browser, page)
    assert page.status_code == 412, "it has been in the trash and back since: both versions are shown"
    assert again(browser, page).status_code == 303
    assert described(api, ada) == NOTE.replace("\r\n", "\n")


def test_a_form_sent_after_the_session_ended_waits_for_its_sign_in(
    api: FlaskClient, browser: FlaskClient, ada: str, token: str
) -> None:
    send = sent(browser, ada)
    browser.delete_cookie("graphcrm")
    page = send()
    assert page.status_code == 401
    assert "wants a call <soon>." in text(page)
    assert 'target="_blank"' in page.text
    post(browser, "/sign-in", token=token)
    page = again(browser, page)
    assert page.status_code == 403, "signing in gave the session another word"
    assert "wants a call <soon>." in text(page)
    assert again(browser, page).status_code == 303
    assert described(api, ada) == NOTE.replace("\r\n", "\n")


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", ""])
def test_a_form_of_another_site_is_not_offered_to_be_sent_again(browser: FlaskClient, ada: str, site: str) -> None:
    page = browser.post(f"{ada}/edit", data={"csrf": "theirs", "name": "Ada"}, headers={"Sec-Fetch-Site": site})
    assert page.status_code == 403
    assert "What you typed is still here" in text(page)
    assert "Send it again</button>" not in page.text


def test_how_somebody_signs_in_is_not_shown(stranger: FlaskClient) -> None:
    page = stranger.post("/sign-in", data={"csrf": "old", "token": "very secret"}, headers=OURS)
    assert page.status_code == 403
    assert "secret" not in page.text


def test_buttons_and_what_is_too_large_have_nothing_to_keep(
    browser: FlaskClient, stranger: FlaskClient, ada: str
) -> None:
    assert stranger.post(f"{ada}/trash", data={"csrf": "old", "key": "k"}).status_code == 303
    page = browser.post(f"{ada}/edit", data={"name": "x" * 9_000_000}, headers=OURS)
    assert page.status_code == 413
    assert "What you typed" not in text(page)
