"""The schema against the pages: every field of accounts and contacts stands in their form, on their page, in a filter."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask.testing import FlaskClient
from neo4j.spatial import WGS84Point
from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.nodes import NODES
from graphcrm.nodes.base import OURS, fields
from graphcrm.web.pages.lists.filters import FILTERS
from tests.web.forms import text

WRITE = {"account": account, "contact": contact}
_WHERE_FROM = {"external_id", "source"}  # what an import keeps
# What the filters ask by another name, and the names, which the search is for.
ASKED_AS = {
    "employee_count": "employees_from", "lifecycle_since": "customer_from", "lifecycle_trail": "customer_to",
    **dict.fromkeys(("name", "aliases", "given_name", "family_name", "other_names"), "q"),
}  # fmt: skip
SAMPLES: dict[str, tuple[Any, str]] = {
    "BOOLEAN": (True, ""), "DATE": (date(1981, 2, 3), "3 Feb 1981"), "INTEGER": (4321, "4,321"),
    "POINT": (WGS84Point((11.5, 48.25)), "48.25, 11.5"),
}  # fmt: skip
SAID = {"placeholder": "placeholder", "do_not_contact": "asked not to be contacted"}


def own(kind: str) -> list[str]:
    """The fields that somebody says of a record."""
    return [name for name in fields(NODES[kind.title()]) if name not in OURS | _WHERE_FROM]


def sample(kind: str, name: str) -> tuple[Any, str]:
    """A value that a field may have, and how a page says it."""
    prop = fields(NODES[kind.title()])[name]
    if name == "lifecycle_trail":
        return ["lead 1980", "loyal 1981-02-03"], "1980"
    if name == "lifecycle":
        return "loyal", "loyal"
    if choices := getattr(prop, "choices", None):
        return choices[-1], choices[-1]
    if prop.type_name in SAMPLES:
        return SAMPLES[prop.type_name][0], SAID.get(name, SAMPLES[prop.type_name][1])
    word = f"Said {name.replace('_', ' ')}"
    return ([word], word) if prop.type_name.startswith("LIST") else (word, word)


@pytest.mark.parametrize("kind", ["account", "contact"])
def test_every_field_is_in_the_form_and_on_the_page(cast: Graph, browser: FlaskClient, kind: str) -> None:
    uid = f"every-{kind}-{datetime.now(UTC).timestamp()}"
    given = {name: sample(kind, name) for name in own(kind)}
    WRITE[kind](cast, uid, **{name: value for name, (value, _) in given.items()})  # type: ignore[arg-type]
    form = browser.get(f"/{kind}s/{uid}/edit").text
    assert [name for name in given if f'name="{name}' not in form] == []
    page = text(browser.get(f"/{kind}s/{uid}"))
    assert [name for name, (_, said) in given.items() if said not in page] == []
    body = browser.get(f"/api/v1/{kind}s/{uid}").json
    assert [name for name in given if name not in body] == []


@pytest.mark.parametrize("kind", ["account", "contact"])
def test_every_field_is_asked_for_by_some_filter(kind: str) -> None:
    offered = {one.name for one in FILTERS[kind]}
    missing = [name for name in own(kind) if not {name, f"{name}_known", ASKED_AS.get(name, name)} & offered]
    assert missing == []
