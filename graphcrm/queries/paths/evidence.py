"""From candidates to scored paths: fetch all evidence in a few queries, whatever their number, and weigh it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from graphcrm import warmth
from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.accounts.target_people import TargetPerson, target_people
from graphcrm.queries.candidates.candidate import Candidate
from graphcrm.queries.colleagues.acquaintance import Acquaintance, acquaintances
from graphcrm.queries.colleagues.shared_workplaces import shared_workplaces
from graphcrm.queries.paths.models import Hop, Job, Path
from graphcrm.queries.ties.tie import Tie, weigh
from graphcrm.queries.ties.tie_evidence import tie_evidence

_ACCOUNTS_SHARED = 100  # more workplaces than two people can have shared: the limit that never cuts


@dataclass(frozen=True, slots=True)
class _Evidence:
    ties: dict[tuple[str, str], Tie]
    acquaintances: dict[tuple[str, str], Acquaintance]
    jobs: dict[str, Job]


def paths_of(runner: Runner, candidates: list[Candidate], target: str, moment: Moment, cap: int) -> list[Path]:
    """The paths the candidates stand for, scored; those whose evidence does not hold drop out."""
    if not candidates:
        return []
    evidence = _fetch(runner, candidates, target, moment, cap)
    return [path for candidate in candidates if (path := _path(candidate, target, evidence, moment))]


def _fetch(runner: Runner, candidates: list[Candidate], target: str, moment: Moment, cap: int) -> _Evidence:
    knows = sorted({(c.user or "", c.connector or c.target_contact) for c in candidates})
    worked = sorted({pair for c in candidates for pair in _pairs(c)})
    people = sorted({c.target_contact for c in candidates})
    ties = tie_evidence(runner, pairs=knows, before=moment.before, limit=len(knows))
    places = shared_workplaces(runner, pairs=worked, on=moment.on, cap=cap, limit=len(worked) * _ACCOUNTS_SHARED)
    reached = target_people(runner, target=target, contacts=people, on=moment.on, limit=len(people))
    return _Evidence(
        {(tie.user, tie.contact): weigh(tie, moment.before) for tie in ties},
        {(pair.contact, pair.colleague): pair for pair in acquaintances(runner, places, moment.on)},
        {person.contact: _job(person) for person in reached},
    )


def _pairs(candidate: Candidate) -> Iterable[tuple[str, str]]:
    people = [p for p in (candidate.connector, candidate.middle, candidate.target_contact) if p is not None]
    return itertools.pairwise(people)


def _job(person: TargetPerson) -> Job:
    roles = [role for _, role, _, _ in person.jobs]
    return Job(
        contact=person.contact,
        name=person.name,
        title=next((title for title, *_ in person.jobs if title), None),
        role=max(roles, key=lambda role: (warmth.relevance(role), role is not None)),
        verified_on=max(verified_on for _, _, verified_on, _ in person.jobs),
        certain=any(certain for *_, certain in person.jobs),
    )


def _path(candidate: Candidate, target: str, evidence: _Evidence, moment: Moment) -> Path | None:
    tie = evidence.ties.get((candidate.user or "", candidate.connector or candidate.target_contact))
    shared = [evidence.acquaintances.get(pair) for pair in _pairs(candidate)]
    job = evidence.jobs.get(candidate.target_contact)
    if tie is None or job is None or None in shared:
        return None
    acquainted = [pair for pair in shared if pair is not None]
    strengths = [tie.strength, *(pair.strength for pair in acquainted)]
    return Path(
        hops=(Hop(tie), *map(Hop, acquainted)),
        job=job,
        score=warmth.path_score(strengths, warmth.verified_factor((moment.on - job.verified_on).days)),
        certain=all(pair.certain for pair in acquainted) if acquainted else job.certain,
        moved_from=None if acquainted else moved_from(tie, target),
    )


def moved_from(tie: Tie, target: str) -> tuple[str, str] | None:
    """Where the contact was on the day of the last interaction, unless that was the target."""
    if any(uid == target for uid, _ in tie.employers):
        return None
    return tie.employers[0] if tie.employers else None
