"""Warm paths as the HTTP API answers them; `next_cursor` goes on there."""

from __future__ import annotations

from datetime import date

from graphcrm.config import Settings
from graphcrm.queries.paths import Question, WarmPaths
from graphcrm.web.api.shapes.paths import path_list
from graphcrm.web.asking.parameters import PathsParameters
from graphcrm.web.asking.questions import next_paths
from graphcrm.web.secret import Keys


def json_text(question: Question, user: str | None, as_of: date | None, found: WarmPaths) -> str:
    """One page of paths; `user` and `as_of` are as they were asked for."""
    given = {"kinds": question.kinds, "min_score": question.min_score, "max_unit": question.max_unit}
    asked = PathsParameters.model_validate({"user": user, "as_of": as_of, **given})
    return path_list(found, next_paths(question, asked, found, Keys(Settings.from_env()).sealer())).model_dump_json(
        indent=2
    )
