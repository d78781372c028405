"""How far records are with us, on their pages: what is proposed, accepted and undone, and the past that is corrected."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, opportunity

from graphcrm.graph import Graph
from graphcrm.services import lifecycles
from tests.web.forms import edited, links, post, send, text, typed, undo

NOW = datetime.now(UTC)


@pytest.fixture
def won(cast: Graph) -> str:
    """A prospect that bought today."""
    uid = f"won-{datetime.now(UTC).timestamp()}"
    account(cast, uid, f"Bought {uid}", lifecycle="prospect")
    opportunity(cast, f"o-{uid}", uid, stage="won", status="won", closed_at=NOW)
    lifecycles.look(cast, NOW.date())
    return uid


def test_what_is_proposed_says_why_and_is_accepted_and_undone(browser: FlaskClient, won: str) -> None:
    url = f"/accounts/{won}"
    page = browser.get(url)
    assert "Proposed: customer an opportunity was won on" in text(page)
    assert "Proposed" not in text(browser.get(f"{url}?as_of=2024-01-01"))
    answer = browser.post(f"{url}/lifecycle", data=typed(page, f"{url}/lifecycle"))
    assert answer.headers["Location"] == url
    page = browser.get(url)
    assert "The lifecycle is customer now. Undo" in text(page)
    assert "Proposed" not in text(page)
    assert "Customer since" in text(page)
    undo(browser, page)
    assert "Proposed: customer" in text(browser.get(url))


def test_all_that_is_proposed_is_one_page_with_a_click_each(browser: FlaskClient, won: str) -> None:
    assert "/lifecycles?kind=account" in links(browser.get("/accounts"))
    page = browser.get("/lifecycles")
    assert f"Bought {won} prospect → customer : an opportunity was won on" in text(page)
    url = f"/accounts/{won}/lifecycle"
    answer = browser.post(url, data=typed(page, url))
    assert answer.headers["Location"] == "/lifecycles"
    assert won not in browser.get("/lifecycles").text
    post(browser, url, page="/lifecycles", state="customer")
    assert "customer is not proposed any more" in text(browser.get(f"/accounts/{won}"))
    assert browser.get("/lifecycles?kind=lead").status_code == 422


def test_who_looks_at_an_old_page_is_told_what_is_proposed_no_more(browser: FlaskClient, won: str) -> None:
    url = f"/accounts/{won}"
    page = browser.get(url)
    send(browser, f"{url}/edit", industry="Steel")  # somebody else, something else
    first = browser.post(f"{url}/lifecycle", data=typed(page, f"{url}/lifecycle"))
    again = browser.post(f"{url}/lifecycle", data=typed(page, f"{url}/lifecycle"))  # clicked twice: one thing
    assert (first.headers["Location"], again.headers["Location"]) == (url, url)
    assert "The lifecycle is customer now. Undo" in text(browser.get(url))


def test_more_than_a_page_is_reached_by_state(cast: Graph, browser: FlaskClient, won: str) -> None:
    account(cast, f"{won}-b", f"Zz {won}", lifecycle="prospect")
    opportunity(cast, f"p-{won}", f"{won}-b", stage="won", status="won", closed_at=NOW)
    lifecycles.look(cast, NOW.date())
    page, seen = browser.get("/lifecycles?state=customer&limit=1"), []
    while page:
        seen.append(page.text)
        more = [link for link in links(page) if "cursor=" in link]
        page = browser.get(more[0]) if more else None
    assert all(any(f'"/accounts/{uid}"' in text for text in seen) for uid in (won, f"{won}-b"))
    assert won not in browser.get("/lifecycles?state=lost").text
    assert "/lifecycles?kind=account&state=lost" in links(browser.get("/lifecycles"))


def test_the_form_says_since_when_and_corrects_the_past(cast: Graph, browser: FlaskClient) -> None:
    uid = f"past-{datetime.now(UTC).timestamp()}"
    account(cast, uid, "Past", lifecycle="prospect")
    url = f"/accounts/{uid}"
    send(browser, f"{url}/edit", lifecycle="customer", lifecycle_since="2020-05-01")
    assert "customer since 1 May 2020" in text(browser.get(url))
    assert "prospect since when, nobody knows" in text(browser.get(url))
    sent = edited(
        typed(browser.get(f"{url}/edit"), f"{url}/edit"),
        **{"lifecycle_trail.state": ["lead", "customer"], "lifecycle_trail.since": ["2018", "2019-03"]},
    )
    browser.post(f"{url}/edit", data=sent)
    assert "customer since Mar 2019 lead since 2018" in text(browser.get(url))
    assert "lead since 2018" in text(browser.get(f"{url}?as_of=2019-02-28"))
    assert "customer since" not in text(browser.get(f"{url}?as_of=2019-02-28"))
    wrong = edited(
        typed(browser.get(f"{url}/edit"), f"{url}/edit"),
        **{"lifecycle_trail.state": ["customer", "lead"], "lifecycle_trail.since": ["2021", "2019"]},
    )
    answer = browser.post(f"{url}/edit", data=wrong)
    assert answer.status_code == 422
    assert "is not in the order of its days" in text(answer)
    half = edited(
        typed(browser.get(f"{url}/edit"), f"{url}/edit"),
        **{"lifecycle_trail.state": ["lead", ""], "lifecycle_trail.since": ["2018", "2019-07"]},
    )
    answer = browser.post(f"{url}/edit", data=half)
    assert answer.status_code == 422
    assert 'value="2019-07"' in answer.text
    assert "each is one of lead, prospect" in text(answer)
    assert "lifecycle trail – prospect; customer 2020-05-01" in text(browser.get(f"{url}/history"))


def test_a_list_asks_who_became_a_customer_and_what_was_so_on_a_day(cast: Graph, browser: FlaskClient) -> None:
    stamp = f"{datetime.now(UTC).timestamp()}"
    was = (("a", ["lead 2019", "customer 2020-05"], "customer", date(2020, 5, 1)),
           ("b", ["customer 2018", "lost 2021"], "lost", date(2018, 1, 1)))  # fmt: skip
    for uid, trail, state, since in was:
        contact(cast, f"{uid}-{stamp}", f"{uid} {stamp}", lifecycle=state, lifecycle_trail=trail, customer_since=since)

    def found(query: str) -> set[str]:
        page = browser.get(f"/contacts?q={stamp}&{query}")
        return {uid for uid in "ab" if f"/contacts/{uid}-{stamp}" in page.text}

    assert found("customer_from=2020-05-01") == {"a"}
    assert found("customer_to=2020-04-30") == {"b"}
    assert found("lifecycle=customer") == {"a"}
    assert found("lifecycle=customer&as_of=2020-06-01") == {"a", "b"}
    assert found("lifecycle=lead&as_of=2019-06-01") == {"a"}
    assert found("customer_from=2018-01-01&as_of=2019-06-01") == {"b"}
    assert "Became a customer since 1 May 2020" in text(browser.get("/contacts?customer_from=2020-05-01"))
