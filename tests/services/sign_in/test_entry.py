from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from argon2 import PasswordHasher

from graphcrm.errors import NotSignedInError, TooManyAttemptsError
from graphcrm.graph import Graph
from graphcrm.services.sign_in import credentials, passwords
from graphcrm.services.sign_in.entry import by_password

from .conftest import GOOD, HERE


def refused(graph: Graph, email: str, password: str) -> str:
    with pytest.raises(NotSignedInError) as refusal:
        by_password(graph, email=email, password=password, client=HERE)
    return refusal.value.detail


def test_an_address_in_any_spelling_and_its_password_sign_in(us: Graph) -> None:
    for email in ("alice@us.example", " Alice@US.example ", "mailto:alice@us.example"):
        found = by_password(us, email=email, password=GOOD, client=HERE)
        assert (found.uid, found.sessions) == ("alice", 1)
    assert us.read("MATCH (a:Attempts) WHERE a.failures > 0 RETURN a.uid", str) == []


NOBODY = [("nobody@us.example", GOOD), ("bob@us.example", GOOD), ("zoe@us.example", GOOD), ("alice", GOOD), ("", "")]


@pytest.mark.parametrize(("email", "password"), [*NOBODY, ("alice@us.example", "wrong"), ("alice@us.example", "")])
def test_everybody_else_is_told_the_same(us: Graph, email: str, password: str) -> None:
    assert refused(us, email, password) == "This e-mail address and this password do not belong together."


@pytest.mark.parametrize(("email", "password"), [*NOBODY, ("alice@us.example", "wrong"), ("alice@us.example", GOOD)])
def test_each_attempt_is_compared_once_with_a_hash_of_todays_cost(
    us: Graph, monkeypatch: pytest.MonkeyPatch, email: str, password: str
) -> None:
    compared: list[str] = []

    class Watched(PasswordHasher):
        def verify(self, kept: Any, password: Any) -> Any:
            compared.append(kept)
            return super().verify(kept, password)

    monkeypatch.setattr(passwords, "_HASHER", Watched())  # with what a hash really costs
    passwords._nobodys.cache_clear()
    credentials.set_password(us, user="alice", password=GOOD)
    try:
        by_password(us, email=email, password=password, client=HERE)
    except NotSignedInError:
        assert password != GOOD or not email.startswith("alice@")
    (kept,) = compared
    assert not passwords.outdated(kept)


@pytest.mark.parametrize("email", ["alice@us.example", "bob@us.example", "nobody@us.example"])
def test_who_is_locked_and_who_is_nobody_are_told_the_same(us: Graph, email: str) -> None:
    said = []
    for _ in range(11):
        try:
            by_password(us, email=email, password="wrong", client=HERE)
        except (NotSignedInError, TooManyAttemptsError) as error:
            said.append((error.status, error.detail))
        us.write("MATCH (a:Attempts) WHERE a.failures < 10 SET a.until = null")
    assert [status for status, _ in said] == [401] * 10 + [429]
    assert said[-1][1] == "Signing in has failed 10 times, so it is locked. Try again in 15 minutes, or ask an administrator to unlock it."  # fmt: skip
    with pytest.raises(TooManyAttemptsError):  # the right one does not open it now
        by_password(us, email=email, password=GOOD, client="198.51.100.9")


def test_of_many_guesses_at_once_few_are_compared(us: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    matches = passwords.matches
    monkeypatch.setattr(passwords, "matches", lambda kept, text: compared.append(text) or matches(kept, text))

    def guess(n: int) -> None:
        with pytest.raises((NotSignedInError, TooManyAttemptsError)):
            by_password(us, email="alice@us.example", password=f"guess {n}", client=f"192.0.2.{n}")

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(guess, range(60)))
    assert 3 <= len(compared) <= 6


def test_a_hash_of_old_parameters_is_made_anew(us: Graph) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD)
    us.write("MATCH (c:Credential {uid: 'alice'}) SET c.password = $old", old=old)
    assert by_password(us, email="alice@us.example", password=GOOD, client=HERE).sessions == 1
    (kept,) = us.read("MATCH (c:Credential {uid: 'alice'}) RETURN c.password", str)
    assert kept != old
    assert not passwords.outdated(kept)
    assert by_password(us, email="alice@us.example", password=GOOD, client=HERE).uid == "alice"
