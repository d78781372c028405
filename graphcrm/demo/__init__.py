"""The demo world: a bundle of CSV files (docs/import.md), the same bytes for the same seed on every Python and day.

`write_world` is all that the rest of graphcrm needs. Most of the world is drawn at random; the stories of the tour
(stories.py) are written by hand and come out the same for every seed.
"""

from __future__ import annotations

from pathlib import Path

from graphcrm.demo.dating import WORLD_DATE
from graphcrm.demo.world import build

__all__ = ["WORLD_DATE", "write_world"]


def write_world(folder: Path, *, seed: int = 1) -> None:
    """Write the demo world into a folder (made if need be), one CSV file per table."""
    build(seed).write(folder)
