"""Bearer tokens: what a program shows instead of signing in. Each has a scope and an end, and is kept as a hash."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from graphcrm.dates import start_of_day
from graphcrm.errors import ConflictError, DatabaseError, InvalidInputError, NotFoundError, NotSignedInError, said
from graphcrm.graph import Graph, Runner
from graphcrm.nodes.base import fields
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.people import SCOPES, ApiToken
from graphcrm.queries.users.add_token import add_token
from graphcrm.queries.users.drop_token import drop_token
from graphcrm.queries.users.token_user import TokenUser, token_user
from graphcrm.queries.users.tokens import tokens
from graphcrm.queries.users.touch_token import touch_token
from graphcrm.services import audit
from graphcrm.services.audit import Deed
from graphcrm.services.changes import Author, Change

PREFIX = "gcrm_"  # so that a leaked one is recognised
READ, WRITE, FEED = SCOPES
FEEDS_MOST = 10  # addresses of one calendar: more are forgotten ones
DAYS, DAYS_MOST = 365, 730  # a token lasts a year unless something else is asked for, and two years at most
_BYTES = 32
_NOTED = timedelta(hours=1)  # a use is written no more often, so that who reads does not write


@dataclass(frozen=True, slots=True)
class Made:
    """A new token: what is known of it, and itself, to be shown now and never again."""

    uid: str
    name: str | None
    scope: str
    created_at: datetime
    expires_at: datetime
    token: str = field(repr=False)
    used_at: None = None


def make(
    change: Change, user: str, *, name: str | None = None, scope: str = WRITE, last_day: date | None = None
) -> Made:
    """Make a token of an active user (a uid), good until the end of a day (UTC), left out: of that in a year.

    Raises InvalidInputError for a user who has left, and a scope, a name or a day that cannot be; NotFoundError.
    """
    locked = change.lock(("User", user))["User", user]
    if locked.props.get("active") is False:
        message = said(
            "%(name)s is disabled, so a token would open nothing; none was made. Name a user who is active.",
            name=locked.props.get("name"),
        )
        raise InvalidInputError(message, field="user")
    known = fields(ApiToken)
    scope, name = known["scope"].deflate(scope), known["name"].deflate(name or "") or None
    token = PREFIX + secrets.token_urlsafe(_BYTES)
    made = Made(new_uid(), name, scope, change.at, _end(change.today, last_day), token)
    add_token(
        change.tx, uid=made.uid, user=user, digest=digest(token), now=made.created_at, name=name, scope=scope,
        expires_at=made.expires_at,
    )  # fmt: skip
    change.tell("token_made", what=[scope], records=[f"token {made.uid}", f"user {user}"])
    return made


def make_feed(change: Change, user: str, *, name: str) -> str:
    """Make a token that reads the calendar of a user alone, for a year; raises ConflictError where there are enough."""
    change.lock(("User", user))
    if len(tokens(change.tx, user=user, scope=FEED, limit=FEEDS_MOST)) == FEEDS_MOST:
        message = said("You have %(most)s addresses of your calendar; remove one of them first.", most=FEEDS_MOST)
        raise ConflictError(message, field="token")
    return make(change, user, name=name, scope=FEED).token


def revoke(change: Change, uid: str, *, user: str | None = None) -> None:
    """Take a token away, of a user if one is named; raises NotFoundError."""
    whose = drop_token(change.tx, uid=uid, user=user)
    if whose is None:
        raise NotFoundError(said("There is no token %(uid)r.", uid=uid), field="token")
    change.tell("token_revoked", records=[f"token {uid}", f"user {whose}"])


def bearer(graph: Graph, token: str, by: Author) -> TokenUser:
    """The token that was shown, and its active user; `by` says from where. Raises NotSignedInError.

    That it is used is written once an hour, and the first time into the audit log.
    """
    found = token_user(graph, digest=digest(token.strip()))
    if found is None:
        message = said(
            "The token is unknown, or its user is disabled; `graphcrm token create` makes one for an active user.",
        )
        raise NotSignedInError(message)
    now = datetime.now(UTC)
    if found.expires_at and found.expires_at <= now:
        raise NotSignedInError(
            said("The token ended on %(expires_at)s; make a new one.", expires_at=f"{found.expires_at:%Y-%m-%d}")
        )
    if found.used_at is None:
        graph.transaction(lambda tx: _touch(tx, found, by, now))
    elif found.used_at < now - _NOTED:
        with suppress(DatabaseError):  # no reason to refuse who only reads
            touch_token(graph, uid=found.token, now=now, before=now - _NOTED)
    return found


def digest(token: str) -> str:
    """What is kept of a token. It is random enough that a slow hash would add nothing."""
    return hashlib.sha256(token.encode()).hexdigest()


def _touch(tx: Runner, found: TokenUser, by: Author, now: datetime) -> None:
    if touch_token(tx, uid=found.token, now=now, before=now - _NOTED):
        records = [f"token {found.token}", f"user {found.uid}"]
        used = Deed(action="token_used", user=found.uid, records=records, address=by.address, request=by.request)
        audit.append(tx, used)


def _end(today: date, last_day: date | None) -> datetime:
    """The moment from which on a token opens nothing."""
    last, most = last_day or today + timedelta(days=DAYS), today + timedelta(days=DAYS_MOST)
    if not today <= last <= most:
        message = said(
            "expires is %(last)s; it takes a day from today on, and at most two years away (%(most)s).",
            last=last,
            most=most,
        )
        raise InvalidInputError(message, field="expires")
    return start_of_day(last + timedelta(days=1))
