"""How fluent the network is in a browser without a GPU: frames a second while a graph is panned and zoomed.

    python bench/network.py [ADDRESS] [--nodes 2000] [--seconds 6] [--check]

On a demo at ADDRESS, or one started for it. The graph is made here, and shown by the page's own code; Chromium runs
headless, so all of it is drawn by the processor. A canvas that stays blank is very fast: its pixels are read before and
after, and have to be many colours and others. `--check` fails where there are fewer than 50 frames a second once it is
laid out, twice, which is promised for 2,000 nodes.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from typing import Any

from demo import chromium, served, visitor
from playwright.sync_api import Page

LEAST_FRAMES_PER_S = 50
LEAST_COLOURS = 40
BACKGROUND_MOST = 0.98  # of all pixels

# Turns the wheel and drags the ground at each frame, as a hand would, and counts the frames there are.
MOVE = """async ({seconds}) => {
  const canvas = document.querySelector('.net-canvas'), box = canvas.getBoundingClientRect()
  const at = (x, y) => ({bubbles: true, cancelable: true, view: window, clientX: box.left + x, clientY: box.top + y})
  const [x, y] = [box.width * .07, box.height * .8]
  const begun = performance.now(), times = []
  canvas.dispatchEvent(new MouseEvent('mousedown', at(x, y)))
  for (let n = 0; performance.now() - begun < seconds * 1000; n++) {
    const [dx, dy] = [Math.sin(n / 25) * 120, Math.cos(n / 31) * 80]
    window.dispatchEvent(new MouseEvent('mousemove', at(x + dx, y + dy)))
    if (n % 3 === 0) {
      window.dispatchEvent(new MouseEvent('mouseup', at(x + dx, y + dy)))
      const deltaY = Math.sin(n / 40) > 0 ? -22 : 22
      canvas.dispatchEvent(new WheelEvent('wheel', {...at(box.width / 2, box.height / 2), deltaY}))
      canvas.dispatchEvent(new MouseEvent('mousedown', at(x + dx, y + dy)))
    }
    times.push(await new Promise(requestAnimationFrame))
  }
  window.dispatchEvent(new MouseEvent('mouseup', at(x, y)))
  const gaps = times.slice(1).map((time, n) => time - times[n]).sort((a, b) => a - b)
  const part = share => gaps[Math.floor(gaps.length * share)]
  return {frames: gaps.length / ((times.at(-1) - times[0]) / 1000), p95: part(.95), worst: gaps.at(-1)}
}"""
PIXELS = """() => {
  const canvas = document.querySelector('.net-canvas')
  const data = new Uint32Array(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)
  let sum = 0, empty = 0
  const colours = new Set()
  data.forEach((pixel, n) => { colours.add(pixel); if (!pixel) empty++; sum = (sum * 31 + pixel + n) % 4294967291 })
  return {colours: colours.size, background: empty / data.length, sum}
}"""
STILL = "network-explorer[data-still]"


def world(nodes: int, seed: int = 7) -> dict[str, list[dict[str, Any]]]:
    """People with one or two jobs at companies of very different sizes, and some of us who know some of them."""
    dice = random.Random(seed)  # noqa: S311  (a world to measure, no secret)
    companies, users = nodes // 14, 8
    people = nodes - companies - users
    records = [_node("account", n, job=people // companies) for n in range(companies)]
    records += [_node("user", n, tie=40) for n in range(users)]
    edges = []
    for n in range(people):
        records.append(_node("contact", n, job=2, tie=1))
        for stint in range(1 + (dice.random() < 0.35)):
            begun, gone = dice.randrange(2005, 2024), stint == 0 and n % 3 == 0
            edges.append({
                "id": f"W{n}-{stint}", "kind": "job", "from": f"contact:{n}", "label": "Engineer",
                "to": f"account:{int(dice.random() ** 1.7 * companies)}", "start_min": f"{begun}-03-01",
                "start_max": f"{begun}-03-31", "end_max": f"{begun + 2}-07-01" if gone else None,
            })  # fmt: skip
        if n % 8 == 0:
            edges.append({"id": f"T{n}", "kind": "tie", "from": f"user:{n % users}", "to": f"contact:{n}", "count": 3,
                          "first_at": "2022-01-01T09:00:00Z", "last_at": "2026-05-01T09:00:00Z"})  # fmt: skip
    return {"nodes": records, "edges": edges}


def _node(kind: str, number: int, **degrees: int) -> dict[str, Any]:
    return {"id": f"{kind}:{number}", "uid": str(number), "type": kind, "name": f"{kind} {number}", "degrees": degrees}


def measure(page: Page, graph: dict[str, list[dict[str, Any]]], seconds: float) -> dict[str, float]:
    """Frames a second while the graph is laid out, and then while it is still; seconds until it is."""
    page.evaluate(
        "graph => { document.querySelector('network-explorer').load(graph); window.begun = performance.now() }", graph
    )
    page.wait_for_timeout(300)
    moving = page.evaluate(MOVE, {"seconds": 2})
    page.wait_for_selector(STILL, timeout=120_000)
    laid_out = page.evaluate("(performance.now() - window.begun) / 1000")
    page.locator("[data-do=fit]").click()
    page.wait_for_timeout(400)
    before = page.evaluate(PIXELS)
    found = page.evaluate(MOVE, {"seconds": seconds})
    after = page.evaluate(PIXELS)
    for pixels in (before, after):
        if pixels["colours"] < LEAST_COLOURS or pixels["background"] > BACKGROUND_MOST:
            sys.exit(f"The picture is blank, or nearly: {pixels}")
    if before["sum"] == after["sum"]:
        sys.exit("The picture did not change while it was moved.")
    return {
        **found,
        "moving": moving["frames"],
        "laid_out": laid_out,
        **{k: after[k] for k in ("colours", "background")},
    }


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address", nargs="?")
    parser.add_argument("--nodes", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    graph = world(asked.nodes)
    with served(asked.address) as url, chromium() as browser, visitor(browser, url, moving=True) as context:
        for _ in range(2 if asked.check else 1):  # one measurement may be unlucky
            page = context.new_page()
            page.goto("/network")
            found = measure(page, graph, asked.seconds)
            page.close()
            if found["frames"] >= LEAST_FRAMES_PER_S:
                break
    print(f"{len(graph['nodes'])} nodes, {len(graph['edges'])} edges; load {os.getloadavg()[0]:.1f}")
    print(f"{found['frames']:.1f} frames a second (95 % within {found['p95']:.0f} ms, worst {found['worst']:.0f} ms)")
    print(f"{found['moving']:.1f} while it is laid out, which took {found['laid_out']:.1f} s")
    print(f"{found['colours']:.0f} colours, {found['background']:.0%} of the pixels empty")
    if asked.check and found["frames"] < LEAST_FRAMES_PER_S:
        sys.exit(f"Fewer than {LEAST_FRAMES_PER_S} frames a second.")


if __name__ == "__main__":
    main()
