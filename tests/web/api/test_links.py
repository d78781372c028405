"""Links and acquisitions, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from worlds.build import interaction

from graphcrm.graph import Graph

V1 = "/api/v1"


def made(api: FlaskClient, kind: str, *names: str) -> list[str]:
    return [str(api.post(f"{V1}/{kind}", json={"name": name}).json["uid"]) for name in names]


def linked(api: FlaskClient, many: str, one: str, to: str, kind: str, **fields: Any) -> dict[str, Any]:
    answer = api.post(f"{V1}/{many}/{one}/links", json={"to": to, "kind": kind, **fields})
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"] == f"{V1}/links/{answer.json['uid']}"
    return dict(answer.json)


@pytest.fixture
def firms(api: FlaskClient) -> list[str]:
    return made(api, "accounts", "Ash", "Birch", "Cedar")


@pytest.fixture
def people(api: FlaskClient) -> list[str]:
    return made(api, "contacts", "Ada", "Bea", "Cleo")


def test_a_link_is_added_shown_at_both_ends_corrected_ended_and_removed(api: FlaskClient, firms: list[str]) -> None:
    ash, birch, _ = firms
    link = linked(api, "accounts", ash, birch, "subsidiary_of", start="2019", why="their report")
    assert (link["from"], link["to"]) == ({"uid": ash, "name": "Ash"}, {"uid": birch, "name": "Birch"})
    assert (link["start"], link["end_status"], link["current"], link["rev"], link["recorded_by"]) == (
        "2019", "ongoing", True, 1, "alice",
    )  # fmt: skip
    url = f"{V1}/links/{link['uid']}"
    assert api.get(url).json == link
    assert api.get(url).headers["ETag"] == '"1"'
    for end in (ash, birch):
        assert api.get(f"{V1}/accounts/{end}/links").json["items"] == [link]
        assert api.get(f"{V1}/accounts/{end}/links?as_of=2018-12-31").json["items"] == []
        assert api.get(f"{V1}/accounts/{end}/history").json["items"][0]["after"]["link"] == "subsidiary_of"
    ended = api.patch(url, json={"end": "2021-06-30"}, headers={"If-Match": '"1"'}).json
    assert (ended["end"], ended["end_status"], ended["current"], ended["rev"]) == ("2021-06-30", "ended", False, 2)
    stale = api.patch(url, json={"start": "2018"}, headers={"If-Match": '"1"'})
    assert (stale.status_code, stale.json["code"], stale.json["current"]["end"]) == (412, "stale", "2021-06-30")
    assert api.delete(url, headers={"If-Match": '"1"'}).status_code == 412
    assert api.delete(url, headers={"If-Match": '"2"'}).status_code == 204
    for answer in (api.get(url), api.patch(url, json={}), api.delete(url)):
        assert (answer.status_code, answer.json["code"], answer.json["field"]) == (404, "not_found", "link")
    assert api.post(f"{V1}/accounts/{ash}/undo").status_code == 204
    back = api.get(url).json
    assert (back["start"], back["end"], back["rev"]) == ("2019", "2021-06-30", 4)


def test_contacts_report_and_are_related(api: FlaskClient, people: list[str]) -> None:
    ada, bea, cleo = people
    linked(api, "contacts", ada, bea, "reports_to", start="2020")
    link = linked(api, "contacts", cleo, ada, "related_to", start="2010", relation="mentor")
    found = api.get(f"{V1}/contacts/{ada}/links").json
    assert [(i["from"]["name"], i["kind"], i["to"]["name"], i["relation"]) for i in found["items"]] == [
        ("Cleo", "related_to", "Ada", "mentor"), ("Ada", "reports_to", "Bea", None),
    ]  # fmt: skip
    assert api.patch(f"{V1}/links/{link['uid']}", json={"relation": "friend"}).json["relation"] == "friend"
    first = api.get(f"{V1}/contacts/{ada}/links?limit=1").json
    second = api.get(f"{V1}/contacts/{ada}/links?limit=1&cursor={first['next_cursor']}").json
    assert [page["items"][0]["kind"] for page in (first, second)] == ["related_to", "reports_to"]
    assert second["next_cursor"] is None


@pytest.mark.parametrize(
    ("sent", "status", "code", "field"),
    [
        ({"to": "nowhere"}, 404, "not_found", "account"),
        ({"to": "self"}, 422, "invalid", "to"),
        ({"kind": "reports_to"}, 422, "invalid", "kind"),
        ({"start": "2019-13"}, 422, "invalid_date", "start"),
        ({"start": "2020", "end": "2019"}, 422, "invalid_date", "end"),
        ({"end": "2022", "end_status": "ongoing"}, 422, "invalid_date", "end_status"),
        ({"relation": "friend"}, 422, "invalid", "relation"),
        ({"to": None}, 422, "invalid", "to"),
        ({"start": "2015", "end": "2020-01-02"}, 409, "conflict", "start"),
    ],
)
def test_a_link_that_cannot_be_leaves_nothing_behind(
    api: FlaskClient, firms: list[str], sent: dict[str, Any], status: int, code: str, field: str
) -> None:
    ash, birch, _ = firms
    linked(api, "accounts", ash, birch, "partner_of", start="2020-01-01")
    before = api.get(f"{V1}/accounts/{ash}/links").json, api.get(f"{V1}/accounts/{ash}/history").json
    sent = {"to": birch, "kind": "partner_of", **sent}
    if sent["to"] == "self":
        sent["to"] = ash
    answer = api.post(f"{V1}/accounts/{ash}/links", json=sent)
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (status, code, field), answer.text
    assert (api.get(f"{V1}/accounts/{ash}/links").json, api.get(f"{V1}/accounts/{ash}/history").json) == before


def test_partners_are_partners_whichever_way_it_is_told(api: FlaskClient, firms: list[str]) -> None:
    ash, birch, _ = firms
    link = linked(api, "accounts", ash, birch, "partner_of", start="2020", end="2022-01-01")
    sent = {"to": ash, "kind": "partner_of", "start": "2021-01-01"}
    answer = api.post(f"{V1}/accounts/{birch}/links", json=sent)
    assert (answer.status_code, answer.json["field"], answer.json["other"]["uid"]) == (409, "start", link["uid"])
    linked(api, "accounts", birch, ash, "partner_of", start="2022-01-01")
    linked(api, "accounts", birch, ash, "subsidiary_of", start="2021-01-01")


@pytest.mark.parametrize("kind", ["subsidiary_of", "succeeded_by", "reports_to"])
def test_a_ring_is_refused_if_all_of_it_holds_on_one_day(
    api: FlaskClient, firms: list[str], people: list[str], kind: str
) -> None:
    many, (a, b, c) = ("contacts", people) if kind == "reports_to" else ("accounts", firms)
    linked(api, many, a, b, kind, start="2010", end="2015-01-01")
    last = linked(api, many, b, c, kind, start="2012")
    answer = api.post(f"{V1}/{many}/{c}/links", json={"to": a, "kind": kind, "start": "2014"})
    assert (answer.status_code, answer.json["code"], answer.json["field"]) == (409, "conflict", "to"), answer.text
    assert answer.json["other"]["uid"] == last["uid"]
    link = linked(api, many, c, a, kind, start="2015-01-01")
    answer = api.patch(f"{V1}/links/{link['uid']}", json={"start": "2014-12-31"})
    assert (answer.status_code, answer.json["field"]) == (409, "to")
    assert api.get(f"{V1}/links/{link['uid']}").json == link


@pytest.fixture
def acquired(api: FlaskClient, firms: list[str], people: list[str]) -> dict[str, Any]:
    """Ada at Ash since 2010 and Bea at Birch since 2012; Birch takes over Ash on 1 March 2016."""
    (ash, birch, _), (ada, bea, _) = firms, people
    jobs = {"ada": (ada, ash, "2010-01-01"), "bea": (bea, birch, "2012-01-01")}
    found = {
        name: api.post(f"{V1}/contacts/{who}/jobs", json={"account": at, "start": since, "title": "CTO"}).json["uid"]
        for name, (who, at, since) in jobs.items()
    }
    link = linked(api, "accounts", ash, birch, "succeeded_by", start="2016-03-01")
    return {"ash": ash, "birch": birch, "ada": ada, "bea": bea, "link": link["uid"], "job": found["ada"]}


def shared(api: FlaskClient, contact: str, query: str = "") -> list[tuple[Any, ...]]:
    items = api.get(f"{V1}/contacts/{contact}/colleagues{query}").json["items"]
    return [(i["contact"]["name"], s["account"]["name"], s["from"]) for i in items for s in i["shared"]]


def staff(api: FlaskClient, account: str, query: str = "") -> list[tuple[Any, ...]]:
    items = api.get(f"{V1}/accounts/{account}/people{query}").json["items"]
    return sorted(
        (i["contact"]["name"], job["start"], job["predecessor"] and job["predecessor"]["name"])
        for i in items
        for job in i["jobs"]
    )


def test_an_acquisition_makes_colleagues_from_its_date_and_not_before(
    api: FlaskClient, acquired: dict[str, Any]
) -> None:
    for who, other in (("ada", "Bea"), ("bea", "Ada")):
        assert shared(api, acquired[who]) == [(other, "Birch", "2016-03-01")]
        assert shared(api, acquired[who], "?as_of=2016-03-01") == []
        assert shared(api, acquired[who], "?as_of=2016-04-15") == [(other, "Birch", "2016-03-01")]
    assert staff(api, acquired["birch"]) == [("Ada", "2016-03-01", "Ash"), ("Bea", "2012-01-01", None)]
    assert staff(api, acquired["birch"], "?as_of=2016-02-29") == [("Bea", "2012-01-01", None)]
    assert staff(api, acquired["ash"]) == [("Ada", "2010-01-01", None)]


def test_what_is_carried_over_is_no_job_that_somebody_entered(api: FlaskClient, acquired: dict[str, Any]) -> None:
    jobs = api.get(f"{V1}/contacts/{acquired['ada']}/jobs").json["items"]
    assert [(job["uid"], job["account"]["name"]) for job in jobs] == [(acquired["job"], "Ash")]
    (carried,) = [
        job["uid"]
        for item in api.get(f"{V1}/accounts/{acquired['birch']}/people").json["items"]
        for job in item["jobs"]
        if job["predecessor"]
    ]
    for answer in (
        api.get(f"{V1}/jobs/{carried}"),
        api.patch(f"{V1}/jobs/{carried}", json={"title": "x"}),
        api.delete(f"{V1}/jobs/{carried}"),
    ):
        assert (answer.status_code, answer.json["field"]) == (404, "job")
    assert api.get(f"{V1}/moves?since=2016-01-01&account={acquired['birch']}").json["items"] == []
    there = api.get(f"{V1}/contacts?account={acquired['birch']}").json["items"]
    assert [(item["name"], item["detail"]) for item in there] == [("Ada", "Ash"), ("Bea", "Birch")]
    sent = {"account": acquired["birch"], "start": "2017-01-01", "title": "CTO"}
    assert api.post(f"{V1}/contacts/{acquired['ada']}/jobs", json=sent).status_code == 201
    assert shared(api, acquired["ada"]) == [("Bea", "Birch", "2016-03-01")]  # once


def test_paths_lead_to_who_was_acquired_and_through_their_former_colleagues(
    cast: Graph, api: FlaskClient, acquired: dict[str, Any]
) -> None:
    (dan,) = made(api, "contacts", "Dan")
    sent = {"account": acquired["ash"], "start": "2010-01-01", "end": "2015-01-01"}
    assert api.post(f"{V1}/contacts/{dan}/jobs", json=sent).status_code == 201
    for person in (acquired["ada"], dan):
        interaction(cast, "bob", person, "2016-01-10T10:00:00Z")
    paths = f"{V1}/accounts/{acquired['birch']}/warm-paths?user=bob"
    assert api.get(f"{paths}&as_of=2016-02-29").json["items"] == []
    found = api.get(f"{paths}&as_of=2016-04-01").json["items"]
    assert [(i["kind"], [hop["to"]["name"] for hop in i["hops"]], i["target_contact"]["title"]) for i in found] == [
        ("direct", ["Ada"], "CTO"), ("former_colleague", ["Dan", "Ada"], "CTO"),
    ]  # fmt: skip
    assert found[0]["hops"][0]["evidence"]["moved_from"] == {"uid": acquired["ash"], "name": "Ash"}


def test_what_is_carried_over_follows_every_change_and_its_undo(api: FlaskClient, acquired: dict[str, Any]) -> None:
    url, bea = f"{V1}/links/{acquired['link']}", acquired["bea"]
    together = [("Ada", "Birch", "2016-03-01")]

    def undone(answer: Any) -> None:
        assert answer.status_code < 300, answer.text
        assert shared(api, bea) != together
        assert api.post(f"{V1}/changes/{answer.headers['Change-Id']}/undo").status_code == 204
        assert shared(api, bea) == together

    undone(api.patch(url, json={"start": "2018-01-01"}))
    undone(api.delete(url))
    undone(api.patch(f"{V1}/jobs/{acquired['job']}", json={"end": "2016-03-01"}))
    undone(api.delete(f"{V1}/jobs/{acquired['job']}"))
    for record in (f"contacts/{acquired['ada']}", f"accounts/{acquired['ash']}", f"accounts/{acquired['birch']}"):
        undone(api.delete(f"{V1}/{record}"))


def test_a_chain_of_acquisitions_carries_to_its_end_and_breaks_with_its_middle(
    api: FlaskClient, acquired: dict[str, Any], firms: list[str]
) -> None:
    cedar, birch = firms[2], acquired["birch"]
    link = linked(api, "accounts", birch, cedar, "succeeded_by", start="2020-01-01")
    both = [("Ada", "2020-01-01", "Ash"), ("Bea", "2020-01-01", "Birch")]
    assert staff(api, cedar) == both
    api.delete(f"{V1}/accounts/{birch}")
    assert staff(api, cedar) == []
    api.post(f"{V1}/accounts/{birch}/restore")
    assert staff(api, cedar) == both
    api.delete(f"{V1}/links/{acquired['link']}")
    assert staff(api, cedar) == both[1:]
    api.delete(f"{V1}/links/{link['uid']}")
    assert staff(api, cedar) == []
    assert staff(api, birch) == [("Bea", "2012-01-01", None)]
