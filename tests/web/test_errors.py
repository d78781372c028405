from __future__ import annotations

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.errors import ForbiddenError, QueryTimeoutError
from graphcrm.web import problems
from graphcrm.web.permission import public
from tests.web.forms import csrf, post, text


def raising(app: Flask, url: str, error: Exception) -> None:
    def view() -> str:
        raise error

    app.add_url_rule(url, url, public(view))


def test_a_problem_has_the_fields_of_rfc_9457_and_ours(api: FlaskClient) -> None:
    answer = api.get("/api/v1/accounts?limit=0")
    assert answer.mimetype == "application/problem+json"
    assert answer.json == {
        "type": "/api/docs#invalid",
        "title": "A value that cannot be meant",
        "status": 422,
        "code": "invalid",
        "detail": "limit is '0'; Input should be greater than or equal to 1.",
        "field": "limit",
    }


@pytest.mark.parametrize(
    ("method", "url", "status", "code"),
    [
        ("GET", "/api/v1/nowhere", 404, "not_found"),
        ("GET", "/api/v1/", 404, "not_found"),
        ("GET", "/api", 404, "not_found"),
        ("PUT", "/api/v1/accounts", 405, "method_not_allowed"),
        ("DELETE", "/api/v1/accounts", 405, "method_not_allowed"),
    ],
)
def test_the_api_says_what_is_wrong_as_json(api: FlaskClient, method: str, url: str, status: int, code: str) -> None:
    answer = api.open(url, method=method)
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"], answer.mimetype) == (status, code, "application/problem+json")
    if status == 405:
        assert "GET" in answer.headers["Allow"]


def test_pages_say_it_in_words(browser: FlaskClient, stranger: FlaskClient) -> None:
    assert "There is nothing at /nowhere." in text(browser.get("/nowhere"))
    assert "There is nothing at /nowhere." in text(stranger.get("/nowhere"))
    assert "There is no account 'none'." in text(browser.get("/accounts/none"))
    page = browser.get("/accounts/acme?as_of=2031-02-30")
    assert page.status_code == 422
    assert "as_of is '2031-02-30'; there is no such date." in text(page)
    assert browser.post("/search").status_code == 405


def test_a_name_that_fits_several_users_offers_them(browser: FlaskClient) -> None:
    page = browser.get("/accounts/acme/warm-paths?user=us.example&as_of=2024-06-01")
    assert page.status_code == 409
    assert 'href="/accounts/acme/warm-paths?user=bob&amp;as_of=2024-06-01"' in page.text


def test_a_request_too_large_is_refused(browser: FlaskClient, api: FlaskClient) -> None:
    large = {"csrf": csrf(browser), "token": "a" * 9_000_000}
    answer = browser.post("/sign-in", data=large)
    assert answer.status_code == 413
    assert "413" in text(answer)


def test_what_nobody_foresaw_says_nothing_of_the_inside(
    app: Flask, api: FlaskClient, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    raising(app, "/api/v1/broken", RuntimeError("the password is swordfish"))
    raising(app, "/broken", RuntimeError("the password is swordfish"))
    browser = app.test_client()
    post(browser, "/sign-in", token=token)
    with caplog.at_level(logging.ERROR, "graphcrm.web"):
        answer, page = api.get("/api/v1/broken"), browser.get("/broken")
    assert answer.json is not None
    assert (answer.status_code, page.status_code, answer.json["code"]) == (500, 500, "error")
    assert "swordfish" not in answer.text + page.text
    assert answer.headers["X-Request-ID"] in answer.json["detail"]
    assert page.headers["X-Request-ID"] in text(page)
    assert [answer.headers["X-Request-ID"] in record.getMessage() for record in caplog.records] == [True, False]
    assert all(record.exc_info for record in caplog.records)


@pytest.mark.parametrize(("error", "status"), [(QueryTimeoutError("Too long."), 504), (ForbiddenError("No."), 403)])
def test_every_error_of_ours_carries_its_status(app: Flask, api: FlaskClient, error: Exception, status: int) -> None:
    raising(app, "/api/v1/fails", error)
    assert api.get("/api/v1/fails").status_code == status


def test_every_code_is_explained_where_its_type_points(browser: FlaskClient) -> None:
    page = browser.get("/api/docs").text
    codes = [code for code, *_ in problems.codes()]
    assert {"invalid_date", "ambiguous", "database", "method_not_allowed", "too_large"} <= set(codes)
    for code in codes:
        assert f'id="{code}"' in page
