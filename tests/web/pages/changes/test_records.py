"""Accounts, contacts and leads, made and changed by forms."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.forms import edited, links, post, send, text, typed, undo

V1 = "/api/v1"


@pytest.fixture
def ada(api: FlaskClient) -> str:
    """Where a contact is who has something in every kind of field."""
    sent = {
        "name": "Ada", "other_names": ["Countess", "A. L."], "birthday": "1815-12-10", "do_not_contact": True,
        "lifecycle": "customer", "description": "first line\nsecond", "email": "ada@people.example",
        "custom": {"x_shoe": 38, "x_vip": True, "x_tags": ["a", "b"]},
    }  # fmt: skip
    return str(api.post(f"{V1}/contacts", json=sent).headers["Location"]).removeprefix(V1)


def found(api: FlaskClient, url: str) -> dict[str, Any]:
    answer = api.get(f"{V1}{url}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def changes(api: FlaskClient, url: str) -> list[dict[str, Any]]:
    return list(api.get(f"{V1}{url}/history").json["items"])


@pytest.mark.parametrize(
    ("kind", "sent", "stored"),
    [
        ("contacts", {"hobbies": "chess; go\r\nwalking", "do_not_contact": "true", "birthday": "2000-01-02"},
         {"hobbies": ["chess", "go", "walking"], "do_not_contact": True, "birthday": "2000-01-02"}),
        ("accounts", {"kind": "supplier", "employee_count": "12", "location": "48.14, 11.58", "placeholder": "true"},
         {"kind": "supplier", "employee_count": 12, "location": {"latitude": 48.14, "longitude": 11.58}, "placeholder": True}),
        ("leads", {"company_name": "Globex", "source_channel": "fair"},
         {"company_name": "Globex", "source_channel": "fair", "status": "new"}),
        ("users", {"email": "Ada.King@us.example", "role": "analyst", "team": "North"},
         {"email": "ada.king@us.example", "role": "analyst", "team": "North", "active": True}),
    ],
)  # fmt: skip
def test_a_new_record_has_what_was_typed(
    api: FlaskClient, browser: FlaskClient, kind: str, sent: dict[str, str], stored: dict[str, Any]
) -> None:
    answer = send(browser, f"/{kind}/new", name="Ada King", why="met her", **sent)
    assert answer.status_code == 303, text(answer)
    url = answer.headers["Location"]
    body = found(api, url)
    assert body["name"] == "Ada King"
    assert {name: body[name] for name in stored} == stored
    assert [(item["action"], item["why"], item["by"]["uid"]) for item in changes(api, url)] == [
        ("create", "met her", "alice")
    ]
    assert "Ada King" in text(browser.get(url))


def test_a_new_contact_is_asked_where_they_work(api: FlaskClient, browser: FlaskClient) -> None:
    assert '(acme)"' in browser.get("/contacts/new?account=acme").text
    answer = send(browser, "/contacts/new", name="Eve New", company="acme", job_title="Buyer")
    url = answer.headers["Location"]
    (job,) = api.get(f"{V1}{url}/jobs").json["items"]
    assert (job["account"]["uid"], job["title"], job["primary"], job["kind"]) == ("acme", "Buyer", True, "employee")
    assert {item["kind"] for item in changes(api, url)} == {"contact", "job"}
    undo(browser, browser.get(url))
    assert api.get(f"{V1}{url}").status_code in {404, 410}
    refused = send(browser, "/contacts/new", name="Eve Lost", job_title="Buyer")
    assert refused.status_code == 422
    assert "say where they work" in text(refused)
    assert 'value="Eve Lost"' in refused.text
    unknown = send(browser, "/contacts/new", name="Eve Lost", company="No such company at all")
    assert unknown.status_code == 422
    assert "Eve Lost" not in [one["name"] for one in api.get(f"{V1}/contacts?q=Eve").json["items"]]


def test_a_new_account_is_offered_people(api: FlaskClient, browser: FlaskClient) -> None:
    free = api.post(f"{V1}/contacts", json={"name": "Finn Free"}).json["uid"]
    answer = send(browser, "/accounts/new", name="Newcomers", people=f"Finn Free ({free})\nmaya")
    account = answer.headers["Location"]
    there = {one["contact"]["uid"] for one in api.get(f"{V1}{account}/people").json["items"]}
    assert there == {free, "maya"}
    (job,) = api.get(f"{V1}/contacts/{free}/jobs").json["items"]
    assert job["primary"] is True
    at_both = [one for one in api.get(f"{V1}/contacts/maya/jobs").json["items"] if one["primary"]]
    assert len({one["account"]["uid"] for one in at_both if one["end_status"] != "ended"}) <= 1
    undo(browser, browser.get(account))
    assert [one["account"]["uid"] for one in api.get(f"{V1}/contacts/{free}/jobs").json["items"]] == []


def test_a_contact_is_named_by_its_parts(api: FlaskClient, browser: FlaskClient) -> None:
    answer = send(browser, "/contacts/new", given_name="三丰", family_name="张")
    assert found(api, answer.headers["Location"])["name"] == "张三丰"


def test_addresses_are_added_with_their_label_and_removed(api: FlaskClient, browser: FlaskClient) -> None:
    rows = {
        "handles__kind": ["email", "phone", "linkedin"],
        "handles__value": ["ADA@people.example", "+44 (0)20 7946 0000", ""],
        "handles__label": ["home", "", "ignored"],
        "handles__primary": ["0"],
    }
    url = send(browser, "/contacts/new", name="Ada", **rows).headers["Location"]
    assert [(h["kind"], h["value"], h["label"], h["primary"]) for h in found(api, url)["handles"]] == [
        ("email", "ada@people.example", "home", True), ("phone", "+442079460000", None, False),
    ]  # fmt: skip
    assert send(browser, f"{url}/edit", handles__gone=["0"]).status_code == 303
    assert [h["kind"] for h in found(api, url)["handles"]] == ["phone"]


def test_saving_without_a_change_changes_nothing(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    before = found(api, ada)
    answer = send(browser, f"{ada}/edit")
    assert (answer.status_code, answer.headers["Location"]) == (303, ada)
    assert "Nothing was different" in text(browser.get(ada))
    assert found(api, ada) == before


def test_what_is_emptied_and_unticked_is_gone_and_custom_fields_keep_their_kind(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    sent: dict[str, Any] = {"birthday": "", "lifecycle": "", "other_names": "", "do_not_contact": []}
    assert send(browser, f"{ada}/edit", **sent, x_shoe="39", x_tags="a\r\nc", x_vip="").status_code == 303
    body = found(api, ada)
    assert (body["birthday"], body["lifecycle"], body["other_names"], body["do_not_contact"]) == (None, None, [], False)
    assert body["custom"] == {"x_shoe": 39, "x_tags": ["a", "c"]}
    assert body["description"] == "first line\nsecond"
    (change, _) = changes(api, ada)
    assert set(change["after"]) == {
        "birthday",
        "lifecycle",
        "lifecycle_trail",
        "lifecycle_since",
        "other_names",
        "do_not_contact",
        "x_shoe",
        "x_tags",
        "x_vip",
    }


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({"birthday": "1815-13-01"}, "birthday", "birthday"),
        ({"name": " "}, "name", "needs one"),
        ({"handles__value": ["nobody", "", ""]}, "handles", "name@example.com"),
        ({"why": "x" * 1001}, "why", "1,001 characters"),
    ],
)
def test_what_cannot_be_meant_comes_back_as_it_was_typed(
    api: FlaskClient, browser: FlaskClient, ada: str, sent: dict[str, Any], field: str, said: str
) -> None:
    before = found(api, ada)
    answer = send(
        browser, f"{ada}/edit", **{"description": "new words", "hobbies": "chess", "family_name": "King"} | sent
    )
    assert answer.status_code == 422
    assert "Nothing was saved yet." in text(answer)
    assert said in answer.text.split(f'id="e-{field}"')[1].split("</p>")[0]
    assert f'aria-describedby="e-{field}' in answer.text
    again = typed(answer)
    assert (again["description"], again["hobbies"], again["family_name"]) == ("new words", "chess", "King")
    for name, value in sent.items():
        assert (
            value.strip() == again[name]
            if isinstance(value, str)
            else set(value) <= set(again.getlist("handles.value"))
        )
    assert found(api, ada) == before
    mended = browser.post(
        f"{ada}/edit",
        data=edited(again, birthday="1815-12-11", name="Ada", why="", handles__value=["a@b.example", "", ""]),
    )
    assert mended.status_code == 303
    assert found(api, ada)["family_name"] == "King"


def test_a_stale_form_shows_both_versions_and_keeps_what_was_typed(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    mine = edited(typed(browser.get(f"{ada}/edit")), hobbies="chess", description="mine", address="Here 1")
    theirs = {"name": "Ada Lovelace", "description": "theirs", "email": "new@people.example"}
    api.patch(f"{V1}{ada}", json=theirs)
    answer = browser.post(f"{ada}/edit", data=mine)
    assert answer.status_code == 412
    shown = text(answer)
    assert "Somebody else saved this while you were writing" in shown
    for row in ("Name differs Ada Ada Lovelace", "Description differs mine theirs", "Hobbies differs chess –",
                "Lifecycle customer customer", "Addresses differs e-mail ada@people.example e-mail new@people.example"):  # fmt: skip
        assert row in shown
    again = typed(answer)
    assert (again["description"], again["hobbies"], again["address"]) == ("mine", "chess", "Here 1")
    assert again["name"] == "Ada Lovelace"  # nobody meant to change it back
    assert found(api, ada)["description"] == "theirs"
    assert browser.post(f"{ada}/edit", data=again).status_code == 303
    body = found(api, ada)
    assert (body["name"], body["description"], body["hobbies"]) == ("Ada Lovelace", "mine", ["chess"])
    assert "new@people.example" in {handle["value"] for handle in body["handles"]}


def test_a_form_sent_twice_is_done_once(api: FlaskClient, browser: FlaskClient) -> None:
    sent = edited(typed(browser.get("/contacts/new")), name="Only Once")
    first, second = (browser.post("/contacts/new", data=sent) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(api.get(f"{V1}/contacts?q=Only Once").json["items"]) == 1
    other = browser.post("/contacts/new", data=edited(sent, name="Only Twice"))
    assert other.status_code == 422
    assert "This form was sent already" in text(other)
    assert browser.post("/contacts/new", data=typed(other)).status_code == 303


def test_the_notice_undoes_what_was_saved_and_does_it_again(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    send(browser, f"{ada}/edit", name="Bea")
    for said, name in (("Saved.", "Ada"), ("Undone.", "Bea")):
        page = browser.get(ada)
        assert said in text(page)
        undone = undo(browser, page)
        assert (undone.status_code, undone.headers["Location"]) == (303, ada)
        assert found(api, ada)["name"] == name
    assert "Saved." not in text(browser.get(ada))


def test_what_was_changed_since_is_not_undone_and_the_page_says_so(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    send(browser, f"{ada}/edit", name="Bea")
    page = browser.get(ada)
    api.patch(f"{V1}{ada}", json={"name": "Cleo"})
    assert undo(browser, page).headers["Location"] == ada
    assert "was changed again since, so this cannot be undone" in text(browser.get(ada))
    assert found(api, ada)["name"] == "Cleo"
    page = post(browser, "/changes/none/undo", page="/", back="https://evil.example")
    assert page.headers["Location"] == "/"
    assert "There is no change" in text(browser.get("/"))


@pytest.mark.parametrize("url", ["/contacts/new", "/contacts/maya/edit", "/contacts/maya/trash", "/jobs/tomas-1/edit"])
def test_a_form_without_the_right_word_is_refused(api: FlaskClient, browser: FlaskClient, url: str) -> None:
    answer = browser.post(url, data={"csrf": "wrong", "name": "Mallory", "title": "Mallory"})
    assert answer.status_code == 403
    assert "Mallory" not in api.get(f"{V1}/search?q=Mallory").text


@pytest.mark.parametrize("url", ["/contacts/new", "/contacts/maya/edit", "/contacts/maya/move", "/contacts/maya/purge"])
def test_a_stranger_is_asked_to_sign_in(api: FlaskClient, stranger: FlaskClient, url: str) -> None:
    assert stranger.get(url).headers["Location"].startswith("/sign-in")
    assert post(stranger, url).headers["Location"] == "/sign-in"
    page = post(stranger, url, name="Mallory")
    assert page.status_code == 401, "what was typed is kept (test_kept.py)"
    assert "/sign-in" in links(page)
    assert api.get(f"{V1}/contacts/maya").json["name"] == "Maya Lind"


def test_names_are_shown_and_never_run(api: FlaskClient, browser: FlaskClient) -> None:
    evil = '"><script>alert(1)</script></textarea>'
    url = send(browser, "/contacts/new", name=evil, description=evil, why=evil).headers["Location"]
    send(browser, f"{url}/edit", hobbies=evil, handles__value=["a@b.example", "", ""], handles__label=[evil, "", ""])
    stale = typed(browser.get(f"{url}/edit"))
    api.patch(f"{V1}{url}", json={"address": evil})
    pages = [browser.get(url + rest) for rest in ("", "/edit", "/history", "/move", "/jobs/new")]
    pages.append(browser.post(f"{url}/edit", data=edited(stale, address="x" + evil)))
    pages.append(browser.post(f"{url}/edit", data=edited(stale, birthday=evil, rev="3")))
    send(browser, url, f"{url}/trash")
    pages += [browser.get(address) for address in ("/trash", f"{url}/purge", url)]
    for page in pages:
        assert "<script>" not in page.text, page.request.path
        assert "alert(1)" in page.text or page.status_code == 404, page.request.path


def test_records_lead_to_their_forms_and_the_search_to_new_ones(browser: FlaskClient) -> None:
    assert {"/contacts/new", "/accounts/new", "/leads/new", "/leads/lead-1"} <= set(
        links(browser.get("/search?q=Rita"))
    )
    for url in ("/contacts/maya", "/accounts/acme", "/leads/lead-1"):
        assert {f"{url}/edit", f"{url}/history"} <= set(links(browser.get(url)))
    assert "Rita Novak" in text(browser.get("/leads/lead-1"))
    assert "in the pool" in text(browser.get("/leads/lead-1"))
