"""Whatever is done to interactions in whatever order, and taken back, KNOWS is what is left of them comes to."""

from __future__ import annotations

from typing import Any

from conftest import empty
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worlds.build import account, contact, job, lead, user

from graphcrm.errors import ChangedSinceError, InvalidInputError, NotFoundError, NotInTrashError
from graphcrm.graph import Graph
from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.interactions.parts import parts
from graphcrm.services import interactions, trash, undo
from graphcrm.services.changes import Change
from tests.importers.test_knows_properties import knows, summed

from .conftest import do

USERS, CONTACTS = ("alice", "bob"), ("ada", "bo", "cy")
STARTS = {"acme": "2020-01-01", "beta": "2022-06-30"}  # Ada's employers, each until the next, the last until 2024
MOMENTS = [
    "1999-12-31", "2019-12-31T23:59:59.999999Z", "2020-01-01T00:00:00Z", "2020-01-01T00:30:00+01:00", "2022-06-29T23:59:59Z",
    "2022-06-30", "2023-12-31T23:59:59-05:00", "2024-02-29T23:59:59.999+05:30",
]  # fmt: skip


def some(*names: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=1, max_size=len(names), unique=True)


EVENT = {
    "at": st.sampled_from(MOMENTS), "channel": st.sampled_from(CHANNELS), "direction": st.sampled_from([None, "out", "in", "both"]),
    "participants": st.sampled_from([None, None, 1, 2, 9, 10]), "users": some(*USERS), "contacts": some(*CONTACTS),
    "leads": st.sampled_from([[], ["lea"]]),
}  # fmt: skip
WHICH = st.integers(0, 9)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("create"), st.lists(st.fixed_dictionaries(EVENT), min_size=1, max_size=3)),
        st.tuples(st.just("edit"), WHICH, st.fixed_dictionaries({}, optional=EVENT)),
        st.tuples(st.just("remove"), WHICH),
        st.tuples(st.just("undo"), WHICH),
        st.tuples(st.sampled_from(["trash", "restore"]), st.sampled_from(CONTACTS)),
    ),
    min_size=2,
    max_size=10,
)
several = settings(
    max_examples=50 if settings.get_current_profile_name() == "ci" else 25,  # each is written to the database
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def write_cast(graph: Graph) -> None:
    for uid in USERS:
        user(graph, uid)
    for uid in CONTACTS:
        contact(graph, uid)
    lead(graph, "lea")
    for uid in STARTS:
        account(graph, uid)
    job(graph, "ada", "acme", start=STARTS["acme"], end=STARTS["beta"])
    job(graph, "ada", "beta", start=STARTS["beta"], end="2024-01-01")


def take(graph: Graph, step: tuple[Any, ...], events: list[str]) -> None:
    """Do one step; who is in the trash, and what was changed since, may refuse it.

    So may an interaction of which nobody would be left but who is in the trash: the lead is taken from it, and Ada is there.
    """
    changes = graph.read("MATCH (r:Revision) RETURN DISTINCT r.change ORDER BY r.change", str)

    def work(change: Change) -> None:
        match step:
            case "create", many:
                events.extend(interactions.create_all(change, many))
            case "edit", number, values:
                interactions.edit(change, events[number % len(events)], values)
            case "remove", number:
                interactions.remove(change, events[number % len(events)])
            case "undo", number:
                undo.undo(change, changes[-1 - number % len(changes)])
            case what, uid:
                {"trash": trash.trash, "restore": trash.restore}[what](change, "contact", uid)

    try:
        do(graph, work)
    except (NotFoundError, ChangedSinceError, NotInTrashError, InvalidInputError):
        return


def employer_of_ada(day: str) -> str | None:
    """Where Ada was on a day, by the plain table."""
    began = [uid for uid, start in STARTS.items() if start <= day < "2024-01-01"]
    return began[-1] if began else None


@given(steps=STEPS)
@several
def test_knows_is_the_sum_of_what_is_left_and_each_employer_that_of_the_day(
    graph: Graph, steps: list[tuple[Any, ...]]
) -> None:
    empty(graph)
    write_cast(graph)
    events: list[str] = []
    do(graph, lambda change: events.append(interactions.create(change, {"at": "2024-01-01", "contacts": ["ada"]})))
    for step in steps:
        take(graph, step, events)
        assert knows(graph) == summed(graph)
    for event in events:
        for part in parts(graph, event=event):
            expected = employer_of_ada(part.props["at"].date().isoformat()) if part.person == "ada" else None
            assert part.employer == expected
