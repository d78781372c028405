"""Every address, as each role, about what is mine, my mate's, somebody else's and nobody's: docs/access.md says the
same, and an address without a row is refused to everybody. The API's answers are those of its OpenAPI document."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from schemathesis.schemas import BaseSchema

from graphcrm.access import SHIPPED, Kind, place
from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from graphcrm.web.needs import NEEDS
from graphcrm.web.permission import is_public
from tests.web.access import scene
from tests.web.access.asks import Ask, asks_of, told
from tests.web.access.described import hold
from tests.web.forms import post

pytestmark = pytest.mark.timeout(600)

DOCS = Path(__file__).parents[3] / "docs" / "access.md"
ENDS = {"sign_in.sign_out", "me.sign_out_everywhere"}  # of the session that asks on
UNTOUCHED = {400, 404, 409, 412, 422}  # what else may be wrong with what was asked, once it is allowed


@pytest.fixture(scope="module")
def clients(app: Flask, headers: dict[str, str]) -> tuple[FlaskClient, FlaskClient]:
    """One who asks the API and one who asks the pages; who they are, the graph says."""
    api, browser = app.test_client(), app.test_client()
    api.environ_base["HTTP_AUTHORIZATION"] = headers["Authorization"]
    assert post(browser, "/sign-in", token=headers["Authorization"].split()[1]).status_code == 303
    return api, browser


def asks(app: Flask) -> list[Ask]:
    closed = [rule for rule in app.url_map.iter_rules() if not is_public(app.view_functions[rule.endpoint])]
    return [ask for ask in asks_of(closed) if ask.rule.endpoint not in ENDS]


def table() -> dict[str, dict[str, str]]:
    """What docs/access.md says of every address, by role."""
    rows = [
        line.strip("| ").split(" | ") for line in DOCS.read_text(encoding="utf-8").splitlines() if line[:3] == "| `"
    ]
    return {row[0].strip("`"): dict(zip(SHIPPED, row[2:], strict=True)) for row in rows if len(row) > len(SHIPPED)}


def within(scope: str, owner: str) -> bool:
    """Whether what is an owner's is in a scope of mine."""
    return owner in {"–": set(), "own": {"me", "nobody"}, "team": {"me", "mate", "nobody"}}.get(
        scope, set(scene.OWNERS)
    )


def expected(said: dict[str, dict[str, str]], ask: Ask, role: str, owner: str) -> int | None:
    """403 or 404 where it may not be, None where it may."""
    cell = said[ask.name][role]
    if cell == "–":
        return 403
    if not ask.of_one or ask.kind is None:
        return None
    whose = "nobody" if ask.kind == "user" else owner
    is_none = "assignments" in ask.parts and owner == "nobody"  # what is nobody's has none
    if is_none or not within(said[f"GET /api/v1/{place(ask.kind)}/<uid>"][role], whose):
        return 404
    # A form is shown to who sees the record, and refused when it is sent; who owns a lead is told (409); and whether
    # something may be undone is asked of what would be. Who is taken into an account is asked of each contact: people
    # work at those of others too.
    asked_elsewhere = ("claim", "undo_last", "offers.take")
    if ask.method == "GET" or any(word in ask.rule.endpoint for word in asked_elsewhere):
        return None
    if "assignments" in ask.parts:  # whose lead it is of decides
        cell = said["POST /api/v1/leads/<uid>/assign"][role]
    if {"interactions", "introductions"} & set(
        ask.parts
    ):  # whoever took part changes it, and whoever may edit the contacts of those
        had = "mate" if owner == "nobody" else owner
        return None if had == "me" or within(said["PATCH /api/v1/contacts/<uid>"][role], had) else 403
    return None if within(cell, whose) else 403


def revisions(graph: Graph) -> int:
    return graph.read("MATCH (r:Revision) RETURN count(r)", int)[0]


@pytest.mark.parametrize("role", SHIPPED)
def test_every_address_answers_each_role_as_the_table_says(
    app: Flask,
    clients: tuple[FlaskClient, FlaskClient],
    database: Graph,
    things: scene.Scene,
    document: BaseSchema,
    role: str,
) -> None:
    said, (api, browser) = table(), clients
    wrong = []
    fresh = False
    for ask in asks(app):
        for owner in scene.OWNERS if ask.of_one else ("nobody",):
            if not fresh:
                things.write(database, role)
            before = revisions(database)
            answer = ask.send(api if ask.rule.rule.startswith("/api/v1") else browser, owner)
            fresh = ask.method == "GET" or revisions(database) == before
            hold(document, ask, owner, answer)
            status = expected(said, ask, role, owner)
            allowed = answer.status_code < 400 or answer.status_code in UNTOUCHED
            if status and (answer.status_code != status and not (answer.status_code == 303 and fresh)):
                wrong.append(f"{ask.name} of {owner}: {status} is right; {told(answer)}")
            elif status and not fresh:
                wrong.append(f"{ask.name} of {owner}: {status} is right, and something was changed")
            elif not status and not allowed:
                wrong.append(f"{ask.name} of {owner}: it is allowed; {told(answer)}")
            elif not status and ask.method == "GET" and answer.status_code not in {200, 303, 404}:
                wrong.append(f"{ask.name} of {owner}: it is to be shown; {told(answer)}")
    assert not wrong, "\n".join(wrong)


def test_every_address_has_a_row_and_every_row_an_address(app: Flask) -> None:
    closed = {rule.endpoint for rule in app.url_map.iter_rules() if not is_public(app.view_functions[rule.endpoint])}
    assert closed <= set(NEEDS)
    assert {endpoint for endpoint in NEEDS if endpoint not in closed} == set()


def test_an_address_without_a_row_is_refused_to_the_admin(app: Flask, database: Graph, things: scene.Scene) -> None:
    other = create_app(Settings(secret_key="of this test", data_dir=Path(app.instance_path)), database)
    other.add_url_rule("/api/v1/new", "new", lambda: "secret")
    things.write(database, "admin")
    client = other.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {create_token(database, user='me')}"
    assert client.get("/api/v1/new").status_code == 403
    assert client.get("/api/v1/me").json["role"]["name"] == "admin"


# But for campaigns, which a representative sees all of.
@pytest.mark.parametrize(
    "kind", ["account", "contact", "lead", "opportunity", "contract", "order", "service_request", "task"]
)
def test_the_unseen_is_like_what_was_never_there(
    clients: tuple[FlaskClient, FlaskClient], database: Graph, things: scene.Scene, kind: Kind
) -> None:
    things.write(database, "rep")
    prefix = scene.PREFIXES[kind]
    api, _ = clients
    unseen, never = (api.get(f"/api/v1/{place(kind)}/{uid}").json for uid in (f"{prefix}-other", f"{prefix}-never"))
    assert unseen == {
        name: str(value).replace("never", "other") if name == "detail" else value for name, value in never.items()
    }
