"""The three stories, told in Chromium from the first page to the answer (tests/worlds/cast.py).

In both languages and themes; the first by keys alone too, all of them at a phone's width, and without JavaScript what one
reads and writes.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, spills, violations

BOTH = [("en", "light"), ("en", "dark"), ("zh", "light"), ("zh", "dark")]
DAY = "2024-06-01"
PATHS = re.compile(r"/accounts/acme/warm-paths")


def as_of(page: Page, day: str = DAY) -> None:
    """Choose the day that the page shows, as its control does."""
    field = page.locator("input[name=as_of]").first
    field.fill(day)
    field.press("Enter")
    page.wait_for_url(re.compile(f"as_of={day}"))


@pytest.mark.parametrize(("language", "theme"), BOTH)
def test_a_seller_finds_who_can_get_them_into_a_company(visit: Visit, language: str, theme: str) -> None:
    page = visit("/", language=language, theme=theme)
    page.locator(".ask input[name=q]").fill("acme")
    page.locator(".ask button").click()
    page.wait_for_url(PATHS)
    as_of(page)
    first = page.locator("article.path").first
    for name in ("Alice", "Maya Lind", "Tomás Reyes", "Globex"):
        expect(first).to_contain_text(name)
    expect(first).to_contain_text(re.compile(r"2018"))
    assert violations(page) == []
    with page.expect_navigation():
        first.get_by_role("link", name="Maya Lind").first.click()
    expect(page.locator("h1")).to_have_text("Maya Lind")


def test_a_seller_needs_no_mouse(visit: Visit) -> None:
    page = visit("/contacts")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/warm-paths")
    page.keyboard.type("acme")  # the field has the focus
    page.keyboard.press("Enter")
    page.wait_for_url(PATHS)
    expect(page.locator("article.path").first).to_be_visible()
    for _ in range(60):  # on to the first person of the first way, by Tab alone
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('article.path a[href^=\"/contacts/\"]')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/contacts/*")


def test_the_palette_leads_anywhere_by_a_few_letters(visit: Visit) -> None:
    page = visit("/")
    page.keyboard.press("Control+k")
    palette = page.locator("dialog.palette")
    expect(palette).to_be_visible()
    page.keyboard.type("tomás")
    expect(palette.get_by_role("option", selected=True)).to_contain_text("Tomás Reyes")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contacts/tomas")
    page.keyboard.press("Control+k")
    page.keyboard.press("Escape")
    expect(palette).to_be_hidden()


@pytest.mark.parametrize(("language", "theme"), BOTH)
def test_anyone_reads_what_somebodys_story_is(visit: Visit, language: str, theme: str) -> None:
    page = visit("/search?q=priya", language=language, theme=theme)
    page.locator("main").get_by_role("link", name="Priya Raman").first.click()
    page.wait_for_url("**/contacts/priya")
    as_of(page)
    career = page.locator("main")
    for name in ("Acme", "Initech", "Jonas Weber", "Bob"):
        expect(career).to_contain_text(name)
    assert page.locator("svg rect.bar").count() > 1
    assert violations(page) == []


def test_a_move_is_recorded_over_the_page_and_taken_back(visit: Visit) -> None:
    page = visit("/contacts/gil")
    page.locator("main").get_by_role("link", name="Move", exact=True).click()
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=to_account]").fill("Hooli (hooli)")
    dialog.locator("[name=effective_on]").fill("2024-02-01")
    dialog.locator("[name=title]").fill("Doorman")
    dialog.get_by_role("button", name="Record the move").click()
    expect(page.locator("main")).to_contain_text("Doorman")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("main")).not_to_contain_text("Doorman")


@pytest.mark.parametrize(
    "path", ["/", "/contacts/tomas", "/accounts/acme", "/accounts/acme/warm-paths?as_of=2024-06-01"]
)
def test_a_page_is_read_on_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, phone=True)
    assert spills(page) <= 0
    expect(page.locator("nav.side")).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_without_scripts_one_searches_reads_and_finds_paths(visit: Visit) -> None:
    page = visit("/", js=False)
    page.locator(".find input").fill("acme")
    page.locator(".find input").press("Enter")
    page.locator("main").get_by_role("link", name="Acme").first.click()
    page.wait_for_url("**/accounts/acme")
    expect(page.locator("main")).to_contain_text("Priya Raman")
    page.goto(f"/accounts/acme/warm-paths?as_of={DAY}")
    expect(page.locator("article.path").first).to_contain_text("Maya Lind")


def test_without_scripts_a_contact_is_made_and_changed(visit: Visit) -> None:
    page = visit("/contacts/new", js=False)
    page.locator("[name=name]").fill("Nora Ek")
    page.locator("form.form button[type=submit]").first.click()
    expect(page.locator("h1")).to_have_text("Nora Ek")
    page.locator("main").get_by_role("link", name="Edit").first.click()
    page.locator("[name=name]").fill("Nora Ek-Berg")
    page.locator("form.form button[type=submit]").first.click()
    expect(page.locator("h1")).to_have_text("Nora Ek-Berg")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("h1")).to_have_text("Nora Ek")


def test_what_is_typed_without_a_connection_is_kept(visit: Visit) -> None:
    page = visit("/contacts/maya/edit")
    page.locator("[name=hobbies]").fill("Chess")
    page.context.set_offline(True)
    page.locator("form.form button[type=submit]").first.click()
    expect(page.locator("#offline")).to_be_visible()
    expect(page.locator("[name=hobbies]")).to_have_value("Chess")
    page.context.set_offline(False)
    page.goto("/contacts/maya")
    page.goto("/contacts/maya/edit")  # offered again, where it belongs
    expect(page.locator("[name=hobbies]")).to_have_value("Chess")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_analyst_sees_how_two_people_are_joined(visit: Visit, language: str) -> None:
    page = visit(f"/network?from=contact:maya&to=contact:tomas&as_of={DAY}", language=language, js=False)
    for name in ("Maya Lind", "Globex", "Tomás Reyes"):
        expect(page.locator("main")).to_contain_text(name)
