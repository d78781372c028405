"""What is proposed for how far accounts and contacts are with us, page by page."""

from __future__ import annotations

from graphcrm.dates import moment
from graphcrm.graph import Graph
from graphcrm.services import lifecycles
from graphcrm.services.lifecycles import Suggested
from graphcrm.services.records import LABELS
from graphcrm.web.asking import cursors
from graphcrm.web.asking.listings import Listing
from graphcrm.web.asking.parameters import ProposalsParameters


def proposals(runner: Graph, asked: ProposalsParameters) -> Listing[Suggested]:
    """One page, by what is proposed and by name; of one record it is the only one."""
    label, on = LABELS[asked.kind], moment(None).on
    if asked.uid:
        one = lifecycles.of_record(runner, label, asked.uid, on)
        return Listing([one] if one and asked.state in {None, one.proposal.state} else [], None)
    of = cursors.question("proposals", asked.kind, asked.state)
    last = cursors.read(asked.cursor, cursors.AfterProposed, of)
    after = (last.state, last.name, last.uid) if last else None
    rows, then = lifecycles.open_ones(runner, label, on, state=asked.state, after=after, limit=asked.limit)
    if then is None:
        return Listing(rows, None)
    state, name, uid = then
    return Listing(rows, cursors.written(cursors.AfterProposed(of=of, state=state, name=name, uid=uid)))
