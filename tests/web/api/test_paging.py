"""Pages of one item, put together, are the one large page; a cursor serves the question it came from."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

LISTS = [
    ("/accounts?", 5),
    ("/contacts?", 10),
    ("/contacts?q=a", 3),
    ("/leads?", 1),
    ("/accounts/acme/people?status=all&as_of=2024-06-01", 5),
    ("/contacts/maya/colleagues?as_of=2024-06-01", 2),
    ("/contacts/maya/interactions?as_of=2024-06-01", 12),
    ("/moves?since=2015-01-01&as_of=2024-06-01", 3),
]


def page(api: FlaskClient, url: str) -> dict[str, Any]:
    answer = api.get(f"/api/v1{url}")
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return dict(answer.json)


@pytest.mark.parametrize(("url", "least"), LISTS)
def test_small_pages_are_the_large_one(api: FlaskClient, url: str, least: int) -> None:
    whole, paged, cursor, pages = page(api, url), [], "", 0
    while True:
        answer = page(api, f"{url}&limit=1{cursor}")
        paged += answer["items"]
        pages += 1
        if answer["next_cursor"] is None:
            break
        cursor = f"&cursor={answer['next_cursor']}"
    assert paged == whole["items"]
    assert pages == len(whole["items"]) >= least
    assert whole["next_cursor"] is None


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("/accounts?", "/contacts?"),
        ("/contacts?", "/contacts?q=a"),
        ("/accounts/acme/people?status=all", "/accounts/acme/people?"),
        ("/accounts/acme/people?status=all", "/accounts/globex/people?status=all"),
        ("/contacts/maya/interactions?", "/contacts/priya/interactions?"),
        ("/contacts/maya/interactions?", "/contacts/maya/interactions?as_of=2024-06-01"),
        ("/contacts/maya/colleagues?", "/contacts/maya/colleagues?account=globex"),
        ("/moves?since=2015-01-01", "/moves?since=2015-01-02"),
        ("/accounts/acme/warm-paths?", "/accounts/acme/warm-paths?user=alice"),
        ("/accounts/acme/warm-paths?as_of=2024-06-01", "/accounts/acme/warm-paths?as_of=2024-05-01"),
    ],
)
def test_a_cursor_of_another_question_is_refused(api: FlaskClient, first: str, other: str) -> None:
    cursor = page(api, f"{first}&limit=1")["next_cursor"]
    assert cursor
    answer = api.get(f"/api/v1{other}&limit=1&cursor={cursor}")
    assert answer.json is not None
    assert (answer.status_code, answer.json["field"]) == (422, "cursor")


def test_the_size_of_a_page_may_change_on_the_way(api: FlaskClient) -> None:
    first = page(api, "/contacts?limit=2")
    rest = page(api, f"/contacts?limit=500&cursor={first['next_cursor']}")
    assert first["items"] + rest["items"] == page(api, "/contacts?")["items"]
