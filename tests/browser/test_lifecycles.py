"""How far an account is with us, as its users see it: proposed with the reason, accepted by keys, taken back; and who
may be at a new account, ticked into it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect
from worlds.build import account, contact, opportunity

from graphcrm.graph import Graph
from graphcrm.services import lifecycles
from tests.browser.conftest import Visit, spills, violations


@pytest.fixture(autouse=True)
def won(cast: Graph) -> None:
    """A prospect that bought today, and a contact with an address at a domain that is nobody's."""
    cast.write(
        "MATCH (n:Account|Contact|Opportunity) WHERE n.uid STARTS WITH 'life-' OR n.name = 'Lifeworks' DETACH DELETE n"
    )
    account(cast, "life-a", "Aaron Works", lifecycle="prospect")
    opportunity(cast, "life-o", "life-a", stage="won", status="won", closed_at=datetime.now(UTC))
    contact(cast, "life-c", "Cora Life", email="cora@lifeworks.example")
    lifecycles.look(cast, datetime.now(UTC).date())


WORDS = {"en": ("Accept", "Undo", "customer"), "zh": ("接受", "撤销", "客户")}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_proposed_is_accepted_by_keys_and_taken_back(visit: Visit, language: str) -> None:
    accept, undo, customer = WORDS[language]
    page = visit("/lifecycles", language=language)
    expect(page.locator("main")).to_contain_text("Aaron Works")
    page.goto("/accounts/life-a")
    panel = page.locator("section:has(#lifecycle)")
    expect(panel).to_contain_text(customer)
    panel.get_by_role("button", name=accept).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=undo).first).to_be_visible()
    expect(panel.get_by_role("button", name=accept)).to_have_count(0)
    assert violations(page) == []
    page.get_by_role("button", name=undo).first.click()
    expect(panel.get_by_role("button", name=accept)).to_be_visible()


def test_who_may_be_at_a_new_account_is_ticked_into_it_on_a_phone(visit: Visit) -> None:
    page = visit("/accounts/new", phone=True)
    page.locator("main [name=name]").fill("Lifeworks")
    page.locator("main [name='handles.kind']").first.select_option("domain")
    page.locator("main [name='handles.value']").first.fill("lifeworks.example")
    page.locator("main").get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("their address is cora@lifeworks.example")
    assert violations(page) == []
    assert spills(page) <= 0
    page.get_by_label("Cora Life", exact=False).first.check()
    page.get_by_label("Title of Cora Life").fill("Founder")
    page.get_by_role("button", name="Have them work there").click(no_wait_after=True)
    expect(page).to_have_url(re.compile(r"/accounts/[^/]+$"), timeout=30_000)  # the first account of a new server
    expect(page.locator("main")).to_contain_text("Cora Life")
