from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest

from graphcrm.errors import ConflictError, InvalidInputError, NotSignedInError, SealedError, TooManyAttemptsError
from graphcrm.graph import Graph
from graphcrm.queries.sign_in.credential import Credential
from graphcrm.sealed import RAW, Sealer, Sealing
from graphcrm.services.sign_in import attempts, codes, credentials
from graphcrm.services.sign_in.entry import by_password
from tests.digest import described

from .conftest import GOOD, HERE

SECRET = codes.new_secret()
THEN = 1_700_000_010.0  # in the middle of a step


@pytest.fixture
def us(us: Graph) -> Graph:
    """The same, sealed by a key."""
    return sealed_by(us, "of this test")


def sealed_by(graph: Graph, key: str) -> Graph:
    return graph.sealed_by(Sealing(lambda: Sealer([key]), {}))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The time by which codes are made: THEN."""
    monkeypatch.setattr(time, "time", lambda: THEN)
    return monkeypatch


def code(after_s: int = 0, secret: str = SECRET) -> str:
    return pyotp.TOTP(secret).at(int(THEN) + after_s)


def alice(graph: Graph) -> Credential:
    return credentials.of(graph, "alice")


def turn_on(graph: Graph, after_s: int = -30) -> list[str]:
    sent = {"password": GOOD, "secret": SECRET, "code": code(after_s)}
    return codes.turn_on(graph, user="alice", **sent)[1]


def good(graph: Graph, typed: str) -> bool:
    try:
        codes.check(graph, alice(graph), typed, client=HERE)
    except NotSignedInError:
        return False
    return True


def test_the_picture_says_what_it_is_for() -> None:
    address = codes.address(SECRET, "alice@us.example")
    assert address == f"otpauth://totp/graphcrm:alice%40us.example?secret={SECRET}&issuer=graphcrm"
    assert len(SECRET) == 32


def test_once_on_a_code_is_asked_for_and_other_sessions_are_over(us: Graph) -> None:
    before = alice(us)
    sessions, recovery = codes.turn_on(us, user="alice", password=GOOD, secret=SECRET, code=code())
    assert (before.totp, sessions) == (None, before.sessions + 1)
    assert len(set(recovery)) == 10
    assert by_password(us, email="alice@us.example", password=GOOD, client=HERE).totp is not None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"password": "no"}, "old"), ({"code": "000000"}, "code"), ({"code": ""}, "code"), ({"code": "x"}, "code")],
)
def test_they_are_not_turned_on_by_less_than_both(us: Graph, wrong: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        codes.turn_on(us, user="alice", **{"password": GOOD, "secret": SECRET, "code": code()} | wrong)
    assert refusal.value.field == field
    assert alice(us).totp is None


def test_they_are_not_turned_on_twice(us: Graph) -> None:
    turn_on(us)
    with pytest.raises(ConflictError):
        turn_on(us, 30)


@pytest.mark.parametrize(("after_s", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_half_a_minute_off(us: Graph, after_s: int, fits: bool) -> None:
    turn_on(us)
    us.write("MATCH (c:Credential) SET c.totp_step = 0")
    assert good(us, code(after_s)) == fits


def test_a_code_is_used_once_and_so_is_that_of_turning_on(us: Graph) -> None:
    turn_on(us, 0)
    assert not good(us, code())
    assert good(us, f" {code(30)[:3]} {code(30)[3:]} ")
    assert not good(us, code(30))
    assert not good(us, code())


def test_of_two_who_use_a_code_at_once_one_is_in(us: Graph) -> None:
    turn_on(us)
    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(lambda _: good(us, code()), range(3))) == 1


def test_each_recovery_code_is_good_once(us: Graph) -> None:
    first, second, *_ = turn_on(us)
    assert good(us, first)
    assert not good(us, first)
    assert good(us, second.upper().replace("-", " "))
    assert len(alice(us).recovery) == 8


def test_failures_count_as_those_of_passwords_do(us: Graph) -> None:
    turn_on(us)
    for _ in range(3):
        assert not good(us, "000000")
    with pytest.raises(TooManyAttemptsError):
        good(us, code())
    with pytest.raises(TooManyAttemptsError):
        by_password(us, email="alice@us.example", password=GOOD, client=HERE)
    attempts.unlock(us, user="alice")
    assert good(us, code())


def test_a_good_password_buys_no_more_guesses_of_the_code(us: Graph) -> None:
    turn_on(us)
    guesses = 0
    for _ in range(40):
        us.write("MATCH (a:Attempts) WHERE a.failures < 10 SET a.until = null")  # whoever has the patience to wait
        try:
            by_password(us, email="alice@us.example", password=GOOD, client=HERE)
            guesses += not good(us, "000000")
        except TooManyAttemptsError:
            break
    assert guesses <= 10


def test_nothing_of_secret_or_codes_is_kept_as_it_is(us: Graph) -> None:
    recovery = turn_on(us)
    kept = "\n".join(described(us.sealed_by(RAW)))
    for secret in (SECRET, *recovery, *(one.replace("-", "") for one in recovery)):
        assert secret not in kept
    with pytest.raises(SealedError):
        alice(sealed_by(us, "another"))


def test_who_knows_the_password_turns_them_off(us: Graph) -> None:
    turn_on(us)
    with pytest.raises(InvalidInputError):
        codes.turn_off(us, user="alice", password="no")
    assert alice(us).totp
    codes.turn_off(us, user="alice", password=GOOD)
    assert (alice(us).totp, alice(us).recovery) == (None, [])
    assert not good(us, code())
