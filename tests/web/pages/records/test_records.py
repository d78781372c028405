"""The front page, the search and a contact's story."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.web.forms import links, text

DAY = "as_of=2024-06-01"


def test_the_search_shows_every_kind_of_record(browser: FlaskClient) -> None:
    page = browser.get("/search?q=a")
    assert [heading for heading in ("Companies", "People", "Leads", "Us") if f"{heading} " in text(page)] == [
        "Companies", "People", "Leads", "Us",
    ]  # fmt: skip
    assert {"/accounts/acme", "/contacts/priya"} <= set(links(page))
    assert "/contacts/zhang" in links(browser.get("/search?q=三丰"))
    assert "Nothing is called “zzz”." in text(browser.get("/search?q=zzz"))
    assert "The start of a word will do" in text(browser.get("/search"))


def test_what_is_typed_is_shown_and_never_run(browser: FlaskClient) -> None:
    page = browser.get("/search", query_string={"q": '"><script>alert(1)</script>'})
    assert "<script>" not in page.text
    assert "&lt;script&gt;" in page.text


@pytest.mark.parametrize("url", ["/accounts/none", "/accounts/none/warm-paths", "/contacts/none",
                                 "/contacts/none/colleagues", "/contacts/none/interactions"])  # fmt: skip
def test_a_record_nobody_knows_is_404(browser: FlaskClient, url: str) -> None:
    page = browser.get(url)
    assert page.status_code == 404
    assert "'none'" in text(page)


@pytest.mark.parametrize(
    "url",
    ["/accounts/acme", "/accounts/acme/warm-paths", "/contacts/tomas", "/contacts/tomas/colleagues", "/contacts/lena",
     "/contacts/maya/interactions", "/contacts/gil"],
)  # fmt: skip
@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-02", "1900-01-01", "2018-01-01", "2022-06-01"])
def test_every_page_shows_any_day(browser: FlaskClient, url: str, day: str) -> None:
    assert browser.get(f"{url}?as_of={day}").status_code == 200
