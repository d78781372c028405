"""Every parameter of every question, given badly: 422, and the field is named."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from flask.testing import FlaskClient
from pydantic import BaseModel

from graphcrm.nodes import NODES
from graphcrm.nodes.base import fields
from graphcrm.nodes.properties import Choice
from graphcrm.queries.records.kinds import KINDS
from graphcrm.web.asking import cursors
from graphcrm.web.asking.cursors import AfterInstant
from graphcrm.web.asking.filters import AccountsParameters, ContactsParameters, LeadsParameters, UsersParameters
from graphcrm.web.asking.parameters import PageParameters

TOMORROW = (datetime.now(UTC) + timedelta(days=1)).date()
AS_OF = ["/accounts/acme/people", "/accounts/acme/warm-paths", "/contacts/maya/jobs", "/contacts/maya/colleagues",
         "/contacts/maya/interactions", "/contacts/maya/known-by", "/moves"]  # fmt: skip
LISTS = ["/accounts", "/contacts", "/leads", "/users"]
PAGED = [*LISTS, "/accounts/acme/people", "/accounts/acme/warm-paths", "/contacts/maya/colleagues", "/contacts/maya/jobs",
         "/contacts/maya/interactions", "/contacts/maya/known-by", "/moves"]  # fmt: skip
ALL = sorted({*AS_OF, *PAGED, "/accounts/acme", "/contacts/maya", "/leads/lead-1", "/users/alice", "/search"})


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
        ("/search?q=a&cursor=x", "cursor"),
        ("/search?q=a&sort=name", "sort"),
        ("/accounts?sort=", "sort"),
        ("/accounts?sort=colour", "sort"),
        ("/accounts?sort=+name", "sort"),
        ("/accounts?sort=--name", "sort"),
        ("/accounts?sort=name&sort=-name", "sort"),
        ("/accounts?sort=name,-name", "sort"),
        ("/contacts?sort=employee_count", "sort"),
        ("/users?sort=%00", "sort"),
        ("/accounts?kind=enemy", "kind"),
        ("/accounts?kind=Company", "kind"),
        ("/accounts?kind=company&kind=other", "kind"),
        ("/accounts?industry=", "industry"),
        ("/accounts?city=" + "城" * 201, "city"),
        ("/accounts?country=" + "x" * 10_000, "country"),
        ("/accounts?placeholder=", "placeholder"),
        ("/accounts?placeholder=1", "placeholder"),
        ("/accounts?placeholder=yes", "placeholder"),
        ("/accounts?placeholder=true&placeholder=true", "placeholder"),
        ("/accounts?lifecycle=%E5%AE%A2%E6%88%B7", "lifecycle"),
        ("/contacts?do_not_contact=True", "do_not_contact"),
        ("/contacts?account=" + "a" * 65, "account"),
        ("/contacts?industry=Steel", "industry"),
        ("/leads?status=open", "status"),
        ("/leads?external_id=", "external_id"),
        ("/leads?external_id=" + "x" * 1_001, "external_id"),
        ("/users?role=boss", "role"),
        ("/users?active=none", "active"),
        ("/users?team=", "team"),
        ("/moves?sort=", "sort"),
        ("/moves?sort=moved_on", "sort"),
        ("/moves?sort=-rank", "sort"),
        ("/moves?sort=rank&sort=rank", "sort"),
        ("/moves?ours=", "ours"),
        ("/moves?ours=1", "ours"),
        ("/moves?user=", "user"),
        ("/moves?user=" + "x" * 201, "user"),
        ("/moves?from_account=", "from_account"),
        ("/moves?to_account=" + "a" * 65, "to_account"),
    ],
)
def test_what_cannot_be_meant_is_refused(api: FlaskClient, url: str, field: str) -> None:
    refused(api, url, field)


@pytest.mark.parametrize(
    ("url", "choices"),
    [
        ("/accounts?sort=age", ["'name'", "'-created_at'", "'employee_count'"]),
        ("/accounts?kind=enemy", ["'company'", "'school'"]),
        ("/users?role=boss", ["'admin'", "'viewer'"]),
        ("/moves?sort=age", ["'-moved_on'", "'rank'"]),
    ],
)
def test_who_chooses_what_there_is_not_is_told_what_there_is(api: FlaskClient, url: str, choices: list[str]) -> None:
    said = refused(api, url, url.split("?")[1].split("=", maxsplit=1)[0])
    assert all(choice in said for choice in choices)


@pytest.mark.parametrize("url", LISTS)
@pytest.mark.parametrize(
    "given", ["q=%00", "external_id=%00", "q=%F0%9F%90%98", "q=" + "%E4%B8%89" * 200, "q=%2B%2B%2B", "q=%20"]
)
def test_what_may_be_meant_and_is_nowhere_finds_nothing(api: FlaskClient, url: str, given: str) -> None:
    answer = api.get(f"/api/v1{url}?{given}")
    assert (answer.status_code, answer.json and answer.json["items"]) == (200, [])


FORGED: list[dict[str, object]] = [
    {"key": 5, "uid": "a"}, {"key": None, "uid": "a"}, {"key": "Acme"}, {"key": "Acme", "uid": 7}, {"key": [], "uid": "a"},
    {"key": "Acme", "uid": "a", "more": 1}, {"key": "x" * 10_001, "uid": "a"},
]  # fmt: skip
FORGED_TIMES: list[dict[str, object]] = [
    {"key": "soon", "uid": "a"}, {"key": "2024-06-01T00:00:00", "uid": "a"}, {"key": "0001-01-01T00:00:00+14:00", "uid": "a"},
    {"key": "2024-13-01T00:00:00Z", "uid": "a"}, {"key": "9999-12-31T23:59:59-12:00", "uid": "a"},
]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "parts"), [("/accounts", p) for p in FORGED] + [("/accounts?sort=created_at", p) for p in FORGED_TIMES]
)
def test_a_cursor_that_somebody_wrote_is_refused(api: FlaskClient, url: str, parts: dict[str, object]) -> None:
    sort = url.partition("sort=")[2] or None
    of = cursors.question("account", None, sort, [], None)
    cursor = base64.urlsafe_b64encode(json.dumps({"of": of, **parts}).encode()).decode().rstrip("=")
    refused(api, f"{url}{'&' if sort else '?'}cursor={cursor}", "cursor")


@pytest.mark.parametrize("key", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"])
def test_a_cursor_at_the_end_of_time_is_a_place_like_any_other(api: FlaskClient, key: str) -> None:
    cursor = AfterInstant(of=cursors.question("account", None, "created_at", [], None), key=key, uid="")
    assert api.get(f"/api/v1/accounts?sort=created_at&cursor={cursors.written(cursor)}").status_code == 200


PARAMETERS = {
    "account": AccountsParameters,
    "contact": ContactsParameters,
    "lead": LeadsParameters,
    "user": UsersParameters,
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters_offer_what_lists_know_and_nodes_allow(name: str) -> None:
    kind, model = KINDS[name], PARAMETERS[name]
    asked = set(model.model_fields) - set(PageParameters.model_fields) - {"q", "sort", "segment"}
    assert asked == set(kind.filters)
    assert choices(model, "sort") == {way + sort for sort in kind.sorts for way in ("", "-")}
    stored = fields(NODES[kind.labels[0]])
    for field in asked & set(stored):
        if isinstance(stored[field], Choice):
            assert choices(model, field) == set(stored[field].choices), field


def choices(model: type[BaseModel], field: str) -> set[str]:
    (some, _none) = get_args(model.model_fields[field].annotation)
    return set(get_args(some))


@pytest.mark.parametrize("since", ["2024-06-02", str(TOMORROW), "soon"])
def test_moves_since_a_day_after_the_one_asked_as_of_are_refused(api: FlaskClient, since: str) -> None:
    refused(api, f"/moves?since={since}&as_of=2024-06-01", "since", "invalid_date")


@pytest.mark.parametrize(
    "url",
    ["/accounts/x", "/accounts/x/people", "/accounts/x/warm-paths", "/contacts/x", "/contacts/x/jobs",
     "/contacts/x/colleagues", "/contacts/x/interactions", "/contacts/x/known-by", "/moves?account=x", "/leads/x",
     "/users/x", "/moves?from_account=x", "/moves?to_account=x", "/moves?user=x"],
)  # fmt: skip
def test_a_record_nobody_knows_is_not_found(api: FlaskClient, url: str) -> None:
    answer = api.get(f"/api/v1{url}")
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"]) == (404, "not_found")
    assert "'x'" in answer.json["detail"]
