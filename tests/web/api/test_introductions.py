from __future__ import annotations

from typing import Any

import pytest
from conftest import empty
from flask.testing import FlaskClient
from worlds.cast import write_cast

from graphcrm.graph import Graph
from tests.web.conftest import let_reps

URL = "/api/v1/introductions"
PATH = {"account": "acme", "people": ["maya", "tomas"]}


@pytest.fixture(scope="module")
def cast(database: Graph) -> Graph:
    empty(database)
    write_cast(database)
    let_reps(database)
    return database


@pytest.fixture(autouse=True)
def _none_yet(cast: Graph) -> None:
    cast.write("MATCH (i:Introduction) DETACH DELETE i")


def made(api: FlaskClient, **more: Any) -> Any:
    answer = api.post(URL, json={**PATH, **more})
    assert answer.status_code == 201, answer.text
    return answer.json


def test_one_is_asked_for_with_letters_that_are_written_for_it(api: FlaskClient) -> None:
    answer = api.post(URL, json=PATH)
    told = answer.json
    assert told is not None
    assert answer.headers["Location"] == f"{URL}/{told['uid']}"
    assert (told["state"], told["language"], told["asker"]["uid"], told["knower"]["uid"]) == (
        "asked",
        "en",
        "alice",
        "alice",
    )
    assert [one["uid"] for one in told["people"]] == ["maya", "tomas"]
    assert "Would you be willing to introduce us?" in told["note"]
    assert told["evidence"]["hops"][0]["interactions"] == 12
    assert "您好" in made(api, language="zh")["note"]
    own = made(api, note="My words")
    assert (own["note"], own["letter"]) == ("My words", None)
    assert made(api, user="bob", people=["priya"])["knower"] == {"uid": "bob", "name": "Bob"}


def test_what_came_of_it_is_said_with_its_revision(api: FlaskClient) -> None:
    uid = made(api)["uid"]
    got = api.get(f"{URL}/{uid}")
    assert got.headers["ETag"] == '"1"'
    changed = api.patch(f"{URL}/{uid}", json={"state": "accepted"}, headers={"If-Match": "1"})
    assert (changed.status_code, changed.json["state"], changed.json["rev"]) == (200, "accepted", 2)
    assert changed.json["accepted_on"]
    stale = api.patch(f"{URL}/{uid}", json={"state": "declined"}, headers={"If-Match": "1"})
    assert stale.status_code == 412
    assert api.delete(f"{URL}/{uid}").status_code == 204
    assert api.get(f"{URL}/{uid}").status_code == 404


def test_they_are_listed_the_latest_first(api: FlaskClient) -> None:
    first, second = made(api)["uid"], made(api)["uid"]
    api.patch(f"{URL}/{first}", json={"state": "declined"})
    page = api.get(f"{URL}?limit=1").json
    assert [one["uid"] for one in page["items"]] == [second]
    rest = api.get(f"{URL}?limit=1&cursor={page['next_cursor']}").json
    assert ([one["uid"] for one in rest["items"]], rest["next_cursor"]) == ([first], None)
    assert [one["uid"] for one in api.get(f"{URL}?state=declined").json["items"]] == [first]
    assert api.get(f"{URL}?user=bob").json["items"] == []
    assert api.get(f"{URL}?state=declined&cursor={page['next_cursor']}").status_code == 422


@pytest.mark.parametrize(
    ("sent", "status", "field"),
    [
        ({"people": []}, 422, "people"), ({"people": ["priya"]}, 404, "path"), ({"account": "none"}, 404, "account"),
        ({"state": "lost"}, 422, "state"), ({"way": "x"}, 422, "way"), ({"asked_on": "2999-01-01"}, 422, "asked_on"),
        ({"language": "de"}, 422, "language"), ({"user": "none"}, 404, "path"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(api: FlaskClient, sent: dict[str, Any], status: int, field: str) -> None:
    answer = api.post(URL, json={**PATH, **sent})
    assert (answer.status_code, answer.json["field"]) == (status, field), answer.text
    assert api.get(URL).json["items"] == []
