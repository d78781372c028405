"""The moves feed against the brute force, over random worlds with lifecycles, owners and an acquisition."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from unittest import mock

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from graphcrm.graph import Graph
from graphcrm.nodes.people import LIFECYCLES
from graphcrm.queries.moves import feed as feeds
from graphcrm.queries.moves.feed import Item, Question, feed
from reference import brute_moves, strategies
from reference.brute_moves import Owner, Setting
from reference.test_paths import EXACT, at, load, random_worlds
from reference.world import Job, World

pytestmark = pytest.mark.timeout(1200)


@dataclass(frozen=True)
class Asked:
    setting: Setting
    since: date
    as_of: date | None
    now: datetime
    user: str | None
    ranked: bool
    ours: bool

    def expected(self) -> list[brute_moves.Item]:
        return brute_moves.feed(
            self.setting, self.since, self.as_of, self.now, self.user, ranked=self.ranked, ours=self.ours
        )

    def question(self, limit: int) -> Question:
        return Question(
            since=self.since,
            moment=at(self.as_of, self.now),
            user=self.user,
            ours=self.ours,
            ranked=self.ranked,
            limit=limit,
        )


@st.composite
def moving(draw: st.DrawFn, world: World) -> World:
    """The world, where most people go from job to job: each job but a career's last ends about when the next begins."""
    jobs: list[Job] = []
    for contact in world.contacts[:4]:
        starts = sorted(draw(st.lists(st.sampled_from(strategies.STARTS), min_size=2, max_size=4)))
        first = draw(st.integers(0, 1))
        for n, (start, following) in enumerate(itertools.pairwise([*starts, None])):
            job = draw(strategies.single_jobs(f"K{len(jobs)}", world.accounts, [contact], world.today))
            end = draw(st.sampled_from((following, following, following, job.end)))
            changes = {
                "account": draw(st.sampled_from((world.accounts[(first + n) % 2].uid,) * 3 + (job.account,))),
                "kind": draw(st.sampled_from(("employee", "employee", job.kind))),
                "start": draw(st.sampled_from((start, start, start, None))),
                "end_status": "ended" if end else "ongoing",
            }
            jobs.append(strategies.importable(replace(job, **changes, end=end, primary=False)))
    return replace(world, jobs=(*world.jobs[:3], *jobs))


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    scenario = draw(strategies.scenarios(inactive_users=True))
    world, days = draw(moving(scenario.world)), st.none() | st.sampled_from(strategies.DAYS)
    accounts, users = [a.uid for a in world.accounts], [user.uid for user in world.users]
    owner = st.builds(Owner, st.sampled_from(accounts), st.sampled_from(users), days, days)
    jobs = [job.uid for job in world.jobs]
    setting = Setting(
        world=world,
        lifecycles={uid: draw(st.sampled_from((None, None, *LIFECYCLES))) for uid in accounts},
        owners=tuple(draw(st.lists(owner, max_size=2))),
        carried=frozenset(draw(st.lists(st.sampled_from(jobs), max_size=1)) if jobs else []),
    )
    return Asked(
        setting=setting,
        since=draw(st.sampled_from(strategies.DAYS[:6])),
        as_of=draw(st.sampled_from((None, None, scenario.as_of))),
        now=scenario.now,
        user=draw(st.sampled_from((None, None, *users))),
        ranked=draw(st.booleans()),
        ours=draw(st.sampled_from((False, False, True))),
    )


def write(graph: Graph, setting: Setting) -> None:
    """The world, and what stands around it."""
    load(graph, setting.world)
    gone = [user.uid for user in setting.world.users if not user.active]
    graph.write("MATCH (u:User) WHERE u.uid IN $gone SET u.active = false", gone=gone)
    graph.write(
        "UNWIND $rows AS row MATCH (a:Account {uid: row[0]}) SET a.lifecycle = row[1]",
        rows=list(map(list, setting.lifecycles.items())),
    )
    graph.write(
        "UNWIND $rows AS row MATCH (a:Account {uid: row.account}), (u:User {uid: row.user}) "
        "CREATE (a)-[:ASSIGNED_TO {uid: row.uid, start: row.start, end: row.end}]->(u)",
        rows=[{**asdict(owner), "uid": f"O{n}"} for n, owner in enumerate(setting.owners)],
    )
    graph.write(
        "MATCH ()-[w:WORKS_AT]->() WHERE w.uid IN $carried SET w.carried_from = 'another'", carried=[*setting.carried]
    )


# Fewer than of paths: a question here asks several settings of one world.
many_worlds = settings(random_worlds, max_examples=150 if settings.get_current_profile_name() == "ci" else 60)
few_worlds = settings(random_worlds, max_examples=60)


@given(asked=questions())
@many_worlds
def test_the_feed_equals_the_brute_force(graph: Graph, asked: Asked) -> None:
    write(graph, asked.setting)
    expected = asked.expected()
    event(f"{'ranked' if asked.ranked else 'by day'}: {min(len(expected), 3)} moves or more")
    answer = feed(graph, asked.question(500))
    assert (answer.next, answer.partial) == (None, None)
    assert {item.move.uid for item in answer.items} == {item.uid for item in expected}
    by_uid = {item.uid: item for item in expected}
    for item in answer.items:
        compare(item, by_uid[item.move.uid])
    for first, second in itertools.pairwise(by_uid[item.move.uid] for item in answer.items):
        assert in_order(first, second, asked.ranked)
    assert [item.move.uid for item in pages(graph, asked)] == [item.move.uid for item in answer.items]


def compare(item: Item, expected: brute_moves.Item) -> None:
    move = item.move
    assert (move.contact, move.moved_on, move.from_account, move.to_account, move.there, item.left.ours) == (
        expected.contact, expected.moved_on, expected.left, expected.joined, expected.there, expected.ours,
    )  # fmt: skip
    assert item.rank == pytest.approx(expected.rank, abs=EXACT)
    assert (item.tie is None) == (expected.tie is None)
    if item.tie and expected.tie:
        assert item.tie.strength == pytest.approx(expected.tie.strength, abs=EXACT)
        assert (item.tie.user, item.tie.count) == (expected.tie.user, expected.tie.interactions)
    assert item.people == len(expected.others)
    assert [(one.contact, one.user) for one in item.best] == [(one.contact, one.user) for one in expected.others[:3]]
    assert [one.strength for one in item.best] == pytest.approx([o.strength for o in expected.others[:3]], abs=EXACT)


def in_order(first: brute_moves.Item, second: brute_moves.Item, ranked: bool) -> bool:
    """Ranks that differ by rounding only may stand either way, unless they are the same number."""
    if ranked and first.rank != second.rank:
        return first.rank >= second.rank - EXACT
    return (-first.moved_on.toordinal(), first.uid) < (-second.moved_on.toordinal(), second.uid)


def pages(graph: Graph, asked: Asked) -> Iterator[Item]:
    """The same, two at a time."""
    question = asked.question(2)
    while True:
        page = feed(graph, question)
        assert page.partial is None
        yield from page.items
        if page.next is None:
            return
        question = replace(question, after=page.next)


@given(asked=questions())
@few_worlds
def test_a_ranking_that_was_cut_is_of_the_latest_and_names_the_day_of_the_next(graph: Graph, asked: Asked) -> None:
    asked = replace(asked, ranked=True, since=strategies.DAYS[0])
    write(graph, asked.setting)
    with mock.patch.object(feeds, "RANKED_MOST", 1):
        answer = feed(graph, asked.question(500))
    by_day = sorted(asked.expected(), key=lambda item: (-item.moved_on.toordinal(), item.uid))
    assert [item.move.uid for item in answer.items] == [item.uid for item in by_day[:1]]
    assert [answer.partial] == ([item.moved_on for item in by_day[1:2]] or [None])
