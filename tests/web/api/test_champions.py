"""Moves that one was told of, over the API: listed, acknowledged, dismissed, taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from worlds.build import contact, job, opportunity, owned

from graphcrm.graph import Graph
from graphcrm.web.addresses import V1

TODAY = datetime.now(UTC).date()
CHAMPIONS = f"{V1}/moves/champions"


@pytest.fixture
def kim(api: FlaskClient, cast: Graph) -> str:
    """The job that Kim, whose contact is Alice's, has at Acme since yesterday; they decided at Hooli."""
    cast.write("MATCH (n:MoveNews|Notification|Task|Opportunity) DETACH DELETE n")
    cast.write("MATCH (c:Contact {uid: 'kim'}) DETACH DELETE c")
    contact(cast, "kim", "Kim Roe"), owned(cast, "kim", "alice")
    job(cast, "kim", "hooli", start="2019", title="Buyer", uid="kim-1")
    opportunity(cast, "deal", "hooli", "kim", owner="alice")
    cast.write("MATCH (:Opportunity {uid: 'deal'})-[i:INVOLVES]->() SET i.role = 'decision_maker'")
    body = {"to_account": "acme", "title": "Director", "effective_on": str(TODAY - timedelta(days=1))}
    moved = api.post(f"{V1}/contacts/kim/move", json=body)
    assert moved.status_code in {200, 201}, moved.text
    return cast.read("MATCH (n:MoveNews) RETURN n.uid", str)[0]


def uids(api: FlaskClient, state: str = "new") -> list[str]:
    return [one["uid"] for one in api.get(f"{CHAMPIONS}?state={state}").json["items"]]


def test_a_move_that_is_recorded_waits_for_whose_it_is(api: FlaskClient, kim: str) -> None:
    (item,) = api.get(CHAMPIONS).json["items"]
    assert item == {
        "uid": kim, "contact": {"uid": "kim", "name": "Kim Roe", "do_not_contact": False},
        "moved_on": str(TODAY - timedelta(days=1)), "from_account": {"uid": "hooli", "name": "Hooli"},
        "to": {"account": {"uid": "acme", "name": "Acme"}, "title": "Director", "start": str(TODAY - timedelta(days=1))},
        "role": None, "why": ["owner"], "state": "new", "done_at": None, "ours": False,
        "opportunities": [{"uid": "deal", "name": "deal"}],
    }  # fmt: skip


@pytest.mark.parametrize(("deed", "state", "other"), [("acknowledge", "acknowledged", "dismiss"), ("dismiss", "dismissed", "acknowledge")])  # fmt: skip
def test_it_is_put_away_and_taken_back(api: FlaskClient, kim: str, deed: str, state: str, other: str) -> None:
    assert [api.post(f"{V1}/moves/{kim}/{deed}").status_code for _ in range(2)] == [204, 204]
    assert (uids(api), uids(api, state)) == ([], [kim])
    refused = api.post(f"{V1}/moves/{kim}/{other}")
    assert (refused.status_code, refused.json["field"]) == (409, "state")
    assert api.post(f"{V1}/moves/{kim}/reopen").status_code == 204
    assert (uids(api), uids(api, state)) == ([kim], [])


def test_what_is_not_there_or_not_asked_rightly_is_refused(api: FlaskClient, kim: str) -> None:
    assert api.post(f"{V1}/moves/none/dismiss").status_code == 404
    assert api.get(f"{CHAMPIONS}?state=old").status_code == 422
    assert api.get(f"{CHAMPIONS}?cursor=x").status_code == 422
    assert api.get(f"{CHAMPIONS}?limit=1").json["next_cursor"] is None


def test_pages_follow_each_other(api: FlaskClient, cast: Graph, kim: str) -> None:
    cast.write(
        "MATCH (u:User {uid: 'alice'}), (c:Contact {uid: 'kim'})-[w:WORKS_AT]->(b:Account {uid: 'acme'}) "
        "MATCH (a:Account {uid: 'hooli'}) UNWIND range(1, 4) AS n "
        "CREATE (c)-[v:WORKS_AT]->(b) SET v = w {.*, uid: 'w' + n} "
        "CREATE (m:MoveNews {uid: 'w' + n, moved_on: date('2024-01-01')})-[:TELLS {state: 'new', why: ['left']}]->(u), "
        "(m)-[:FOR]->(c), (m)-[:LEFT]->(a), (m)-[:JOINED]->(b)"
    )
    found, cursor = list[str](), ""
    while cursor is not None:
        page = api.get(f"{CHAMPIONS}?limit=2{'&cursor=' + cursor if cursor else ''}").json
        found += [one["uid"] for one in page["items"]]
        cursor = page["next_cursor"]
    assert found == [kim, "w1", "w2", "w3", "w4"]


def test_an_opportunity_says_that_who_decides_has_left(api: FlaskClient, kim: str) -> None:
    (person,) = api.get(f"{V1}/opportunities/deal").json["contacts"]
    assert (person["role"], person["left"]) == ("decision_maker", True)

    def listed(asked: str) -> list[str]:
        return [one["uid"] for one in api.get(f"{V1}/opportunities?{asked}").json["items"]]

    assert (listed("decider_left=true"), listed("decider_left=false")) == (["deal"], [])
    assert listed("decider_left=true&account=hooli&owner=alice") == ["deal"]
    api.delete(f"{V1}/contacts/kim/move")
    changes = api.get(f"{V1}/contacts/kim/history").json["items"]
    assert api.post(f"{V1}/changes/{changes[0]['change']}/undo").status_code in {200, 204}
    assert (listed("decider_left=true"), listed("decider_left=false"), uids(api)) == ([], ["deal"], [])
