from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from graphcrm.queries.paths import chains
from tests.web.forms import links, text

PAGE = "/accounts/acme/warm-paths"
DAY = "as_of=2024-06-01"


def test_a_path_is_told_hop_by_hop_with_its_evidence(browser: FlaskClient) -> None:
    page = text(browser.get(f"{PAGE}?{DAY}&user=alice&kinds=former_colleague"))
    assert "Warm paths Target company: Acme" in page
    assert (
        "Alice one of us 12 interactions · 2023 ML Maya Lind introduces us Globex · 4 years TR Tomás Reyes CTO works at "
        "Ac Acme" in page
    )
    assert (
        "Why this path 12 interactions, last on 10 Dec 2023 Same department at Globex, Mar 2018 to Mar 2022 weakest link"
        in page
    )
    assert "0.374 strong certain" in page
    assert "0.92 Alice knows Maya Lind 12 meetings, from Jan 2023 to 10 Dec 2023" in page
    assert (
        "0.48 Maya Lind worked with Tomás Reyes Globex, Mar 2018 to Mar 2022: 4 years, the same department, among 40 people "
        "weakest link" in page
    )


def test_a_score_opens_into_its_factors(browser: FlaskClient) -> None:
    page = text(browser.get(f"{PAGE}?{DAY}&user=alice&kinds=former_colleague"))
    assert "0.92 Alice knows Maya Lind × 0.48 Maya Lind worked with Tomás Reyes × 0.85 1 more person to ask" in page
    assert "× 1.00 the job was last verified on 1 Mar 2024 = 0.374 score × 1.0 relevance of the person reached" in page
    assert "48 months together at Globex × 1.00 among 40 people × 0.73 2.3 years ago × 1.00 the same department" in page
    assert "how mutual: 12.8 from us, 12.8 from them" in page


def test_the_moved_champion_is_told_where_they_were(browser: FlaskClient) -> None:
    page = text(browser.get(f"{PAGE}?{DAY}&user=bob"))
    assert "3 e-mails, from Nov 2022 to 3 Nov 2022 Priya Raman was at Initech then" in page


def test_a_rating_alone_says_so(browser: FlaskClient) -> None:
    page = text(browser.get(f"{PAGE}?{DAY}&user=dana"))
    assert "Dana one of us rated 4 of 5 LF Lena Fischer" in page
    assert "at least, by Dana's own word: 4 of 5" in page


def test_weak_paths_are_folded_and_counted(browser: FlaskClient) -> None:
    page = browser.get(f"{PAGE}?{DAY}")
    assert "4 paths" in text(page)
    assert "2 weak ones Evidence there is, but too thin" in text(page)
    assert '<details class="weak" >' in page.text
    assert "No warm path yet. 1 weak one " in text(browser.get(f"{PAGE}?{DAY}&user=charlie"))


def test_possible_and_certain_are_told_apart(browser: FlaskClient) -> None:
    page = browser.get(f"{PAGE}?as_of=2024-04-01&user=dana")
    assert "0.596 possible dates not certain" in text(page)
    assert "may work at" in text(page)
    assert 'class="edge inferred' in page.text


def test_what_was_left_out_is_said(browser: FlaskClient) -> None:
    page = browser.get(f"{PAGE}?{DAY}&max_unit=2")
    assert "not searched: Acme (5 jobs known), Globex (4 jobs known). Search them too" in text(page)
    assert f"{PAGE}?as_of=2024-06-01&max_unit=0" in links(page)


def test_kinds_that_were_not_searched_to_the_end_are_said(
    browser: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chains, "TARGET_MOST", 0)
    page = browser.get(f"{PAGE}?{DAY}&user=bob")
    assert "Not searched to the end: chain. There may be more paths of these kinds, better ones among them." in text(
        page
    )


def test_the_filters_keep_what_was_chosen(browser: FlaskClient) -> None:
    page = browser.get(f"{PAGE}?user=bob&kinds=direct&kinds=chain&min_score=0.1&{DAY}").text
    assert re.search(r'<option value="bob"\s+selected>Bob', page)
    assert re.findall(r'name="kinds"\s+value="(\w+)"\s+checked', page) == ["direct", "chain"]
    assert re.search(r'<option value="0.1"\s+selected>Good and better', page)
    assert 'value="2024-06-01"' in page
    assert "Zoe" not in page


def test_empty_fields_of_the_form_do_not_count(browser: FlaskClient) -> None:
    answer = browser.get(f"{PAGE}?user=&kinds=&min_score=&as_of=&utm_source=mail")
    assert answer.status_code == 200


@pytest.mark.parametrize("query", ["as_of=soon", "min_score=-1", "kinds=none", "cursor=x", "limit=0", "max_unit=-1"])
def test_bad_filters_are_explained_with_a_way_back(browser: FlaskClient, query: str) -> None:
    page = browser.get(f"{PAGE}?{query}")
    assert page.status_code == 422
    assert query.split("=", maxsplit=1)[0] in text(page)
    assert PAGE in links(page)


def test_without_a_path_the_page_says_what_would_make_one(browser: FlaskClient) -> None:
    page = browser.get("/accounts/bytes/warm-paths?user=bob")
    assert "No path is known with these filters." in text(page)
    assert "/accounts/bytes/warm-paths" in links(page)
    assert "No path is known. A path needs somebody here" in text(browser.get("/accounts/bytes/warm-paths"))


def test_more_paths_follow_on_the_next_page(browser: FlaskClient) -> None:
    first = browser.get(f"{PAGE}?{DAY}&limit=2")
    (more,) = (link for link in links(first) if "cursor=" in link)
    second = browser.get(more)
    assert first.text.count("<article") == second.text.count("<article") == 2
    assert not set(re.findall(r"0\.\d{3}", text(first))) & {"0.033", "0.020"}
    assert {"0.033", "0.020"} <= set(re.findall(r"0\.\d{3}", text(second)))


def test_in_the_past_the_page_is_tinted_says_so_and_leads_back(browser: FlaskClient) -> None:
    page = browser.get(f"{PAGE}?{DAY}&user=bob")
    assert '<body class="app past"' in page.text
    assert "You see the state at the start of 1 Jun 2024. What came later is left out. Back to today" in text(page)
    assert f"{PAGE}?user=bob" in links(page)
    assert "/contacts/priya?as_of=2024-06-01" in links(page)
    for url in (PAGE, f"{PAGE}?as_of={datetime.now(UTC).date()}"):
        assert '<body class="app"' in browser.get(url).text


@pytest.mark.parametrize("name", ["uid", "endpoint", "_external", "_anchor", "_scheme"])
def test_a_parameter_that_means_something_to_flask_does_no_harm(browser: FlaskClient, name: str) -> None:
    page = browser.get(f"/accounts/acme?{DAY}&status=former&{name}=https")
    assert page.status_code == 200
    assert f"{name}=https" not in page.text


def test_another_day_keeps_what_else_was_chosen(browser: FlaskClient) -> None:
    page = browser.get(f"/accounts/acme?{DAY}&status=former").text
    assert '<input type="hidden" name="status" value="former">' in page
