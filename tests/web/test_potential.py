"""What an account may be worth, as who asks may see it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphcrm.access import SHIPPED, Kind, Reader, Scope
from graphcrm.graph import Graph
from graphcrm.web.asking.potential import weigh


@pytest.mark.parametrize(
    ("unseen", "left_out"),
    [("contact", {"ties", "contact"}), ("opportunity", {"open", "won", "industry"}), ("contract", {"contracts"})],
)
def test_what_a_role_does_not_see_is_left_out(cast: Graph, unseen: Kind, left_out: set[str]) -> None:
    rows = {**SHIPPED["admin"].rows, unseen: dict.fromkeys(("read", "edit", "delete", "assign"), Scope.NONE)}
    reader = Reader("alice", replace(SHIPPED["admin"], rows=rows))
    found = {one.name for one in weigh(cast.seen_by(reader.sight), "acme", reader).potential.factors}
    everything = {one.name for one in weigh(cast, "acme", None).potential.factors}
    assert everything - found == left_out
