"""Import a bundle: a folder of CSV files, any of them, checked first and then loaded batch by batch.

Every batch is one transaction, and loading what is loaded changes nothing: an import that was interrupted anywhere is
simply run again. A check (`dry_run`, and the first half of `strict`) goes the same way and leaves out the writing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from graphcrm.errors import BundleError
from graphcrm.graph import Graph, Runner
from graphcrm.importers import batches, files, groups
from graphcrm.importers.batches import Batch, Identify, Once
from graphcrm.importers.known import Context
from graphcrm.importers.plans import assignments, interactions, jobs, ratings, records
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import LISTED, Counts, Note, Notes, RefusedFile, Report
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Checking, Plan, Sink, Writing
from graphcrm.nodes import schema

MANY = 1_000  # rows created from which on a plan made for what was there before may be a bad one


class Progress(NamedTuple):
    """How far an import is: "checking" or "loading", in which file, and how much of that file is done, 0 to 1."""

    stage: str
    file: str
    done: float


Callback = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class _Way:
    """How the rows of one table are loaded.

    `group` has the keys of the columns that name what is decided together; `label` is that of the records it loads.
    """

    identify: Identify
    plan: Callable[[Runner, list[Row], Context], Plan]
    label: str = ""
    group: tuple[str, ...] = ()


_WAYS = {
    "accounts": _Way(records.ACCOUNT.identify, records.ACCOUNT.plan, label="Account"),
    "contacts": _Way(records.CONTACT.identify, records.CONTACT.plan, label="Contact"),
    "leads": _Way(records.LEAD.identify, records.LEAD.plan, label="Lead"),
    "users": _Way(records.USER.identify, records.USER.plan, label="User"),
    "works_at": _Way(jobs.identify, jobs.plan, group=("contact",)),
    "interactions": _Way(interactions.identify, interactions.plan),
    "ratings": _Way(ratings.identify, ratings.plan),
    "assigned_to": _Way(assignments.identify, assignments.plan, group=("record", "lead", "account", "contact")),
}


def _silent(_: Progress) -> None:
    pass


def import_bundle(
    graph: Graph,
    paths: Sequence[Path],
    *,
    source: str = "",
    dry_run: bool = False,
    strict: bool = False,
    today: date | None = None,
    refused_path: Path = Path("refused.csv"),
    progress: Callback = _silent,
) -> Report:
    """Import the files that `paths` are or hold, and report what became of each row.

    `source` is kept with what is created. Refused rows are left out and written to `refused_path`; with `strict`, one
    of them is enough for BundleError, before anything is written to the graph. With `dry_run` nothing is, at all. A
    database without a schema gets it with the first import that is no check.
    Raises BundleError where a file cannot be read or lacks a column (nothing was written), DatabaseError where the
    database fails (what was acknowledged is kept; run it again).
    """
    new = schema.version(graph) is None
    if not new:
        schema.require(graph)
    found = files.find([Path(path) for path in paths])
    readers = [Reader(each) for each in found.sources]
    now = datetime.now(UTC)

    def one_pass(sink: Sink, *, dry_run: bool) -> Report:
        context = Context(source, today or now.date(), now)
        return _Import(found, readers, context, refused_path, progress, sink, dry_run=dry_run).run()

    if dry_run or strict:
        report = one_pass(Checking(graph), dry_run=True)
        if strict:
            _all_or_nothing(report)
        if dry_run:
            return report
    if new:
        schema.install(graph)
    report = one_pass(Writing(graph), dry_run=False)
    if sum(counts.created for counts in report.files) >= MANY:
        schema.refresh_statistics(graph)
    return report


def _all_or_nothing(report: Report) -> None:
    if report.refused_count:
        first = report.refused[0]
        where = f"{first.file} line {first.line}: {first.reason}"
        rows = f"{report.refused_count:,} rows are" if report.refused_count > 1 else "One row is"
        message = f"{rows} refused, so nothing was imported (--strict). The first is {where} "
        raise BundleError(message + f"All of them are in {report.refused_path}; correct them, or leave out --strict.")


class _Import:
    """One pass over all files into a sink."""

    def __init__(
        self,
        found: files.Found,
        readers: Sequence[Reader],
        context: Context,
        refused_path: Path,
        progress: Callback,
        sink: Sink,
        *,
        dry_run: bool,
    ) -> None:
        self._found, self._readers, self._context, self._sink = found, readers, context, sink
        self._refused, self._notes, self._progress = RefusedFile(refused_path), Notes(), progress
        self._stage = "checking" if dry_run else "loading"
        self._once: dict[str, Once] = defaultdict(Once)
        self._given: dict[str, Once] = defaultdict(Once)
        self._report = Report(context.source, dry_run)

    def run(self) -> Report:
        """Do it."""
        report = self._report
        self._notes.add(
            Note("ignored_file", name, None, "no file of a bundle; left out") for name in self._found.ignored
        )
        later = "a file of a bundle that is not imported yet; left out"
        self._notes.add(Note("not_imported_yet", name, None, later) for name in self._found.later)
        with self._refused:
            for reader in self._readers:
                self._load(reader)
        if self._refused.fault:
            self._notes.add([Note("refused_file", str(self._refused.path), None, self._refused.fault)])
        report.notes, report.refused_path = self._notes.all(), self._refused.written
        return report

    def _load(self, reader: Reader) -> None:
        table, name = reader.source.table, reader.source.name
        counts = Counts(name)
        self._report.files.append(counts)
        self._notes.add(_columns(reader))
        way, once = _WAYS[table.name], self._once[table.name]
        if way.group:
            found = groups.read(reader, self._given[table.name], once, way.identify, way.group)
        else:
            found = batches.read(reader, once, way.identify)
        self._take_all(way, counts, found)
        if not counts.read:
            self._notes.add([Note("empty_file", name, None, "it has no rows")])

    def _take_all(self, way: _Way, counts: Counts, found: Iterator[Batch]) -> None:
        """Take the batches one after the other; while the database works on one, the next is read."""
        with ThreadPoolExecutor(max_workers=1) as worker:
            at_work: Future[None] | None = None
            for batch in found:
                if at_work:
                    at_work.result()
                at_work = worker.submit(self._take, way, counts, batch)
            if at_work:
                at_work.result()

    def _take(self, way: _Way, counts: Counts, batch: Batch) -> None:
        def plan(runner: Runner) -> Plan:
            return way.plan(runner, batch.rows, self._context)

        result = self._sink.take(plan) if batch.rows else Plan()
        self._context.known.add(way.label, result.loaded)
        self._count(counts, batch, result)
        self._progress(Progress(self._stage, counts.file, batch.done))

    def _count(self, counts: Counts, batch: Batch, plan: Plan) -> None:
        refused = sorted([*batch.refused, *plan.refused], key=lambda row: row.line)
        counts.read += batch.read
        counts.created += plan.created
        counts.changed += plan.changed
        counts.unchanged += plan.unchanged
        counts.refused += len(refused)
        counts.repeated += batch.repeated
        self._refused.add(refused)
        self._report.refused += refused[: LISTED - len(self._report.refused)]
        self._notes.add(plan.notes)


def _columns(reader: Reader) -> Iterator[Note]:
    header, file = reader.header, reader.source.name
    for name, key in header.custom if header else ():
        yield Note("custom_field", file, 1, f"the column {name!r} is not known, and became the custom field {key}")
    for number in header.unnamed if header else ():
        yield Note("unnamed_column", file, 1, f"column {number} has no name, and was left out")
