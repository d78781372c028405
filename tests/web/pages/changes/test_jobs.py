"""Jobs and moves by forms."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.forms import edited, links, send, text, typed, undo

V1 = "/api/v1"


@pytest.fixture
def ada(api: FlaskClient) -> str:
    return str(api.post(f"{V1}/contacts", json={"name": "Ada"}).headers["Location"]).removeprefix(V1)


@pytest.fixture
def job(api: FlaskClient, ada: str) -> str:
    """Ada's main job at Acme since 2020."""
    sent = {"account": "acme", "title": "Engineer", "start": "2020", "primary": True}
    return str(api.post(f"{V1}{ada}/jobs", json=sent).json["uid"])


def career(api: FlaskClient, contact: str) -> list[tuple[Any, ...]]:
    items = api.get(f"{V1}{contact}/jobs").json["items"]
    return [(i["account"]["uid"], i["title"], i["start"], i["end"]) for i in items]


@pytest.mark.parametrize("company", ["globex", "Globex", "acme.example"])
def test_a_job_is_added_at_a_company_by_name_domain_or_uid(
    api: FlaskClient, browser: FlaskClient, ada: str, company: str
) -> None:
    answer = send(browser, f"{ada}/jobs/new", account=company, title="Clerk", start="2021-05", role="buyer")
    assert (answer.status_code, answer.headers["Location"]) == (303, ada)
    assert career(api, ada) == [("acme" if "." in company else "globex", "Clerk", "2021-05", None)]
    page = browser.get(ada)
    assert "Saved." in text(page)
    assert any(link.startswith("/jobs/") and link.endswith("/edit") for link in links(page))


def test_a_name_of_several_companies_asks_which(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    uids = [api.post(f"{V1}/accounts", json={"name": f"Vandelay {n}"}).json["uid"] for n in (1, 2)]
    answer = send(browser, f"{ada}/jobs/new", account="Vandelay", title="Importer")
    assert answer.status_code == 409
    assert f"Vandelay 1 ({uids[0]}) Vandelay 2 ({uids[1]}) Several fit; choose one." in text(answer)
    again = typed(answer)
    assert again["title"] == "Importer"
    assert browser.post(f"{ada}/jobs/new", data=edited(again, account=uids[1])).status_code == 303
    assert career(api, ada) == [(uids[1], "Importer", None, None)]


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({"account": ""}, "account", "Company is empty; say which."),
        ({"account": "Nowhere"}, "account", "is called"),
        ({"start": "2020-13"}, "start", "2020-13"),
        ({"end": "2010"}, "end", "2010"),
        ({"verified_on": "soon"}, "verified_on", "soon"),
    ],
)
def test_a_job_that_cannot_be_comes_back_as_it_was_typed(
    api: FlaskClient, browser: FlaskClient, ada: str, sent: dict[str, str], field: str, said: str
) -> None:
    given = {"account": "globex", "title": "Clerk", "start": "2015", **sent}
    answer = send(browser, f"{ada}/jobs/new", **given)
    assert answer.status_code == 422
    assert said in answer.text.split(f'id="e-{field}"')[1].split("</p>")[0]
    assert {name: typed(answer)[name] for name in given} == given
    assert career(api, ada) == []


def test_a_job_is_corrected_ended_and_removed(api: FlaskClient, browser: FlaskClient, ada: str, job: str) -> None:
    assert send(browser, f"/jobs/{job}/edit", title="Lead", department="R&D").headers["Location"] == ada
    assert send(browser, f"/jobs/{job}/edit", end="2023-06-30").status_code == 303
    assert career(api, ada) == [("acme", "Lead", "2020", "2023-06-30")]
    assert api.get(f"{V1}/jobs/{job}").json["end_status"] == "ended"
    assert send(browser, f"/jobs/{job}/edit", f"/jobs/{job}/remove").headers["Location"] == ada
    assert career(api, ada) == []
    undo(browser, browser.get(ada))
    assert career(api, ada) == [("acme", "Lead", "2020", "2023-06-30")]


def test_a_stale_job_shows_both_versions(api: FlaskClient, browser: FlaskClient, ada: str, job: str) -> None:
    mine = edited(typed(browser.get(f"/jobs/{job}/edit")), title="Mine", department="R&D")
    api.patch(f"{V1}/jobs/{job}", json={"title": "Theirs", "start": "2019"})
    answer = browser.post(f"/jobs/{job}/edit", data=mine)
    assert answer.status_code == 412
    assert "Title differs Mine Theirs" in text(answer)
    assert "Start differs 2020 2019" in text(answer)
    again = typed(answer)
    assert (again["title"], again["department"], again["start"], again["rev"]) == ("Mine", "R&D", "2019", "2")
    assert browser.post(f"/jobs/{job}/edit", data=again).status_code == 303
    assert career(api, ada) == [("acme", "Mine", "2019", None)]


def test_the_same_job_twice_shows_the_other_and_may_be_kept_beside_it(
    api: FlaskClient, browser: FlaskClient, ada: str, job: str
) -> None:
    answer = send(browser, f"{ada}/jobs/new", account="acme", title="Again", start="2021")
    assert answer.status_code == 409
    assert "The other job: Engineer at Acme, since 2020. Edit it Keep both" in text(answer)
    assert f"/jobs/{job}/edit" in links(answer)
    again = typed(answer)
    assert again["title"] == "Again"
    assert browser.post(f"{ada}/jobs/new", data=again).status_code == 409
    assert browser.post(f"{ada}/jobs/new", data=edited(again, allow_overlap="true")).status_code == 303
    assert [row[1] for row in career(api, ada)] == ["Engineer", "Again"]


def test_two_main_jobs_are_refused_and_cannot_be_kept(
    api: FlaskClient, browser: FlaskClient, ada: str, job: str
) -> None:
    answer = send(browser, f"{ada}/jobs/new", account="globex", start="2021", primary="true")
    assert answer.status_code == 409
    assert "Main job : Another job is the main one" in text(answer)
    assert "Keep both" not in text(answer)


def test_a_new_employer_asks_whether_they_moved_and_records_it(
    api: FlaskClient, browser: FlaskClient, ada: str, job: str
) -> None:
    answer = send(browser, f"{ada}/jobs/new", account="globex", title="CTO", start="2024-02")
    page = browser.get(answer.headers["Location"])
    assert "Did Ada move?" in text(page)
    assert "It looks as if this job has ended: Engineer at Acme, since 2020." in text(page)
    assert "Both are held" in text(page)
    moved = browser.post(f"{ada}/move", data=typed(page, f"{ada}/move"))
    assert (moved.status_code, moved.headers["Location"]) == (303, ada)
    assert career(api, ada) == [("acme", "Engineer", "2020", "2024-02"), ("globex", "CTO", "2024-02", None)]
    assert "The move is recorded." in text(browser.get(ada))


def test_a_new_employer_may_be_held_beside_the_other(
    api: FlaskClient, browser: FlaskClient, ada: str, job: str
) -> None:
    url = send(browser, f"{ada}/jobs/new", account="globex", start="2024-02").headers["Location"]
    new = url.split("/")[2]
    assert send(browser, url, f"/jobs/{new}/beside").headers["Location"] == ada
    assert api.get(f"{V1}/jobs/{new}").json["concurrent"] is True
    assert "No other job seems to have ended" in text(browser.get(url))


def test_a_move_ends_one_job_and_begins_another(api: FlaskClient, browser: FlaskClient, ada: str, job: str) -> None:
    page = browser.get(f"{ada}/move")
    assert "Engineer at Acme" in text(page)
    sent = edited(typed(page), to_account="Globex", title="CTO", role="decision_maker", effective_on="2024-05-17")
    first, second = (browser.post(f"{ada}/move", data=sent) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    after = [("acme", "Engineer", "2020", "2024-05-17"), ("globex", "CTO", "2024-05-17", None)]
    assert career(api, ada) == after
    undo(browser, browser.get(ada))
    assert career(api, ada) == [("acme", "Engineer", "2020", None)]


@pytest.mark.parametrize(
    ("sent", "status", "field"),
    [
        ({"to_account": "Nowhere"}, 422, "to_account"),
        ({"effective_on": "2019-01-01"}, 422, "effective_on"),
        ({"effective_on": ""}, 422, "effective_on"),
        ({"from_job": "none"}, 422, "from_job"),
    ],
)
def test_a_move_that_cannot_be_comes_back_as_it_was_typed(
    api: FlaskClient, browser: FlaskClient, ada: str, job: str, sent: dict[str, str], status: int, field: str
) -> None:
    given = {"to_account": "globex", "title": "CTO", "why": "she told me", "effective_on": "2024-05-17", **sent}
    answer = send(browser, f"{ada}/move", **given)
    assert answer.status_code == status
    assert f'id="e-{field}"' in answer.text
    assert (typed(answer)["title"], typed(answer)["why"]) == ("CTO", "she told me")
    assert career(api, ada) == [("acme", "Engineer", "2020", None)]


def test_which_of_several_jobs_is_left_is_asked(api: FlaskClient, browser: FlaskClient, ada: str) -> None:
    for account in ("acme", "initech"):
        api.post(f"{V1}{ada}/jobs", json={"account": account, "start": "2020"})
    answer = send(browser, f"{ada}/move", to_account="globex", effective_on="2024-05-17")
    assert answer.status_code == 409
    assert 'id="e-from_job"' in answer.text
    jobs = {i["account"]["uid"]: i["uid"] for i in api.get(f"{V1}{ada}/jobs").json["items"]}
    assert browser.post(f"{ada}/move", data=edited(typed(answer), from_job=jobs["initech"])).status_code == 303
    assert {row[0]: row[3] for row in career(api, ada)} == {"acme": None, "initech": "2024-05-17", "globex": None}
