from __future__ import annotations

import pytest
from worlds.net import CHARLIE, WHEN, D

from graphcrm.dates import moment
from graphcrm.graph import Graph, Runner
from graphcrm.queries.network.ids import by_type
from graphcrm.queries.network.steps import steps

TYPES = ["WORKS_AT", "KNOWS", "RATES", "INTERACTED_WITH", "ASSIGNED_TO", "IS", "PARTNER_OF", "SUBSIDIARY_OF",
         "SUCCEEDED_BY", "REPORTS_TO", "RELATED_TO"]  # fmt: skip


def ends(
    runner: Runner, ids: list[str], types: list[str] = TYPES, *, when=WHEN, cap: int = 500
) -> set[tuple[str, str]]:
    found = steps(runner, **by_type(ids), types=types, on=when.on, before=when.before, cap=cap, limit=1000)
    return {(one.link or "", one.end) for one in found}


def test_a_step_goes_along_edges_of_the_types_asked_for(net: Graph) -> None:
    assert ends(net, ["contact:maya"]) == {
        ("WORKS_AT", "account:globex"), ("KNOWS", "user:alice"), ("ASSIGNED_TO", "user:alice"),
        ("RELATED_TO", "contact:noor"),
    }  # fmt: skip
    assert ends(net, ["contact:maya"], ["KNOWS"]) == {("KNOWS", "user:alice")}
    assert ends(net, ["user:alice"], ["KNOWS", "IS"]) == {("KNOWS", "contact:maya"), ("IS", "contact:own-alice")}
    assert ends(net, ["contact:nobody"]) == ends(net, []) == set()


def test_a_lead_leads_to_who_had_to_do_with_it(net: Graph) -> None:
    assert ends(net, ["lead:lead-1"]) == {("INTERACTED_WITH", "user:bob"), ("ASSIGNED_TO", "user:bob")}
    assert ends(net, ["lead:lead-1"], ["KNOWS"]) == set()


@pytest.mark.parametrize(("on", "there"), [("2018-02-28", False), ("2018-03-01", True)])
def test_what_begins_later_leads_nowhere_yet(net: Graph, on: str, there: bool) -> None:
    assert bool(ends(net, ["contact:maya"], ["WORKS_AT"], when=moment(D(on)))) is there


def test_a_job_says_its_possible_days(net: Graph) -> None:
    (step,) = steps(
        net, **by_type(["contact:maya"]), types=["WORKS_AT"], on=WHEN.on, before=WHEN.before, cap=9, limit=9
    )
    assert (step.start, step.since, step.until) == ("contact:maya", "2018-03-01", "2022-03-01")


def test_a_record_with_too_many_edges_is_left_standing(net: Graph) -> None:
    assert ends(net, ["account:acme"], cap=6) == {("", "account:acme")}
    (standing,) = steps(net, **by_type(["account:acme"]), types=TYPES, on=WHEN.on, before=WHEN.before, cap=6, limit=9)
    assert (standing.link, standing.edges) == (None, 7)
    assert len(ends(net, ["account:acme"], cap=7)) == 7


def test_no_step_of_charlies_leads_to_what_is_alices(net: Graph) -> None:
    assert ends(net.seen_by(CHARLIE), ["contact:tomas"], ["WORKS_AT"]) == {("WORKS_AT", "account:acme")}
    assert ends(net.seen_by(CHARLIE), ["user:alice"]) == {("IS", "contact:own-alice")}
