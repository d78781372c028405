"""The audit log over the API, as a file and as a page; for admins."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.exporters import audit as exporters
from graphcrm.graph import Graph
from graphcrm.nodes.audit import ACTIONS
from graphcrm.services import audit
from graphcrm.services.audit import Deed
from graphcrm.services.users import create_token
from graphcrm.web.asking.audit import Action
from tests.web.forms import links, post, text

API = "/api/v1/audit"
TODAY = datetime.now(UTC).date()


@pytest.fixture(scope="module")
def frank(cast: Graph) -> str:
    """Frank's token; he is the admin."""
    return create_token(cast, user="frank")


@pytest.fixture
def admin(app: Flask, frank: str) -> FlaskClient:
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {frank}"
    return client


@pytest.fixture
def admins_browser(app: Flask, frank: str) -> FlaskClient:
    client = app.test_client()
    assert post(client, "/sign-in", token=frank).status_code == 303
    return client


@pytest.fixture
def log(cast: Graph, admin: FlaskClient) -> Graph:
    """Five more entries: Alice writes acme, Bob writes acme and maya, Alice exports, and so on."""
    admin.get(API)  # so that the first use of the token is said before them
    for user, action, records in (
        ("alice", "write", ["account acme"]), ("bob", "write", ["account acme", "contact maya"]), ("alice", "export", []),
        (None, "refused", []), ("gone", "write", ["contact maya"]),
    ):  # fmt: skip
        audit.record(
            cast, Deed(action=action, user=user, records=records, what=["x 1"], address="192.0.2.7", request="r")
        )
    return cast


def items(client: FlaskClient, query: str = "") -> list[dict[str, Any]]:
    answer = client.get(API + query)
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return list(answer.json["items"])


def test_an_entry_says_who_what_when_from_where(log: Graph, admin: FlaskClient) -> None:
    gone, refused, export = items(admin, "?limit=3")
    assert gone["seq"] == refused["seq"] + 1 == export["seq"] + 2
    assert (gone["user"], refused["user"]) == ({"uid": "gone", "name": "gone"}, None)
    assert export["user"] == {"uid": "alice", "name": "Alice"}
    assert (export["action"], export["what"], export["address"], export["request"]) == (
        "export",
        ["x 1"],
        "192.0.2.7",
        "r",
    )
    assert gone["records"] == ["contact maya"]
    assert len(gone["hash"]) == 64


@pytest.mark.parametrize(
    ("query", "users"),
    [
        ("?record=acme&limit=2", ["bob", "alice"]),
        ("?record=maya&user=bob&limit=1", ["bob"]),
        ("?action=export&user=alice&limit=1", ["alice"]),
        ("?user=gone&limit=1", ["gone"]),
        (f"?since={TODAY}&until={TODAY}&user=gone&limit=1", ["gone"]),
        (f"?since={TODAY + timedelta(days=1)}", []),
        (f"?until={TODAY - timedelta(days=1)}", []),
        ("?user=nobody", []),
    ],
)
def test_it_is_filtered(log: Graph, admin: FlaskClient, query: str, users: list[str]) -> None:
    assert [item["user"]["uid"] for item in items(admin, query)] == users


def test_pages_hold_every_entry_once_whatever_is_written_between_them(log: Graph, admin: FlaskClient) -> None:
    whole = [item["seq"] for item in items(admin, "?limit=500")]
    seen: list[int] = []
    cursor = ""
    while True:
        answer = admin.get(f"{API}?limit=2{cursor}").json
        assert answer is not None
        seen += [item["seq"] for item in answer["items"]]
        audit.record(log, Deed(action="export"))
        if not answer["next_cursor"]:
            break
        cursor = f"&cursor={answer['next_cursor']}"
    assert seen == whole == sorted(whole, reverse=True)


@pytest.mark.parametrize(
    ("query", "field"),
    [("?action=cook", "action"), ("?since=2031-02-30", "since"), ("?since=2024-02-01&until=2024-01-31", "since"),
     ("?cursor=x", "cursor"), ("?name=x", "name")],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(admin: FlaskClient, query: str, field: str) -> None:
    for address in (API, f"{API}.csv"):
        answer = admin.get(address + query)
        assert answer.json is not None
        assert (answer.status_code, answer.json["field"]) == (422, field)


def test_only_admins_read_it_and_who_tries_is_in_it(app: Flask, log: Graph, admin: FlaskClient) -> None:
    token = create_token(log, user="erin")  # an analyst
    api, browser = app.test_client(), app.test_client()
    api.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    assert post(browser, "/sign-in", token=token).status_code == 303
    for client, address in ((api, API), (api, f"{API}.csv"), (browser, "/audit"), (browser, API)):
        assert client.get(address).status_code == 403
    assert "it takes: audit" in text(browser.get("/audit"))
    told = items(admin, "?action=refused&user=erin")
    assert {"403 GET api_audit.audit", "403 GET api_audit.file", "403 GET audit.audit"} <= {
        one["what"][0] for one in told
    }
    assert "/audit" not in links(browser.get("/"))


def test_the_file_holds_the_same_and_says_that_it_was_taken(
    log: Graph, admin: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporters, "_ROWS", 2)
    answer = admin.get(f"{API}.csv?record=acme")
    assert (answer.mimetype, answer.headers["Content-Disposition"]) == ("text/csv", 'attachment; filename="audit.csv"')
    rows = list(csv.DictReader(answer.text.splitlines()))
    found = items(admin, "?record=acme&limit=500")
    assert [row["seq"] for row in rows] == [str(item["seq"]) for item in found]
    assert (rows[0]["user"], rows[0]["records"]) == ("bob", "account acme; contact maya")
    assert datetime.fromisoformat(rows[0]["at"]) == datetime.fromisoformat(found[0]["at"])
    taken = items(admin, "?action=export&limit=1")[0]
    assert (taken["user"]["uid"], taken["what"]) == ("frank", ["audit"])
    assert len(list(csv.reader(admin.get(f"{API}.csv").text.splitlines()))) == len(items(admin, "?limit=500")) + 1


def test_the_page_shows_and_filters_it(log: Graph, admins_browser: FlaskClient) -> None:
    page = admins_browser.get("/audit?user=&action=write&record=acme&since=&until=")
    assert "write: x 1" in text(page)
    assert "Bob · " in text(page)
    assert "192.0.2.7" in text(page)
    assert "/api/v1/audit.csv?action=write&record=acme" in links(page)
    assert any("record=maya" in link for link in links(page))
    assert "Nothing of that kind was done." in text(admins_browser.get("/audit?user=zoe&action=export"))
    assert "/audit" in links(admins_browser.get("/"))


def test_the_actions_are_those_of_the_schema() -> None:
    assert get_args(Action) == ACTIONS
