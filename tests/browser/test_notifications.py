"""Notifications as their users go: counted by the bell wherever they are, read, and who wants mail says so themselves."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from graphcrm.graph import Graph
from graphcrm.services import ownership
from graphcrm.services.changes import Author, change
from tests.browser.conftest import Visit, spills, violations

WORDS = {
    "en": (
        "Notifications: 2 new",
        "Bob gave you 2 records",
        "Mark all as read",
        "All of that is read.",
        "Notifications",
    ),
    "zh": ("通知：2条未读", "Bob将2条记录交给了您", "全部标为已读", "已全部标为已读。", "通知"),
}


@pytest.fixture
def told(cast: Graph) -> None:
    """Alice is given two leads by Bob, and nothing else was told."""
    cast.write("MATCH (n:Notification) DETACH DELETE n")
    cast.write("UNWIND ['told-1', 'told-2'] AS uid MERGE (l:Lead {uid: uid}) SET l.name = 'Lead ' + uid, l.rev = 1")
    cast.write("MATCH (:Lead)-[a:ASSIGNED_TO]->() WHERE startNode(a).uid STARTS WITH 'told-' DELETE a")

    def give(made: object) -> None:
        for uid in ("told-1", "told-2"):
            ownership.assign(made, "lead", uid, "alice")  # type: ignore[arg-type]

    change(cast, Author("bob"), give)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_bell_counts_what_is_read_on_its_page(visit: Visit, told: None, language: str) -> None:
    count, gave, mark, said, plain = WORDS[language]
    page = visit("/accounts", language=language)
    page.get_by_role("link", name=count).click()
    expect(page.locator("main")).to_contain_text(gave)
    expect(page.locator("main .chip.lead")).to_have_count(2)
    assert violations(page) == []
    page.get_by_role("button", name=mark).click()
    expect(page.get_by_text(said, exact=True)).to_be_visible()
    expect(page.locator("header .bell")).to_have_accessible_name(plain)
    expect(page.get_by_role("button", name=mark)).to_have_count(0)
    page.locator("main .chip.lead").first.click()
    expect(page.locator("h1")).to_contain_text("Lead told-")


def test_it_has_room_on_a_phone(visit: Visit, told: None) -> None:
    page = visit("/notifications", phone=True)
    expect(page.locator(".bell .count")).to_have_text("2")
    assert spills(page) <= 0
    assert violations(page) == []


def test_whoever_wants_mail_says_so(visit: Visit, cast: Graph) -> None:
    page = visit("/users/alice/edit")
    page.locator("[name=digest]").select_option("weekly")
    page.locator("main").get_by_role("button", name="Save").click()
    page.wait_for_url("**/users/alice")
    expect(page.locator("main")).to_contain_text("weekly")
    assert cast.read("MATCH (u:User {uid: 'alice'}) RETURN u.digest", str) == ["weekly"]
