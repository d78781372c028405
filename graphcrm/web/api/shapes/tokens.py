"""Bearer tokens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from pydantic import Field

from graphcrm.queries.users.tokens import Token
from graphcrm.services.tokens import Made
from graphcrm.web.api.shapes.base import Page, Shape


class TokenItem(Shape):
    """A token, but for what is shown."""

    uid: str
    name: str | None = Field(description="what it is for")
    scope: str = Field(description="read; write: all that you may; or calendar: the file of your calendar alone")
    created_at: datetime
    expires_at: datetime | None = Field(description="from when on it opens nothing; null: it does not end")
    used_at: datetime | None = Field(description="when it was last used, to the hour")


class TokenMade(TokenItem):
    """A new token."""

    once: ClassVar[frozenset[str]] = frozenset({"token"})
    token: str | None = Field(description="what is shown; null where the request is sent again")


class TokenList(Page[TokenItem]):
    """Tokens, the latest first."""


def token_list(tokens: Iterable[Token], cursor: str | None) -> TokenList:
    """A page of tokens."""
    return TokenList(
        items=[TokenItem.model_validate(token, from_attributes=True) for token in tokens], next_cursor=cursor
    )


def token_made(made: Made) -> TokenMade:
    """A new token, with itself."""
    return TokenMade.model_validate(made, from_attributes=True)
