"""The pool as its users walk through it: taken by keys, ignored with a reason, given back by a rule."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect
from worlds.build import assignment, lead

from graphcrm.graph import Graph
from graphcrm.queries.access.put_rules import put_rules
from tests.browser.conftest import PHONE, Visit, spills, violations


@pytest.fixture(autouse=True)
def leads(cast: Graph) -> None:
    """Two leads in the pool, and one that Bob has had for 50 days without a word; his team gives back after 30."""
    cast.write("MATCH (l:Lead) WHERE l.uid STARTS WITH 'pool-' DETACH DELETE l")
    for n, name in enumerate(("Aaron Pool", "Abby Pool", "Adam Late")):
        lead(cast, f"pool-{n}", name, status="new")
    assignment(cast, "pool-2", "bob", start=(datetime.now(UTC).date() - timedelta(days=50)).isoformat())
    cast.write("MATCH (l:Lead {uid: 'pool-2'}) SET l.owner = 'bob'")
    put_rules(cast, team="North", rules={"reclaim_after": 30}, at=datetime.now(UTC))


WORDS = {
    "en": ("In the pool", "Take from the pool", "2 leads are yours.", "Ignore", "Reason", "in the pool", "Undo"),
    "zh": ("在公共名单中", "从公共名单领取", "2条线索归您负责。", "忽略", "原因", "在公共名单中", "撤销"),
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_leads_are_taken_by_keys_and_one_is_ignored(visit: Visit, language: str) -> None:
    pool, take, taken, ignore, _, there, undo = WORDS[language]
    page = visit("/leads", language=language)
    page.get_by_role("link", name=pool, exact=True).click()
    for name in ("Aaron Pool", "Abby Pool"):
        page.locator(f'tr:has(b:text-is("{name}"))').get_by_role("checkbox").focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name=take).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(taken)).to_be_visible()
    expect(page.locator('tr:has(b:text-is("Aaron Pool"))')).to_have_count(0)
    page.goto("/leads/pool-0")
    expect(page.locator("main")).not_to_contain_text(there)
    page.get_by_role("link", name=ignore, exact=True).click()
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=why]").fill("no budget")
    assert violations(page) == []
    dialog.get_by_role("button", name=ignore, exact=True).click()
    expect(page.locator(".title")).to_contain_text(there)
    page.get_by_role("button", name=undo).first.click()
    expect(page.locator(".title")).not_to_contain_text(there)


def test_who_comes_second_is_told_who_was_quicker(visit: Visit) -> None:
    late = visit("/leads/pool-0")
    quick = visit("/leads/pool-0", user="bob")
    quick.get_by_role("button", name="Take", exact=True).click()
    expect(quick.get_by_text("The lead is yours.")).to_be_visible()
    late.get_by_role("button", name="Take", exact=True).click()
    expect(late.get_by_text("Somebody was quicker")).to_contain_text("Bob")


@pytest.mark.parametrize("js", [True, False])
def test_the_pool_names_who_would_lose_what_and_gives_it_back(visit: Visit, js: bool) -> None:
    page = visit("/leads", user="dana", js=js)
    page.get_by_role("link", name="Public pool").click()
    expect(page.locator("main")).to_contain_text("Bob loses 1 lead")
    expect(page.get_by_role("checkbox", name="Adam Late")).to_be_checked()
    if js:
        assert violations(page) == []
        page.set_viewport_size(PHONE)
        assert spills(page) <= 0
    page.get_by_role("button", name="Put the chosen ones into the pool").click()
    expect(page.locator("main")).not_to_contain_text("Bob loses")
    page.goto("/leads/pool-2/owner")
    expect(page.locator("main")).to_contain_text("nobody had to do with it for 30 days")
