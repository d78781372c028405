"""Forms on pages of their own: what was typed is back after a reload, an ended session, and until it was saved."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graphcrm.graph import Graph
from graphcrm.services import records
from graphcrm.services.changes import Author, change
from graphcrm.services.users import create_token
from tests.browser.conftest import Visit


@pytest.fixture
def ada(cast: Graph) -> str:
    """Where Ada's fields are changed."""
    uid = change(cast, Author(), lambda made: records.create(made, "contact", {"name": "Ada"}))
    return f"/contacts/{uid}/edit"


def typed(page: Page) -> Page:
    page.get_by_label("Hobbies").fill("chess")
    return page


def test_what_was_typed_is_back_after_a_reload_and_can_be_discarded(visit: Visit, ada: str) -> None:
    page = typed(visit(ada))
    page.reload()
    expect(page.get_by_text("What you had typed here and not saved is back.")).to_be_visible()
    expect(page.get_by_label("Hobbies")).to_have_value("chess")
    page.get_by_role("button", name="Discard it").click()
    expect(page.get_by_label("Hobbies")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Hobbies")).to_have_value("")


def test_what_was_saved_is_no_draft_any_more(visit: Visit, ada: str) -> None:
    page = typed(visit(ada))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.goto(ada)
    expect(page.get_by_label("Hobbies")).to_have_value("chess")
    expect(page.locator(".notice.draft")).to_have_count(0)


def test_without_a_connection_a_page_says_so_and_keeps_the_form(visit: Visit, ada: str) -> None:
    page = typed(visit(ada))
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#offline")).to_be_visible()
    expect(page.get_by_label("Hobbies")).to_have_value("chess")
    page.context.set_offline(False)
    expect(page.locator("#offline")).to_be_hidden()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Saved.")).to_be_visible()


def test_a_session_that_ended_shows_what_was_typed_and_offers_it_after_signing_in(
    visit: Visit, cast: Graph, ada: str
) -> None:
    page = typed(visit(ada))
    page.context.clear_cookies()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Your session has ended")).to_be_visible()
    expect(page.locator(".versions")).to_contain_text("chess")
    page.goto(ada)
    page.locator("details.other summary").click()
    page.locator("#token").fill(create_token(cast, user="alice"))
    page.locator("form.token button").click()
    expect(page.get_by_label("Hobbies")).to_have_value("chess")


def test_drafts_are_nobody_elses(visit: Visit, cast: Graph, ada: str) -> None:
    page = typed(visit(ada))
    page.context.clear_cookies()
    page.goto(ada)
    page.locator("details.other summary").click()
    page.locator("#token").fill(create_token(cast, user="charlie"))
    page.locator("form.token button").click()
    expect(page.get_by_label("Hobbies")).to_have_value("")
    expect(page.locator(".notice.draft")).to_have_count(0)
