from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.web.forms import links, text

PART = {"HX-Request": "true"}
WAY = "/accounts/acme/warm-paths/alice,maya,tomas?as_of=2024-06-01"


def test_a_target_is_found_by_its_name_another_name_or_its_domain(browser: FlaskClient) -> None:
    for typed in ("glob", "字节"):
        answer = browser.get("/warm-paths", query_string={"q": typed})
        assert answer.status_code == 302
        assert answer.location.endswith("/warm-paths")
    assert "/accounts/acme/warm-paths" in browser.get("/warm-paths?q=robotics").location
    assert "/accounts/acme/warm-paths" in browser.get("/warm-paths?q=acme.example").location


def test_without_a_question_all_companies_are_there_to_be_chosen(browser: FlaskClient) -> None:
    page = browser.get("/warm-paths")
    assert "Which company do you want to reach?" in text(page)
    assert {"/accounts/acme/warm-paths", "/accounts/globex/warm-paths"} <= set(links(page))


def test_while_typing_only_the_matches_are_sent(browser: FlaskClient) -> None:
    part = browser.get("/warm-paths?q=glo", headers=PART)
    assert "/accounts/globex/warm-paths" in links(part)
    assert "<html" not in part.text


def test_what_nobody_is_called_is_said_with_another_way_to_search(browser: FlaskClient) -> None:
    page = browser.get("/warm-paths?q=zzz")
    assert "No company is called that." in text(page)
    assert "/search?q=zzz" in links(page)


def test_the_last_targets_are_offered_again_the_latest_first(browser: FlaskClient) -> None:
    for uid in ("acme", "globex", "acme"):
        browser.get(f"/accounts/{uid}/warm-paths")
    page = browser.get("/warm-paths").text
    recent = re.findall(r"/accounts/(\w+)/warm-paths", page.split('id="recent"')[1].split("</section>")[0])
    assert recent == ["acme", "globex"]


def test_where_scripts_run_the_page_comes_at_once_and_loads_its_paths(browser: FlaskClient) -> None:
    browser.set_cookie("scripts", "1")
    page = browser.get("/accounts/acme/warm-paths?as_of=2024-06-01&user=alice")
    assert "Looking for paths" in text(page)
    assert 'hx-get="/accounts/acme/warm-paths?as_of=2024-06-01&amp;user=alice"' in page.text
    assert "<article" not in page.text
    part = browser.get("/accounts/acme/warm-paths?as_of=2024-06-01&user=alice", headers=PART)
    assert "Tomás Reyes" in text(part)
    assert "<html" not in part.text


def test_where_scripts_do_not_run_after_all_a_link_leads_to_the_whole_page(browser: FlaskClient) -> None:
    browser.set_cookie("scripts", "1")
    page = browser.get("/accounts/acme/warm-paths?as_of=2024-06-01")
    whole = "/accounts/acme/warm-paths?as_of=2024-06-01&whole=1"
    assert whole in links(page)
    assert 'http-equiv="refresh" content="0; url=/accounts/acme/warm-paths' in page.text
    assert "Tomás Reyes" in text(browser.get(whole))


def test_further_paths_are_put_below_the_first_ones(browser: FlaskClient) -> None:
    first = browser.get("/accounts/acme/warm-paths?as_of=2024-06-01&limit=2", headers=PART)
    (more,) = (link for link in links(first) if "cursor=" in link)
    part = browser.get(more, headers=PART)
    assert part.text.count("<article") == 2
    assert "account warmth" not in part.text


def test_only_what_is_certain_is_listed_where_that_is_asked_for(browser: FlaskClient) -> None:
    page = text(browser.get("/accounts/acme/warm-paths?as_of=2024-04-01&certainty=certain"))
    assert "Maya Lind" in page
    assert "Lena Fischer" not in page
    page = text(browser.get("/accounts/acme/warm-paths?as_of=2024-04-01&certainty=possible&kinds=direct"))
    assert "Lena Fischer" in page
    assert "Priya Raman" not in page


def test_what_was_chosen_can_be_taken_back_one_by_one(browser: FlaskClient) -> None:
    page = browser.get("/accounts/acme/warm-paths?user=alice&kinds=chain&min_score=0.001")
    for words, without in (("Alice", "kinds=chain&min_score=0.001"), ("chain", "user=alice&min_score=0.001")):
        assert f"Take this filter away: {words}" in text(page)
        assert f"/accounts/acme/warm-paths?{without}" in links(page)


def test_one_path_has_an_address_of_its_own(browser: FlaskClient) -> None:
    assert WAY in links(browser.get("/accounts/acme/warm-paths?as_of=2024-06-01&user=alice"))
    page = browser.get(WAY)
    assert page.text.count("<article") == 1
    assert "Alice to Tomás Reyes at Acme" in text(page)
    assert "12 meetings, from Jan 2023 to 10 Dec 2023" in text(page)


@pytest.mark.parametrize(
    "way",
    ["alice,priya", "alice,maya,maya,tomas", "alice", "alice,maya,nobody", "alice,a,b,c,d", "nobody,maya,tomas", ","],
)
def test_what_is_no_path_is_not_there(browser: FlaskClient, way: str) -> None:
    page = browser.get(f"/accounts/acme/warm-paths/{way}?as_of=2024-06-01")
    assert page.status_code == 404
    assert "No path leads by these people to Acme" in text(page)
