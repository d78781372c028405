"""The HTTP API, version 1: JSON for programs. One module a topic; every view is documented where it stands."""

from __future__ import annotations

from flask import Flask

from graphcrm.web.addresses import V1
from graphcrm.web.api import (
    access,
    accounts,
    audit,
    automations,
    changes,
    contacts,
    conversion,
    docs,
    groups,
    interactions,
    introductions,
    jobs,
    leads,
    lifecycles,
    links,
    mail,
    moves,
    network,
    notifications,
    offers,
    opportunities,
    ownership,
    paths,
    person,
    pool,
    record_changes,
    records,
    segments,
    tags,
    tasks,
    tokens,
    users,
    views,
)


def install(app: Flask) -> None:
    """Put the API under /api/v1, and its page at /api/docs."""
    for topic in (
        access,
        accounts,
        audit,
        automations,
        changes,
        contacts,
        conversion,
        groups,
        interactions,
        introductions,
        jobs,
        leads,
        lifecycles,
        links,
        mail,
        moves,
        network,
        notifications,
        offers,
        opportunities,
        ownership,
        paths,
        person,
        pool,
        record_changes,
        records,
        segments,
        tags,
        tasks,
        tokens,
        users,
        views,
    ):
        app.register_blueprint(topic.routes, url_prefix=V1)
    app.register_blueprint(docs.routes)
