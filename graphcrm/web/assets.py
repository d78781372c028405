"""The addresses of what browsers load: sheets, scripts, icons, made from frontend/ by the build hook."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Flask, current_app, g, url_for

from graphcrm.errors import InvalidInputError

_FOLDER = "dist"


@dataclass(frozen=True, slots=True)
class _Manifest:
    """Which file carries which name today, and what each script imports."""

    files: dict[str, str]
    needs: dict[str, list[str]]


def install(app: Flask) -> None:
    """Give the addresses to the templates."""
    app.jinja_env.globals.update(asset=asset, preloads=preloads)


def asset(name: str) -> str:
    """The address of a file; its name carries the sum of its content, so that browsers may keep it for ever.

    Raises InvalidInputError where nothing was built.
    """
    kept: dict[str, str] = g.setdefault("assets", {})  # a page of a list has two hundred icons
    if name not in kept:
        kept[name] = _address(_manifest().files[name])
    return kept[name]


def preloads(*names: str) -> Iterator[str]:
    """The addresses of what some scripts import, each once, so that a page asks for all of them at once."""
    manifest = _manifest()
    return (_address(file) for file in dict.fromkeys(file for name in names for file in manifest.needs.get(name, [])))


def icons() -> list[str]:
    """The names of the icons there are."""
    sprite = Path(current_app.static_folder or "", _FOLDER, _manifest().files["icons.svg"])
    return re.findall(r'<symbol id="([^"]+)"', sprite.read_text("utf-8"))


def _address(file: str) -> str:
    return url_for("static", filename=f"{_FOLDER}/{file}")


def _manifest() -> _Manifest:
    path = Path(current_app.static_folder or "", _FOLDER, "manifest.json")
    return _read(path, path.stat().st_mtime_ns if path.is_file() else 0)


@cache
def _read(path: Path, written: int) -> _Manifest:
    if not written:
        message = "The web app's scripts and sheets are not built; `make install` or `pip install .` builds them."
        raise InvalidInputError(message)
    told = json.loads(path.read_text("utf-8"))
    return _Manifest(told["files"], told["needs"])
