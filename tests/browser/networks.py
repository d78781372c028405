"""Graphs for the network page, in the shape of docs/network.md, and the page with one of them in it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import Visit

Piece = dict[str, list[dict[str, Any]]]


def node(type_: str, uid: str, name: str | None = None, **more: Any) -> dict[str, Any]:
    """A record."""
    return {"id": f"{type_}:{uid}", "uid": uid, "type": type_, "name": name or uid, "degrees": {}, **more}


def job(uid: str, contact: str, account: str, **more: Any) -> dict[str, Any]:
    """A stint."""
    return {"id": uid, "kind": "job", "from": f"contact:{contact}", "to": f"account:{account}", "label": "CTO", **more}


def office() -> Piece:
    """Two companies; Maya moved from the one to the other, Tom and Ann stayed; Uma knows Tom."""
    return {
        "nodes": [
            node("account", "acme", "Acme"), node("account", "globex", "Globex", kind="school"),
            node("contact", "maya", "Maya Ng", do_not_contact=True), node("contact", "tom", "Tom Ode"),
            node("contact", "ann", "Ann Poe"), node("user", "uma", "Uma Roy"),
        ],
        "edges": [
            job("j1", "maya", "acme", start_min="2010-03-01", start_max="2010-03-31", end_min="2015-06-01",
                end_max="2015-07-01", current=False),
            job("j2", "maya", "globex", start_min="2015-07-01", start_max="2015-07-31", current=True),
            job("j3", "tom", "acme", start_min="2012-01-01", start_max="2012-12-31", current=True),
            job("j4", "ann", "globex", start_min="2021-05-01", start_max="2021-05-31", current=True),
            {"id": "t1", "kind": "tie", "from": "user:uma", "to": "contact:tom", "count": 3,
             "first_at": "2024-01-02T09:00:00Z", "last_at": "2026-05-03T09:00:00Z", "strength": 0.4},
            {"id": "c1", "kind": "colleague", "from": "contact:maya", "to": "contact:tom", "inferred": True},
        ],
    }  # fmt: skip


def star(leaves: int) -> Piece:
    """A company and its people."""
    nodes = [node("account", "hub", "Hub"), *(node("contact", f"p{n}", f"Person {n}") for n in range(leaves))]
    return {"nodes": nodes, "edges": [job(f"w{n}", f"p{n}", "hub") for n in range(leaves)]}


def shown(visit: Visit, piece: Piece, path: str = "/network", **how: Any) -> Page:
    """The network page with this graph in it, laid out."""
    page = visit(path, **how)
    page.locator("network-explorer").evaluate("(element, piece) => element.load(piece)", piece)
    page.wait_for_selector("network-explorer[data-still]")
    return page


def colours(page: Page) -> int:
    """How many different colours are in the picture: a blank one has one."""
    return int(
        page.locator(".net-canvas").evaluate(
            "c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size"
        )
    )
