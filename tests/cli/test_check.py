from __future__ import annotations

import json
from collections.abc import Callable

from conftest import empty
from worlds.build import account, contact, job

from graphcrm.graph import Graph

from .conftest import Ended

Run = Callable[..., Ended]


def test_a_sound_graph_is_said_to_be_and_what_is_not_is_named_and_repaired(run: Run, graph: Graph) -> None:
    account(graph, "A1", "Acme")
    contact(graph, "C1", "Ada")
    job(graph, "C1", "A1", start="2020", uid="J1")
    sound = run("check")
    assert (sound.code, sound.out.strip()) == (0, "The graph is sound: 20 rules hold.")
    graph.write("MATCH ()-[w:WORKS_AT]->() SET w.start_min = date('2030-01-01')")
    broken = run("check", "--json")
    found = json.loads(broken.out)
    assert (broken.code, found["sound"]) == (1, False)
    assert [(one["rule"], one["where"]) for one in found["findings"]] == [("bounds", ["J1"])]
    said = run("check")
    assert said.code == 1
    assert "bounds: 1 fault. The bounds of every stint and link follow from its dates as entered." in said.out
    assert run("check", "--repair").code == 0
    assert run("check").code == 0
    empty(graph)
