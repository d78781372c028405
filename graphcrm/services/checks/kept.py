"""Tasks, contracts, orders and service requests: what is kept on them for lists follows from what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from graphcrm.access import kind_of
from graphcrm.errors import InvalidInputError
from graphcrm.graph import Graph, Runner
from graphcrm.nodes.states import State
from graphcrm.queries.changes.lock_records import lock_records
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.kept_page import Keeping, kept_page
from graphcrm.queries.checks.put_kept import put_kept
from graphcrm.services import kept
from graphcrm.services.checks.rule import MOST, Broken, Rule, in_batches, pages

_PAGE = 2_000
_LABELS = ("Task", "Contract", "Order", "ServiceRequest")


def _find(graph: Graph) -> list[Found]:
    return list(islice(_found(graph), MOST))


def _found(graph: Graph) -> Iterator[Found]:
    for label in _LABELS:
        read = partial(_read, graph, label)
        for one in pages(read, lambda one: one.uid, _PAGE):
            if fault := _fault(label, one.props):
                yield Found([f"{label} {one.uid}"], fault)


def _read(graph: Graph, label: str, after: str) -> list[Keeping]:
    return kept_page(graph, label=label, after=after, limit=_PAGE)


def _fault(label: str, props: State) -> str | None:
    try:
        wanted = kept.of(kind_of(label), props)
    except InvalidInputError as error:
        return f"its dates cannot be: {error.detail}"
    wrong = [name for name, value in wanted.items() if props.get(name) != value]
    return f"its {', '.join(wrong)} should be another" if wrong else None


def _mend(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, (one.where[0] for one in found), _keep)


def _keep(tx: Runner, named: Sequence[str]) -> None:
    rows = []
    for one in lock_records(tx, records=[(label, uid) for label, _, uid in (name.partition(" ") for name in named)]):
        try:
            props = kept.of(kind_of(one.label), one.props)
        except InvalidInputError:
            continue  # which of its dates is wrong, somebody has to say
        rows.append({"label": one.label, "uid": one.uid, "props": props})
    put_kept(tx, rows=rows)


RULES = (
    Rule(
        "kept",
        "What is kept on tasks, contracts, orders and service requests for their lists follows from their fields.",
        "It is kept anew; dates that cannot be are corrected in the record.",
        _find,
        _mend,
    ),
)
