from __future__ import annotations

import pytest
from worlds.build import NOW, account, contact, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.lifecycles.kept import Kept, kept


def page(
    graph: Graph, label: str, limit: int, after: tuple[str, str, str] = ("", "", ""), last: str = "~"
) -> list[Kept]:
    state, name, uid = after
    return kept(graph, label=label, after_state=state, after_name=name, after_uid=uid, last_state=last, limit=limit)


def test_what_is_proposed_comes_by_that_by_name_and_by_uid(graph: Graph) -> None:
    assert page(graph, "Account", 9) == []
    for uid, name, proposed in (
        ("3", "Beta", "lost"),
        ("2", "Acme", "lost"),
        ("1", "Acme", "lost"),
        ("4", "Zen", "customer"),
    ):
        account(graph, uid, name, proposed=proposed)
    (
        account(graph, "fits"),
        account(graph, "gone", proposed="lost", deleted_at=NOW),
        contact(graph, "c", proposed="lost"),
    )
    assert page(graph, "Account", 9) == [Kept("Account", uid) for uid in "4123"]
    assert page(graph, "Account", 2) == [Kept("Account", uid) for uid in "41"]
    assert page(graph, "Contact", 9) == [Kept("Contact", "c")]


@pytest.mark.parametrize(
    ("after", "last", "found"),
    [
        (("customer", "Zen", "4"), "~", "1235"), (("lost", "Acme", "1"), "~", "235"), (("lost", "Acme", "2"), "~", "35"),
        (("lost", "Beta", "3"), "~", "5"), (("loyal", "Acme", "5"), "~", ""), (("lost", "", ""), "lost", "123"),
        (("customer", "", ""), "customer", "4"), (("lost", "Acme", "2"), "lost", "3"), (("prospect", "", ""), "prospect", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("label", ["Account", "Contact"])
def test_the_next_page_begins_behind_the_last_one_and_a_state_ends_it(
    graph: Graph, label: str, after: tuple[str, str, str], last: str, found: str
) -> None:
    for uid, name, proposed in (
        ("3", "Beta", "lost"), ("2", "Acme", "lost"), ("1", "Acme", "lost"), ("4", "Zen", "customer"), ("5", "Acme", "loyal"),
    ):  # fmt: skip
        (account if label == "Account" else contact)(graph, uid, name, proposed=proposed)
    assert "".join(one.uid for one in page(graph, label, 9, after, last)) == found


def test_what_somebody_does_not_see_is_left_out(graph: Graph) -> None:
    user(graph, "bob"), account(graph, "a", proposed="lost"), contact(graph, "c", proposed="lost")
    owned(graph, "a", "bob"), owned(graph, "c", "bob")
    seen = graph.seen_by(Sight(accounts=("",), contacts=("",)))
    assert page(seen, "Account", 9) == page(seen, "Contact", 9) == []
