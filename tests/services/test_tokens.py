from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from graphcrm.errors import InvalidInputError, NotFoundError, NotSignedInError
from graphcrm.graph import Graph
from graphcrm.queries.audit.entries import entries
from graphcrm.services import records, tokens, trash, users
from graphcrm.services.changes import Author
from graphcrm.services.tokens import Made

from .conftest import do, everything

HERE = Author(None, None, "192.0.2.7", "request-1")
TODAY = datetime.now(UTC).date()


def make(graph: Graph, **options: object) -> Made:
    return do(graph, lambda change: tokens.make(change, "alice", **options))  # type: ignore[arg-type]


def used_at(graph: Graph) -> object:
    return graph.read("MATCH (t:ApiToken) RETURN t.used_at", lambda value: value)[0]


def test_a_token_shows_its_user_and_nothing_of_it_is_stored(cast: Graph) -> None:
    made = make(cast, name="backup")
    assert tokens.bearer(cast, f" {made.token} ", HERE).user.uid == "alice"
    assert made.token not in str(everything(cast))
    assert made.token not in repr(made)


@pytest.mark.parametrize(("last_day", "days"), [(None, 366), (TODAY, 1), (TODAY + timedelta(days=730), 731)])
def test_it_is_good_until_the_end_of_its_last_day(cast: Graph, last_day, days: int) -> None:
    made = make(cast, last_day=last_day)
    assert made.expires_at == datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC) + timedelta(days=days)
    assert tokens.bearer(cast, made.token, HERE).expires_at == made.expires_at


@pytest.mark.parametrize("last_day", [TODAY - timedelta(days=1), TODAY + timedelta(days=731)])
def test_a_day_that_is_over_or_too_far_away_is_refused(cast: Graph, last_day) -> None:
    with pytest.raises(InvalidInputError, match="from today on, and at most two years away"):
        make(cast, last_day=last_day)
    assert cast.read("MATCH (t:ApiToken) RETURN count(t)", int) == [0]


def test_one_that_has_ended_opens_nothing(cast: Graph) -> None:
    made = make(cast)
    cast.write("MATCH (t:ApiToken) SET t.expires_at = datetime({timezone: 'Z'})")
    with pytest.raises(NotSignedInError, match="The token ended on"):
        tokens.bearer(cast, made.token, HERE)


def test_one_of_before_there_were_scopes_and_ends_may_do_everything_and_does_not_end(cast: Graph) -> None:
    made = make(cast)
    cast.write("MATCH (t:ApiToken) REMOVE t.scope, t.expires_at")
    found = tokens.bearer(cast, made.token, HERE)
    assert (found.scope, found.expires_at) == ("write", None)


def test_its_use_is_written_once_an_hour_and_the_first_is_told(cast: Graph) -> None:
    made = make(cast)
    tokens.bearer(cast, made.token, HERE)
    first = used_at(cast)
    tokens.bearer(cast, made.token, HERE)
    assert used_at(cast) == first
    cast.write("MATCH (t:ApiToken) SET t.used_at = t.used_at - duration('PT61M')")
    tokens.bearer(cast, made.token, HERE)
    assert used_at(cast) > first  # type: ignore[operator]
    (entry,) = entries(cast, action="token_used")
    assert (entry.user, entry.address, entry.request) == ("alice", "192.0.2.7", "request-1")
    assert entry.records == [f"token {made.uid}", "user alice"]


def test_what_may_only_read_begins_no_session(cast: Graph) -> None:
    assert users.user_of(cast, make(cast).token).uid == "alice"
    with pytest.raises(NotSignedInError, match="may not do all that a session may"):
        users.user_of(cast, make(cast, scope="read").token)


def test_made_and_revoked_are_told(cast: Graph) -> None:
    made = make(cast, scope="read", name="secret project")
    do(cast, lambda change: tokens.revoke(change, made.uid))
    with pytest.raises(NotSignedInError):
        tokens.bearer(cast, made.token, HERE)
    told = [(entry.action, entry.user, entry.what) for entry in entries(cast, record=made.uid)]
    assert told == [("token_revoked", "alice", []), ("token_made", "alice", ["read"])]
    assert "secret" not in str(entries(cast))


def test_only_whose_it_is_may_take_it_away(cast: Graph) -> None:
    made = make(cast)
    for uid, user in ((made.uid, "bob"), ("none", "alice")):
        with pytest.raises(NotFoundError, match="There is no token"):
            do(cast, lambda change, uid=uid, user=user: tokens.revoke(change, uid, user=user))
    assert tokens.bearer(cast, made.token, HERE).uid == "alice"


@pytest.mark.parametrize("options", [{"scope": "admin"}, {"name": "n" * 101}])
def test_what_cannot_be_is_refused(cast: Graph, options: dict[str, str]) -> None:
    with pytest.raises(InvalidInputError):
        make(cast, **options)


def test_who_has_left_or_is_in_the_trash_gets_none(cast: Graph) -> None:
    do(cast, lambda change: records.edit(change, "user", "alice", {"active": False}))
    with pytest.raises(InvalidInputError, match="is disabled"):
        make(cast)
    do(cast, lambda change: trash.trash(change, "user", "alice"))
    with pytest.raises(NotFoundError):
        make(cast)
