"""Forms in a dialogue: the script is told where a saved form leads, and what is refused is the form's own page."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.forms import edited, text, typed

V1 = "/api/v1"
ASKS = {"X-Dialog": "form"}


@pytest.fixture
def ada(api: FlaskClient) -> str:
    """Where a contact is who has a job."""
    url = str(api.post(f"{V1}/contacts", json={"name": "Ada"}).headers["Location"])
    assert api.post(f"{url}/jobs", json={"account": "acme", "title": "Engineer", "start": "2020"}).status_code == 201
    return url.removeprefix(V1)


def test_a_saved_form_says_where_it_leads_and_the_page_there_says_what_was_done(browser: FlaskClient, ada: str) -> None:
    sent = edited(typed(browser.get(f"{ada}/move", headers=ASKS)), to_account="Globex", effective_on="2024-05-17")
    answer = browser.post(f"{ada}/move", data=sent, headers=ASKS)
    assert (answer.status_code, answer.headers["X-Leads-To"]) == (200, ada)
    assert "Location" not in answer.headers
    assert "The move is recorded." in text(browser.get(ada))


def test_a_refused_form_comes_back_with_what_was_typed(browser: FlaskClient, ada: str) -> None:
    sent = edited(typed(browser.get(f"{ada}/move")), to_account="Nowhere", title="Chair")
    answer = browser.post(f"{ada}/move", data=sent, headers=ASKS)
    assert answer.status_code == 422
    assert "X-Leads-To" not in answer.headers
    assert typed(answer)["title"] == "Chair"


def test_a_form_that_nobody_signed_in_sends_is_not_led_away(browser: FlaskClient, ada: str) -> None:
    sent = edited(typed(browser.get(f"{ada}/move")), title="Chair")
    browser.delete_cookie("graphcrm")
    assert browser.post(f"{ada}/move", data=sent, headers=ASKS).status_code == 401
    assert browser.get(f"{ada}/move", headers=ASKS).headers["X-Leads-To"].startswith("/sign-in")


def test_without_a_script_the_browser_is_led_on(browser: FlaskClient, ada: str) -> None:
    answer = browser.post(f"{ada}/move", data=edited(typed(browser.get(f"{ada}/move")), to_account="Globex"))
    assert (answer.status_code, answer.headers["Location"]) == (303, ada)


def test_every_page_brings_what_a_dialogue_says(browser: FlaskClient, ada: str) -> None:
    page = browser.get(ada).text
    for part in ('data-says="offline"', 'data-says="signed-out"', 'id="draft-back"', 'id="draft-left"', "data-loading"):
        assert part in page
    assert 'data-user="alice"' in page
    assert all("data-keep" in browser.get(f"{ada}/{form}").text for form in ("move", "edit", "jobs/new", "owner"))
