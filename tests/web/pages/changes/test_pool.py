"""The pool in the browser: what is taken, ignored, and given back by a rule."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from worlds.build import assignment, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.access.put_rules import put_rules
from graphcrm.web.addresses import V1
from tests.web.forms import as_user, edited, links, post, send, text, typed, undo


@pytest.fixture
def leads(cast: Graph) -> list[str]:
    """Two leads in the pool, and one that Nia, whose team gives back after 30 days, has had for 50."""
    stamp = datetime.now(UTC).strftime("%H%M%S%f")
    uids = [f"pool-{stamp}-{n}" for n in range(3)]
    for n, uid in enumerate(uids):
        lead(cast, uid, f"Lead {stamp} {n}", status="new")
    user(cast, f"nia-{stamp}", f"Nia {stamp}", team=f"Pool-{stamp}")
    put_rules(cast, team=f"Pool-{stamp}", rules={"reclaim_after": 30}, at=datetime.now(UTC))
    assignment(cast, uids[2], f"nia-{stamp}", start=(datetime.now(UTC).date() - timedelta(days=50)).isoformat())
    return uids


def test_a_lead_in_the_pool_is_taken_once(api: FlaskClient, browser: FlaskClient) -> None:
    url = str(api.post(f"{V1}/leads", json={"name": "Lea"}).headers["Location"]).removeprefix(V1)
    page = browser.get(url)
    assert "Take" in text(page)
    assert browser.post(f"{url}/claim", data=typed(page, f"{url}/claim")).headers["Location"] == url
    page = browser.get(url)
    assert "The lead is yours. Undo" in text(page)
    assert f'action="{url}/claim"' not in page.text
    api.post(f"{V1}{url}/assign", json={"user": "bob"})
    post(browser, f"{url}/claim", page=url)
    assert "Somebody was quicker" in text(browser.get(url))


def test_the_list_leads_to_the_pool_and_takes_what_is_chosen(browser: FlaskClient, leads: list[str]) -> None:
    page = browser.get("/leads")
    assert "/leads?owned=false&status_not=converted" in links(page)
    assert "/pool" in links(page)
    assert 'formaction="/leads/claim"' in page.text
    assert 'formaction="/leads/claim"' not in browser.get("/contacts").text
    answer = post(browser, "/leads/claim", page="/leads", uid=leads[0], back="/leads?owner=me")
    assert answer.headers["Location"] == "/leads?owner=me"
    assert "1 lead is yours. Undo" in text(browser.get("/leads?q=nothing"))
    post(browser, "/leads/claim", page="/leads", uid=leads[2], back="/leads")
    assert "Somebody was quicker" in text(browser.get("/leads?q=nothing"))


def test_a_lead_of_which_nothing_will_come_is_ignored_and_back_in_the_pool(
    api: FlaskClient, browser: FlaskClient, leads: list[str]
) -> None:
    url = f"/leads/{leads[0]}"
    api.post(f"{V1}{url}/claim")
    assert f"{url}/ignore" in links(browser.get(url))
    answer = send(browser, f"{url}/ignore", why="no budget")
    assert answer.headers["Location"] == url
    shown = text(browser.get(url))
    assert "The lead is ignored, and in the pool. Undo" in shown
    assert "in the pool" in shown
    assert "no budget" in text(browser.get(f"{url}/owner"))
    assert f"{url}/ignore" not in links(browser.get(url))
    assert browser.get("/leads/nobody/ignore").status_code == 404


def test_the_pool_shows_who_would_lose_what_and_gives_it_back(
    api: FlaskClient, browser: FlaskClient, leads: list[str]
) -> None:
    name = leads[2].split("-")[1]
    page = browser.get("/pool")
    assert f"Nia {name} loses 1 lead" in text(page)
    assert f"Pool-{name} gives back after 30 days" in text(page)
    answer = post(browser, "/pool/reclaim", page="/pool", uid=leads[2])
    assert answer.headers["Location"] == "/pool"
    page = browser.get("/pool")
    assert "What was still due is in the pool. Undo" in text(page)
    assert f"Nia {name} loses" not in text(page)
    assert "nobody had to do with it for 30 days" in text(browser.get(f"/leads/{leads[2]}/owner"))
    assert api.get(f"{V1}/leads/{leads[2]}").json["owner"] is None


def test_the_page_of_access_says_the_teams_rules_and_the_pool_what_is_left(
    browser: FlaskClient, cast: Graph, leads: list[str]
) -> None:
    team = f"Pool-{leads[0].split('-')[1]}"
    admin = as_user(browser, "frank")
    url = f"/access/teams/{team}"
    assert send(admin, "/access", url, parent="South", claims_a_day="1", reclaim_after="").status_code == 303
    page = admin.get("/access")
    assert "The team is changed. Undo" in text(page)
    assert f"{team} 1 user · part of South · 1 lead a day" in text(page)
    undo(admin, page)
    assert f"{team} 1 user · leads go back after 30 days" in text(admin.get("/access"))
    stale = typed(admin.get("/access"), url)
    assert send(admin, "/access", url, claims_a_day="1").status_code == 303
    admin.post(url, data=edited(stale, reclaim_after="7"))  # who saw it before that changes another rule
    assert f"{team} 1 user · 1 lead a day · leads go back after 7 days" in text(admin.get("/access"))
    send(admin, "/access", url, claims_a_day="none")
    assert "claims_a_day" in text(admin.get("/access"))
    nia = as_user(browser, f"nia-{leads[0].split('-')[1]}")
    cast.write("MATCH (u:User {uid: $uid}) SET u.role = 'rep'", uid=f"nia-{leads[0].split('-')[1]}")
    assert "0 of 1 taken today" in text(nia.get("/pool"))
    post(nia, "/leads/claim", page="/leads", uid=leads[0], back="/pool")
    assert "1 of 1 taken today" in text(nia.get("/pool"))
    post(nia, "/leads/claim", page="/leads", uid=leads[1], back="/pool")
    assert "The limit of your team is 1 a day" in text(nia.get("/pool"))


def test_the_pool_speaks_chinese(browser: FlaskClient, leads: list[str]) -> None:
    assert leads
    page = browser.get("/pool", headers={"Accept-Language": "zh-CN"})
    assert "公共名单" in text(page)
    assert "将失去1条线索" in text(page)
