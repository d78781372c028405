"""A service request as who answers it goes: written down at an account, waiting, solved; and a contract on a phone."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect
from worlds.build import contract

from graphcrm.graph import Graph
from tests.browser.conftest import Visit, spills, violations


@pytest.fixture
def clean(cast: Graph) -> Graph:
    cast.write("MATCH (n:Contract|Order|ServiceRequest) DETACH DELETE n")
    contract(cast, "n-9", "acme", "maya", owner="alice", amount=1200.0, currency="EUR", notice_on=date(2030, 1, 1))
    return cast


def test_a_request_is_written_down_at_an_account_and_solved(visit: Visit, clean: Graph) -> None:
    page = visit("/accounts/acme")
    page.get_by_role("link", name="New service request").click()
    form = page.locator("dialog[open] form.form, main form.form").first
    expect(form.locator("[name=account]")).to_have_value("Acme (acme)")
    form.locator("[name=name]").fill("No sound")
    form.locator("[name=priority]").select_option("urgent")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_have_text("No sound")
    expect(page.locator("main")).to_contain_text("first answer: 59 minutes left")
    assert violations(page) == []
    page.get_by_role("button", name="Wait for them").click()
    expect(page.locator("main")).to_contain_text("stands still")
    page.get_by_role("link", name="Solve").click()
    form = page.locator("dialog[open] form.form, main form.form").first
    form.locator("[name=solution]").fill("Restarted")
    form.locator("[name=satisfaction]").fill("5")
    page.keyboard.press("Control+Enter")
    expect(page.locator("main")).to_contain_text("5 of 5")
    expect(page.locator("main")).to_contain_text("in time")
    expect(page.get_by_role("button", name="Open it again")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_contracts_fit_a_phone(visit: Visit, clean: Graph, theme: str) -> None:
    for address in (
        "/contracts/n-9",
        "/contracts?renews_within=3000&sort=due",
        "/service-requests",
        "/accounts/acme/potential",
    ):
        page = visit(address, theme=theme, phone=True)
        assert spills(page) <= 0, address
        assert violations(page) == [], address
