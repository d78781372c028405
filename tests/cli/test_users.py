from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import click
import pytest

from graphcrm.errors import LinkError, NotSignedInError, TooManyAttemptsError
from graphcrm.graph import Graph
from graphcrm.services import tokens, users
from graphcrm.services.sign_in import attempts, entry, links

from .conftest import Ended

Run = Callable[..., Ended]
GOOD = "seven green bottles"


def add(run: Run, name: str = "Dana Whitfield", email: str = "dana@us.example", role: str = "manager") -> Ended:
    return run("user", "add", "--name", name, "--email", email, "--role", role)


def test_an_added_user_is_listed(run: Run) -> None:
    assert "Added Dana Whitfield (manager)" in add(run).out
    listed = run("user", "list").out
    assert "dana@us.example  manager        yes" in listed


def test_without_users_the_list_says_how_to_add_one(run: Run) -> None:
    assert "graphcrm user add" in run("user", "list").out
    assert run("user", "list", "--json").json == {"items": []}


def test_json_tells_the_uid(run: Run) -> None:
    added = run("user", "add", "--name", "林晓岚", "--email", "lin@us.example", "--role", "rep", "--json").json
    (listed,) = run("user", "list", "--json").json["items"]
    assert (listed["uid"], listed["name"], listed["active"]) == (added["uid"], "林晓岚", True)


def test_a_token_signs_in_until_its_user_is_disabled(run: Run, graph: Graph) -> None:
    add(run)
    token = run("token", "create", "--user", "Dana Whitfield", "--json").json["token"]
    assert users.user_of(graph, token).email == "dana@us.example"
    assert run("user", "disable", "dana@us.example").code == 0
    assert run("user", "list", "--json").json["items"][0]["active"] is False
    with pytest.raises(NotSignedInError):
        users.user_of(graph, token)


def test_a_token_stands_alone_on_standard_output(run: Run) -> None:
    add(run)
    made = run("token", "create", "--user", "dana@us.example")
    assert made.out.startswith(tokens.PREFIX)
    assert len(made.out.split()) == 1
    assert "not shown again" in made.err


def test_two_users_cannot_share_an_address(run: Run) -> None:
    add(run)
    again = add(run, name="Dora", email="DANA@us.example")
    assert again.code == 1
    assert "already a user" in again.err


def test_an_address_without_at_fails(run: Run) -> None:
    assert add(run, email="dana").code == 1


def test_an_unknown_role_is_bad_usage(run: Run) -> None:
    done = add(run, role="king")
    assert done.code == 2
    assert "manager" in done.err


@pytest.mark.parametrize(
    "command",
    [
        ("user", "disable", "nobody"),
        ("token", "create", "--user", "nobody"),
        ("user", "password", "nobody"),
        ("user", "unlock", "nobody"),
    ],
)
def test_an_unknown_user_fails(run: Run, command: tuple[str, ...]) -> None:
    done = run(*command, "--json")
    assert done.code == 1
    assert done.json["error"]["code"] == "not_found"


def test_of_two_with_one_name_both_are_named(run: Run) -> None:
    add(run)
    add(run, email="dana2@us.example")
    done = run("user", "disable", "Dana Whitfield", "--json")
    assert (done.code, done.json["error"]["code"]) == (1, "ambiguous")
    assert len(done.json["error"]["candidates"]) == 2


def test_a_disabled_user_gets_no_token(run: Run, graph: Graph) -> None:
    add(run)
    assert run("user", "disable", "dana@us.example").code == 0
    done = run("token", "create", "--user", "dana@us.example")
    assert done.code == 1
    assert "disabled" in done.err
    assert graph.read("MATCH (t:ApiToken) RETURN count(t)", int) == [0]


def test_a_token_has_a_scope_an_end_and_a_name_and_is_revoked(run: Run, graph: Graph) -> None:
    add(run)
    made = run(
        "token", "create", "--user", "dana@us.example", "--scope", "read", "--expires", "90d", "--name", "BI", "--json"
    )
    assert set(made.json) == {"token"}
    (listed,) = run("token", "list", "--json").json["items"]
    assert (listed["name"], listed["scope"], listed["user_name"], listed["used_at"]) == (
        "BI",
        "read",
        "Dana Whitfield",
        None,
    )
    last = datetime.now(UTC).date() + timedelta(days=91)
    assert listed["expires_at"] == f"{last} 00:00:00+00:00"
    shown = run("token", "list", "--user", "dana@us.example").out
    assert f"{last} 00:00" in shown
    assert made.json["token"] not in shown
    assert run("token", "revoke", listed["uid"]).code == 0
    assert "There are no tokens" in run("token", "list").out
    assert run("token", "revoke", listed["uid"]).code == 1


@pytest.mark.parametrize("expires", ["soon", "90", "-1d", "2031-02-30"])
def test_an_end_that_is_no_day_is_bad_usage(run: Run, expires: str) -> None:
    assert run("token", "create", "--user", "dana", "--expires", expires).code == 2


def test_an_added_user_gets_a_link_that_sets_a_password(
    run: Run, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = add(run)
    link = done.out.splitlines()[-1]
    assert "It works once, within 24 hours" in done.err
    assert link.startswith("http://127.0.0.1:8000/sign-in/link?key=")
    uid, _ = links.set_password(graph, link.split("=")[1], password=GOOD)
    assert entry.by_password(graph, email="dana@us.example", password=GOOD, client=None).uid == uid
    monkeypatch.setenv("GRAPHCRM_URL", "https://crm.example/")
    added = run("user", "add", "--name", "Eve", "--email", "eve@us.example", "--role", "rep", "--json").json
    assert added["link"].startswith("https://crm.example/sign-in/link?key=")


def test_a_new_link_is_made_for_who_has_forgotten_their_password(run: Run, graph: Graph) -> None:
    first = add(run).out.splitlines()[-1]
    told = run("user", "password", "Dana Whitfield", "--json").json
    secret = told["link"].split("=")[1]
    with pytest.raises(LinkError):
        links.opened(graph, first.split("=")[1])
    assert links.set_password(graph, secret, password=GOOD)[0] == told["uid"]
    made = run("user", "password", "dana@us.example")
    assert len(made.out.split()) == 1


def test_a_password_can_be_typed_where_nobody_sees_it(run: Run, graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    add(run)
    typed = iter(["short", "seven green bottles"])
    monkeypatch.setattr(click, "prompt", lambda *_, **__: next(typed))
    assert run("user", "password", "dana@us.example", "--prompt").code == 1
    done = run("user", "password", "dana@us.example", "--prompt")
    assert done.code == 0
    assert GOOD not in done.out + done.err
    assert entry.by_password(graph, email="dana@us.example", password=GOOD, client=None).name == "Dana Whitfield"


def test_a_locked_user_is_let_in_again(run: Run, graph: Graph) -> None:
    add(run)
    uid = run("user", "list", "--json").json["items"][0]["uid"]
    for _ in range(3):
        attempts.charge(graph, attempts.of(uid, "", None))
    with pytest.raises(TooManyAttemptsError):
        attempts.charge(graph, attempts.of(uid, "", None))
    assert run("user", "unlock", "dana@us.example").out.strip() == f"dana@us.example ({uid}) may sign in again."
    attempts.charge(graph, attempts.of(uid, "", None))
    told = run("user", "unlock", "dana@us.example", "--json").json
    assert told == {"uid": uid, "unlocked": True, "provider_forgotten": False, "codes_dropped": False}


def test_who_is_somebody_else_at_the_provider_or_has_lost_the_telephone_is_let_in(run: Run, graph: Graph) -> None:
    add(run)
    graph.write("MATCH (c:Credential) SET c.identity = 'i s', c.totp = 'sealed'")
    told = run("user", "unlock", "dana@us.example", "--json").json
    assert (told["provider_forgotten"], told["codes_dropped"]) == (False, False)
    told = run("user", "unlock", "dana@us.example", "--forget-provider", "--drop-codes", "--json").json
    assert (told["provider_forgotten"], told["codes_dropped"]) == (True, True)
    assert graph.read("MATCH (c:Credential) RETURN c.identity, c.totp", lambda *row: row) == [(None, None)]
