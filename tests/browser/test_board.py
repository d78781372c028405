"""The board of opportunities: a card is moved by mouse, by keys and by its form; who is late is told who was faster."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from worlds.build import opportunity

from graphcrm.graph import Graph
from graphcrm.services import opportunities
from graphcrm.services.changes import Author, change
from tests.browser.conftest import Visit, spills, violations

BOARD = "/opportunities/board"


@pytest.fixture(autouse=True)
def deal(cast: Graph) -> str:
    """One of Alice's in its first stage, and no other."""
    cast.write("MATCH (o:Opportunity) DETACH DELETE o")
    cast.write("MATCH (h:History) WHERE h.uid STARTS WITH 'Opportunity ' DETACH DELETE h")
    return opportunity(cast, "line", "acme", "maya", owner="alice", amount=1200.0, currency="EUR")


def stage(cast: Graph) -> str:
    (found,) = cast.read("MATCH (o:Opportunity {uid: 'line'}) RETURN o.stage", str)
    return found


def lane(key: str) -> str:
    return f".lane[data-stage={key}]"


def test_a_card_is_dragged_to_another_stage_and_back_by_undo(visit: Visit, cast: Graph) -> None:
    page = visit(BOARD)
    assert violations(page) == []
    page.drag_and_drop("#card-line", lane("quote"))
    expect(page.locator(f"{lane('quote')} #card-line")).to_be_visible()
    expect(page.locator("#moved")).to_have_text("line is in quote now.")
    expect(page.locator(f"{lane('quote')} .sums")).to_contain_text("1,200")
    assert stage(cast) == "quote"
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator(f"{lane('first_contact')} #card-line")).to_be_visible()


def test_keys_move_it_and_the_focus_stays_on_it(visit: Visit, cast: Graph) -> None:
    page = visit(BOARD)
    page.locator("#card-line a").first.focus()
    for key in ("needs", "proposal"):
        page.keyboard.press("Alt+ArrowRight")
        expect(page.locator(f"{lane(key)} #card-line a").first).to_be_focused()
    page.keyboard.press("Alt+ArrowLeft")
    expect(page.locator(f"{lane('needs')} #card-line a").first).to_be_focused()
    assert stage(cast) == "needs"


def test_a_lost_one_is_asked_why(visit: Visit, cast: Graph) -> None:
    page = visit(BOARD)
    page.locator("#card-line summary").click()
    page.locator("#card-line select[name=stage]").select_option("lost")
    page.locator("#card-line form.mover button[type=submit]").click()
    expect(page.locator("#moved")).to_contain_text("say why it was lost")
    reason = page.locator("#card-line input[name=reason]")
    expect(reason).to_be_focused()
    assert stage(cast) == "first_contact"
    reason.fill("Too dear")
    page.keyboard.press("Enter")
    expect(page.locator(f"{lane('lost')} #card-line")).to_be_visible()
    assert stage(cast) == "lost"


def test_who_is_late_is_told_who_was_faster_and_sees_where_it_is(visit: Visit, cast: Graph) -> None:
    page = visit(BOARD)
    change(cast, Author("bob"), lambda made: opportunities.move(made, "line", "proposal"))
    page.drag_and_drop("#card-line", lane("quote"))
    expect(page.locator("#moved")).to_contain_text("has moved it to proposal")
    expect(page.locator(f"{lane('proposal')} #card-line")).to_be_visible()
    assert stage(cast) == "proposal"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_a_phone_and_does_without_scripts(visit: Visit, cast: Graph, theme: str) -> None:
    page = visit(BOARD, theme=theme, phone=True, js=False)
    assert spills(page) <= 0
    page.locator("#card-line summary").click()
    page.locator("#card-line select[name=stage]").select_option("needs")
    page.locator("#card-line form.mover button[type=submit]").click()
    expect(page.locator(f"{lane('needs')} #card-line")).to_be_visible()
    assert stage(cast) == "needs"
    for there in ("/opportunities/line", "/opportunities/forecast", "/opportunities/stages", "/opportunities"):
        page.goto(there)
        assert spills(page) <= 0, there
