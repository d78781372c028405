"""The network page before the server: what it asks, what it adds, and what of it is kept."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from graphcrm.graph import Graph
from tests.browser.conftest import Visit

SELECTED = "#net-selected"


def names(page: Page) -> set[str]:
    """The records that are in the picture."""
    found: list[str] = page.locator("network-explorer").evaluate("e => e.scene.ids.map(id => e.model.node(id).name)")
    return set(found)


def until(page: Page, *these: str) -> None:
    """Wait for records to be in the picture, and for it to be still."""
    page.wait_for_function(
        "these => { const e = document.querySelector('network-explorer');"
        " return these.every(name => e.scene.ids.some(id => e.model.node(id)?.name === name)) }",
        arg=list(these),
    )
    page.wait_for_selector("network-explorer[data-still]:not([aria-busy])")


def test_the_page_begins_with_a_record_and_its_neighbours(visit: Visit) -> None:
    page = visit("/network?id=contact:maya")
    until(page, "Maya Lind", "Globex", "Alice")
    expect(page.locator(SELECTED)).to_have_text("Maya Lind")
    expect(page.locator(".net-expand li").filter(has_text="Jobs")).to_contain_text(re.compile(r"(\d+) of \1"))


def test_a_record_is_found_by_letters_and_expanded_by_a_kind(visit: Visit) -> None:
    page = visit("/network")
    page.get_by_label("Add a record to the picture").fill("acme")
    page.get_by_role("option", name="Acme").first.wait_for()
    page.keyboard.press("Enter")
    until(page, "Acme", "Tomás Reyes")
    before = names(page)
    page.locator("network-explorer").evaluate("e => e.select('contact:tomas')")
    page.locator(".net-expand button").filter(has_text="Jobs").click()
    until(page, "Globex")
    page.get_by_role("button", name="Undo", exact=True).click()
    page.wait_for_function("n => document.querySelector('network-explorer').scene.count === n", arg=len(before))
    assert names(page) == before
    page.locator("network-explorer").evaluate("e => e.select('contact:tomas')")
    page.locator(".net-expand button").filter(has_text="Jobs").click()
    until(page, "Globex")


def test_the_way_between_two_stands_out_and_is_told_and_turned_around(visit: Visit) -> None:
    page = visit("/network?from=user:alice&to=account:acme")
    steps = page.locator("[data-steps] li")
    expect(steps.first).to_contain_text("Alice")
    expect(steps.last).to_contain_text("Acme")
    page.get_by_role("button", name="Reverse").click()
    expect(steps.first).to_contain_text("Acme")
    expect(steps.last).to_contain_text("Alice")
    page.get_by_role("button", name="Clear").click()
    expect(steps).to_have_count(0)


def test_what_is_looked_at_is_in_the_address(visit: Visit) -> None:
    page = visit("/network?id=account:acme")
    until(page, "Acme", "Tomás Reyes")
    page.locator("network-explorer").evaluate("e => e.model.hide(['contact:tomas'])")
    page.get_by_role("button", name="Clusters").click()
    page.wait_for_function(
        "() => location.hash.includes('hide=contact:tomas') && location.hash.includes('colour=cluster')"
    )
    before = names(page)
    page.reload()
    until(page, "Acme")
    page.wait_for_function("() => document.querySelector('network-explorer').model.hidden.size === 1")
    assert names(page) == before
    expect(page.get_by_role("button", name="Clusters")).to_have_attribute("aria-pressed", "true")


def test_another_day_shows_the_same_records_as_they_were(visit: Visit) -> None:
    page = visit("/network?id=contact:ulla")
    until(page, "Acme", "Globex")
    page.wait_for_function("() => location.hash.length > 1")
    page.get_by_label("As of").fill("2018-01-01")
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_url("**/network?*as_of=2018-01-01*")
    until(page, "Acme", "Globex")
    jobs = page.locator(".net-kinds [data-kind=job] [data-count]")
    expect(jobs).to_have_text("1")
    page.get_by_role("link", name="Back to today").click()
    until(page, "Acme", "Globex")
    expect(jobs).not_to_have_text("1")


def test_a_picture_is_saved_as_a_view_and_opened_again(visit: Visit, cast: Graph) -> None:
    page = visit("/network?id=account:acme")
    until(page, "Acme", "Tomás Reyes")
    page.locator("network-explorer").evaluate("e => e.model.pin(['account:acme'], true)")
    page.locator(".save-view summary").click()
    page.get_by_label("Name", exact=True).fill("Around Acme")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/network?view=*")
    until(page, "Acme", "Tomás Reyes")
    assert page.locator("network-explorer").evaluate("e => [...e.model.pinned]") == ["account:acme"]
    cast.write("MATCH (v:SavedView {name: 'Around Acme'}) DETACH DELETE v")


def test_a_hub_adds_one_page_by_a_click(visit: Visit, cast: Graph) -> None:
    cast.write(
        "MERGE (a:Account {uid: 'hub'}) SET a.name = 'Hub Holding', a.rev = 1 WITH a UNWIND range(1, 120) AS n "
        "MERGE (c:Contact {uid: 'hub-' + n}) SET c.name = 'Worker ' + n, c.rev = 1 "
        "MERGE (c)-[w:WORKS_AT {uid: 'hub-job-' + n}]->(a) SET w.start_min = date('2020-01-01'), w.rev = 1, "
        "w.start_max = date('2020-01-01'), w.end_min = date('9999-12-31'), w.end_max = date('9999-12-31'), w.start = '2020'"
    )
    try:
        page = visit("/network?id=account:hub", user="frank")
        until(page, "Hub Holding")
        page.wait_for_function("() => document.querySelector('network-explorer').scene.count === 51")
        button = page.locator(".net-expand button").filter(has_text="Jobs")
        expect(button).to_contain_text("50 of 120")
        button.click()
        page.wait_for_function("() => document.querySelector('network-explorer').scene.count === 101")
        expect(button).to_contain_text("100 of 120")
    finally:
        cast.write("MATCH (n) WHERE n.uid = 'hub' OR n.uid STARTS WITH 'hub-' DETACH DELETE n")


def test_what_is_not_there_for_the_reader_is_said(visit: Visit) -> None:
    page = visit("/network#ids=account:acme,contact:nobody")
    until(page, "Acme")
    expect(page.locator("[data-left]")).to_contain_text("1 record is not there for you.")
