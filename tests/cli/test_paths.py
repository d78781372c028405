from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm.graph import Graph

from .conftest import Ended, write_bundle
from .worlds import AS_OF, POLARIS

Run = Callable[..., Ended]


@pytest.fixture
def polaris(run: Run, tmp_path: Path) -> Run:
    assert run("import", write_bundle(tmp_path / "bundle", POLARIS)).code == 0
    return run


def test_a_path_is_told_hop_by_hop_with_its_evidence(polaris: Run) -> None:
    done = polaris("paths", "--to", "Polaris Robotics", "--as-of", AS_OF)
    assert done.code == 0
    head, _, path, about, knows, worked, *_ = done.out.splitlines()
    assert head.startswith("Polaris Robotics as of 2026-06-01: account warmth 0.")
    assert path.split(maxsplit=3)[1:2] == ["good"]
    assert path.endswith("Alice Moreau → Hanna Vogel → Tomás Reyes, CTO (decision maker)")
    assert "through a former colleague" in about
    assert "Alice Moreau knows Hanna Vogel: 5 interactions from 2026-01-15 to 2026-05-15 (5 meeting)" in knows
    assert "Brightwold Instruments from 2022-02-01 to 2024-02-01, 730 days for certain, among 22 people" in worked
    assert worked.endswith("← weakest")


def test_who_asked_not_to_be_contacted_is_named_below_the_path(polaris: Run, graph: Graph) -> None:
    assert "asked not" not in polaris("paths", "--to", "polaris", "--as-of", AS_OF).out
    graph.write("MATCH (c:Contact {name: 'Hanna Vogel'}) SET c.do_not_contact = true")
    assert "    Hanna Vogel asked not to be contacted\n" in polaris("paths", "--to", "polaris", "--as-of", AS_OF).out


def test_the_account_and_the_user_may_be_named_in_several_ways(polaris: Run) -> None:
    told = {
        polaris("paths", "--to", to, "--user", user, "--as-of", AS_OF).out
        for to, user in [("polaris", "alice"), ("Polaris Robotics", "Alice Moreau"), ("polaris", "alice@us.example")]
    }
    assert len(told) == 1
    assert "Hanna Vogel" in told.pop()


def test_a_user_without_paths_has_none(polaris: Run) -> None:
    done = polaris("paths", "--to", "polaris", "--user", "bob", "--as-of", AS_OF)
    assert (done.code, done.out.splitlines()[-1]) == (0, "No path is known.")


def test_an_earlier_day_knows_nothing_of_later_jobs(polaris: Run) -> None:
    assert "No path is known." in polaris("paths", "--to", "polaris", "--as-of", "2024-02-05").out


def test_weak_paths_are_counted_not_listed(polaris: Run) -> None:
    done = polaris("paths", "--to", "vast", "--as-of", AS_OF)
    assert "→" not in done.out
    assert "No warm path yet; 1 weak path not shown (--min-score 0 shows all evidence)." in done.out


def test_weak_paths_are_listed_when_a_score_is_given(polaris: Run) -> None:
    done = polaris("paths", "--to", "vast", "--as-of", AS_OF, "--min-score", "0")
    assert "weak" in done.out
    assert "Alice Moreau → Hanna Vogel → Greta Lund" in done.out


def test_workplaces_too_large_are_named(polaris: Run) -> None:
    done = polaris("paths", "--to", "polaris", "--as-of", AS_OF, "--max-unit", "1")
    assert "Too large to search for colleagues: Brightwold Instruments (2 stints)" in done.out
    assert "No path is known." in done.out


def test_json_has_the_items_of_the_api(polaris: Run) -> None:
    answer = polaris("paths", "--to", "polaris", "--as-of", AS_OF, "--json").json
    (item,) = answer["items"]
    assert (item["kind"], item["band"], item["certainty"]) == ("former_colleague", "good", "certain")
    assert item["target_contact"] == {
        "uid": "tomas", "name": "Tomás Reyes", "title": "CTO", "role": "decision_maker", "do_not_contact": False,
    }  # fmt: skip
    knows, worked = item["hops"]
    assert knows["from"] == {"uid": "alice", "name": "Alice Moreau", "type": "user", "do_not_contact": False}
    assert knows["evidence"]["channels"] == {"meeting": 5}
    (shared,) = worked["evidence"]["shared"]
    assert (shared["from"], shared["to"], shared["certain_days"]) == ("2022-02-01", "2024-02-01", 730)
    assert (answer["as_of"], answer["not_searched"], answer["next_cursor"]) == (AS_OF, [], None)


def test_kinds_limit_what_is_sought(polaris: Run) -> None:
    assert (
        polaris("paths", "--to", "polaris", "--as-of", AS_OF, "--kinds", "direct,chain", "--json").json["items"] == []
    )


def test_an_unknown_account_fails_with_a_sentence(polaris: Run) -> None:
    done = polaris("paths", "--to", "Nowhere Ltd", "--json")
    assert done.code == 1
    assert done.json["error"]["code"] == "not_found"
    assert "Nowhere Ltd" in done.err
    assert len(done.err.splitlines()) == 1


def test_an_ambiguous_account_fails_with_its_candidates(polaris: Run) -> None:
    done = polaris("paths", "--to", "Polaris", "--json")
    assert done.code == 1
    assert {found["uid"] for found in done.json["error"]["candidates"]} == {"polaris", "polaris-north"}
    assert "Polaris North (polaris-north)" in done.err


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--as-of", "2026-13-01"),
        ("--as-of", "2026"),
        ("--kinds", "direct,cold"),
        ("--min-score", "-1"),
        ("--min-score", "nan"),
        ("--max-unit", "2000000000"),
        ("--max-unit", "many"),
        ("--limit", "0"),
    ],
)
def test_a_value_that_cannot_be_meant_is_bad_usage(run: Run, option: str, value: str) -> None:
    done = run("paths", "--to", "polaris", option, value)
    assert done.code == 2
    assert option in done.err


def test_without_an_account_there_is_no_question(run: Run) -> None:
    assert run("paths").code == 2
