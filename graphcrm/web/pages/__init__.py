"""The pages: server-rendered, without JavaScript. One module a topic."""

from __future__ import annotations

from flask import Flask

from graphcrm.web.pages import accounts, changes, contacts, feed, home, layout, leads, me, search, sign_in, users, words


def install(app: Flask, *, demo: bool) -> None:
    """Put the pages into the app; the demo's own door exists only where `demo` says so."""
    layout.install(app)
    words.install(app)
    for topic in (home, accounts, contacts, feed, leads, search, users, me):
        app.register_blueprint(topic.routes)
    for routes in (*changes.BLUEPRINTS, *sign_in.BLUEPRINTS):
        app.register_blueprint(routes)
    if demo:
        app.register_blueprint(sign_in.demo_routes)
