"""Jobs that acquisitions carry over, against random worlds in which plain Python has carried them over by hand."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from conftest import empty
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from graphcrm.dates import moment
from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.queries.accounts.people import people
from graphcrm.queries.colleagues.acquaintance import acquaintances
from graphcrm.queries.colleagues.colleagues_of import colleagues_of
from graphcrm.queries.paths import Question, warm_paths
from graphcrm.queries.paths.search import EVERYTHING
from reference import brute, strategies
from reference.world import Job, World, write_bundle
from tests.reference.test_paths import EXACT, expected_stretch, stretches

pytestmark = pytest.mark.timeout(1200)


@dataclass(frozen=True)
class Acquisition:
    uid: str
    start_at: str
    end_at: str
    start: str | None
    end: str | None
    verified_on: date

    @property
    def bounds(self) -> brute.Bounds:
        status = "ended" if self.end else "ongoing"
        job = Job("", "", "", "", None, None, "", False, self.start, self.end, status, self.verified_on)
        return brute.bounds(job)


@st.composite
def acquisitions(draw: st.DrawFn, world: World) -> list[Acquisition]:
    """One to four, of which an import may refuse some: a ring, the same one twice, an end before the start."""
    places = [account.uid for account in world.accounts]
    known = [day for day in strategies.DAYS if day <= world.today]
    return [
        Acquisition(
            f"K{n}",
            *draw(st.permutations(places))[:2],
            draw(st.none() | st.sampled_from(strategies.STARTS)),
            draw(st.none() | st.none() | st.sampled_from(strategies.ENDS)),
            draw(st.sampled_from(known)),
        )
        for n in range(draw(st.integers(1, 4)))
    ]


def load(graph: Graph, world: World, links: list[Acquisition]) -> list[Acquisition]:
    """Import a world and its acquisitions; answers those that were not refused."""
    empty(graph)
    with tempfile.TemporaryDirectory() as folder:
        write_bundle(world, folder)
        with (Path(folder) / "account_links.csv").open("w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(
                ["link_id", "from_account_id", "to_account_id", "kind", "start_date", "end_date", "verified_on"]
            )
            writer.writerows(
                [k.uid, k.start_at, k.end_at, "succeeded_by", k.start, k.end, k.verified_on] for k in links
            )
        report = import_bundle(graph, [Path(folder)], today=world.today, refused_path=Path(folder) / "refused.csv")
    assert {row.file for row in report.refused} <= {"account_links.csv"}
    return [link for line, link in enumerate(links, 2) if line not in {row.line for row in report.refused}]


def carried(world: World, links: list[Acquisition]) -> World:
    """The world with every job that its acquisitions carry over, one for each way that they can go."""

    def onward(job: Job, found: brute.Bounds, way: tuple[str, ...], place: str) -> Iterator[Job]:
        for link in links:
            b = link.bounds
            if link.start_at != place or link.uid in way:
                continue
            starts = max(found.start_min, b.start_min), max(found.start_max, b.start_max)
            bounds = brute.Bounds(*starts, min(found.end_min, b.end_min), min(found.end_max, b.end_max))
            if bounds.start_min < bounds.end_max:
                there = (bounds.start_min, bounds.start_max, bounds.end_min, bounds.end_max)
                uid = f"{job.uid} {link.uid} {len(way)}"
                if link.end_at != job.account:
                    yield replace(job, uid=uid, account=link.end_at, primary=False, given=there)
                yield from onward(job, bounds, (*way, link.uid), link.end_at)

    more = tuple(new for job in world.jobs for new in onward(job, brute.bounds(job), (), job.account))
    event(f"carried over: {len(more) > 0}")
    return replace(world, jobs=world.jobs + more)


@given(data=st.data(), scenario=strategies.scenarios())
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_colleagues_people_and_paths_through_acquisitions_equal_the_brute_force(
    graph: Graph, data: st.DataObject, scenario: strategies.Scenario
) -> None:
    as_of, now = scenario.as_of, scenario.now
    links = load(graph, scenario.world, data.draw(acquisitions(scenario.world)))
    world, when = carried(scenario.world, links), moment(as_of, now=now)
    for contact in world.contacts:
        places = colleagues_of(graph, contact=contact.uid, account=None, on=when.on, cap=EVERYTHING, limit=EVERYTHING)
        pairs = {pair.colleague: pair for pair in acquaintances(graph, places, when.on)}
        expected = {row.contact: row for row in brute.colleagues(world, contact.uid, as_of, now)}
        assert set(pairs) == set(expected)
        for uid, row in expected.items():
            assert pairs[uid].strength == pytest.approx(row.strength, abs=EXACT)
            assert stretches(pairs[uid]) == sorted(expected_stretch(stretch) for stretch in row.shared)
    for account in world.accounts:
        listed = people(graph, account=account.uid, status="all", on=when.on, limit=500)
        assert [(person.contact, person.current) for person in listed] == [
            (row.contact, row.current) for row in brute.people(world, account.uid, "all", as_of, now)
        ]
    target = data.draw(st.sampled_from([account.uid for account in world.accounts]))
    ways = brute.warm_paths(world, target, None, as_of, now, max_unit=0, min_score=0)
    asked = Question(target=target, user=None, moment=when, min_score=0, max_unit=0, limit=500)
    answer = warm_paths(graph, asked)
    scores = {(path.tie.user, path.people): path.score for path in answer.paths}
    assert scores == pytest.approx({(way.user, way.contacts): way.score for way in ways[:500]}, abs=EXACT)
