"""Filters, orders and the search of lists, as they are asked over HTTP; tests/queries/records has the cases."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from worlds.build import handle

from graphcrm.graph import Graph


@pytest.fixture(scope="module", autouse=True)
def addresses(cast: Graph) -> None:
    """What people may type of Maya and 张三丰."""
    handle(cast, "maya", "phone", "+4989123456")
    handle(cast, "maya", "linkedin", "linkedin.com/in/maya-lind")
    handle(cast, "zhang", "wechat", "zhang_sf")


def uids(api: FlaskClient, url: str) -> list[str]:
    answer = api.get(f"/api/v1/{url}")
    assert answer.status_code == 200, answer.text
    assert answer.json is not None
    return [item["uid"] for item in answer.json["items"]]


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("accounts?industry=Robotics", ["acme"]),
        ("accounts?industry=robotics", []),
        ("accounts?city=北京", ["bytes"]),
        ("accounts?placeholder=true", []),
        ("accounts?sort=-employee_count&limit=2", ["hooli", "globex"]),
        ("accounts?sort=-name&placeholder=false&limit=2", ["bytes", "initech"]),
        ("contacts?account=acme&as_of=2024-06-01", ["lena", "priya", "tomas"]),
        ("contacts?account=acme&as_of=2024-06-01&q=lena", ["lena"]),
        ("contacts?account=acme&as_of=2018-01-01&sort=-name", ["ulla", "lena", "gil"]),
        ("contacts?q=a&do_not_contact=true", []),
        ("leads?q=acme&sort=company_name", ["lead-1"]),
        ("leads?status=new", []),
        ("users?active=false", ["zoe"]),
        ("users?role=rep&team=North", ["alice", "bob"]),
        ("users?q=us&sort=-email&limit=1", ["zoe"]),
        ("users?q=dana@us.example", ["dana"]),
    ],
)
def test_lists_are_filtered_and_sorted(api: FlaskClient, url: str, found: list[str]) -> None:
    assert uids(api, url) == found


@pytest.mark.parametrize("list_", ["search", "contacts"])
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("%2B49 (0)89 123-456", "maya"),
        ("＋４９　８９　１２３４５６", "maya"),
        ("0049 89 123456", "maya"),
        ("https://www.LinkedIn.com/in/Maya-Lind/", "maya"),
        ("mailto:MAYA@people.example", "maya"),
        ("ZHANG_sf", "zhang"),
        ("三丰", "zhang"),
    ],
)
def test_an_address_is_found_as_it_is_written(api: FlaskClient, list_: str, typed: str, found: str) -> None:
    assert uids(api, f"{list_}?q={typed}") == [found]


def test_a_domain_is_found_in_a_whole_address(api: FlaskClient) -> None:
    assert uids(api, "accounts?q=https://www.Acme.example/about") == ["acme"]


def test_whose_paths_may_be_asked_by_an_address_as_it_is_written(api: FlaskClient) -> None:
    by = [
        api.get(f"/api/v1/accounts/acme/warm-paths?user={who}&as_of=2024-06-01").json
        for who in ("alice", "MAILTO:Alice@us.example")
    ]
    assert by[0]["items"] == by[1]["items"] != []
