"""An account's page: the ways in, its people, who of us knows whom, what happened, and what hangs together with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, interaction, job, link

from graphcrm.graph import Graph
from tests.web.forms import links, text

DAY = "as_of=2024-06-01"
PANELS = ("ways", "people", "coverage", "timeline", "flow")


@pytest.fixture
def more(cast: Graph) -> Iterator[Graph]:
    """What a test adds to the cast's world is taken away again: whatever has a uid that begins with x-."""
    yield cast
    cast.write("MATCH (n) WHERE n.uid STARTS WITH 'x-' DETACH DELETE n")
    cast.write("MATCH ()-[r]->() WHERE r.uid STARTS WITH 'x-' DELETE r")


def shown(browser: FlaskClient, url: str) -> str:
    """What stands on a page beside its frame."""
    answer = browser.get(url)
    assert answer.status_code == 200, url
    return text(answer).split(" Back to today ")[-1].split("Keys Close")[0]


def test_it_shows_who_is_there_those_first_who_decide_and_who_was_and_where_they_are(browser: FlaskClient) -> None:
    page = browser.get(f"/accounts/acme?{DAY}")
    told = text(page)
    assert "People there then 3 TR Tomás Reyes decision maker CTO since 1 Jun 2022 PR Priya Raman buyer" in told
    assert "Head of Purchasing Bo Bob knows them best 0.03 since 1 Feb 2023" in told
    assert "LF Lena Fischer advisor Advisor" in told
    assert "start not known" in told
    assert "People who were there before 2 GO Gil Ortiz Porter where now is not known left on an unknown day" in told
    assert "UB Ulla Berg Engineer then at Globex Architect left 30 Apr 2021" in told
    assert {f"/contacts/priya?{DAY}", f"/accounts/globex?{DAY}", f"/accounts/acme/warm-paths?{DAY}"} <= set(links(page))


def test_it_shows_what_is_recorded_of_it(browser: FlaskClient, more: Graph) -> None:
    account(
        more, "x-corp", "X Corp", domains=("x.example",), hq_address="1 Main St", branch_addresses=["2 Side St"],
        employee_count=1200, industry="Steel", aliases=["Ex"], x_colour="red", lifecycle="customer",
    )  # fmt: skip
    told = shown(browser, "/accounts/x-corp")
    assert (
        "Details Also called Ex Domains x.example Industry Steel Employees 1,200 Head office 1 Main St Branches "
        "2 Side St Lifecycle customer colour red Owner nobody Jobs known 0" in told
    )
    assert "X Corp Steel customer" in told


def test_it_says_since_when_whose_it_is(browser: FlaskClient, more: Graph) -> None:
    account(more, "x-corp", "X Corp")
    more.write(
        "MATCH (a:Account {uid: 'x-corp'}), (u:User {uid: 'bob'}) SET a.owner = 'bob' "
        "CREATE (a)-[:ASSIGNED_TO {uid: 'x-s', start: date('2024-02-01')}]->(u)"
    )
    told = shown(browser, "/accounts/x-corp")
    assert "Owner Bob since 1 Feb 2024" in told
    assert "Bob became the owner 1 Feb 2024" in told
    assert "Owner nobody" in shown(browser, "/accounts/x-corp?as_of=2024-01-31")


def test_as_of_a_day_every_panel_shows_what_was_known_then(browser: FlaskClient) -> None:
    told = shown(browser, "/accounts/acme?as_of=2018-01-01")
    assert "Ulla Berg Engineer since 2015" in told
    assert "Ulla Berg came Engineer 2015" in told
    assert "None of us knows anybody here yet." in told
    for later in ("Priya", "Tomás", "left 30 Apr 2021", "Globex"):
        assert later not in told
    for panel in PANELS:
        assert "Priya" not in shown(browser, f"/accounts/acme/{panel}?as_of=2018-01-01")


def test_one_list_of_its_people_alone(browser: FlaskClient) -> None:
    told = shown(browser, f"/accounts/acme?status=former&{DAY}")
    assert "Ulla Berg Engineer" in told
    assert "Priya Raman buyer" not in told


def test_the_ways_in_come_after_the_page_and_have_a_page_of_their_own(browser: FlaskClient) -> None:
    page = browser.get(f"/accounts/acme?{DAY}").text
    assert f'hx-get="/accounts/acme/ways?{DAY}"' in page
    assert re.search(
        rf'<noscript>\s*<p class="more">\s*<a class="button" href="/accounts/acme/ways\?{DAY}">Show the ways in', page
    )
    told = shown(browser, f"/accounts/acme/ways?{DAY}")
    assert "Ways in strong account warmth 0.74" in told
    assert (
        "Al Alice ML Maya Lind TR Tomás Reyes decision maker CTO · Maya Lind worked with Tomás Reyes · Globex" in told
    )
    assert "Da Dana LF Lena Fischer Advisor · Dana knows Lena Fischer · rated 4 of 5 by Dana" in told
    assert told.index("Tomás Reyes") < told.index("Lena Fischer"), "the most promising first"
    assert "All ways in, with their evidence" in told


def test_an_account_nobody_can_get_into_says_what_a_path_needs(browser: FlaskClient) -> None:
    assert "No path is known. A path needs somebody here we have dealt with" in shown(browser, "/accounts/bytes/ways")


def test_who_of_us_knows_whom_stands_in_a_table_that_says_what_hangs_on_one_of_us(browser: FlaskClient) -> None:
    told = shown(browser, f"/accounts/acme/coverage?{DAY}")
    assert "Who of us knows whom here 2 people · 2 of us" in told
    assert re.search(
        r"Lena Fischer Advisor 0\.\d\d by their word – no tie Priya Raman Head of Purchasing – no tie 0\.\d\d 3 Nov 2022",
        told,
    )
    assert "hangs" not in told


@pytest.mark.parametrize(
    ("met", "warning"),
    [
        ([], "None of us knows anybody here yet."),
        ([("alice", "x-ann")], "Everything here hangs on one tie: that of Alice with Ann."),
        ([("alice", "x-ann"), ("alice", "x-bea")], "All of our ties here are those of Alice"),
        ([("alice", "x-ann"), ("bob", "x-ann")], "All of our ties here are with Ann"),
        ([("alice", "x-ann"), ("bob", "x-bea")], None),
    ],
)
def test_it_warns_when_all_hangs_on_one(
    browser: FlaskClient, more: Graph, met: list[tuple[str, str]], warning: str | None
) -> None:
    account(more, "x-corp", "X Corp")
    for uid in ("x-ann", "x-bea"):
        contact(more, uid, uid.removeprefix("x-").title())
        job(more, uid, "x-corp", start="2020")
    for one, other in met:
        interaction(more, one, other, "2024-05-01", uid=f"x-{one}-{other}")
    told = shown(browser, f"/accounts/x-corp?{DAY}")
    assert warning is None or warning in told
    assert ('class="note warn"' in browser.get(f"/accounts/x-corp?{DAY}").text) == (warning is not None)


def test_ties_that_have_gone_cold_hold_nothing(browser: FlaskClient, more: Graph) -> None:
    account(more, "x-corp", "X Corp")
    contact(more, "x-ann", "Ann")
    job(more, "x-ann", "x-corp", start="2000")
    interaction(more, "alice", "x-ann", "2005-05-01", channel="email", uid="x-1")
    assert "What ties we have here have gone cold" in shown(browser, f"/accounts/x-corp?{DAY}")


def test_what_happened_stands_in_one_list_the_latest_first(browser: FlaskClient, more: Graph) -> None:
    interaction(
        more, "alice", "tomas", "2023-05-05T10:00:00", uid="x-e1", event="x-e", subject="Kick-off", participants=3
    )
    interaction(
        more, "bob", "tomas", "2023-05-05T10:00:00", uid="x-e2", event="x-e", subject="Kick-off", participants=3
    )
    told = shown(browser, f"/accounts/acme/timeline?{DAY}")
    order = [
        "Kick-off Alice, Bob with Tomás Reyes 5 May 2023 3 people", "Priya Raman came from Initech Head of Purchasing 1 Feb 2023",
        "Tomás Reyes came from Globex CTO 1 Jun 2022", "Ulla Berg left for Globex Engineer 30 Apr 2021", "Ulla Berg came Engineer 2015",
    ]  # fmt: skip
    assert [told.index(words) for words in order] == sorted(told.index(words) for words in order)
    assert "Mail" not in told, "she was at Initech then"
    more.write("MATCH (u:User)-[k:KNOWS]->(:Contact {uid: 'tomas'}) DELETE k")


def test_a_mail_that_was_private_keeps_its_words_where_it_belongs(browser: FlaskClient) -> None:
    told = shown(browser, f"/accounts/initech/timeline?{DAY}")
    assert "Mail 2 Bob to Priya Raman 2 Nov 2022" in told
    assert "Mail 3" not in told
    assert "Private Bob to Priya Raman 3 Nov 2022" in told


@pytest.mark.parametrize(
    ("url", "rows"),
    [("people?status=current", ["Tomás", "Priya", "Lena"]), ("people?status=former", ["Gil", "Ulla"]),
     ("timeline?", ["Zoe with Priya", "Priya Raman came", "Tomás Reyes came", "Ulla Berg left", "Ulla Berg came"])],
)  # fmt: skip
def test_lists_go_on_where_they_ended(browser: FlaskClient, url: str, rows: list[str]) -> None:
    following = [f"/accounts/acme/{url}&{DAY}"]
    for row in rows:
        url = following[0]
        page = browser.get(url if "limit=" in url else f"{url}&limit=1")
        assert [other for other in rows if other in text(page)] == [row]
        following = [one for one in links(page) if "cursor=" in one]
    assert following == []


def test_the_rest_of_a_list_replaces_the_button_that_asks_for_it(browser: FlaskClient) -> None:
    page = browser.get(f"/accounts/acme/people?status=current&{DAY}&limit=1").text
    assert 'hx-target="closest li" hx-select="#list-current &gt; li"' in " ".join(page.split()).replace(
        "> li", "&gt; li"
    )


def test_a_name_is_found_among_its_people(browser: FlaskClient) -> None:
    told = shown(browser, f"/accounts/acme/people?{DAY}&name=PRIYA")
    assert "Priya Raman" in told
    assert "Tomás" not in told
    assert "Nobody here is called “zzz”." in shown(browser, f"/accounts/acme/people?{DAY}&name=zzz")


def test_companies_that_hang_together_with_it_stand_with_their_dates(browser: FlaskClient, more: Graph) -> None:
    account(more, "x-corp", "X Corp")
    link(more, "SUBSIDIARY_OF", "x-corp", "acme", start="2020-05", uid="x-1")
    link(more, "PARTNER_OF", "globex", "x-corp", start="2019", end="2022-01-01", uid="x-2")
    link(more, "SUCCEEDED_BY", "hooli", "x-corp", start="2023-01-01", uid="x-3")
    told = shown(browser, f"/accounts/x-corp?{DAY}")
    assert "Acme owns this one · since May 2020" in told
    assert "Globex partner · 2019 to 1 Jan 2022" in told
    assert "Hooli came before it · since 1 Jan 2023" in told
    assert "Acme belongs to it" not in told
    assert "X Corp belongs to it" in shown(browser, f"/accounts/acme?{DAY}")
    assert "Hooli came before" not in shown(browser, "/accounts/x-corp?as_of=2022-12-31")


def test_where_people_came_from_and_went_to_is_counted(browser: FlaskClient) -> None:
    told = shown(browser, f"/accounts/acme/flow?{DAY}")
    assert "Came from Globex 1 person Initech 1 person Went to Globex 1 person" in told


def test_a_large_account_answers_first_and_brings_its_panels_after(
    browser: FlaskClient, more: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphcrm.web.pages.records.accounts._LARGE", 4)
    page = browser.get(f"/accounts/acme?{DAY}")
    assert "Priya" not in text(page)
    for panel in PANELS:
        assert f'hx-get="/accounts/acme/{panel}' in page.text
        assert [one for one in links(page) if one.startswith(f"/accounts/acme/{panel}")], (
            "a link for who has no JavaScript"
        )


def test_of_too_many_people_it_says_how_many_were_left_out(
    browser: FlaskClient, more: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graphcrm.queries.accounts.people_flow.people_flow.__kwdefaults__", {"most": 2, "limit": 8})
    assert "Of the 2 who came last; the other 3 were left out." in shown(browser, f"/accounts/acme/flow?{DAY}")


def test_an_account_of_which_nothing_is_known_says_how_to_begin(browser: FlaskClient, more: Graph) -> None:
    account(more, "x-corp", "X Corp")
    told = shown(browser, "/accounts/x-corp")
    for words in (
        "Nobody is known to work there. Add somebody", "Nobody is known to have left.", "None of us knows anybody here yet.",
        "Nothing is known to have happened here yet.", "No parent, subsidiary or partner is known.",
        "Where people came from is not known.", "Nobody is known to have gone elsewhere.",
    ):  # fmt: skip
        assert words in told


@pytest.mark.parametrize("panel", ["", *(f"/{panel}" for panel in PANELS)])
def test_an_account_nobody_knows_is_404_whatever_is_asked_of_it(browser: FlaskClient, panel: str) -> None:
    page = browser.get(f"/accounts/none{panel}")
    assert page.status_code == 404
    assert "There is no account 'none'." in text(page)


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-02", "1900-01-01", "2018-01-01", "2022-06-01"])
def test_every_panel_shows_any_day(browser: FlaskClient, panel: str, day: str) -> None:
    assert browser.get(f"/accounts/acme/{panel}?as_of={day}").status_code == 200
