"""A list as a file: what is shown, or chosen, and the audit log's entry of it."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from graphcrm.graph import Graph
from graphcrm.web.pages.lists import export
from tests.web.forms import csrf, text


def asked(client: FlaskClient, url: str, *uids: str) -> TestResponse:
    return client.post(url, data={"csrf": csrf(client, "/contacts"), "back": "/contacts", "uid": list(uids)})


def rows(answer: TestResponse) -> list[list[str]]:
    assert answer.mimetype == "text/csv", answer.text
    return list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def entries(graph: Graph) -> list[tuple[list[str], list[str]]]:
    cypher = "MATCH (a:Audit {action: 'export'}) RETURN a.what, coalesce(a.records, []) ORDER BY a.seq DESC LIMIT 1"
    return graph.read(cypher, lambda *row: row)


def test_all_that_match_are_written_with_the_columns_of_the_list(browser: FlaskClient, cast: Graph) -> None:
    answer = asked(browser, "/contacts/export?account=acme&as_of=2024-06-01&sort=-name&columns=title,since,last")
    assert rows(answer) == [
        ["contact_id", "name", "title", "since", "last"],
        ["tomas", "Tomás Reyes", "CTO", "2022-06-01", ""],
        ["priya", "Priya Raman", "Head of Purchasing", "2023-02-01", "2024-05-01T00:00:00+00:00"],
        ["lena", "Lena Fischer", "Advisor", "", ""],
    ]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="contacts.csv"'
    assert entries(cast) == [(["contacts", "rows 3"], [])]


def test_what_was_chosen_is_written_whatever_the_filters_say(browser: FlaskClient, cast: Graph) -> None:
    answer = asked(browser, "/contacts/export?account=acme&columns=name", "zhang", "maya")
    assert rows(answer) == [["contact_id", "name"], ["maya", "Maya Lind"], ["zhang", "张三丰"]]
    assert entries(cast) == [(["contacts", "rows 2"], ["contact zhang", "contact maya"])]


def test_a_long_list_is_written_whole(browser: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows(asked(browser, "/contacts/export"))
    monkeypatch.setattr(export, "_AT_ONCE", 3)
    assert rows(asked(browser, "/contacts/export")) == whole
    assert len(whole) == 11
    monkeypatch.setattr(export, "MOST", 10)
    assert len(rows(asked(browser, "/contacts/export"))) == 11


def test_one_that_is_too_long_is_refused_and_not_in_the_audit_log(
    browser: FlaskClient, cast: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entries(cast)
    monkeypatch.setattr(export, "MOST", 9)
    answer = asked(browser, "/contacts/export")
    assert answer.location == "/contacts"
    assert "A file takes at most 9 rows; add a filter" in text(browser.get("/contacts"))
    assert entries(cast) == before


def test_an_empty_list_is_a_file_of_its_columns(browser: FlaskClient) -> None:
    assert rows(asked(browser, "/leads/export?status=ignored&columns=name")) == [["lead_id", "name"]]


def test_what_is_wrong_with_a_filter_is_said_on_the_list(browser: FlaskClient) -> None:
    assert asked(browser, "/contacts/export?account=nobody").status_code == 303
    assert "No account is called 'nobody'" in text(browser.get("/contacts"))
