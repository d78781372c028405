"""Every parameter of every question, given badly: 422, and the field is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

TOMORROW = (datetime.now(UTC) + timedelta(days=1)).date()
AS_OF = ["/accounts/acme/people", "/accounts/acme/warm-paths", "/contacts/maya/jobs", "/contacts/maya/colleagues",
         "/contacts/maya/interactions", "/contacts/maya/known-by", "/moves"]  # fmt: skip
PAGED = ["/accounts", "/contacts", "/leads", "/accounts/acme/people", "/accounts/acme/warm-paths",
         "/contacts/maya/colleagues", "/contacts/maya/interactions", "/moves"]  # fmt: skip
ALL = sorted({*AS_OF, *PAGED, "/accounts/acme", "/contacts/maya", "/users", "/search"})


def refused(api: FlaskClient, url: str, field: str, code: str = "invalid") -> str:
    answer = api.get(f"/api/v1{url}")
    assert answer.status_code == 422, answer.text
    assert answer.mimetype == "application/problem+json"
    assert answer.json is not None
    assert (answer.json["code"], answer.json["field"]) == (code, field)
    return str(answer.json["detail"])


@pytest.mark.parametrize("url", ALL)
def test_a_parameter_nobody_knows_is_refused(api: FlaskClient, url: str) -> None:
    q = "&q=a" if url == "/search" else ""
    assert "is no parameter here" in refused(api, f"{url}?colour=red{q}", "colour")


@pytest.mark.parametrize("url", AS_OF)
@pytest.mark.parametrize(
    "day", ["2024-02-30", "2024-13-01", "yesterday", "2024", "2024-05", "", "24-01-01", "10000-01-01"]
)
def test_a_day_that_does_not_exist_is_refused(api: FlaskClient, url: str, day: str) -> None:
    refused(api, f"{url}?as_of={day}", "as_of", "invalid_date")


@pytest.mark.parametrize("url", AS_OF)
@pytest.mark.parametrize("day", ["2031-05-17", "9998-12-31"])
def test_a_day_to_come_shows_what_is_known_of_it(api: FlaskClient, url: str, day: str) -> None:
    assert api.get(f"/api/v1{url}?as_of={day}").status_code == 200


@pytest.mark.parametrize("url", AS_OF)
def test_the_first_day_there_is_answers_with_nothing(api: FlaskClient, url: str) -> None:
    answer = api.get(f"/api/v1{url}?as_of=0001-01-01")
    assert answer.json is not None
    assert answer.status_code == 200, answer.text
    assert answer.json["as_of"] == "0001-01-01"


@pytest.mark.parametrize("url", PAGED)
@pytest.mark.parametrize("limit", ["0", "501", "-1", "ten", "", "1.5", "9" * 30, "1&limit=2"])
def test_a_limit_out_of_range_is_refused(api: FlaskClient, url: str, limit: str) -> None:
    refused(api, f"{url}?limit={limit}", "limit")


@pytest.mark.parametrize("url", PAGED)
@pytest.mark.parametrize("cursor", ["x", "%F0%9F%90%98", "e30", "bnVsbA", "", "a" * 5000, "eyJvZiI6ICIxIn0"])
def test_a_cursor_that_is_not_ours_is_refused(api: FlaskClient, url: str, cursor: str) -> None:
    refused(api, f"{url}?cursor={cursor}", "cursor")


@pytest.mark.parametrize(
    ("url", "field"),
    [
        ("/accounts/acme/people?status=gone", "status"),
        ("/accounts/acme/warm-paths?kinds=indirect", "kinds"),
        ("/accounts/acme/warm-paths?kinds=", "kinds"),
        ("/accounts/acme/warm-paths?min_score=-0.1", "min_score"),
        ("/accounts/acme/warm-paths?min_score=nan", "min_score"),
        ("/accounts/acme/warm-paths?min_score=much", "min_score"),
        ("/accounts/acme/warm-paths?max_unit=-1", "max_unit"),
        ("/accounts/acme/warm-paths?max_unit=99999999999999999999", "max_unit"),
        ("/accounts/acme/warm-paths?user=", "user"),
        ("/contacts/maya/colleagues?max_unit=few", "max_unit"),
        ("/contacts/maya/colleagues?account=", "account"),
        ("/accounts?q=", "q"),
        ("/search?q=" + "a" * 201, "q"),
        ("/search", "q"),
        ("/search?q=a&limit=501", "limit"),
    ],
)
def test_what_cannot_be_meant_is_refused(api: FlaskClient, url: str, field: str) -> None:
    refused(api, url, field)


@pytest.mark.parametrize("since", ["2024-06-02", str(TOMORROW), "soon"])
def test_moves_since_a_day_after_the_one_asked_as_of_are_refused(api: FlaskClient, since: str) -> None:
    refused(api, f"/moves?since={since}&as_of=2024-06-01", "since", "invalid_date")


@pytest.mark.parametrize(
    "url",
    ["/accounts/x", "/accounts/x/people", "/accounts/x/warm-paths", "/contacts/x", "/contacts/x/jobs",
     "/contacts/x/colleagues", "/contacts/x/interactions", "/contacts/x/known-by", "/moves?account=x"],
)  # fmt: skip
def test_a_record_nobody_knows_is_not_found(api: FlaskClient, url: str) -> None:
    answer = api.get(f"/api/v1{url}")
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")
    assert "'x'" in answer.json["detail"]
