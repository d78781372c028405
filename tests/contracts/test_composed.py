"""Queries made of several of the catalogue are held to what each of them is held to."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from graphcrm.graph import Graph
from graphcrm.queries import catalogue
from graphcrm.queries.accounts import known_staff, timeline
from graphcrm.queries.coverage import coverage
from graphcrm.queries.explore import picture
from graphcrm.queries.lifecycles import proposals
from graphcrm.queries.moves import feed, move_of_job
from graphcrm.queries.network import records
from graphcrm.queries.ties import best_ties

from .catalogue_rules import _PARAM, _WRITES, TYPES
from .test_catalogue import operators

COMPOSED = (known_staff, timeline, coverage, picture, feed, proposals)
DUMMIES = {
    **TYPES, "ranked": True, "seen": None, "page": 20, "enough": 40, "met_after": None, "turn_after": None, "contact": None,
    "users_most": 500,
}  # fmt: skip


@pytest.mark.parametrize("module", [*COMPOSED, move_of_job], ids=lambda module: module.__name__)
def test_the_planner_finds_nothing_to_complain_of(module: ModuleType, skewed: Graph) -> None:
    text = module._CYPHER
    values = {name: DUMMIES.get(name, "A1") for name in _PARAM.findall(text)}
    with skewed._driver.session(notifications_min_severity="INFORMATION") as session:
        summary = session.run("EXPLAIN " + text, values).consume()
    said = [s.status_description for s in summary.gql_status_objects if s.is_notification and s.gql_status != "03N90"]
    assert said == []  # 03N90: a user and a contact, both by uid (catalogue_rules.CARTESIAN)
    assert (summary.query_type, _WRITES.findall(text)) == ("r", [])
    found = {name for name in operators(summary.plan) if name.endswith("Scan")}
    assert found == set()


def test_every_module_that_makes_a_query_of_several_is_here() -> None:
    folder = catalogue.FOLDER
    makes = {
        str(path.relative_to(folder).with_suffix(""))
        for path in folder.rglob("*.py")
        if re.search(r"\bpart\(\w*\.?__file__", path.read_text(encoding="utf-8"))
    }
    here = {str(Path(module.__file__ or "").relative_to(folder).with_suffix("")) for module in COMPOSED}
    assert makes == here | {"records/listing"}  # of which test_lists.py plans every way


def test_a_part_takes_variables_for_its_parameters_and_answers_with_a_list() -> None:
    text = catalogue.part(best_ties.__file__, "best", "n", contacts="[n.uid]", limit="1")
    assert text.startswith("CALL (n) {\nCALL (n) {\nUNWIND [n.uid] AS contact\n")
    assert text.endswith("LIMIT 1\n}\nRETURN collect([contact, user, user_name, strength]) AS best\n}")
    assert ("$contacts" in text, "$user" in text) == (False, True)
    assert catalogue.part(records.__file__, "shown").count("$accounts") == 1
