"""The app, put together."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from graphcrm.config import Settings
from graphcrm.errors import InvalidInputError
from graphcrm.graph import Graph
from graphcrm.sealed import Sealing
from graphcrm.services.sealing import chosen
from graphcrm.web import api, context, errors, headers, health, identity, logs, metrics, pages, permission, rates
from graphcrm.web.secret import Keys

_BODY_MOST = 8 * 2**20  # bytes of a request's body: a thousand interactions with their notes


def build(settings: Settings, graph: Graph | None) -> Flask:
    """The app over a graph: the one given, or that of the settings; raises InvalidInputError without either."""
    app = Flask(__name__)
    app.config.update(MAX_CONTENT_LENGTH=_BODY_MOST)
    app.url_map.strict_slashes = True
    if settings.proxies:
        hops = settings.proxies  # they count from our end: what a client says beyond them is not believed
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    keys = Keys(settings)
    sealing = Sealing(keys.sealer, chosen(settings.sealed_fields))
    context.bind(app, settings, (graph or _connect(settings)).sealed_by(sealing), keys)
    errors.install(app)
    logs.install(app)
    headers.install(app)
    metrics.install(app)
    rates.install(app, settings)
    permission.install(app)
    identity.install(app, keys.of_sessions()[0])
    app.register_blueprint(health.routes)
    api.install(app)
    pages.install(app, settings)
    return app


def _connect(settings: Settings) -> Graph:
    if not settings.neo4j_uri:
        message = "NEO4J_URI is not set; start the web app with `graphcrm serve`, or set it to a Neo4j server."
        raise InvalidInputError(message, field="NEO4J_URI")
    return Graph(
        settings.neo4j_uri,
        (settings.neo4j_username, settings.neo4j_password),
        database=settings.neo4j_database,
        timeout_s=settings.query_timeout_s,
        ca=settings.neo4j_ca,
    )
