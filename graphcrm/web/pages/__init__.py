"""The pages: server-rendered, without JavaScript. One module a topic."""

from __future__ import annotations

from flask import Flask

from graphcrm.config import Settings
from graphcrm.web import assets, languages
from graphcrm.web.pages import (
    access,
    audit,
    automations,
    board,
    calendar,
    champions,
    changes,
    coverage,
    groups,
    home,
    lifecycles,
    lists,
    network,
    notifications,
    paths,
    records,
    segments,
    shell,
    sign_in,
    staging,
    tags,
    views,
    words,
)


def install(app: Flask, settings: Settings) -> None:
    """Put the pages into the app; the demo's own door, and that to another provider, only where they are set."""
    for part in (languages, assets, words, staging, lifecycles, shell):
        part.install(app)
    single = (
        home,
        lifecycles,
        access,
        audit,
        automations,
        board,
        calendar,
        champions,
        coverage,
        groups,
        network,
        notifications,
        segments,
        tags,
    )
    for topic in (*single, views):
        app.register_blueprint(topic.routes)
    for topics in (shell, records, paths, changes, lists, sign_in):
        for routes in topics.BLUEPRINTS:
            app.register_blueprint(routes)
    sign_in.provider.install(app, settings)
    if settings.demo:
        app.register_blueprint(sign_in.demo_routes)
