"""Champions moved as their users go: a move is recorded, its bell rings, it is put away, taken back, and made a lead."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect
from worlds.build import contact, job, opportunity, owned

from graphcrm.graph import Graph
from graphcrm.services import moves
from graphcrm.services.changes import Author, change
from graphcrm.services.moves import Asked
from tests.browser.conftest import Visit, spills, violations

YESTERDAY = datetime.now(UTC).date() - timedelta(days=1)
WORDS = {
    "en": ("Notifications: 1 new", "A contact has moved", "Champions moved", "Dismiss", "The move is dismissed.", "Undo", "New lead"),
    "zh": ("通知：1条未读", "1位联系人换了工作", "关键人变动", "忽略", "已忽略该变动。", "撤销", "新建线索"),
}  # fmt: skip


@pytest.fixture
def kim(cast: Graph) -> None:
    """Bob says that Kim, Alice's contact, is at Acme since yesterday."""
    cast.write("MATCH (n:MoveNews|Notification|Task|Opportunity) DETACH DELETE n")
    cast.write("MATCH (c:Contact {uid: 'kim'}) DETACH DELETE c")
    contact(cast, "kim", "Kim Roe"), owned(cast, "kim", "alice")
    job(cast, "kim", "hooli", start="2019", title="Buyer", uid="kim-1")
    opportunity(cast, "deal", "hooli", "kim", owner="alice")
    cast.write("MATCH (:Opportunity)-[i:INVOLVES]->() SET i.role = 'decision_maker'")
    asked = Asked("kim", "acme", str(YESTERDAY), values={"title": "Director"})
    change(cast, Author("bob"), lambda made: moves.move(made, asked))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_from_the_bell_to_a_lead(visit: Visit, kim: None, language: str) -> None:
    bell, says, champions, dismiss, dismissed, undo, lead = WORDS[language]
    page = visit("/accounts", language=language)
    page.get_by_role("link", name=bell).click()
    expect(page.locator("main")).to_contain_text(says)
    page.locator("main").get_by_role("link", name=champions).first.click()
    expect(page.locator("h1")).to_have_text(champions)
    expect(page.locator("main .rows")).to_contain_text("Kim Roe")
    assert violations(page) == []
    expect(page.locator("main .chip.opportunity")).to_have_text("deal")
    page.locator("main .rows").get_by_role("button", name=dismiss).click()
    expect(page.get_by_text(dismissed, exact=True)).to_be_visible()
    expect(page.locator("main .rows")).not_to_contain_text("Kim Roe")
    page.get_by_role("button", name=undo).first.click()
    expect(page.locator("main .rows")).to_contain_text("Kim Roe")
    page.locator("main .rows").get_by_role("link", name=lead).click()
    form = page.locator("dialog[open] form.form, main form.form").first
    expect(form.locator("[name=company_name]")).to_have_value("Acme")
    expect(form.locator("[name=name]")).to_have_value("Kim Roe")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("Kim Roe")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_phone_and_does_without_scripts(visit: Visit, kim: None, theme: str) -> None:
    page = visit("/moves/champions", language="zh", theme=theme, phone=True, js=False)
    assert spills(page) <= 0
    page.locator("main .rows form button").first.click()
    expect(page.locator("main .rows")).not_to_contain_text("Kim Roe")
    page.goto(page.url.split("/moves")[0] + "/moves/champions?state=acknowledged")
    expect(page.locator("main .rows")).to_contain_text("Kim Roe")
