"""A contact's page: the career and what hangs on it, on any day, for whoever may see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from worlds.build import account, contact, interaction, job

from graphcrm.graph import Graph
from tests.web.forms import as_user, links, send, text, undo

V1 = "/api/v1"
DAY = "as_of=2024-06-01"


@pytest.fixture
def ada(cast: Graph) -> Iterator[str]:
    """Ada was at a school, left Acme and came back, sits on a board, and nobody knows where she was in 2017."""
    contact(cast, "ada", "Ada", email="ada@people.example", phone_is="x")
    account(cast, "tum", "TU Munich", kind="school")
    job(cast, "ada", "tum", start="2008", end="2011", title="Student")
    job(cast, "ada", "acme", start="2011-09-01", end="2015-03", title="Engineer")
    job(cast, "ada", "globex", start="2019-02", title="CTO", primary=True)
    job(cast, "ada", "acme", start="2022", kind="board", title="Board member", uid="seat")
    yield "/contacts/ada"
    cast.write("MATCH (n:Account|Contact WHERE n.uid IN ['ada', 'tum']) DETACH DELETE n")


def row(page: str, account: str) -> str:
    """The row of one employer in the career."""
    found = re.search(
        rf'<li class="bars">(?:(?!<li class="bars">).)*?/accounts/{account}\?.*?(?=<li class="bars">|</ol>)',
        page,
        re.DOTALL,
    )
    assert found
    return found[0]


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
    assert "e-mail tomas@ people.example" in shown
    assert page.text.count('<rect class="bar job') == 2
    assert f"/accounts/acme/warm-paths?{DAY}" in links(page)


def test_a_return_stands_in_one_row_with_every_job_in_words(browser: FlaskClient, ada: str) -> None:
    page = browser.get(f"{ada}?{DAY}").text
    acme = row(page, "acme")
    assert acme.count('<rect class="bar') == 2
    assert '<rect class="bar seat' in acme
    assert '<rect class="bar job' in acme
    assert "Engineer" in acme
    assert "1 Sep 2011 to Mar 2015" in acme
    assert '<rect class="bar school' in row(page, "tum")
    assert page.index("/accounts/globex?") < page.index("/accounts/tum?")


def test_the_drawing_is_hidden_from_who_cannot_see_it_and_has_a_legend(browser: FlaskClient, ada: str) -> None:
    page = browser.get(f"{ada}?{DAY}")
    shown = text(page)
    assert "Job Board or advisory seat School Date not known exactly No job known from Apr 2015 to Feb 2019" in shown
    career = page.text.split('id="career"')[1].split("</section>")[0]
    drawings = [svg for svg in re.findall(r"<svg[^>]*>", career) if " y=" not in svg]
    assert [svg for svg in drawings if "aria-hidden" not in svg] == []


def test_each_employer_unfolds_to_who_was_there_at_the_same_time(browser: FlaskClient, ada: str) -> None:
    page = browser.get(f"{ada}?{DAY}")
    globex = row(page.text, "globex")
    assert "4 colleagues at Globex" in globex
    asked = f"{ada}/colleagues?account=globex&{DAY}"
    assert {asked, f"/contacts/ada?{DAY}"} & set(links(page))
    assert f"{asked}&limit=6".replace("&", "&amp;") in globex
    there = browser.get(f"{asked}&limit=6")
    assert "Worked alongside Ada at Globex" in text(there)
    assert '<div id="people">' in there.text
    assert "Ulla Berg" in text(there)
    assert "Globex since May 2021" in text(there)


def test_what_a_shared_past_is_worth_opens_into_its_factors(browser: FlaskClient) -> None:
    shown = text(browser.get(f"/contacts/tomas?{DAY}"))
    assert "48 months together at Globex × 1.00 among 40 people" in shown


def test_a_contact_shows_who_of_us_knows_them_and_every_meeting(browser: FlaskClient) -> None:
    shown = text(browser.get(f"/contacts/maya?{DAY}"))
    assert "No job is known on that day." in shown
    assert "Alice 12 meetings last on 10 Dec 2023 0.92" in shown
    assert "how mutual" in shown
    assert "2023 Meeting 12 Alice · both ways 10 Dec 2023 employer then not known" in shown
    assert "All interactions" in shown
    shown = text(browser.get(f"/contacts/priya?{DAY}"))
    assert "Mail 2 Bob · from us 2 Nov 2022 then at Initech" in shown


def test_what_is_private_is_marked_and_not_told(browser: FlaskClient) -> None:
    shown = text(browser.get(f"/contacts/priya?{DAY}"))
    assert "Private email Bob · from us 3 Nov 2022" in shown
    assert "Mail 3" not in shown


def test_a_contact_as_of_a_day_knows_nothing_of_later(browser: FlaskClient) -> None:
    shown = text(browser.get("/contacts/tomas?as_of=2020-01-01"))
    assert "Career 1 job " in shown
    assert "since Jan 2018" in shown
    assert "2022" not in shown.replace("2020", "")
    assert "History Nothing" not in shown, "what was written down later is not part of that day"


def test_the_details_lead_to_a_person_but_not_to_who_asked_us_not_to(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    assert api.patch(f"{V1}{ada}", json={"birthday": "1980-05-17", "preferred_channel": "call"}).status_code == 200
    assert api.post(f"{V1}{ada}/handles", json={"kind": "phone", "value": "+49 30 123456"}).status_code in {200, 201}
    page = browser.get(ada)
    assert {"mailto:ada@people.example", "tel:+4930123456"} <= set(links(page))
    assert "Prefers call" in text(page)
    assert "Birthday 17 May 1980" in text(page)
    api.patch(f"{V1}{ada}", json={"do_not_contact": True})
    page = browser.get(ada)
    assert "asked not to be contacted" in text(page)
    assert not [link for link in links(page) if link.startswith(("mailto:", "tel:"))]


def test_whose_a_contact_is_and_since_when(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    api.post(f"{V1}{ada}/assign", json={"user": "bob", "on": "2024-02-01"})
    api.post(f"{V1}{ada}/assign", json={"user": "alice", "on": "2024-04-01"})
    assert "Owner Alice since 1 Apr 2024" in text(browser.get(f"{ada}?{DAY}"))
    assert "Owner Bob since 1 Feb 2024" in text(browser.get(f"{ada}?as_of=2024-03-01"))
    assert "Owner nobody" in text(browser.get(f"{ada}?as_of=2024-01-01"))


def test_links_say_which_way_they_go(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    sent = {"to": "maya", "kind": "reports_to", "start": "2019-02"}
    link = api.post(f"{V1}{ada}/links", json=sent)
    assert link.status_code == 201
    assert "Maya Lind their superior · since Feb 2019" in text(browser.get(ada))
    assert "Ada reports to them · since Feb 2019" in text(browser.get("/contacts/maya"))
    api.delete(f"{V1}/links/{link.json['uid']}")


def test_the_last_changes_stand_at_the_side(browser: FlaskClient, ada: str) -> None:
    send(browser, f"{ada}/edit", hobbies="chess", why="she told me")
    page = browser.get(ada)
    assert re.search(r"History Contact changed hobbies \d+ \w+ \d{4} · Alice · “she told me”", text(page)), text(page)
    assert f"{ada}/history" in links(page)


def test_the_last_change_is_taken_back_from_the_page(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    send(browser, f"{ada}/edit", name="Bea")
    browser.get(ada)  # the notice of the change has an undo of its own
    assert undo(browser, browser.get(ada)).headers["Location"] == ada
    assert api.get(f"{V1}{ada}").json["name"] == "Ada"


def test_a_move_says_what_else_is_held(browser: FlaskClient, ada: str) -> None:
    said = "Held today: CTO at Globex, Board member at Acme. The one that is left ends on that day; the others stay."
    assert said in text(browser.get(f"{ada}/move"))
    assert "Held today" not in text(browser.get("/contacts/tomas/move"))


def test_who_may_not_change_them_is_not_asked_to(browser: FlaskClient, ada: str) -> None:
    page = as_user(browser, "erin").get(ada)  # an analyst
    assert page.status_code == 200
    assert not [link for link in links(page) if link.endswith(("/edit", "/move", "/jobs/new", "/owner"))]
    assert "Log an interaction" not in text(page)


def test_another_team_sees_neither_the_page_nor_what_hangs_on_it(
    api: FlaskClient, browser: FlaskClient, ada: str
) -> None:
    api.post(f"{V1}{ada}/assign", json={"user": "charlie", "on": "2024-02-01"})
    dana = as_user(browser, "dana")
    for place in ("", "/colleagues", "/interactions", "/history", "/move", "/jobs/new"):
        page = dana.get(f"{ada}{place}")
        assert page.status_code == 404, place
        assert "There is nothing here" in text(page)
        assert "TU Munich" not in page.text
    assert "Ada" not in text(dana.get("/contacts/ulla"))
    assert "Ada" in text(as_user(browser, "charlie").get("/contacts/ulla"))


def test_all_colleagues_and_all_interactions_have_pages_of_their_own(browser: FlaskClient) -> None:
    page = browser.get(f"/contacts/maya/interactions?{DAY}&limit=10")
    assert text(page).count("· both ways") == 10
    (more,) = (link for link in links(page) if "cursor=" in link)
    assert text(browser.get(more)).count("· both ways") == 2
    page = browser.get(f"/contacts/maya/colleagues?{DAY}&limit=1")
    assert "2 colleagues, strongest first" in text(page)
    (more,) = (link for link in links(page) if "cursor=" in link)
    assert "Ulla Berg" in text(browser.get(more))


def test_forms_open_over_the_page_and_are_links_without_scripts(browser: FlaskClient, ada: str) -> None:
    page = browser.get(ada).text
    over = set(re.findall(r'<a\b(?=[^>]*\bdata-dialog)[^>]*\bhref="([^"]+)"', page))
    assert {f"{ada}/move", f"{ada}/jobs/new", f"{ada}/edit", "/jobs/seat/edit", "/interactions/new?contact=ada"} <= over
    assert all(browser.get(link).status_code == 200 for link in over if link != "/")


def test_a_meeting_says_where_they_were_then(cast: Graph, browser: FlaskClient, ada: str) -> None:
    interaction(cast, "alice", "ada", "2012-05-01", subject="Old times", outcome="A coffee")
    interaction(cast, "alice", "ada", "2017-05-01", subject="Between")
    shown = text(browser.get(ada))
    assert "2012 Old times Alice · both ways A coffee 1 May 2012 then at Acme" in shown
    assert "Between Alice · both ways 1 May 2017 employer then not known" in shown


def test_how_they_deal_with_us_stands_beside_them(browser: FlaskClient, cast: Graph) -> None:
    contact(cast, "lively", "Liv Ely")
    for n in range(1, 9):
        interaction(cast, "alice", "lively", f"2024-05-0{n}T09:30", channel="call", topics=["price"])
    shown = text(browser.get(f"/contacts/lively?{DAY}"))
    assert "Activity high Last 90 days took part 8 times high from 6 times on, mid from 2" in shown
    assert "Mainly by call 8 of 8 in a year Topics price 8" in shown
    assert "Best time Wednesday 2 of 8 09:00–10:00 8 of 8 · UTC" in shown
    assert "Activity" not in text(browser.get("/contacts/lively?as_of=2024-05-01"))
    cast.write("MATCH (c:Contact {uid: 'lively'}) DETACH DELETE c")
