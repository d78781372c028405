"""The pages: server-rendered, without JavaScript. One module a topic."""

from __future__ import annotations

from flask import Flask

from graphcrm.config import Settings
from graphcrm.web import assets, languages
from graphcrm.web.pages import (
    access,
    accounts,
    appearance,
    at_hand,
    audit,
    changes,
    contacts,
    dialogs,
    feed,
    home,
    introductions,
    layout,
    leads,
    lists,
    me,
    me_codes,
    network,
    palette,
    reach,
    saved,
    search,
    sign_in,
    styleguide,
    users,
    views,
    words,
)

_TOPICS = (
    home,
    access,
    accounts,
    appearance,
    at_hand,
    audit,
    contacts,
    feed,
    introductions,
    leads,
    me,
    me_codes,
    network,
    palette,
    reach,
    search,
    styleguide,
    users,
    views,
)


def install(app: Flask, settings: Settings) -> None:
    """Put the pages into the app; the demo's own door, and that to another provider, only where they are set."""
    languages.install(app)
    assets.install(app)
    layout.install(app)
    dialogs.install(app)
    words.install(app)
    saved.install(app)
    at_hand.install(app)
    for topic in _TOPICS:
        app.register_blueprint(topic.routes)
    for routes in (*changes.BLUEPRINTS, *lists.BLUEPRINTS, *sign_in.BLUEPRINTS):
        app.register_blueprint(routes)
    sign_in.provider.install(app, settings)
    if settings.demo:
        app.register_blueprint(sign_in.demo_routes)
