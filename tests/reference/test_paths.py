"""What the graph answers against the brute force, over random worlds: two readings of one text (docs/testing.md)."""

from __future__ import annotations

import contextlib
import dataclasses
import math
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import pytest
from conftest import empty
from hypothesis import HealthCheck, event, given, settings

from graphcrm.dates import Moment, moment
from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.queries.accounts.people import people
from graphcrm.queries.colleagues.acquaintance import Acquaintance, acquaintances
from graphcrm.queries.colleagues.colleagues_of import colleagues_of
from graphcrm.queries.contacts.jobs import jobs
from graphcrm.queries.contacts.known_by import known_by
from graphcrm.queries.paths import Path as FoundPath
from graphcrm.queries.paths import Question, WarmPaths, rounds, search, warm_paths
from graphcrm.queries.paths.search import EVERYTHING
from reference import brute, strategies
from reference.world import World, write_bundle

pytestmark = pytest.mark.timeout(1200)  # 250 worlds in CI, each a bundle that is imported

EXACT = 1e-9  # of scores: both sides compute in floats, in another order

random_worlds = settings(
    max_examples=250 if settings.get_current_profile_name() == "ci" else 60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def load(graph: Graph, world: World) -> None:
    empty(graph)
    with tempfile.TemporaryDirectory() as folder:
        write_bundle(world, folder)
        report = import_bundle(graph, [Path(folder)], today=world.today, refused_path=Path(folder) / "refused.csv")
    assert not report.refused, report.refused


def at(as_of: object, now: object) -> Moment:
    return moment(as_of, now=now)  # type: ignore[arg-type]


@given(question=strategies.questions())
@random_worlds
def test_warm_paths_equal_the_brute_force(graph: Graph, question: strategies.Question) -> None:
    load(graph, question.world)
    users = question.users[:1] if question.users else None
    expected = brute.warm_paths(
        question.world, question.account, users, question.as_of, question.now,
        question.kinds, question.max_unit, question.min_score,
    )  # fmt: skip
    answer = warm_paths(
        graph,
        Question(
            target=question.account,
            user=users[0] if users else None,
            moment=at(question.as_of, question.now),
            kinds=tuple(question.kinds),
            min_score=question.min_score,
            max_unit=question.max_unit,
            limit=500,
        ),
    )
    event(f"kinds {sorted({path.kind for path in expected})}")
    assert not answer.partial
    assert len(answer.paths) == len(expected)
    assert brute.misordered(expected, [(path.tie.user, path.people) for path in answer.paths]) == []
    found = {(path.tie.user, path.people): path for path in answer.paths}
    for path in expected:
        compare(path, found[path.user, path.contacts])
    everything = brute.warm_paths(
        question.world, question.account, users, question.as_of, question.now, question.kinds, question.max_unit, 0
    )
    warmth = brute.account_warmth(everything)
    assert math.isclose(answer.account_warmth, warmth, abs_tol=EXACT)
    shallow = list(pages_of_a_shallow_search(graph, question, users, limit=max(2, len(expected) // 3)))
    assert [path.key for page in shallow for path in page.paths] == [path.key for path in answer.paths]
    assert all(math.isclose(page.account_warmth, warmth, abs_tol=EXACT) for page in shallow)


def pages_of_a_shallow_search(
    graph: Graph, question: strategies.Question, users: Sequence[str] | None, *, limit: int
) -> Iterator[WarmPaths]:
    """Pages, one after the other, each of a search that begins with one candidate, from the strongest ties."""
    asked = Question(
        target=question.account,
        user=users[0] if users else None,
        moment=at(question.as_of, question.now),
        kinds=tuple(question.kinds),
        min_score=question.min_score,
        max_unit=question.max_unit,
        limit=limit,
    )
    shallow = (
        mock.patch.object(rounds, "FIRST_SIZE", 1),
        mock.patch.object(rounds, "GROWTH", 4),
        mock.patch.object(search, "NEAR_TARGET_MOST", 0),
        mock.patch.object(search, "TIES_PER_CANDIDATE", 1),
    )
    with contextlib.ExitStack() as stack:
        for patch in shallow:
            stack.enter_context(patch)
        page = warm_paths(graph, asked)
        yield page
        seen = len(page.paths)
        while page.more:
            page = warm_paths(graph, dataclasses.replace(asked, after=page.paths[-1].key, seen=seen))
            seen += len(page.paths)
            yield page


def compare(expected: brute.Path, found: FoundPath) -> None:
    assert found.kind == expected.kind
    assert [hop.strength for hop in found.hops] == pytest.approx(list(expected.strengths), abs=EXACT)
    assert found.score == pytest.approx(expected.score, abs=EXACT)
    assert found.rank == pytest.approx(expected.rank, abs=EXACT)
    assert ("certain" if found.certain else "possible") == expected.certainty
    if all(abs(expected.score - edge) > EXACT for edge in (0.3, 0.1, 0.01)):
        assert found.band == expected.band
    assert (found.moved_from or (None,))[0] == expected.moved_from
    assert found.tie.count == expected.tie.interactions
    assert (found.tie.first_at, found.tie.last_at) == (expected.tie.first_at, expected.tie.last_at)
    assert sorted(found.tie.channels.items()) == sorted(expected.tie.channels)
    for hop, shared in zip(found.hops[1:], expected.shared, strict=True):
        assert isinstance(hop.evidence, Acquaintance)
        assert stretches(hop.evidence) == sorted(expected_stretch(stretch) for stretch in shared)


def stretches(pair: Acquaintance) -> list[tuple[object, ...]]:
    return sorted(
        (part.account, str(part.stretch.start), str(part.stretch.end), part.stretch.certain_days,
         str(part.stretch.possible_days), part.people)
        for part in pair.shared
    )  # fmt: skip


def expected_stretch(stretch: brute.Stretch) -> tuple[object, ...]:
    return (
        stretch.account, str(stretch.from_), str(stretch.to), stretch.certain_days, str(stretch.possible_days),
        stretch.people,
    )  # fmt: skip


@given(scenario=strategies.scenarios())
@random_worlds
def test_histories_people_colleagues_and_ties_equal_the_brute_force(
    graph: Graph, scenario: strategies.Scenario
) -> None:
    world, as_of, now = scenario.world, scenario.as_of, scenario.now
    load(graph, world)
    when = at(as_of, now)
    for contact in world.contacts:
        history = [
            (job.uid, job.account, job.title, job.kind, job.primary, job.start, job.end, job.end_status,
             job.current(when.on), job.certain(when.on))
            for job in jobs(graph, contact=contact.uid, on=when.on)
        ]  # fmt: skip
        rows = brute.jobs(world, contact.uid, as_of, now)
        assert sorted(history) == sorted(
            (row.uid, row.account, row.title, row.kind, row.primary, row.start, row.end, row.end_status,
             row.current, row.certain)
            for row in rows
        )  # fmt: skip
        workplaces = colleagues_of(
            graph, contact=contact.uid, account=None, on=when.on, cap=EVERYTHING, limit=EVERYTHING
        )
        pairs = {pair.colleague: pair for pair in acquaintances(graph, workplaces, when.on)}
        expected = {row.contact: row for row in brute.colleagues(world, contact.uid, as_of, now)}
        assert set(pairs) == set(expected)
        for uid, row in expected.items():
            assert pairs[uid].strength == pytest.approx(row.strength, abs=EXACT)
            assert stretches(pairs[uid]) == sorted(expected_stretch(stretch) for stretch in row.shared)
        for tie in known_by(graph, contact=contact.uid, before=when.before):
            assert tie.strength == pytest.approx(
                brute.tie_strength(world, tie.user, contact.uid, as_of, now), abs=EXACT
            )
    for account in world.accounts:
        for status in ("current", "former", "all"):
            listed = people(graph, account=account.uid, status=status, on=when.on, limit=500)
            assert [(person.contact, person.current, {job.uid for job in person.jobs}) for person in listed] == [
                (row.contact, row.current, set(row.jobs))
                for row in brute.people(world, account.uid, status, as_of, now)
            ]
