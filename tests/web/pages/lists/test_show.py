"""The lists as people see them: what is shown, filtered, sorted, and leafed through."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from itertools import chain

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse
from worlds.build import account, contact, lead, owned

from graphcrm.graph import Graph
from tests.web.forms import edited, links, post, text, typed
from tests.web.pages.lists.conftest import names, row


@pytest.fixture(scope="module", autouse=True)
def theirs(cast: Graph) -> None:
    owned(cast, "maya", "alice"), owned(cast, "acme", "bob")


def heads(page: TestResponse) -> list[str]:
    return re.findall(r'<th scope="col"\s+class="c-(\w+)', page.text)


def test_contacts_are_listed_with_their_job_of_the_day(browser: FlaskClient) -> None:
    page = browser.get("/contacts?as_of=2024-06-01")
    assert names(page) == sorted(names(page))
    assert "CTO Acme 1 Jun 2022" in row(page, "Tomás Reyes")
    assert row(page, "Maya Lind").endswith("Alice")
    assert "Lead Globex Jan 2018" in row(browser.get("/contacts?as_of=2020-01-01"), "Tomás Reyes")
    assert "Alice" not in row(browser.get("/contacts?as_of=2019-12-31"), "Maya Lind")


def test_accounts_and_leads_are_listed(browser: FlaskClient) -> None:
    page = browser.get("/accounts?as_of=2024-06-01")
    assert names(page) == ["Acme", "Globex", "Hooli", "Initech", "北京字节科技"]
    assert re.search(r"Robotics – – 3 2 .+ Bob$", row(page, "Acme"))
    assert "Acme Holding" in row(browser.get("/leads"), "Rita Novak")


@pytest.mark.parametrize(
    ("url", "found", "chip"),
    [
        ("/contacts?account=acme&as_of=2024-06-01", ["Lena Fischer", "Priya Raman", "Tomás Reyes"], "Works at Acme"),
        (
            "/contacts?account=Acme+Robotics+Inc.&sort=name",
            ["Lena Fischer", "Priya Raman", "Tomás Reyes"],
            "Works at Acme",
        ),
        ("/contacts?worked_at=globex", ["Maya Lind", "Olga Sand", "Tomás Reyes"], "Worked at Globex"),
        ("/contacts?worked_at=globex&as_of=2022-06-01", ["Maya Lind"], "Worked at Globex"),
        ("/contacts?role=buyer&as_of=2024-06-01", ["Priya Raman"], "Role is buyer"),
        ("/contacts?role=buyer&as_of=2023-01-01", [], "Role is buyer"),
        ("/contacts?owner=me", ["Maya Lind"], "Owner is me"),
        ("/contacts?owner=Alice", ["Maya Lind"], "Owner is Alice"),
        ("/contacts?owner=alice&as_of=2019-12-31", [], "Owner is Alice"),
        ("/contacts?owned=true", ["Maya Lind"], "Somebody’s"),
        ("/accounts?industry_not=Robotics", ["Globex", "Hooli", "Initech", "北京字节科技"], "Industry is not Robotics"),
        ("/accounts?city_known=true", ["北京字节科技"], "City is filled in"),
        ("/accounts?city_known=false&industry_known=true", ["Acme"], "City is empty"),
        ("/leads?status_not=new", ["Rita Novak"], "Status is not new"),
        ("/accounts?employees_from=40&employees_to=45", ["Globex"], "At least 40 employees"),
        ("/accounts?owned=false&q=acme", [], "Nobody’s"),
        ("/accounts?added_before=2024-06-01", [], "Added before 1 Jun 2024"),
        ("/leads?q=rita&added_since=2024-06-01", ["Rita Novak"], "Added since 1 Jun 2024"),
    ],
)
def test_a_filter_that_holds_is_a_chip_that_takes_it_away(
    browser: FlaskClient, url: str, found: list[str], chip: str
) -> None:
    page = browser.get(url, follow_redirects=True)
    assert names(page) == found
    assert chip in text(page)
    name = url.partition("?")[2].partition("=")[0]
    assert any(chip in html.unescape(label) for label in re.findall(r'aria-label="Take away: ([^"]+)"', page.text))
    assert any(f"{name}=" not in link and link.startswith(url.partition("?")[0]) for link in links(page))


@pytest.mark.parametrize(
    ("form", "address"),
    [
        ("by=industry&op=is&value=Robotics", "industry=Robotics"),
        ("by=industry&op=not&value=Robotics", "industry_not=Robotics"),
        ("by=industry&op=empty&value=", "industry_known=false"),
        ("by=industry&op=filled&value=x", "industry_known=true"),
        ("by=industry&op=is&value=", ""),
        ("by=name&op=is&value=x", "industry=Energy"),
    ],
)
def test_a_form_of_field_operator_and_value_makes_an_address(browser: FlaskClient, form: str, address: str) -> None:
    answer = browser.get(f"/accounts?industry=Energy&{form}&sort=-name")
    assert answer.status_code == 302
    assert {*answer.location.partition("?")[2].split("&")} == {*address.split("&"), "sort=-name"} - {""}


def test_names_that_were_typed_become_uids_and_who_asks_stays_me(browser: FlaskClient) -> None:
    asked = "/contacts?account=acme.example&owner=Alice&worked_at=globex"
    assert browser.get(asked).location == "/contacts?account=acme&owner=alice&worked_at=globex"
    assert browser.get("/contacts?owner=me").status_code == 200


def test_a_view_is_saved_with_its_columns_and_is_a_tab(browser: FlaskClient) -> None:
    page = browser.get("/contacts?owner=me&columns=owner,since&sort=-name")
    sent = edited(typed(page, "/views"), name="Mine")
    saved = browser.post("/views", data=sent)
    page = browser.get(saved.location)
    tab = re.search(r'<a class="view"\s+href="([^"]+)"\s+aria-current="page"[^>]*>\s*<span>Mine</span>', page.text)
    assert tab
    page = browser.get(html.unescape(tab[1]))
    assert (names(page), heads(page)) == (["Maya Lind"], ["name", "since", "owner"])


@pytest.mark.parametrize(
    ("url", "said", "status"),
    [
        ("/contacts?account=nobody", "No account is called", 404),
        ("/contacts?lifecycle=x", "lifecycle is 'x'", 422),
        ("/contacts?cursor=x", "cursor is not one of ours", 422),
        ("/contacts?added_since=soon", "added_since is 'soon'", 422),
    ],
)
def test_what_is_wrong_is_said_above_the_list(browser: FlaskClient, url: str, said: str, status: int) -> None:
    page = browser.get(url)
    assert (page.status_code, names(page)) == (status, [])
    assert said in text(page)


def test_a_name_of_several_offers_each(browser: FlaskClient, cast: Graph) -> None:
    account(cast, "twin-1", "Twin"), account(cast, "twin-2", "Twin")
    page = browser.get("/contacts?account=twin&sort=-name")
    assert page.status_code == 409
    assert {"/contacts?account=twin-1&sort=-name", "/contacts?account=twin-2&sort=-name"} <= set(links(page))
    cast.write("MATCH (a:Account) WHERE a.name = 'Twin' DETACH DELETE a")


def test_what_was_added_lately_comes_newest_first(browser: FlaskClient, cast: Graph) -> None:
    contact(cast, "zoe-1", "Zoe First", created_at=datetime(2024, 6, 20, tzinfo=UTC))
    contact(cast, "abe-1", "Abe Second", created_at=datetime(2024, 6, 10, tzinfo=UTC))
    since = browser.get("/contacts?added_since=2024-06-05")
    assert names(since) == ["Zoe First", "Abe Second"]
    assert names(browser.get("/contacts?added_since=2024-06-05&sort=name")) == ["Abe Second", "Zoe First"]
    cast.write("MATCH (c:Contact) WHERE c.uid IN ['zoe-1', 'abe-1'] DETACH DELETE c")


def test_among_many_of_us_an_owner_is_typed_by_name(browser: FlaskClient, cast: Graph) -> None:
    few = browser.get("/contacts").text
    cast.write("UNWIND range(0, 100) AS n CREATE (:User {uid: 'many-' + n, name: 'Many ' + n, rev: 1})")
    many = browser.get("/contacts").text
    cast.write("MATCH (u:User) WHERE u.uid STARTS WITH 'many-' DETACH DELETE u")
    assert '<select id="by-owner"' in few
    assert '<select name="user">' in few
    assert re.search(r'<input id="by-owner"[^>]*data-suggest="/users/suggest"', many)
    assert re.search(r'<input id="bulk-user"[^>]*value="Alice"[^>]*data-suggest="/users/suggest"', many)
    assert names(browser.get("/contacts?owner=me")) == ["Maya Lind"]


def test_heads_sort_the_list_and_turn_it(browser: FlaskClient) -> None:
    page = browser.get("/contacts")
    assert 'aria-sort="ascending"' in page.text
    assert "/contacts?sort=-name" in links(page)
    turned = browser.get("/contacts?sort=-name")
    assert names(turned) == names(page)[::-1]
    assert 'aria-sort="descending"' in turned.text
    assert "/contacts?sort=name" in links(turned)


def test_pages_lead_there_and_back(browser: FlaskClient) -> None:
    every = names(browser.get("/contacts"))
    for sort in ("", "&sort=-name", "&sort=created_at"):
        page, seen = browser.get(f"/contacts?limit=4{sort}"), []
        while True:
            seen.append(names(page))
            onward = [link for link in links(page) if "cursor=" in link]
            if not onward:
                break
            page = browser.get(onward[0])
        assert sorted(chain.from_iterable(seen)) == sorted(every)
        assert [len(some) for some in seen] == [4, 4, 2]
        for earlier in reversed(seen[:-1]):
            page = browser.get(next(link for link in links(page) if "back=" in link))
            assert names(page) == earlier
        assert not any("back=" in link for link in links(page))
        assert names(browser.get(next(link for link in links(page) if "cursor=" in link))) == seen[1]


def test_columns_and_rows_are_kept_as_they_were_chosen(browser: FlaskClient) -> None:
    assert heads(browser.get("/contacts"))[:3] == ["name", "title", "account"]
    form = {"page": "/contacts", "back": "/contacts?sort=-name"}
    sent = post(browser, "/contacts/look", **form, columns="lifecycle", density="dense")
    assert (sent.status_code, sent.location) == (303, "/contacts?sort=-name")
    page = browser.get("/contacts")
    assert heads(page) == ["name", "lifecycle"]
    assert 'class="grid dense"' in page.text
    assert heads(browser.get("/contacts?columns=owner,since")) == ["name", "since", "owner"]
    assert heads(browser.get("/accounts"))[:2] == ["name", "industry"]
    assert heads(browser.get("/contacts?columns=nonsense"))[:2] == ["name", "title"]


def test_an_empty_list_says_how_to_fill_it_and_one_that_matches_nothing_what_to_take_away(
    browser: FlaskClient, cast: Graph
) -> None:
    page = browser.get("/leads?status=ignored&q=rita")
    assert "Nothing matches." in text(page)
    assert {"/leads?status=ignored", "/leads?q=rita", "/leads"} <= set(links(page))
    cast.write("MATCH (l:Lead) DETACH DELETE l")
    page = browser.get("/leads")
    assert "There is no lead yet." in text(page)
    assert "/leads/new" in links(page)
    lead(cast, "lead-1", "Rita Novak", company_name="Acme Holding")


def test_a_record_of_a_strange_name_is_shown_as_it_is(browser: FlaskClient, cast: Graph) -> None:
    contact(cast, "odd", "<b>Zed & Söhne</b>")
    assert names(browser.get("/contacts?q=zed")) == ["<b>Zed & Söhne</b>"]
    cast.write("MATCH (c:Contact {uid: 'odd'}) DETACH DELETE c")


def test_tasks_come_newest_first_and_those_that_are_asked_for_by_their_day(
    api: FlaskClient, browser: FlaskClient
) -> None:
    due = {"Later": "2031-01-02", "Sooner": "2031-01-01", "Someday": None}
    uids = [api.post("/api/v1/tasks", json={"name": name, "due_on": day}).json["uid"] for name, day in due.items()]

    def shown(query: str) -> list[str]:
        page = browser.get(f"/tasks{query}").text
        return sorted((uid for uid in uids if uid in page), key=page.index)

    assert shown("") == uids[::-1]
    assert shown("?owner=me&status=open&added_since=2000-01-01") == uids[::-1]
    assert shown("?owner=me&status=open") == [uids[1], uids[0], uids[2]]
    assert shown("?status=open&sort=-due_on")[-2:] == [uids[0], uids[1]]
