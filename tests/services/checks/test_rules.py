from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.services.checks import RULES, check

from .breaks import BREAKS, Break


def test_every_rule_is_broken_in_some_way() -> None:
    assert {broken.rule for broken in BREAKS} == {rule.name for rule in RULES} - {"schema"}


def test_the_world_that_is_to_be_broken_is_sound(world: Graph) -> None:
    assert check(world, warn=True) == []


@pytest.mark.parametrize("broken", BREAKS, ids=[f"{n}-{broken.rule}" for n, broken in enumerate(BREAKS)])
def test_what_is_broken_is_named_and_mended_or_left(world: Graph, broken: Break) -> None:
    world.write(broken.statement)
    found = check(world, warn=True)
    assert [(one.rule, one.where) for one in found] == [(broken.rule, where) for where in broken.where]
    left = check(world, warn=True, repair=True)
    assert left == ([] if broken.mended else found)
    assert check(world, warn=True) == left
