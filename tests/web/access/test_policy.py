"""What the roles may do, changed by an administrator: over the API and by the form, from the next request on."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from graphcrm.access import SHIPPED
from tests.web.access.conftest import As
from tests.web.forms import send, text

V1 = "/api/v1"


def role(client: FlaskClient, name: str) -> dict[str, Any]:
    return next(one for one in client.get(f"{V1}/roles").json["items"] if one["name"] == name)


def change(client: FlaskClient, name: str, **more: Any) -> Any:
    told = {part: value for part, value in role(client, name).items() if part not in {"name", "shipped"}}
    return client.put(f"{V1}/roles/{name}", json=told | more)


def test_every_role_is_as_shipped_at_first(api_as: As) -> None:
    items = api_as("erin").get(f"{V1}/roles").json["items"]
    assert [(one["name"], one["shipped"]) for one in items] == [(name, True) for name in SHIPPED]
    assert items[2]["rows"]["contact"] == {"read": "team", "edit": "own", "delete": "own", "assign": "own"}


def test_a_change_holds_from_the_next_request_on_and_is_undone(api_as: As) -> None:
    erin, frank = api_as("erin"), api_as("frank")
    assert erin.patch(f"{V1}/contacts/maya", json={"hobbies": ["golf"]}).status_code == 403
    rows = role(frank, "analyst")["rows"] | {"contact": {"read": "all", "edit": "all"}}
    done = change(frank, "analyst", rows=rows)
    assert (done.status_code, done.json["shipped"]) == (200, False)
    assert erin.patch(f"{V1}/contacts/maya", json={"hobbies": ["golf"]}).status_code == 200
    (revision,) = frank.get(f"{V1}/changes/{done.headers['Change-Id']}").json["items"]
    assert (revision["kind"], revision["of"]) == ("role", "analyst")
    assert (revision["before"], revision["after"]) == ({"contact.edit": "none"}, {"contact.edit": "all"})
    assert erin.post(f"{V1}/changes/{done.headers['Change-Id']}/undo").status_code == 403
    assert frank.post(f"{V1}/changes/{done.headers['Change-Id']}/undo").status_code == 204
    assert role(frank, "analyst")["shipped"]
    assert erin.patch(f"{V1}/contacts/maya", json={"hobbies": []}).status_code == 403


@pytest.mark.parametrize(
    ("name", "more", "field"),
    [
        ("boss", {}, "role"), ("admin", {"modules": []}, "modules"), ("rep", {"hidden": ["contact.name"]}, "hidden"),
        ("rep", {"hidden": ["contact.nonsense"]}, "hidden"), ("rep", {"hidden": ["nothing"]}, "hidden"),
        *(("rep", {"hidden": [name]}, "hidden") for name in (
            "order.start", "order.end", "contract.end", "service_request.satisfaction", "service_request.satisfaction_comment",
        )),
        ("rep", {"hidden": ["contact.do_not_contact"]}, "hidden"),
        ("rep", {"modules": ["everything"]}, "modules.0"), ("rep", {"rows": {"contact": {"read": "some"}}}, "rows.contact.read"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(api_as: As, name: str, more: dict[str, Any], field: str) -> None:
    frank = api_as("frank")
    body = {"rows": {}, "modules": ["policy"]} | more
    answer = frank.put(f"{V1}/roles/{name}", json=body)
    assert (answer.status_code, answer.json["field"]) == (422, field), answer.text
    assert all(one["shipped"] for one in frank.get(f"{V1}/roles").json["items"])


def test_only_who_may_changes_a_role(api_as: As, browser_as: As) -> None:
    assert change(api_as("dana"), "rep", modules=["policy"]).status_code == 403
    assert browser_as("dana").get("/access/roles/rep").status_code == 403
    assert "team's" in text(browser_as("dana").get("/access"))


def test_a_role_is_changed_by_its_form(browser_as: As, api_as: As) -> None:
    frank = browser_as("frank")
    answer = send(frank, "/access/roles/viewer", contact__edit="own", log="true", hidden="contact.birthday")
    assert answer.status_code == 303
    assert "The role viewer is changed. Undo" in text(frank.get("/access"))
    told = role(api_as("frank"), "viewer")
    assert (told["rows"]["contact"]["edit"], told["hidden"]) == ("own", ["contact.birthday"])
    assert "log" in told["modules"]
    refused = send(frank, "/access/roles/viewer", hidden="nonsense")
    assert refused.status_code == 422
    assert "nonsense" in refused.text
    assert frank.get("/access/roles/boss").status_code == 404


def test_a_team_is_put_below_another_by_its_form(browser_as: As) -> None:
    frank = browser_as("frank")
    assert send(frank, "/access", "/access/teams/South", parent="North").status_code == 303
    assert "part of North" in text(frank.get("/access"))
    send(frank, "/access", "/access/teams/North", parent="South")
    assert "stands below it" in text(frank.get("/access"))


def test_hidden_fields_are_nowhere(api_as: As, browser_as: As) -> None:
    alice, frank = api_as("alice"), api_as("frank")
    frank.patch(f"{V1}/contacts/maya", json={"birthday": "1980-02-03", "hobbies": ["golf"], "custom": {"x_margin": 7}})
    frank.patch(f"{V1}/accounts/acme", json={"lifecycle": "customer"})
    hidden = ["contact.birthday", "contact.x_margin", "contact.handles", "account.lifecycle"]
    assert change(frank, "rep", hidden=hidden).status_code == 200
    maya = alice.get(f"{V1}/contacts/maya").json
    assert (maya["birthday"], maya["custom"], maya["handles"], maya["hobbies"]) == (None, {}, [], ["golf"])
    told = alice.get(f"{V1}/contacts/maya/history").text + browser_as("alice").get("/contacts/maya/history").text
    assert "1980" not in told + browser_as("alice").get("/contacts/maya").text
    assert "hobbies" in told
    assert "birthday" not in browser_as("alice").get("/contacts/maya/edit").text
    for url in ("/accounts?lifecycle=customer",):
        assert (alice.get(V1 + url).status_code, alice.get(V1 + url).json["field"]) == (403, "lifecycle")
    assert next(one for one in alice.get(f"{V1}/accounts").json["items"] if one["uid"] == "acme")["lifecycle"] is None
    assert alice.get(f"{V1}/search?q=maya@people.example").json["items"] == []
    assert alice.patch(f"{V1}/contacts/maya", json={"birthday": "1990-01-01"}).status_code == 403
    assert alice.patch(f"{V1}/contacts/maya", json={"hobbies": ["chess"]}).status_code == 200
    stale = alice.patch(f"{V1}/contacts/maya", json={"hobbies": []}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    assert "birthday" not in stale.json["current"]
    assert frank.get(f"{V1}/contacts/maya").json["birthday"] == "1980-02-03"


def test_a_path_through_the_unseen_says_that_there_is_one_or_nothing(api_as: As, browser_as: As) -> None:
    charlie, frank = api_as("charlie"), api_as("frank")
    asked = f"{V1}/accounts/acme/warm-paths?as_of=2024-06-01&min_score=0&max_unit=0"
    everything = frank.get(asked).json
    frank.post(f"{V1}/contacts/maya/assign", json={"user": "alice"})
    told = charlie.get(asked).json
    assert [item["score"] for item in told["items"]] == [item["score"] for item in everything["items"]]
    through = [
        any("maya" in (hop["from"]["uid"], hop["to"]["uid"]) for hop in one["hops"]) for one in everything["items"]
    ]
    assert [item["masked"] for item in told["items"]] == through
    for item in (one for one in told["items"] if one["masked"]):
        assert (item["hops"], item["target_contact"], item["weakest_hop"]) == ([], None, None)
    assert "maya" not in charlie.get(asked).text.lower()
    page = browser_as("charlie").get("/accounts/acme/warm-paths?as_of=2024-06-01&min_score=0&max_unit=0")
    assert "A colleague of yours" in text(page)
    assert "maya" not in page.text.lower()
    first = charlie.get(f"{asked}&limit=1").json
    assert "maya" not in str(first["next_cursor"])
    rest = charlie.get(f"{asked}&cursor={first['next_cursor']}").json["items"]
    assert first["items"] + rest == told["items"]
    assert change(frank, "rep", masked=False).status_code == 200
    left = charlie.get(asked).json["items"]
    assert [one["score"] for one in left] == [
        one["score"] for one, hidden in zip(everything["items"], through, strict=True) if not hidden
    ]
    assert all(through) is False
    assert any(through)
