"""The network page by pointer, by keys and as a table."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit, spills, violations
from tests.browser.networks import colours, office, shown, star

SELECTED = "#net-selected"


def place(page: Page, id_: str) -> tuple[float, float]:
    """Where a record is drawn, from the corner of the canvas."""
    x, y = page.locator("network-explorer").evaluate(
        "(e, id) => { const n = e.scene.index.get(id), {k, x, y} = e.painter.view;"
        " return [e.scene.x[n] * k + x, e.scene.y[n] * k + y] }",
        id_,
    )
    return x, y


def click(page: Page, id_: str, **how: str) -> None:
    x, y = place(page, id_)
    page.locator(".net-canvas").click(position={"x": x, "y": y}, **how)  # type: ignore[arg-type]


def test_the_picture_is_drawn_and_changes_with_the_theme(visit: Visit) -> None:
    page = shown(visit, office())
    assert colours(page) > 20
    light = page.locator(".net-canvas").screenshot()
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.locator(".net-canvas").screenshot() != light


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_accessible_with_a_record_selected_and_its_table_open(visit: Visit, theme: str) -> None:
    page = shown(visit, office(), theme=theme)
    click(page, "account:acme")
    page.get_by_role("button", name="Table", exact=True).click()
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert spills(page) <= 0


def test_a_click_selects_a_record_and_the_panel_tells_what_joins_it(visit: Visit) -> None:
    page = shown(visit, office())
    click(page, "contact:maya")
    expect(page.locator(SELECTED)).to_have_text("Maya Ng")
    expect(page.locator(".net-marks")).to_have_text("asked not to be contacted")
    joined = page.locator(".net-joined li")
    expect(joined).to_have_count(3)
    expect(joined.filter(has_text="Acme")).to_contain_text("CTO · Mar 2010 to Jun 2015")
    page.locator(".net-canvas").click(position={"x": 5, "y": 300})
    expect(page.locator(SELECTED)).to_have_text("Selected")


def test_arrows_walk_from_a_record_to_its_neighbours_and_letters_act_on_it(visit: Visit) -> None:
    page = shown(visit, office())
    page.locator(".net-canvas").focus()
    page.keyboard.press("Enter")
    first = page.locator(SELECTED).inner_text()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        if page.locator(SELECTED).inner_text() != first:
            break
    assert page.locator(SELECTED).inner_text() != first
    page.keyboard.press("p")
    expect(page.locator("[data-live]")).to_have_text(re.compile("is pinned"))
    page.keyboard.press("h")
    expect(page.locator("[data-left]")).to_contain_text("1 record is hidden.")
    page.keyboard.press("Control+z")
    expect(page.locator("[data-left]")).to_be_hidden()
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator("[data-left]")).to_contain_text("1 record is hidden.")


def test_a_letter_after_g_leads_to_another_page_from_the_picture_too(visit: Visit) -> None:
    page = shown(visit, office())
    click(page, "contact:tom")
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url(re.compile(r"://[^/]+/$"))


def test_what_is_hidden_is_shown_again_all_at_once(visit: Visit) -> None:
    page = shown(visit, office())
    page.locator("network-explorer").evaluate("e => e.model.hide(['contact:tom', 'contact:ann'])")
    expect(page.locator("[data-left]")).to_contain_text("2 records are hidden.")
    page.get_by_role("button", name="Show what is hidden").click()
    expect(page.locator("[data-left]")).to_be_hidden()
    assert page.locator("network-explorer").evaluate("e => e.scene.real") == 6


def test_the_edge_under_the_pointer_stands_out(visit: Visit) -> None:
    page = shown(visit, office())
    before = page.locator(".net-canvas").screenshot()
    (ax, ay), (bx, by) = place(page, "contact:ann"), place(page, "account:globex")
    page.locator(".net-canvas").hover(position={"x": (ax + bx) / 2, "y": (ay + by) / 2})
    page.wait_for_timeout(200)
    assert page.locator(".net-canvas").screenshot() != before


def test_the_menu_of_a_record_opens_by_the_right_button_and_by_shift_f10(visit: Visit) -> None:
    page = shown(visit, office())
    click(page, "contact:tom", button="right")
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
    menu.get_by_role("menuitem", name="Path starts here").click()
    expect(page.locator("#net-from")).to_have_value("Tom Ode")
    page.keyboard.press("Shift+F10")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.locator(".net-canvas")).to_be_focused()


def test_a_record_that_is_dragged_stays_where_it_was_put_until_that_is_undone(visit: Visit) -> None:
    page = shown(visit, office())
    x, y = place(page, "contact:ann")
    box = page.locator(".net-canvas").bounding_box()
    assert box
    page.mouse.move(box["x"] + x, box["y"] + y)
    page.mouse.down()
    page.mouse.move(box["x"] + x + 60, box["y"] + y + 40, steps=5)
    page.mouse.up()
    assert place(page, "contact:ann") == (pytest.approx(x + 60, abs=2), pytest.approx(y + 40, abs=2))
    page.get_by_role("button", name="Undo", exact=True).click()
    page.wait_for_timeout(100)
    assert place(page, "contact:ann") == (pytest.approx(x, abs=2), pytest.approx(y, abs=2))


def test_the_thumbs_of_time_leave_out_what_did_not_hold_then(visit: Visit) -> None:
    page = shown(visit, office())
    last = page.locator("[data-thumb=to]")
    last.focus()
    for key in ("Home", "Home", "Home", "ArrowLeft"):  # each half way to the other thumb, then a month
        page.keyboard.press(key)
    expect(last).to_have_attribute("aria-valuetext", "Jan 2012")
    expect(page.locator(".net-kinds [data-kind=job] [data-count]")).to_have_text("2")
    expect(page.locator("[data-group=user]")).to_be_hidden()
    page.get_by_role("button", name="All times").click()
    expect(page.locator(".net-kinds [data-kind=job] [data-count]")).to_have_text("4")


def test_time_plays_and_stops_at_its_end(visit: Visit) -> None:
    page = shown(visit, office())
    last = page.locator("[data-thumb=to]")
    last.focus()
    page.keyboard.press("PageDown")
    begun = page.locator("output[data-to]").inner_text()
    page.get_by_role("button", name="Play through time").click()
    expect(page.locator("output[data-to]")).not_to_have_text(begun)
    expect(page.locator("[data-play]")).to_have_attribute("aria-pressed", "false")


def test_a_kind_of_edge_is_left_out_and_comes_back(visit: Visit) -> None:
    page = shown(visit, office())
    page.locator("[data-filter=job]").uncheck()
    expect(page.locator(".net-kinds [data-kind=job] [data-count]")).to_have_text("")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("[data-filter=job]")).to_be_checked()
    expect(page.locator(".net-kinds [data-kind=job] [data-count]")).to_have_text("4")


def test_the_table_has_what_the_picture_has_and_selects_with_it(visit: Visit) -> None:
    page = shown(visit, office())
    page.keyboard.press("Tab")
    page.locator(".net-canvas").focus()
    page.keyboard.press("t")
    rows = page.locator("[data-of=records] tbody tr")
    expect(rows).to_have_count(6)
    rows.filter(has_text="Ann Poe").get_by_role("button").click()
    expect(page.locator(SELECTED)).to_have_text("Ann Poe")
    expect(rows.filter(has_text="Ann Poe").get_by_role("button")).to_have_attribute("aria-current", "true")
    page.get_by_role("button", name="Name").click()
    expect(rows.first).to_contain_text("Acme")
    page.get_by_role("button", name="Connections", exact=True).click()
    expect(page.locator("[data-of=edges] tbody tr")).to_have_count(6)
    expect(page.locator("[data-of=edges] tbody")).to_contain_text("3 times, last 3 May 2026")


def test_more_leaves_than_can_be_read_are_folded_and_stay_in_the_table(visit: Visit) -> None:
    page = shown(visit, star(340))
    expect(page.locator("[data-left]")).to_contain_text("40 records joined only to Hub are folded.")
    assert page.locator("network-explorer").evaluate("e => e.scene.count") == 302
    page.locator(".net-canvas").focus()
    page.keyboard.press("t")
    page.get_by_role("button", name="More rows").click()
    page.get_by_role("button", name="More rows").click()
    expect(page.locator("[data-of=records] tbody tr")).to_have_count(341)


def test_clusters_are_coloured_and_named(visit: Visit) -> None:
    page = shown(visit, star(12))
    before = page.locator(".net-canvas").screenshot()
    page.get_by_role("button", name="Clusters").click()
    expect(page.locator("[data-clusters]")).to_contain_text("Around Hub")
    assert page.locator(".net-canvas").screenshot() != before


@pytest.mark.parametrize(
    ("choice", "name", "holds"),
    [
        ("Picture as PNG", r"network-[\d-]+\.png", b"\x89PNG"),
        ("Picture as SVG", r"network-[\d-]+\.svg", b">Maya Ng</text>"),
        ("Records as CSV", r"network-records-[\d-]+\.csv", b"contact:maya,contact,Maya Ng"),
        ("Connections as CSV", r"network-edges-[\d-]+\.csv", b"Maya Ng,Acme,j1,job"),
    ],
)
def test_what_is_seen_is_saved_as_a_file(visit: Visit, choice: str, name: str, holds: bytes) -> None:
    page = shown(visit, office())
    page.locator(".net-share summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=choice).click()
    assert re.fullmatch(name, download.value.suggested_filename)
    assert holds in download.value.path().read_bytes()
