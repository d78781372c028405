"""Warm paths: from a user to the people of an account, hop by hop, scored."""

from graphcrm.queries.paths.models import KINDS, Hop, Job, Path, WarmPaths
from graphcrm.queries.paths.question import Question
from graphcrm.queries.paths.warm_paths import warm_paths

__all__ = ["KINDS", "Hop", "Job", "Path", "Question", "WarmPaths", "warm_paths"]
