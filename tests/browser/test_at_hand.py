"""What somebody has at hand, by keys: a star in place, and the palette that begins with it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from worlds.build import view

from graphcrm.graph import Graph
from tests.browser.conftest import Visit, spills, violations


def test_a_star_is_set_in_place_and_leads_back_from_the_palette(visit: Visit) -> None:
    page = visit("/contacts/maya")
    page.get_by_role("button", name="Star", exact=True).focus()
    page.keyboard.press("Enter")
    star = page.get_by_role("button", name="Star", exact=True, pressed=True)
    expect(star).to_be_visible()
    expect(star).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.locator("#palette .group").first).to_have_text("Starred")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contacts/maya")
    page.get_by_role("button", name="Star", exact=True).click()
    expect(page.get_by_role("button", name="Star", exact=True, pressed=False)).to_be_visible()


def test_a_star_needs_no_script(visit: Visit) -> None:
    page = visit("/accounts/acme", js=False)
    for pressed in (True, False):
        page.get_by_role("button", name="Star", exact=True).click()
        page.wait_for_url("**/accounts/acme")
        expect(page.get_by_role("button", name="Star", exact=True, pressed=pressed)).to_be_visible()


@pytest.mark.parametrize("shape", ["desk", "phone"])
def test_saved_views_are_read_by_everybody(visit: Visit, cast: Graph, shape: str) -> None:
    view(cast, f"v-{shape}", "alice", "Companies in robotics that somebody of ours knows well", shared=True)
    page = visit("/views", phone=shape == "phone")
    expect(
        page.get_by_role("link", name="Companies in robotics that somebody of ours knows well").first
    ).to_be_visible()
    page.get_by_label("Rename Companies in robotics that somebody of ours knows well").first.click()
    assert violations(page) == []
    assert spills(page) == 0
