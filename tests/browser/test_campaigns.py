"""Campaigns as their users go: made, people put down from a list and by name, marked; coverage; a phone; no scripts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect
from worlds.build import attendance, campaign

from graphcrm.graph import Graph
from tests.browser.conftest import Visit, spills, violations

DAY = datetime.now(UTC).date() - timedelta(days=3)


@pytest.fixture(autouse=True)
def fair(cast: Graph) -> None:
    """The fair, to which Maya came and Noor was invited."""
    cast.write("MATCH (g:Campaign) DETACH DELETE g")
    cast.transaction(lambda tx: campaign(tx, "fair", "Fair", kind="exhibition", start_on=DAY, place="Basel"))
    for uid, status in (("maya", "attended"), ("noor", "invited")):
        cast.transaction(lambda tx, uid=uid, status=status: attendance(tx, "fair", uid, status))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_its_page_says_who_came_and_what_followed(visit: Visit, language: str) -> None:
    page = visit("/campaigns/fair", language=language)
    expect(page.locator("section:has(h2#attendance)")).to_contain_text("Maya Lind")
    expect(page.locator("section:has(h2#effect) dd").first).to_contain_text("1")
    assert violations(page) == []


def test_those_who_are_ticked_are_marked_and_an_undo_takes_that_back(visit: Visit, cast: Graph) -> None:
    page = visit("/campaigns/fair")
    page.get_by_label("Choose Noor Haddad").check()
    page.get_by_label("Those who are ticked").select_option("no_show")
    page.locator("section:has(h2#attendance)").get_by_role("button", name="Save").click()
    expect(page.get_by_text("1 person is put down.")).to_be_visible()
    marked = "MATCH (:Contact {uid: 'noor'})-[t:ATTENDS]->() RETURN t.status"
    assert cast.read(marked, str) == ["no_show"]
    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_role("button", name="Undo").first).to_be_visible()
    assert cast.read(marked, str) == ["invited"]


def test_rows_of_a_list_are_put_down_from_its_bar(visit: Visit, cast: Graph) -> None:
    page = visit("/contacts?q=lena")
    page.locator("tbody input[type=checkbox]").first.check()
    page.locator("#bulk summary", has_text="Campaign").click()
    page.locator("#bulk-campaign").press_sequentially("Fa")
    page.get_by_role("option", name="Fair").click()
    page.locator("#bulk [name=attendance]").select_option("registered")
    page.get_by_role("button", name="Put them down").click()
    expect(page.get_by_text("1 person is put down.")).to_be_visible()
    assert cast.read("MATCH (:Contact {uid: 'lena'})-[t:ATTENDS]->() RETURN t.status", str) == ["registered"]


def test_a_dialogue_puts_people_down_by_name(visit: Visit, cast: Graph) -> None:
    page = visit("/campaigns/fair")
    page.get_by_role("link", name="Put people down").click()
    form = page.locator("dialog[open] form.form")
    expect(form.locator("[name=contacts]")).to_be_visible()
    assert violations(page) == []
    form.locator("[name=contacts]").fill("Lena Fischer")
    page.keyboard.press("Control+Enter")
    expect(page.locator("section:has(h2#attendance)")).to_contain_text("Lena Fischer")


@pytest.mark.parametrize("path", ["/campaigns/fair", "/campaigns", "/campaigns/fair/attend", "/coverage?user=alice"])
def test_they_fit_a_phone_and_do_without_scripts(visit: Visit, path: str) -> None:
    page = visit(path, language="zh", theme="dark", phone=True, js=False)
    assert spills(page) <= 0
    expect(page.locator("h1")).to_be_visible()
    assert violations(visit(path, theme="dark")) == []
