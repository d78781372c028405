"""The network, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, job

from graphcrm.graph import Graph
from graphcrm.queries.explore import ways

V1 = "/api/v1/network"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a search for ways take its time, however busy the machine is."""
    monkeypatch.setattr(ways, "_BUDGET_S", 600.0)


def got(client: FlaskClient, address: str, **asked: str) -> dict[str, Any]:
    answer = client.get(f"{V1}/{address}", query_string=asked)
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def test_records_come_with_the_edges_among_them(api: FlaskClient) -> None:
    found = got(api, "records", ids="contact:tomas,account:acme,contact:nobody", as_of="2024-06-01")
    assert found["missing"] == ["contact:nobody"]
    assert found["as_of"] == "2024-06-01"
    assert found["nodes"][0] == {
        "id": "contact:tomas", "uid": "tomas", "type": "contact", "name": "Tomás Reyes", "kind": None, "title": "CTO · Acme",
        "do_not_contact": False, "left": False,
        "degrees": {"job": 2, "tie": 0, "owner": 0, "link": 0, "own": 0, "colleague": None},
    }  # fmt: skip
    assert found["edges"] == [{
        "id": "tomas-2", "kind": "job", "from": "contact:tomas", "to": "account:acme", "label": "CTO", "inferred": False,
        "certain": True, "current": True, "start_min": "2022-06-01", "start_max": "2022-06-01", "end_min": None, "end_max": None,
        "first_at": None, "last_at": None, "count": None, "strength": None,
    }]  # fmt: skip
    assert got(api, "records")["nodes"] == []


def test_between_asks_the_same_in_a_body(api: FlaskClient) -> None:
    ids = ["contact:maya", "user:alice", "contact:none"]
    answer = api.post(f"{V1}/between", json={"ids": ids, "as_of": "2024-06-01"})
    assert answer.status_code == 200
    assert answer.json == got(api, "records", ids=",".join(ids), as_of="2024-06-01")
    (tie,) = answer.json["edges"]
    assert (tie["id"], tie["count"], tie["start_min"]) == ("tie:alice:contact:maya", 12, None)
    assert api.post(f"{V1}/between", json={"ids": [f"contact:{n}" for n in range(3_000)]}).status_code == 200
    refused = api.post(f"{V1}/between", json={"ids": [f"contact:{n}" for n in range(3_001)]})
    assert (refused.status_code, refused.json["field"]) == (422, "ids")


def test_a_browser_that_asks_between_sends_the_word_of_its_session(browser: FlaskClient) -> None:
    assert browser.post(f"{V1}/between", json={"ids": []}).status_code == 403
    page = browser.get("/network").text
    word = page.split('data-csrf="')[1].split('"')[0]
    answer = browser.post(f"{V1}/between", json={"ids": []}, headers={"X-CSRF-Token": word})
    assert answer.status_code == 200


def test_what_is_around_is_counted_and_then_shown_page_by_page(api: FlaskClient) -> None:
    around = got(api, "around", id="account:acme", as_of="2024-06-01")
    assert around["counts"] == [{"kind": "job", "direction": "in", "label": None, "count": 5, "exact": True}]
    found, cursor, asked = [], None, {"id": "account:acme", "kind": "job", "limit": "2", "as_of": "2024-06-01"}
    while True:
        page = got(api, "expand", **asked, **({"cursor": cursor} if cursor else {}))
        found += [node["uid"] for node in page["nodes"]]
        assert (page["total"], len(page["nodes"])) == (5, len(page["edges"]))
        if not (cursor := page["next_cursor"]):
            break
    assert len(found) == 5
    assert set(found) == {"priya", "tomas", "lena", "ulla", "gil"}
    other = api.get(
        f"{V1}/expand", query_string={**asked, "kind": "owner", "cursor": got(api, "expand", **asked)["next_cursor"]}
    )
    assert (other.status_code, other.json["field"]) == (422, "cursor")
    assert got(api, "expand", **asked | {"q": "TOM"})["total"] == 1


def test_a_path_names_its_records_and_edges(api: FlaskClient) -> None:
    found = got(api, "path", **{"from": "user:alice", "to": "account:acme"}, as_of="2024-06-01")
    assert (
        found["paths"] == [["user:alice", "contact:maya", "account:globex", "contact:tomas", "account:acme"]]
        or len(found["paths"]) == 2
    )
    assert {node["id"] for node in found["nodes"]} == {one for path in found["paths"] for one in path}
    assert [node["id"] for node in found["nodes"]][:2] == ["user:alice", "account:acme"]
    assert found["partial"] is False
    assert found["not_searched"] == []
    assert got(api, "path", **{"from": "user:alice", "to": "account:acme", "kinds": "tie"})["paths"] == []


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("records?ids=acme", "ids"), ("records?ids=team:x", "ids"), ("around", "id"), ("around?id=contact:", "id"),
        ("expand?id=user:bob", "kind"), ("expand?id=user:bob&kind=love", "kind"), ("expand?id=user:bob&kind=job&limit=201", "limit"),
        ("path?to=user:bob", "from"), ("path?from=user:bob", "to"),
        ("path?from=user:bob&to=user:alice&kinds=colleague", "kinds"), ("records?as_of=2024", "as_of"),
        ("records?ids=" + ",".join(f"contact:{n}" for n in range(501)), "ids"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused_by_name(api: FlaskClient, address: str, field: str) -> None:
    answer = api.get(f"{V1}/{address}")
    assert (answer.status_code, answer.json["field"]) == (422, field), answer.text


@pytest.mark.parametrize(
    "address", ["around?id={}", "expand?id={}&kind=tie", "path?from={}&to=account:acme", "path?from=account:acme&to={}"]
)
def test_what_is_not_there_is_not_found(api: FlaskClient, address: str) -> None:
    answer = api.get(f"{V1}/{address.format('contact:nobody')}")
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")


def test_a_supernode_never_comes_at_once(api: FlaskClient, cast: Graph) -> None:
    account(cast, "giant")
    for number in range(60):
        job(cast, contact(cast, f"G{number}"), "giant", start="2020")
    page = got(api, "expand", id="account:giant", kind="job")
    assert (len(page["nodes"]), page["total"]) == (50, 60)
    cast.write("MATCH (n) WHERE n.uid = 'giant' OR n.uid STARTS WITH 'G' AND n:Contact DETACH DELETE n")
