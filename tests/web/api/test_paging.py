"""Pages of one item, put together, are the one large page; a cursor serves the question it came from."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from worlds.build import rating

from graphcrm.graph import Graph

LISTS = [
    ("/accounts?", 5),
    ("/contacts?", 10),
    ("/contacts?q=a", 3),
    ("/contacts?q=a&sort=-name", 3),
    ("/contacts?q=a&lifecycle=loyal&sort=created_at", 0),
    ("/contacts?sort=-created_at", 10),
    ("/contacts?account=acme&as_of=2024-06-01", 3),
    ("/accounts?sort=-employee_count", 5),
    ("/leads?", 1),
    ("/users?", 7),
    ("/users?sort=-email&team=North", 4),
    ("/search?q=a", 3),
    ("/search?q=acme", 2),
    ("/contacts/tomas/jobs?as_of=2024-06-01", 2),
    ("/contacts/priya/jobs?", 2),
    ("/contacts/maya/known-by?as_of=2024-06-01", 1),
    ("/contacts/zhang/known-by?as_of=2024-06-01", 4),
    ("/accounts/acme/people?status=all&as_of=2024-06-01", 5),
    ("/contacts/maya/colleagues?as_of=2024-06-01", 2),
    ("/contacts/maya/interactions?as_of=2024-06-01", 12),
    ("/moves?since=2015-01-01&as_of=2024-06-01", 3),
    ("/moves?since=2015-01-01&as_of=2024-06-01&sort=rank", 2),
    ("/moves?since=2015-01-01&as_of=2024-06-01&user=bob", 1),
]


@pytest.fixture(scope="module", autouse=True)
def known(cast: Graph) -> None:
    """Some of us know 张三丰, two of them equally well; two of those who moved are known too."""
    rating(cast, "bob", "tomas", 2, "2024-01-01")
    for uid, value in (("bob", 3), ("charlie", 3), ("dana", 5), ("erin", 1)):
        rating(cast, uid, "zhang", value, "2024-01-01")


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
    assert pages == max(len(whole["items"]), 1)
    assert len(whole["items"]) >= least
    assert whole["next_cursor"] is None


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("/accounts?", "/contacts?"),
        ("/contacts?", "/contacts?q=a"),
        ("/contacts?", "/contacts?sort=-name"),
        ("/contacts?q=a", "/contacts?q=e"),
        ("/contacts?q=a", "/search?q=a"),
        ("/contacts?do_not_contact=false", "/contacts?"),
        ("/users?team=North", "/users?team=South"),
        ("/search?q=a", "/search?q=a&as_of=2024-06-01"),
        ("/contacts/tomas/jobs?", "/contacts/priya/jobs?"),
        ("/contacts/zhang/known-by?", "/contacts/zhang/known-by?as_of=2024-06-01"),
        ("/accounts/acme/people?status=all", "/accounts/acme/people?"),
        ("/accounts/acme/people?status=all", "/accounts/globex/people?status=all"),
        ("/contacts/maya/interactions?", "/contacts/priya/interactions?"),
        ("/contacts/maya/interactions?", "/contacts/maya/interactions?as_of=2024-06-01"),
        ("/contacts/maya/colleagues?", "/contacts/maya/colleagues?account=globex"),
        ("/moves?since=2015-01-01", "/moves?since=2015-01-02"),
        ("/moves?since=2015-01-01", "/moves?since=2015-01-01&ours=true"),
        ("/moves?since=2015-01-01&sort=rank", "/moves?since=2015-01-01"),
        ("/moves?since=2015-01-01&sort=rank", "/moves?since=2015-01-01&sort=rank&user=alice"),
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


def test_ties_that_fade_from_page_to_page_are_each_listed_once(api: FlaskClient) -> None:
    users, cursor = [], ""
    while cursor is not None:
        answer = page(api, f"/contacts/zhang/known-by?limit=1{cursor}")
        users += [item["user"]["uid"] for item in answer["items"]]
        cursor = answer["next_cursor"] and f"&cursor={answer['next_cursor']}"
    assert users == ["dana", "bob", "charlie", "erin"]
