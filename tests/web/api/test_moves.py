"""The moves feed over the cast's world, as of 1 June 2024, when four had moved since 2015, and Kim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, interaction, job

from graphcrm import warmth
from graphcrm.graph import Graph

ALL = "moves?since=2015-01-01&as_of=2024-06-01"


def asked(api: FlaskClient, path: str) -> dict[str, Any]:
    answer = api.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json or {})


def movers(api: FlaskClient, path: str) -> list[str]:
    return [item["contact"]["uid"] for item in asked(api, path)["items"]]


@pytest.fixture(scope="module", autouse=True)
def kim(cast: Graph) -> None:
    """Kim, whom Alice meets often, has gone from Hooli, which Dana owns, to Acme as a decision maker."""
    contact(cast, "kim", "Kim Roe")
    job(cast, "kim", "hooli", start="2019", end="2022-01-31", title="Buyer", role="buyer")
    job(cast, "kim", "acme", start="2022-02-01", title="Director", role="influencer", uid="kim-2")
    for month in range(1, 6):
        interaction(cast, "alice", "kim", f"2024-0{month}-10")
    cast.write(
        "MATCH (a:Account {uid: 'hooli'}), (u:User {uid: 'dana'}) SET a.lifecycle = 'customer' "
        "CREATE (a)-[:ASSIGNED_TO {uid: 'o1', start: date('2020-01-01')}]->(u)"
    )


def test_the_latest_come_first_and_whom_nobody_knows_too(api: FlaskClient) -> None:
    assert movers(api, ALL) == ["priya", "tomas", "kim", "ulla", "jonas"]


def test_a_page_by_day_is_never_partial(api: FlaskClient) -> None:
    found = asked(api, f"{ALL}&limit=1")
    assert (len(found["items"]), found["next_cursor"] is None, found["partial"]) == (1, False, None)


def test_a_move_tells_from_where_to_where(api: FlaskClient) -> None:
    found = asked(api, "moves?since=2023-01-01&as_of=2024-06-01")
    (priya,) = found["items"]
    assert priya["contact"] == {"uid": "priya", "name": "Priya Raman", "do_not_contact": False}
    assert priya["from"] == {
        "account": {"uid": "initech", "name": "Initech"}, "title": "Analyst", "role": None, "end": "2023-01-31",
        "ours": {"lifecycle": None, "owner": None, "met": True},
    }  # fmt: skip
    assert priya["to"]["account"]["uid"] == "acme"
    assert (priya["moved_on"], priya["to"]["start"], found["as_of"]) == ("2023-02-01", "2023-02-01", "2024-06-01")


def test_moves_of_one_account_are_those_to_and_from_it(api: FlaskClient) -> None:
    assert movers(api, f"{ALL}&account=globex") == ["tomas", "ulla"]
    assert movers(api, f"{ALL}&from_account=globex") == ["tomas"]
    assert movers(api, f"{ALL}&to_account=globex") == ["ulla"]


def test_moves_without_a_day_are_those_of_the_last_90(api: FlaskClient) -> None:
    assert movers(api, "moves?as_of=2023-05-01") == ["priya"]
    assert movers(api, "moves?as_of=2023-05-03") == []


def test_by_rank_the_most_promising_come_first_of_those_whom_somebody_knows(api: FlaskClient) -> None:
    found = asked(api, f"{ALL}&sort=rank")
    assert [item["contact"]["uid"] for item in found["items"]] == ["kim", "priya"]
    for item in found["items"]:
        assert item["rank"] == item["tie"]["strength"] * item["relevance"]
        assert item["relevance"] == warmth.relevance(item["role"])
    assert [item["role"] for item in found["items"]] == ["influencer", "buyer"]
    assert (found["partial"], found["model_version"]) == (None, warmth.MODEL_VERSION)


def test_a_user_is_told_of_people_that_this_user_knows(api: FlaskClient) -> None:
    assert movers(api, f"{ALL}&user=Bob") == movers(api, f"{ALL}&user=bob@us.example&sort=rank") == ["priya"]
    assert movers(api, f"{ALL}&user=charlie") == []


def test_a_tie_comes_with_its_evidence(api: FlaskClient) -> None:
    (kim,) = asked(api, f"{ALL}&user=alice")["items"]
    assert kim["tie"]["user"] == {"uid": "alice", "name": "Alice"}
    assert kim["tie"]["evidence"]["channels"] == {"meeting": 5}
    assert kim["tie"]["evidence"]["last_at"] == "2024-05-10T00:00:00Z"
    assert asked(api, ALL)["items"][1]["tie"] is None


def test_an_account_of_ours_says_why_it_is_one(api: FlaskClient) -> None:
    items = {item["contact"]["uid"]: item for item in asked(api, ALL)["items"]}
    assert items["kim"]["from"]["ours"] == {
        "lifecycle": "customer", "owner": {"uid": "dana", "name": "Dana"}, "met": False,
    }  # fmt: skip
    assert items["priya"]["from"]["ours"] == {"lifecycle": None, "owner": None, "met": True}
    assert items["tomas"]["from"]["ours"] is None
    assert items["ulla"]["from"]["ours"] == {"lifecycle": None, "owner": None, "met": True}


def test_what_we_know_at_the_new_account_leaves_out_who_moved(api: FlaskClient) -> None:
    items = {item["contact"]["uid"]: item for item in asked(api, ALL)["items"]}
    there = {uid: [one["contact"]["uid"] for one in items[uid]["to"]["known"]["best"]] for uid in items}
    assert there == {
        "priya": ["kim", "lena"],
        "tomas": ["kim", "lena", "priya"],
        "kim": ["lena", "priya"],
        "ulla": [],
        "jonas": [],
    }
    assert [items[uid]["to"]["known"]["people"] for uid in items] == [2, 3, 2, 0, 0]
    assert [items[uid]["to"]["current"] for uid in items] == [True, True, True, True, False]
    lena = items["kim"]["to"]["known"]["best"][0]
    assert (lena["title"], lena["user"]) == ("Advisor", {"uid": "dana", "name": "Dana"})
    assert lena["strength"] == pytest.approx(0.65 * 0.5 ** (152 / 730))


def test_as_of_an_earlier_day_nothing_later_is_seen(api: FlaskClient) -> None:
    assert movers(api, "moves?since=2015-01-01&as_of=2022-06-01") == ["tomas", "kim", "ulla", "jonas"]
    assert movers(api, "moves?since=2015-01-01&as_of=2022-06-01&sort=rank") == []
    kim = asked(api, "moves?since=2015-01-01&as_of=2022-06-01&to_account=acme")["items"][1]
    assert (kim["tie"], kim["rank"], kim["to"]["known"]["people"]) == (None, 0, 0)


@pytest.fixture
def stranger_account(cast: Graph) -> Iterator[None]:
    """张三丰 turns up at a place nobody has to do with, from another such place."""
    account(cast, "far", "Far")
    account(cast, "away", "Away")
    job(cast, "zhang", "far", start="2010", end="2018")
    job(cast, "zhang", "away", start="2018-05-01")
    yield
    cast.write("MATCH (a:Account) WHERE a.uid IN ['far', 'away'] DETACH DELETE a")


def test_moves_that_left_an_account_of_ours_can_be_had_alone(api: FlaskClient, stranger_account: None) -> None:
    whole = asked(api, ALL)["items"]
    ours = asked(api, f"{ALL}&ours=true")["items"]
    assert [item["contact"]["uid"] for item in whole if item["from"]["ours"] is None] == ["tomas", "zhang"]
    assert ours == [item for item in whole if item["from"]["ours"]]
    assert asked(api, f"{ALL}&ours=false")["items"] == whole


@pytest.mark.parametrize(
    ("url", "left"),
    [
        ("contacts/kim", ["priya"]),
        ("contacts/lena", ["kim", "priya"]),
        ("accounts/hooli", ["priya"]),
        ("accounts/acme", []),
        ("users/bob", ["kim"]),
    ],
)
def test_what_is_in_the_trash_is_no_move_nor_known_until_it_is_back(
    api: FlaskClient, url: str, left: list[str]
) -> None:
    whole = asked(api, f"{ALL}&sort=rank")["items"]
    assert api.delete(f"/api/v1/{url}").status_code == 204
    then = asked(api, f"{ALL}&sort=rank")["items"]
    assert api.post(f"/api/v1/{url}/restore").status_code == 200
    assert [item["contact"]["uid"] for item in then] == left
    assert url.rsplit("/", 1)[1] not in str(then)
    assert asked(api, f"{ALL}&sort=rank")["items"] == whole
