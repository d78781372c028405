"""Import a bundle: a folder of CSV files, any of them, checked first and then loaded batch by batch.

Every batch is one transaction, and loading what is loaded changes nothing: an import that was interrupted anywhere is
simply run again. A check (`dry_run`, and the first half of `strict`) goes the same way and leaves out the writing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, date, datetime
from itertools import chain, groupby
from pathlib import Path
from typing import NamedTuple

from graphcrm.errors import BundleError
from graphcrm.graph import Graph, Runner
from graphcrm.importers import batches, files, firsts, groups
from graphcrm.importers.batches import Batch
from graphcrm.importers.columns import Table
from graphcrm.importers.firsts import Once
from graphcrm.importers.known import Context
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import LISTED, Counts, Note, Notes, Refused, RefusedFile, Report
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Checking, Plan, Sink, Writing
from graphcrm.importers.ways import WAYS, Way
from graphcrm.nodes import schema

MANY = 1_000  # rows created from which on a plan made for what was there before may be a bad one


class Progress(NamedTuple):
    """How far an import is: "checking" or "loading", in which file, and how much of that file is done, 0 to 1."""

    stage: str
    file: str
    done: float


Callback = Callable[[Progress], None]
_ByFile = dict[str, Counts]


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
        listed = f"All of them are in {report.refused_path}; c" if report.refused_path else "C"
        raise BundleError(message + f"{listed}orrect them, or leave out --strict.")


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
            for table, readers in groupby(self._readers, key=lambda reader: reader.source.table):
                self._load(table, list(readers))
        if self._refused.fault:
            self._notes.add([Note("refused_file", str(self._refused.path), None, self._refused.fault)])
        report.notes, report.refused_path = self._notes.all(), self._refused.written
        return report

    def _load(self, table: Table, readers: list[Reader]) -> None:
        """Load all files of a table."""
        way, once = WAYS[table.name], Once()
        counts = {reader.source.name: Counts(reader.source.name) for reader in readers}
        self._report.files += counts.values()
        for reader in readers:
            self._notes.add(_columns(reader))
        full = [reader for reader in readers if reader.header]

        def judge(rows: list[Row]) -> list[Refused]:
            return way.plan(self._sink.graph, rows, self._context).refused

        if way.group:
            found = groups.read(full, way.identify, way.group, judge)
        else:
            found = batches.read(full, way.identify, way.late)
        self._take_all(way, once, counts, found if full else iter(()))
        empty = [name for name, count in counts.items() if not count.read]
        self._notes.add(Note("empty_file", name, None, "it has no rows") for name in empty)

    def _take_all(self, way: Way, once: Once, counts: _ByFile, found: Iterator[Batch]) -> None:
        """Take the batches one after the other; while the database works on one, the next is read."""
        with ThreadPoolExecutor(max_workers=1) as worker:
            at_work: Future[None] | None = None
            for batch in found:
                if at_work:
                    at_work.result()
                at_work = worker.submit(self._take, way, once, counts, batch)
            if at_work:
                at_work.result()

    def _take(self, way: Way, once: Once, counts: _ByFile, batch: Batch) -> None:
        rivals = firsts.sift(batch, once)

        def of_rows(runner: Runner, rows: list[Row]) -> Plan:
            return way.plan(runner, rows, self._context)

        def plan(runner: Runner) -> Plan:
            return firsts.planned(of_rows, runner, batch.rows, rivals)

        result = self._sink.take(plan) if batch.rows else Plan()
        firsts.remember(once, [*batch.rows, *chain(*rivals.values())], result.refused)
        self._context.known.add(way.label, result.loaded)
        self._count(counts, batch, result)
        self._progress(Progress(self._stage, batch.file, batch.done))

    def _count(self, counts: _ByFile, batch: Batch, plan: Plan) -> None:
        refused = sorted([*batch.refused, *plan.refused], key=lambda row: (row.file, row.line))
        for name, found in counts.items():
            found.read += batch.read[name]
            found.created += plan.created[name]
            found.changed += plan.changed[name]
            found.unchanged += plan.unchanged[name]
            found.repeated += batch.repeated[name]
        for row in refused:
            counts[row.file].refused += 1
        self._refused.add(refused)
        self._report.refused += refused[: LISTED - len(self._report.refused)]
        self._notes.add(plan.notes)


def _columns(reader: Reader) -> Iterator[Note]:
    header, file = reader.header, reader.source.name
    for name, key in header.custom if header else ():
        yield Note("custom_field", file, 1, f"the column {name!r} is not known, and became the custom field {key}")
    for number in header.unnamed if header else ():
        yield Note("unnamed_column", file, 1, f"column {number} has no name, and was left out")
