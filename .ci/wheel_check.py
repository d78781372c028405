"""That a wheel, installed, and the sdist hold the package's files and what was built: `wheel_check.py ROOT SDIST`."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path

import graphcrm

_BUILT = "graphcrm/web/static/dist/"  # what browsers load: made by the build hook, never committed


def main(root: Path, sdist: Path) -> None:
    """Compare both with what git knows."""
    listed = subprocess.run(["git", "ls-files", "graphcrm"], cwd=root, capture_output=True, text=True, check=True)
    wanted = set(listed.stdout.split())
    installed = Path(graphcrm.__file__).parents[1]
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    wanted |= {name for name in packed if name.startswith(_BUILT)}
    if not any(name.startswith(_BUILT) and name.endswith("manifest.json") for name in wanted):
        sys.exit("The sdist has no built assets.")
    missing = {name for name in wanted if not (installed / name).is_file()} | (wanted - packed)
    if root in installed.parents or missing:
        sys.exit(f"Not in the wheel or the sdist: {sorted(missing) or installed}")
    kinds = sorted({Path(name).suffix or Path(name).name for name in wanted})
    print(f"{len(wanted)} files of these kinds are in the wheel and the sdist: {', '.join(kinds)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
