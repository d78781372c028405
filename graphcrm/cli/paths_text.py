"""Warm paths, for a person: ranked, hop by hop, with the evidence and its dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from graphcrm.cli.console import count
from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.paths import Hop, Path, WarmPaths
from graphcrm.queries.ties.tie import Tie

KINDS = {"direct": "direct", "former_colleague": "through a former colleague", "chain": "through two colleagues"}
LEFT_OUT_SHOWN = 3


def text(found: WarmPaths, *, fold: bool) -> str:
    """The paths; with `fold` weak ones are counted instead."""
    shown = [path for path in found.paths if not fold or path.band != "weak"]
    head = f"{found.account_name} as of {found.as_of}: account warmth {found.account_warmth:.2f}"
    lines = [head]
    for rank, path in enumerate(shown, 1):
        lines += ["", *_path(rank, path, found.as_of), *_asked_not(path, found.asked_not)]
    return "\n".join([*lines, "", *_rest(found, len(found.paths) - len(shown))])


def _path(rank: int, path: Path, as_of: date) -> Iterator[str]:
    job = path.job
    role = f" ({job.role.replace('_', ' ')})" if job.role else ""
    names = [path.tie.user_name, *(_to(hop) for hop in path.hops)]
    yield f"{rank:2}. {path.band:8} {path.score:.3f}  {' → '.join(names)}{f', {job.title}' if job.title else ''}{role}"
    sure = "" if path.certain else ", not certain from the dates known"
    verified = f"; the job was last verified on {job.verified_on}" if job.verified_on < as_of else ""
    yield f"    {KINDS[path.kind]}{sure}{verified}"
    for n, hop in enumerate(path.hops):
        weakest = "  ← weakest" if len(path.hops) > 1 and n == path.weakest_hop else ""
        yield f"    {hop.strength:.2f}  {_evidence(hop, path)}{weakest}"


def _asked_not(path: Path, asked_not: frozenset[str]) -> Iterator[str]:
    for uid, hop in zip(path.people, path.hops, strict=True):
        if uid in asked_not:
            yield f"    {_to(hop)} asked not to be contacted"


def _to(hop: Hop) -> str:
    evidence = hop.evidence
    return evidence.contact_name if isinstance(evidence, Tie) else evidence.colleague_name


def _evidence(hop: Hop, path: Path) -> str:
    evidence = hop.evidence
    if isinstance(evidence, Acquaintance):
        shared = "; ".join(_shared(part) for part in evidence.shared)
        return f"{evidence.contact_name} worked with {evidence.colleague_name}: {shared}"
    return f"{evidence.user_name} knows {evidence.contact_name}: {_tie(evidence)}{_moved(path)}"


def _tie(tie: Tie) -> str:
    parts = []
    if tie.count:
        channels = ", ".join(f"{number} {channel}" for channel, number in tie.channels.items())
        parts.append(f"{count(tie.count, 'interaction')} {_days(tie.first_at, tie.last_at)} ({channels})")
    if tie.rating is not None:
        parts.append(f"rated {tie.rating} of 5")
    return "; ".join(parts) or "no interaction before that day"


def _moved(path: Path) -> str:
    return f"; then at {path.moved_from[1]}" if path.moved_from else ""


def _days(first: datetime | None, last: datetime | None) -> str:
    first_day, last_day = first.date() if first else None, last.date() if last else None
    return f"on {last_day}" if first_day == last_day else f"from {first_day} to {last_day}"


def _shared(part: Shared) -> str:
    stretch = part.stretch
    start = f"from {stretch.start}" if stretch.start else "since an unknown day"
    days = f"{stretch.certain_days:,} days for certain"
    if stretch.possible_days is not None and stretch.possible_days != stretch.certain_days:
        days += f", {stretch.possible_days:,} possible"
    return f"{part.account_name} {start} {_until(stretch.end)}, {days}, among {part.people:,.0f} people"


def _until(end: date | None) -> str:
    return f"to {end}" if end else "until now"


def _rest(found: WarmPaths, folded: int) -> Iterator[str]:
    """What is not listed, and why."""
    if folded:
        lead = "No warm path yet; " if folded == len(found.paths) else ""
        more = " or more" if found.more else ""
        yield f"{lead}{count(folded, 'weak path')}{more} not shown (--min-score 0 shows all evidence)."
    elif not found.paths:
        yield "No path is known."
    elif found.more:
        yield f"There are more than these {len(found.paths)} (--limit)."
    if found.partial:
        kinds = ", ".join(found.partial)
        yield f"Not searched to the end, so better ones may be missing: {kinds} (--min-score 0 --max-unit 0 has all)."
    if found.not_searched:
        places = found.not_searched[:LEFT_OUT_SHOWN]
        names = ", ".join(f"{place.name} ({place.people or 0:,} stints)" for place in places)
        rest = len(found.not_searched) - LEFT_OUT_SHOWN
        more = f" and {rest} more" if rest > 0 else ""
        yield f"Too large to search for colleagues: {names}{more} (--max-unit 0 does)."
