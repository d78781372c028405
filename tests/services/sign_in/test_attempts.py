from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from graphcrm.errors import TooManyAttemptsError
from graphcrm.graph import Graph
from graphcrm.services.sign_in import attempts
from graphcrm.services.sign_in.attempts import CLIENT, USER, Charged, charge, forgive, of, unlock

ALICE = of("alice", "", "192.0.2.1")


def later(graph: Graph, by: timedelta) -> None:
    """As if so much time had passed."""
    graph.write("MATCH (a:Attempts) SET a.at = a.at - $by, a.until = a.until - $by", by=by)


def counted(graph: Graph) -> dict[str, int]:
    return dict(graph.read("MATCH (a:Attempts) WHERE a.failures > 0 RETURN a.uid, a.failures", lambda *row: row))


def fail(graph: Graph, times: int, charged: Charged = ALICE) -> None:
    for _ in range(times):
        charge(graph, charged)
        later(graph, timedelta(seconds=attempts.WAIT_MOST_S))


def waits(graph: Graph, charged: Charged = ALICE) -> int:
    """How long the next attempt has to wait, and that it is not counted."""
    before = counted(graph)
    with pytest.raises(TooManyAttemptsError) as refusal:
        charge(graph, charged)
    assert counted(graph) == before
    return refusal.value.retry_after_s


def test_the_wait_grows_and_ends_in_a_lock() -> None:
    seconds = [int(USER.wait(failures).total_seconds()) for failures in range(12)]
    assert seconds == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 900, 900]
    assert [CLIENT.wait(failures).total_seconds() for failures in (99, 100)] == [0, 900]


def test_the_first_failures_cost_nothing_and_the_next_ones_a_wait(graph: Graph) -> None:
    for _ in range(3):
        charge(graph, ALICE)
    assert waits(graph) == 2
    later(graph, timedelta(seconds=2))
    charge(graph, ALICE)
    assert waits(graph) == 4


def test_ten_failures_lock_and_so_does_each_one_after(graph: Graph) -> None:
    fail(graph, 9)
    charge(graph, ALICE)
    assert waits(graph) == 900
    later(graph, timedelta(minutes=15))
    charge(graph, ALICE)
    assert waits(graph) == 900
    later(graph, timedelta(hours=25))
    charge(graph, ALICE)
    assert counted(graph)["user alice"] == 1


def test_a_lock_says_so_and_who_can_lift_it(graph: Graph) -> None:
    fail(graph, 9)
    charge(graph, ALICE)
    with pytest.raises(TooManyAttemptsError, match=r"locked\. Try again in 15 minutes, or ask an administrator"):
        charge(graph, of("alice", "", "198.51.100.7"))
    assert unlock(graph, user="alice")
    assert not unlock(graph, user="alice")
    charge(graph, ALICE)


def test_success_resets_the_user_and_takes_one_from_the_place(graph: Graph) -> None:
    fail(graph, 5)
    charge(graph, ALICE)
    forgive(graph, ALICE)
    assert counted(graph) == {"client 192.0.2.1": 5}


def test_one_place_may_not_try_a_list_of_users(graph: Graph) -> None:
    for n in range(100):
        charge(graph, of(f"u{n}", "", "192.0.2.1"))
    with pytest.raises(TooManyAttemptsError, match="from your network has failed 100 times"):
        charge(graph, of("another", "", "192.0.2.1"))
    assert "user another" not in counted(graph)
    charge(graph, of("another", "", "192.0.2.2"))
    later(graph, timedelta(hours=1, minutes=1))
    charge(graph, of("another", "", "192.0.2.1"))
    assert counted(graph)["client 192.0.2.1"] == 1


def test_good_sign_ins_do_not_lock_an_office(graph: Graph) -> None:
    for n in range(120):
        office = of(f"u{n}", "", "192.0.2.1")
        charge(graph, office)
        forgive(graph, office)
    assert counted(graph) == {}


def test_failures_of_an_hour_ago_do_not_lock_an_office_in_which_others_come_in(graph: Graph) -> None:
    for n in range(60):
        charge(graph, of(f"u{n}", "", "192.0.2.1"))
    for n in range(5):
        later(graph, timedelta(minutes=15))
        office = of(f"good {n}", "", "192.0.2.1")
        charge(graph, office)
        forgive(graph, office)
    assert "client 192.0.2.1" not in counted(graph)


def test_one_user_is_guarded_against_many_places(graph: Graph) -> None:
    for n in range(10):
        fail(graph, 1, of("alice", "", f"192.0.2.{n}"))
    later(graph, timedelta(seconds=-120))
    assert waits(graph, of("alice", "", "192.0.2.99")) > 900


def test_a_hundred_at_once_are_no_way_around_it(graph: Graph) -> None:
    def attempt(n: int) -> bool:
        try:
            charge(graph, of("alice", "", f"192.0.2.{n}"))
        except TooManyAttemptsError:
            return False
        return True

    with ThreadPoolExecutor(16) as pool:
        taken = sum(pool.map(attempt, range(100)))
    assert 3 <= taken <= 6  # the three without a wait, and one for each wait that ended meanwhile
    assert counted(graph)["user alice"] == taken


@pytest.mark.parametrize(
    ("client", "place"),
    [("192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
     ("::ffff:192.0.2.1", "192.0.2.1"), ("unix:", "unix:")],
)  # fmt: skip
def test_a_network_of_ipv6_is_one_place(client: str, place: str) -> None:
    assert of("alice", "", client).client == f"client {place}"


def test_addresses_that_nobody_has_fill_no_graph_and_are_not_kept() -> None:
    named = {of(None, f"a{n}@b.example", None).who for n in range(1_000)}
    assert 950 < len(named) <= 1_000
    assert all(len(name) == len("address 0000") for name in named)
    assert of(None, "a@b.example", None) == of(None, "a@b.example", None)


def test_what_is_old_is_forgotten_in_passing(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts.random, "randrange", lambda _: 0)
    old = datetime.now(UTC) - timedelta(hours=24, minutes=16)
    graph.write("CREATE (:Attempts {uid: 'user old', failures: 3, at: $old})", old=old)
    charge(graph, ALICE)
    assert counted(graph) == {"user alice": 1, "client 192.0.2.1": 1}


def test_many_who_come_in_at_once_are_not_in_each_others_way(graph: Graph) -> None:
    def come(n: int) -> None:
        office = of(f"u{n}", "", "192.0.2.1")
        charge(graph, office)
        forgive(graph, office)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(come, range(60)))
    assert counted(graph) == {}


def test_what_is_forgotten_in_the_middle_is_counted_anew(graph: Graph) -> None:
    charge(graph, ALICE)

    def forget(_: int) -> None:
        graph.write("MATCH (a:Attempts) DELETE a")

    with ThreadPoolExecutor(2) as pool:
        forgetting = [pool.submit(forget, n) for n in range(60)]
        for _ in range(20):
            charge(graph, ALICE)
            forgive(graph, ALICE)
        for one in forgetting:
            one.result()
