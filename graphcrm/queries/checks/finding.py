"""What breaks a rule."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that breaks a rule: the uids that say where, and what is wrong."""

    where: list[str]
    what: str
