"""A lead converted as its users do: what is offered, chosen by keys, undone; and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from worlds.build import account, contact, handle, lead

from graphcrm.graph import Graph
from tests.browser.conftest import PHONE, Visit, spills, violations

WORDS = {
    "en": (
        "Convert",
        "the same e-mail address: vera@viking.example",
        "The lead is a contact now.",
        "Converted on",
        "Undo",
    ),
    "zh": ("转化", "电子邮箱相同：vera@viking.example", "线索已转为联系人。", "已于", "撤销"),
}


@pytest.fixture(autouse=True)
def vera(cast: Graph) -> None:
    """The lead Vera Holm of Viking, whose address a contact has, and whose domain an account."""
    cast.write("MATCH (n) WHERE n.uid IN ['vera', 'v-holm', 'viking', 'email:vera@viking.example'] DETACH DELETE n")
    lead(cast, "vera", "Vera Holm", company_name="Viking Lines Ltd", title="CFO", status="qualified")
    contact(cast, "v-holm", "V. Holm"), account(cast, "viking", "Viking Lines", domains=("viking.example",))
    for uid in ("vera", "v-holm"):
        handle(cast, uid, "email", "vera@viking.example", primary=True)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_lead_becomes_who_is_offered_and_an_undo_brings_it_back(visit: Visit, language: str) -> None:
    convert, reason, done, converted, undo = WORDS[language]
    page = visit("/leads/vera", language=language)
    page.get_by_role("link", name=convert, exact=True).click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text(reason)
    expect(dialog.locator('input[name=contact][value="uid:v-holm"]')).to_be_checked()
    expect(dialog.locator('input[name=account][value="uid:viking"]')).to_be_checked()
    assert violations(page) == []
    dialog.locator("[name=title]").fill("CEO")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text(done)).to_be_visible()
    expect(page.locator("h1")).to_have_text("V. Holm")
    expect(page.locator("main")).to_contain_text("CEO")
    page.goto("/leads/vera")
    expect(page.locator("main")).to_contain_text(converted)
    expect(page.get_by_role("link", name=convert, exact=True)).to_have_count(0)
    assert violations(page) == []
    page.goto("/leads/vera/history")
    page.get_by_role("button", name=undo).first.click()
    page.goto("/leads/vera")
    expect(page.get_by_role("link", name=convert, exact=True)).to_be_visible()


def test_without_scripts_new_ones_are_made_and_a_refusal_keeps_what_was_typed(visit: Visit) -> None:
    page = visit("/leads/vera/convert", js=False, phone=True)
    assert spills(page) <= 0
    page.locator('label:has(input[name=contact][value="new"])').click()
    page.locator('label:has(input[name=account][value="other"])').click()
    page.locator("[name=name]").fill("Vera Maria Holm")
    page.locator("[name=other_account]").fill("Nowhere at all")
    page.get_by_role("button", name="Convert").click()
    expect(page.locator(".note[role=alert]")).to_contain_text("Nothing was saved yet. Which account:")
    expect(page.locator("[name=name]")).to_have_value("Vera Maria Holm")
    page.locator("[name=other_account]").fill("viking")
    page.get_by_role("button", name="Convert").click()
    expect(page.locator("h1")).to_have_text("Vera Maria Holm")
    assert page.viewport_size == PHONE


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_question_fits_a_phone(visit: Visit, theme: str) -> None:
    page = visit("/leads/vera/convert", language="zh", theme=theme, phone=True)
    assert spills(page) <= 0
    assert violations(page) == []
