"""Lists by pointer and by keys: choosing rows, changing cells, undoing both."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit, spills, violations

BAR, SAID = "#bulk", "#said .notice"


def row(page: Page, name: str) -> str:
    """What finds the row of a record."""
    return f'tr:has(b:text-is("{name}"))'


def choose(page: Page, *names: str) -> None:
    for name in names:
        page.locator(row(page, name)).get_by_role("checkbox").check()


@pytest.mark.parametrize("path", ["/contacts", "/accounts?industry_not=Robotics", "/leads?status=ignored"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_list_is_accessible_with_everything_unfolded(visit: Visit, path: str, theme: str) -> None:
    page = visit(path, theme=theme)
    page.get_by_text("Add filter").click()
    page.locator("details[name=filter] summary").nth(1).click()
    assert violations(page) == []
    page.get_by_text("Columns").first.click()
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert spills(page) <= 0


def test_what_is_chosen_stays_so_while_somebody_sorts_and_leafs(visit: Visit) -> None:
    page = visit("/contacts?limit=4")
    choose(page, "Gil Ortiz", "Jonas Weber")
    expect(page.locator(BAR)).to_contain_text("2 chosen")
    page.get_by_role("link", name="Next").click()
    expect(page.locator(BAR)).to_contain_text("2 chosen")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator(BAR)).to_contain_text("3 chosen")
    page.get_by_role("link", name="Name", exact=True).click()
    expect(page.locator(BAR)).to_contain_text("3 chosen")
    assert violations(page) == []
    page.get_by_role("button", name="Choose none").click()
    expect(page.locator(BAR)).to_be_hidden()


def test_a_box_with_shift_chooses_all_up_to_the_last_one(visit: Visit) -> None:
    page = visit("/contacts")
    boxes = page.locator("tbody").get_by_role("checkbox")
    boxes.nth(1).click()
    boxes.nth(4).click(modifiers=["Shift"])
    expect(page.locator(BAR)).to_contain_text("4 chosen")
    page.get_by_role("checkbox", name="Choose all on this page").check()
    expect(page.locator(BAR)).to_contain_text("10 chosen")


def test_rows_of_several_pages_change_hands_at_once_and_come_back(visit: Visit) -> None:
    page = visit("/contacts?limit=4")
    choose(page, "Gil Ortiz")
    page.get_by_role("link", name="Next").click()
    choose(page, "Olga Sand")
    page.locator(BAR).get_by_label("Assign to").select_option("Bob")
    page.locator(BAR).get_by_role("button", name="Assign").click()
    expect(page.get_by_text("2 records now belong to Bob.")).to_be_visible()
    expect(page.locator(BAR)).to_be_hidden()
    expect(page.locator(row(page, "Olga Sand"))).to_contain_text("Bob")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(row(page, "Olga Sand"))).not_to_contain_text("Bob")


def test_a_cell_is_changed_by_keys_given_up_stored_and_undone(visit: Visit) -> None:
    page = visit("/contacts?columns=lifecycle,owner")
    page.keyboard.press("j")
    page.keyboard.press("e")
    field = page.locator(".in-cell select")
    expect(field).to_be_focused()
    assert violations(page) == []
    field.select_option("lost")
    page.keyboard.press("Escape")
    expect(field).to_be_hidden()
    expect(page.locator("tbody tr").first).not_to_contain_text("lost")
    page.keyboard.press("e")
    field.select_option("loyal")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("tbody tr").first).to_contain_text("loyal")
    expect(page.locator(SAID)).to_contain_text("Saved.")
    assert violations(page) == []
    page.locator(SAID).get_by_role("button", name="Undo").click()
    expect(page.locator("tbody tr").first).not_to_contain_text("loyal")


def test_a_double_click_changes_a_cell_and_arrows_go_along_a_row(visit: Visit) -> None:
    page = visit("/accounts")
    page.locator(row(page, "Globex")).locator(".c-employee_count").dblclick()
    expect(page.locator(".in-cell input[name=employee_count]")).to_have_value("40")
    page.keyboard.press("Escape")
    expect(page.locator(row(page, "Globex")).locator(".c-employee_count .pencil")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(row(page, "Globex")).locator(".c-city .pencil")).to_be_focused()


def test_without_scripts_filters_pages_and_chosen_rows_work(visit: Visit) -> None:
    page = visit("/contacts?limit=4", js=False)
    page.get_by_text("Add filter").click()
    page.locator("details[name=filter] summary", has_text="Works at").click()
    page.locator("#by-account").fill("Acme")
    page.locator("details[name=filter][open]").get_by_role("button", name="Apply").click()
    expect(page.get_by_text("Works at Acme", exact=True)).to_be_visible()
    assert page.url.endswith("/contacts?limit=4&account=acme")
    choose(page, "Tomás Reyes")
    page.locator(BAR).get_by_role("button", name="Move to trash").click()
    expect(page.get_by_text("1 record is in the trash.")).to_be_visible()
    expect(page.locator(row(page, "Tomás Reyes"))).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(row(page, "Tomás Reyes"))).to_have_count(1)
