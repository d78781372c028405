"""Every route of the app, asked by a stranger: refused, unless it is one of the few marked public."""

from __future__ import annotations

from functools import reduce
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from graphcrm.web.permission import is_public

PUBLIC = {
    "static", "metrics", "health.healthz", "health.readyz", "sign_in.sign_in", "sign_in.submit", "sign_in_link.link",
    "sign_in_link.submit", "sign_in_code.code", "sign_in_code.submit", "appearance.language_of_the_door",
}  # fmt: skip
ASKED = {  # what a question needs that names nothing in its address
    "/search": "?q=acme", "/network/around": "?id=account:acme", "/network/expand": "?id=account:acme&kind=job",
    "/network/path": "?from=account:acme&to=contact:maya",
}  # fmt: skip
HALFWAY = {"/sign-in/link": 410, "/sign-in/code": 303}  # they answer who has a link, or has given a password


def routes(app: Flask) -> list[tuple[str, str, str]]:
    return [
        (
            rule.endpoint,
            method,
            rule.rule.replace("<uid>", "acme")
            .replace("<name>", "rep")
            .replace("<path:filename>", "dist/manifest.json"),
        )
        for rule in app.url_map.iter_rules()
        for method in sorted(rule.methods or ())
    ]


def test_these_are_public_and_no_others(app: Flask) -> None:
    assert {name for name, view in app.view_functions.items() if is_public(view)} == PUBLIC


def test_a_stranger_is_refused_everywhere_else(app: Flask, stranger: FlaskClient) -> None:
    closed = [route for route in routes(app) if route[0] not in PUBLIC]
    assert len(closed) > 60
    for _, method, url in closed:
        answer = stranger.open(url, method=method)
        if url.startswith("/api/v1"):
            assert answer.status_code == 401, (method, url)
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        else:
            assert answer.status_code == 303, (method, url)
            assert answer.headers["Location"].startswith("/sign-in")


def test_what_is_public_answers_a_stranger(app: Flask, stranger: FlaskClient) -> None:
    for endpoint, method, url in routes(app):
        if endpoint in PUBLIC and method == "GET":
            assert stranger.get(url).status_code == HALFWAY.get(url, 200), url


def test_a_new_view_is_refused_until_it_is_marked(app: Flask, stranger: FlaskClient) -> None:
    app.add_url_rule("/new", "new", lambda: "secret")
    assert stranger.get("/new").status_code == 303


def test_every_page_and_question_answers_who_is_signed_in(app: Flask, browser: FlaskClient, api: FlaskClient) -> None:
    known = pages_of(api)
    for endpoint, method, url in routes(app):
        if method != "GET" or url in HALFWAY:
            continue
        asked = reduce(lambda address, pair: address.replace(*pair), known.items(), url) + next(
            (query for end, query in ASKED.items() if url.endswith(end)), ""
        )
        assert browser.get(asked, follow_redirects=True).status_code == 200, (endpoint, asked)
        if url.startswith("/api/v1"):
            assert api.get(asked).status_code == 200, (endpoint, asked)


def pages_of(api: FlaskClient) -> dict[str, str]:
    """What stands for the account acme in the addresses of other things; and what is in the trash."""

    def made(url: str, **sent: Any) -> Any:
        return api.post(f"/api/v1{url}", json=sent)

    gone = {}
    for kind, sent in (
        ("accounts", {}),
        ("contacts", {}),
        ("leads", {}),
        ("opportunities", {}),
        ("contracts", {}),
        ("orders", {}),
        ("service-requests", {}),
        ("campaigns", {}),
        ("tasks", {}),
        ("users", {"email": "gone@us.example"}),
    ):
        uid = made(f"/{kind}", name="Gone", **sent).json["uid"]
        api.delete(f"/api/v1/{kind}/{uid}")
        gone[f"/{kind}/acme/purge"] = f"/{kind}/{uid}/purge"
    event = made("/interactions", contacts=["maya"], at="2024-05-01").json["uid"]
    link = made("/accounts/acme/links", kind="partner_of", to="globex").json["uid"]
    assignment = made("/accounts/acme/assign", user="bob").json["items"][0]["uid"]
    introduction = made("/introductions", account="acme", people=["maya", "tomas"]).json["uid"]
    change = made("/contacts", name="Ada", tags=["Dinner"]).headers["Change-Id"]
    tag = api.get("/api/v1/tags").json["items"][0]["uid"]
    task = made("/tasks", name="Call").json["uid"]
    deal = made("/opportunities", name="Line").json["uid"]
    kinds = ("contracts", "orders", "service-requests", "campaigns")
    begun = {"campaigns": {"start_on": "2024-05-01"}}  # what followed is asked of what has begun
    others = {kind: made(f"/{kind}", name="Line", **begun.get(kind, {})).json["uid"] for kind in kinds}
    view = made("/views", name="Into Acme", of="paths", target="acme").json["uid"]
    automation = made("/automations", name="New", of="lead", parameters="status=new", notify="author").json["uid"]
    group = made("/groups", name="Dinner").json["uid"]
    conditions = [[{"by": "lifecycle", "value": ["lost"]}]]
    segment = made("/segments", name="Lost", kind="contact", conditions=conditions).json["uid"]
    template = made("/mail-templates", name="Hello").json["uid"]
    return {
        "/groups/acme": f"/groups/{group}", "/tags/acme": f"/tags/{tag}", "/segments/acme": f"/segments/{segment}",
        **gone, "/automations/acme": f"/automations/{automation}", "/mail-templates/acme": f"/mail-templates/{template}", "/contacts/acme": "/contacts/maya", "/leads/acme": "/leads/lead-1", "/users/acme": "/users/alice",
        "/jobs/acme": "/jobs/tomas-1", "/changes/acme": f"/changes/{change}",
        "/interactions/acme": f"/interactions/{event}", "/links/acme": f"/links/{link}",
        "/assignments/acme": f"/assignments/{assignment}", "/views/acme": f"/views/{view}", "/tasks/acme": f"/tasks/{task}", "/opportunities/acme": f"/opportunities/{deal}",
        **{f"/{kind}/acme": f"/{kind}/{uid}" for kind, uid in others.items()},
        "<way>": "alice,maya,tomas", "/introductions/acme": f"/introductions/{introduction}",
    }  # fmt: skip
