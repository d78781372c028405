"""The board of opportunities: a card is moved by mouse, by keys and by its form; who is late is told who was faster."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from worlds.build import opportunity

from graphcrm.graph import Graph
from graphcrm.services import opportunities, stages
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


def trail(cast: Graph) -> list[tuple[str, str, str]]:
    (found,) = cast.read("MATCH (o:Opportunity {uid: 'line'}) RETURN coalesce(o.trail, [])", list)
    return [one.partition(" ") for one in found]


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
    page.keyboard.press("Alt+ArrowRight")
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator("#moved")).to_contain_text("proposal: press Enter")
    page.keyboard.press("Escape")
    expect(page.locator("#moved")).to_have_text("line stays where it is.")
    assert trail(cast) == []
    for key in ("Alt+ArrowRight", "Alt+ArrowRight", "Alt+ArrowLeft", "Alt+ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(f"{lane('proposal')} #card-line a").first).to_be_focused()
    assert [key for key, _space, _at in trail(cast)] == ["proposal"]  # none on the way


def test_a_retired_stage_is_passed_by_keys_and_takes_no_card(visit: Visit, cast: Graph) -> None:
    change(cast, Author("frank"), lambda made: stages.alter(made, "needs", {"retired": True}))
    opportunity(cast, "kept", stage="needs", owner="alice")
    try:
        page = visit(BOARD)
        page.locator("#card-line a").first.focus()
        page.keyboard.press("Alt+ArrowRight")
        page.keyboard.press("Enter")
        expect(page.locator(f"{lane('proposal')} #card-line")).to_be_visible()
        page.drag_and_drop("#card-line", lane("needs"))
        expect(page.locator(f"{lane('proposal')} #card-line")).to_be_visible()
        assert stage(cast) == "proposal"
    finally:
        cast.write("MATCH (s:Stage) DETACH DELETE s")


def test_a_card_that_is_moved_twice_at_once_makes_both_moves(visit: Visit, cast: Graph) -> None:
    page = visit(BOARD)
    page.evaluate(
        """() => {
          const drop = stage => {
            const card = document.querySelector('#card-line')
            const data = new DataTransfer()
            card.dispatchEvent(new DragEvent('dragstart', {bubbles: true, dataTransfer: data}))
            document.querySelector(`.lane[data-stage=${stage}]`)
              .dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}))
          }
          drop('needs'); drop('quote')
        }"""
    )
    expect(page.locator(f"{lane('quote')} #card-line")).to_be_visible()
    expect(page.locator("#moved")).to_have_text("line is in quote now.")
    assert [key for key, _space, _at in trail(cast)] == ["needs", "quote"]


def test_without_a_connection_it_stays_and_says_so(visit: Visit, cast: Graph) -> None:
    page = visit(BOARD)
    page.evaluate("() => { window.kept = window.fetch; window.fetch = () => Promise.reject(new TypeError('offline')) }")
    page.drag_and_drop("#card-line", lane("quote"))
    expect(page.locator("#moved")).to_contain_text("there is no connection")
    expect(page.locator(f"{lane('first_contact')} #card-line")).to_be_visible()
    page.evaluate("() => { window.fetch = window.kept }")
    page.drag_and_drop("#card-line", lane("quote"))
    expect(page.locator(f"{lane('quote')} #card-line")).to_be_visible()
    assert stage(cast) == "quote"


def test_a_lost_one_is_asked_why(visit: Visit, cast: Graph) -> None:
    page = visit(BOARD)
    page.locator("#card-line a").first.focus()
    for key in [*["Alt+ArrowRight"] * 6, "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#moved")).to_contain_text("say why it was lost")
    form = page.locator("form-dialog dialog")
    reason = form.locator("input[name=reason]")
    expect(reason).to_be_focused()
    expect(form.locator("select[name=stage]")).to_have_value("lost")
    assert stage(cast) == "first_contact"
    reason.fill("Too dear")
    page.keyboard.press("Enter")
    expect(page.locator(f"{lane('lost')} #card-line a").first).to_be_focused()
    assert stage(cast) == "lost"


def test_what_is_refused_in_the_form_keeps_what_was_typed(visit: Visit, cast: Graph) -> None:
    page = visit(BOARD)
    page.locator("#card-line .to-move").click()
    form = page.locator("form-dialog dialog")
    form.locator("select[name=stage]").select_option("won")
    form.locator("input[name=reason]").fill("Best service")
    change(cast, Author("bob"), lambda made: opportunities.move(made, "line", "proposal"))
    form.get_by_role("button", name="Move").click()
    expect(form).to_contain_text("has moved it to proposal")
    expect(form.locator("input[name=reason]")).to_have_value("Best service")
    form.get_by_role("button", name="Move").click()
    expect(page.locator(f"{lane('won')} #card-line")).to_be_visible()
    assert stage(cast) == "won"


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
    page.locator("#card-line .to-move").click()
    assert spills(page) <= 0
    page.locator("select[name=stage]").select_option("needs")
    page.get_by_role("button", name="Move").click()
    expect(page.locator(f"{lane('needs')} #card-line")).to_be_visible()
    assert stage(cast) == "needs"
    for there in ("/opportunities/line", "/opportunities/forecast", "/opportunities/stages", "/opportunities"):
        page.goto(there)
        assert spills(page) <= 0, there
