"""Every page in Chromium: nothing that axe-core finds, nothing in the console, nothing wider than a phone."""

from __future__ import annotations

import pytest

from tests.browser.conftest import PHONE, Visit, spills, violations

PAGES = [
    "/", "/contacts", "/accounts?as_of=2024-06-01", "/leads", "/contacts?account=nobody", "/search?q=ma", "/accounts/acme", "/accounts/acme?as_of=2024-06-01", "/accounts/acme/warm-paths",
    "/accounts/globex/warm-paths?as_of=2024-06-01", "/contacts/maya", "/contacts/tomas?as_of=2024-06-01",
    "/contacts/tomas/colleagues", "/contacts/maya/interactions", "/contacts/zhang", "/leads/lead-1", "/moves",
    "/contacts/maya/edit", "/contacts/maya/move", "/contacts/maya/jobs/new", "/contacts/maya/history",
    "/contacts/nobody", "/users", "/users/bob", "/trash", "/me", "/access", "/access/roles/rep", "/audit",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_in_both_themes_and_fits_a_phone(visit: Visit, path: str) -> None:
    page = visit(path)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert spills(page) <= 0
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_in_chinese_is_accessible_and_fits_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, language="zh")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert spills(page) <= 0


def test_the_door_is_accessible(visit: Visit) -> None:
    assert violations(visit("/sign-in", user=None)) == []
