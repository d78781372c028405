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


def test_a_contact_shows_the_career_and_what_hangs_on_it(browser: FlaskClient) -> None:
    page = browser.get(f"/contacts/tomas?{DAY}")
    shown = text(page)
    assert "Tomás Reyes CTO Acme" in shown
    assert "Career 2 jobs" in shown
    assert shown.index("Acme CTO since 1 Jun 2022") < shown.index("Globex Lead, engineering Jan 2018 to Jun 2022")
    assert "Worked alongside" in shown
    assert "Maya Lind Globex Mar 2018 to Mar 2022 0.48" in shown
    assert "None of us had anything to do with Tomás Reyes before that day." in shown
    assert "Who of us knows Tomás Nobody then." in shown
    assert "email tomas@ people.example" in shown
    assert page.text.count('<rect class="bar job') == 4  # the dates of one job are known to the month alone
    assert f"/accounts/acme/warm-paths?{DAY}" in links(page)


def test_a_contact_shows_who_of_us_knows_them_and_every_meeting(browser: FlaskClient) -> None:
    shown = text(browser.get(f"/contacts/maya?{DAY}"))
    assert "No job is known on that day." in shown
    assert "Alice 12 meetings last on 10 Dec 2023 0.92" in shown
    assert "Meeting 12 Alice · both ways 10 Dec 2023 employer then not known" in shown
    assert "All interactions" in shown
    shown = text(browser.get(f"/contacts/priya?{DAY}"))
    assert "Mail 2 Bob · from us 2 Nov 2022 then at Initech" in shown
    assert "Mail 3" not in shown  # it is private


def test_a_contact_as_of_a_day_knows_nothing_of_later(browser: FlaskClient) -> None:
    shown = text(browser.get("/contacts/tomas?as_of=2020-01-01"))
    assert "Career 1 job " in shown
    assert "since Jan 2018" in shown
    assert "2022" not in shown.replace("2020", "")


def test_all_colleagues_and_all_interactions_have_pages_of_their_own(browser: FlaskClient) -> None:
    page = browser.get(f"/contacts/maya/interactions?{DAY}&limit=10")
    assert text(page).count("both ways") == 10
    (more,) = (link for link in links(page) if "cursor=" in link)
    assert text(browser.get(more)).count("both ways") == 2
    page = browser.get(f"/contacts/maya/colleagues?{DAY}&limit=1")
    assert "2 colleagues, strongest first" in text(page)
    (more,) = (link for link in links(page) if "cursor=" in link)
    assert "Ulla Berg" in text(browser.get(more))


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
