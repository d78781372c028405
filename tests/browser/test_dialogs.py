"""Forms over a page: a move in one dialogue, and nothing that was typed is lost on the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from graphcrm.graph import Graph
from graphcrm.services import jobs, records
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.users import create_token
from tests.browser.conftest import Visit, spills, violations

DIALOG = "dialog.form-dialog"


@pytest.fixture
def ada(cast: Graph) -> tuple[str, str]:
    """Ada's page, and the job that she has at Acme, as an engineer."""

    def make(made: Change) -> tuple[str, str]:
        uid = records.create(made, "contact", {"name": "Ada"})
        given = {"title": "Engineer", "start": "2020", "primary": True}
        return f"/contacts/{uid}", jobs.add(made, uid, given, account="acme", allow_overlap=False).uid

    return change(cast, Author(), make)


def opened(page: Page, name: str = "Move") -> Page:
    """The page, with a form over it."""
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.locator(f"{DIALOG} form.form")).to_be_visible()
    return page


def test_a_move_is_recorded_in_one_dialogue_by_keys_alone(visit: Visit, ada: tuple[str, str]) -> None:
    page = visit(ada[0])
    page.get_by_role("link", name="Move", exact=True).focus()
    page.keyboard.press("Enter")
    company = page.locator("#f-to_account")
    expect(company).to_be_focused()
    page.keyboard.type("hoo")
    expect(page.get_by_role("option", name="Hooli")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(company).to_have_value("Hooli")
    page.get_by_label("Title").fill("Chief Engineer")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("The move is recorded.")).to_be_visible()
    expect(page.locator("h1 ~ p")).to_contain_text("Chief Engineer")
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.locator("h1 ~ p")).to_contain_text("Engineer Acme")


def test_what_is_wrong_is_said_inside_and_what_was_typed_stays(visit: Visit, ada: tuple[str, str]) -> None:
    page = opened(visit(ada[0]))
    page.locator("#f-to_account").fill("Nowhere")
    page.get_by_label("Title").fill("Chair")
    page.get_by_role("button", name="Record the move").click()
    expect(page.locator("#e-to_account")).to_be_visible()
    expect(page.locator("#f-to_account")).to_be_focused()
    expect(page.get_by_label("Title")).to_have_value("Chair")


def test_esc_closes_and_the_draft_waits_even_for_another_visit(visit: Visit, ada: tuple[str, str]) -> None:
    page = opened(visit(ada[0]))
    page.get_by_label("Title").fill("Chair")
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()
    expect(page.get_by_role("link", name="Move", exact=True)).to_be_focused()
    page.reload()
    page.locator(".draft.left").get_by_role("link").click()
    expect(page.get_by_label("Title")).to_have_value("Chair")
    page.get_by_role("button", name="Discard it").click()
    expect(page.get_by_label("Title")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator(".draft.left")).to_have_count(0)


def test_without_a_connection_nothing_is_lost(visit: Visit, ada: tuple[str, str]) -> None:
    page = opened(visit(ada[0]))
    page.locator("#f-to_account").fill("Hooli")
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    expect(page.locator(DIALOG).get_by_text("There is no connection")).to_be_visible()
    expect(page.locator("#f-to_account")).to_have_value("Hooli")
    page.context.set_offline(False)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("The move is recorded.")).to_be_visible()


def test_a_session_that_ended_asks_to_sign_in_and_the_form_is_still_there(
    visit: Visit, ada: tuple[str, str], cast: Graph
) -> None:
    page = opened(visit(ada[0]))
    page.locator("#f-to_account").fill("Hooli")
    page.context.clear_cookies()
    page.keyboard.press("Control+Enter")
    expect(page.locator(DIALOG).get_by_text("Your session has ended")).to_be_visible()
    with page.context.expect_page() as another:
        page.get_by_role("link", name="Sign in in another tab").click()
    door = another.value
    door.locator("details.other summary").click()
    door.locator("#token").fill(create_token(cast, user="alice"))
    door.locator("form.token button").click()
    door.wait_for_url("**/")
    page.get_by_role("button", name="Record the move").click()
    expect(page.get_by_text("The move is recorded.")).to_be_visible()


def test_a_date_is_corrected_from_its_bar_and_both_versions_show_where_somebody_was_faster(
    visit: Visit, ada: tuple[str, str], cast: Graph
) -> None:
    page = opened(visit(ada[0]), "Correct Engineer at Acme")
    page.get_by_label("Start").fill("2019-05")
    change(cast, Author(), lambda made: jobs.correct(made, ada[1], {"start": "2018"}))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Somebody else saved this")).to_be_visible()
    row = page.locator(".versions tr.differs")
    expect(row).to_contain_text("2019-05")
    expect(row).to_contain_text("2018")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("region", name="Career")).to_contain_text("since May 2019")


def test_a_job_that_cannot_stand_beside_another_says_which(visit: Visit, ada: tuple[str, str]) -> None:
    page = opened(visit(ada[0]), "Add a job")
    page.locator("#f-account").fill("Acme")
    page.get_by_label("Start").fill("2021")
    page.keyboard.press("Control+Enter")
    expect(page.locator(DIALOG)).to_contain_text("The other job: Engineer at Acme")
    page.get_by_label("Keep both").check()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".stint")).to_have_count(2)


def test_a_job_that_looks_like_a_move_asks_in_the_same_dialogue(visit: Visit, ada: tuple[str, str]) -> None:
    page = opened(visit(ada[0]), "Add a job")
    page.locator("#f-account").fill("Hooli")
    page.get_by_label("Start").fill("2023-02-01")
    page.keyboard.press("Control+Enter")
    expect(page.locator(DIALOG)).to_contain_text("It looks as if this job has ended: Engineer at Acme")
    assert violations(page) == []
    page.get_by_role("button", name="Record the move").click()
    expect(page.get_by_text("The move is recorded.")).to_be_visible()
    expect(page.get_by_role("region", name="Career")).to_contain_text("2020 to 1 Feb 2023")


def test_whoever_decides_later_sees_the_new_job(visit: Visit, ada: tuple[str, str]) -> None:
    page = opened(visit(ada[0]), "Add a job")
    page.locator("#f-account").fill("Hooli")
    page.get_by_label("Start").fill("2023-02-01")
    page.keyboard.press("Control+Enter")
    page.locator(DIALOG).get_by_role("link", name="Decide later").click()
    expect(page.locator(".stint")).to_have_count(2)


def test_an_employer_unfolds_to_who_was_there(visit: Visit, ada: tuple[str, str]) -> None:
    page = visit(ada[0])
    page.locator(".met summary").click()
    expect(page.locator(".met .there li").first).to_contain_text("Acme")


def test_all_of_it_works_without_scripts(visit: Visit, ada: tuple[str, str]) -> None:
    page = visit(ada[0], js=False)
    page.get_by_role("link", name="Move", exact=True).click()
    page.locator("#f-to_account").fill("Hooli")
    page.get_by_role("button", name="Record the move").click()
    expect(page.get_by_text("The move is recorded.")).to_be_visible()
    page.locator(".met summary").first.click()
    expect(page.get_by_role("link", name="All of them, page by page").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("phone", [False, True])
def test_the_dialogue_can_be_used_by_everybody(visit: Visit, ada: tuple[str, str], theme: str, phone: bool) -> None:
    page = opened(visit(ada[0], theme=theme, phone=phone))
    page.locator("#f-to_account").press_sequentially("hoo")
    expect(page.get_by_role("option", name="Hooli")).to_be_visible()
    assert violations(page) == []
    assert spills(page) <= 0
