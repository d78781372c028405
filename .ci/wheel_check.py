"""That an installed wheel, and the sdist, hold every file of the package: `wheel_check.py ROOT SDIST`."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path

import graphcrm


def main(root: Path, sdist: Path) -> None:
    """Compare both with what git knows."""
    listed = subprocess.run(["git", "ls-files", "graphcrm"], cwd=root, capture_output=True, text=True, check=True)
    wanted = set(listed.stdout.split())
    installed = Path(graphcrm.__file__).parents[1]
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    missing = {name for name in wanted if not (installed / name).is_file()} | (wanted - packed)
    if root in installed.parents or missing:
        sys.exit(f"Not in the wheel or the sdist: {sorted(missing) or installed}")
    kinds = sorted({Path(name).suffix or Path(name).name for name in wanted})
    print(f"{len(wanted)} files of these kinds are in the wheel and the sdist: {', '.join(kinds)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
