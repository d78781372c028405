"""One's own bearer tokens: made in a web session, read and taken away from anywhere."""

from __future__ import annotations

from datetime import date
from typing import Literal

from flask import Blueprint, g
from pydantic import Field

from graphcrm.errors import ForbiddenError
from graphcrm.services import tokens as service
from graphcrm.services.changes import Change
from graphcrm.web.api.bodies import Body
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.tokens import TokenList, TokenMade, token_list, token_made
from graphcrm.web.api.writing import Takes, changing
from graphcrm.web.asking import tokens as asking
from graphcrm.web.asking.parameters import PlainPageParameters
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_tokens", __name__)

_TAG = tag("Tokens", "What programs show instead of signing in: your own ones.")
_PATH = {"uid": "The token's uid, which is no secret."}


class TokenBody(Body):
    """A new token."""

    scope: Literal["read", "write"] = Field(description="What it may do: read, or all that you may.")
    name: str | None = Field(default=None, max_length=100, description="What it is for, in your words.")
    expires: date | None = Field(default=None, description="The last day (UTC) that it is good; left out: in a year.")


@routes.get("/tokens")
@documented(TokenList, _TAG)
def tokens(query: PlainPageParameters) -> TokenList:
    """Your tokens, the latest first."""
    page = asking.tokens(graph(), my_uid(), query)
    return token_list(page.rows, page.cursor)


@routes.post("/tokens")
@changing(TokenMade, _TAG, Takes(body=TokenBody, status=201))
def make_token(change: Change, body: TokenBody) -> TokenMade:
    """Make a token of yours, in a web session; it is answered now and never again, also with the same key."""
    if g.get("by_token"):
        raise ForbiddenError("Tokens are made in the web app, or by `graphcrm token create`; a token makes no other.")
    made = service.make(change, my_uid(), name=body.name, scope=body.scope, last_day=body.expires)
    return token_made(made)


@routes.delete("/tokens/<uid>")
@changing(None, _TAG, Takes(status=204), also=(404,), path=_PATH)
def revoke_token(change: Change, uid: str) -> None:
    """Take a token of yours away; it opens nothing from now on."""
    service.revoke(change, uid, user=my_uid())
