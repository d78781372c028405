"""What a page loads stays small: gzipped, as a server in front of the app sends it (docs/frontend.md)."""

from __future__ import annotations

import gzip
import re

import pytest
from flask.testing import FlaskClient

ORDINARY_KB, NETWORK_KB = 70, 270
_LOADED = re.compile(r'="(/static/dist/[^"#]+\.(?:js|css))"')
_IMPORTED = re.compile(rb'(?:from|import)\s*\(?"\.?([^"]+\.js)"')


def loaded(client: FlaskClient, page: str) -> dict[str, int]:
    """The scripts and sheets that a page names, and those that these import, with their gzipped bytes."""
    found: dict[str, int] = {}
    waiting = _LOADED.findall(client.get(page).text)
    while waiting:
        file = waiting.pop()
        if file in found:
            continue
        content = client.get(file).data
        found[file] = len(gzip.compress(content, 6))
        if file.endswith(".js"):
            waiting += [f"/static/dist{name.decode().removeprefix('.')}" for name in _IMPORTED.findall(content)]
    return found


@pytest.mark.parametrize(
    "page",
    [
        "/",
        "/contacts",
        "/accounts",
        "/leads",
        "/contacts/maya",
        "/accounts/acme",
        "/accounts/acme/warm-paths",
        "/moves",
    ],
)
def test_an_ordinary_page_loads_little(browser: FlaskClient, page: str) -> None:
    files = loaded(browser, page)
    assert any(name.endswith(".js") for name in files)
    assert any(name.endswith(".css") for name in files)
    assert sum(files.values()) <= ORDINARY_KB * 1000, files


def test_the_network_loads_its_graph_beside(browser: FlaskClient) -> None:
    files = loaded(browser, "/network")
    assert any("network" in name for name in files)
    assert sum(files.values()) <= NETWORK_KB * 1000, files
