from __future__ import annotations

import pytest

from graphcrm.cli.db.cypher_text import statements


@pytest.mark.parametrize(
    ("text", "values", "ended"),
    [
        ("", [], True),
        ("  ;; \n", [], True),
        ("RETURN 1", ["RETURN 1"], False),
        ("RETURN 1;", ["RETURN 1"], True),
        ("RETURN 1; RETURN 2", ["RETURN 1", "RETURN 2"], False),
        ("RETURN ';' AS a;", ["RETURN ';' AS a"], True),
        (r"RETURN '\';' AS a;", [r"RETURN '\';' AS a"], True),
        ('RETURN ";" AS `a;b`;', ['RETURN ";" AS `a;b`'], True),
        ("RETURN 1 // one; two\n;", ["RETURN 1 // one; two"], True),
        ("RETURN /* ; \n ; */ 1;", ["RETURN /* ; \n ; */ 1"], True),
        ("RETURN 'not closed;", ["RETURN 'not closed;"], False),
        ("RETURN 6 / 2;", ["RETURN 6 / 2"], True),
    ],
)
def test_statements_end_at_semicolons_outside_text_names_and_comments(
    text: str,
    values: list[str],
    ended: bool,
) -> None:
    assert statements(text) == (values, ended)
