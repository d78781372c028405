"""Signing in by OpenID Connect: code flow, with state, nonce and PKCE. These routes exist where a provider is set."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Flask, current_app, redirect, request, session, url_for
from werkzeug.wrappers import Response

from graphcrm.config import Settings
from graphcrm.errors import NotSignedInError
from graphcrm.services.sign_in.identities import by_identity
from graphcrm.web import identity
from graphcrm.web.addresses import local
from graphcrm.web.context import graph, settings, whole_url
from graphcrm.web.pages.sign_in.door import form
from graphcrm.web.permission import public
from graphcrm.web.refusals import sign_in_failed

routes = Blueprint("sign_in_provider", __name__)

_LOG = logging.getLogger("graphcrm.web")
_NAME = "provider"
_STATE = f"_state_{_NAME}_"  # where Authlib keeps what it sent along, in the session
_NEXT = "next"
_PATIENCE_S = 10.0  # for an answer of the provider: a worker's thread waits for it
_SILENT = "Your provider does not answer as it should. Try again, or sign in another way."
_REFUSED = "Your provider has not signed you in. Try again, or sign in another way."


def install(app: Flask, settings: Settings) -> None:
    """Make the routes, where a provider is set."""
    if not settings.oidc_issuer:
        return
    from authlib.integrations.flask_client import OAuth  # noqa: PLC0415  (15 MB, for those who use it)

    OAuth(app).register(
        _NAME,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        server_metadata_url=f"{settings.oidc_issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={"scope": "openid email", "code_challenge_method": "S256", "default_timeout": _PATIENCE_S},
    )
    app.register_blueprint(routes)


@routes.get("/sign-in/provider")
@public
def begin() -> Response:
    """Send the browser to the provider. Only the last one begun can come back: more would not fit into the cookie."""
    for name in [name for name in session if name.startswith(_STATE)]:
        del session[name]
    session[_NEXT] = local(request.args.get("next"))
    try:
        answer: Response = _client().authorize_redirect(_back())
    except Exception as error:  # noqa: BLE001  (whatever is wrong with a provider, who is here signs in another way)
        return _failed(error, _SILENT)
    return answer


@routes.get("/sign-in/provider/back")
@public
def back() -> Response:
    """Begin a session of who the provider says it is."""
    try:
        claims = _claims(_client())
    except Exception as error:  # noqa: BLE001  (what comes from outside may be anything, and then signs nobody in)
        return _failed(error, _REFUSED)
    try:
        found = by_identity(
            graph(),
            issuer=claims["iss"],
            subject=claims["sub"],
            email=claims.get("email"),
            verified=claims.get("email_verified") is True,
        )
    except NotSignedInError as error:
        sign_in_failed("provider")
        return form(error)
    onward = local(session.get(_NEXT))
    identity.sign_in(found.uid, found.sessions, "provider")
    return redirect(onward, HTTPStatus.SEE_OTHER)


def _claims(client: Any) -> dict[str, Any]:  # noqa: ANN401  (Authlib's own, untyped)
    """What the provider says of who came back; raises whatever Authlib does where anything is not as it should be."""
    token = client.authorize_access_token()
    claims = dict(token["userinfo"])
    issuer = (settings().oidc_issuer or "").rstrip("/")
    if str(claims["iss"]).rstrip("/") != issuer:
        raise ValueError("the token is of another issuer")
    if "email" not in claims and client.server_metadata.get("userinfo_endpoint"):
        more = client.userinfo(token=token)
        if more.get("sub") != claims["sub"]:
            raise ValueError("the user information is of another subject")
        claims = {**more, **claims}
    return claims


def _failed(error: Exception, words: str) -> Response:
    _LOG.warning("sign-in by the provider failed: %s", type(error).__name__)  # its words may be anybody's
    sign_in_failed("provider")
    return form(NotSignedInError(words))


def _client() -> Any:  # noqa: ANN401
    return current_app.extensions["authlib.integrations.flask_client"].create_client(_NAME)


def _back() -> str:
    """Where the provider sends the browser to, as it was told when we were registered there."""
    return whole_url(url_for("sign_in_provider.back"))
