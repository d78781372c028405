"""Pictures of the pages over the demo world, into docs/screens/: `make screens`, or `python bench/screens.py [URL]`.

Light, dark, Chinese and at a phone's width; of a demo at URL, or one started for it. Look at them after each change of
a page. Says what was wider than its window, and what the console told.
"""

from __future__ import annotations

import sys
from pathlib import Path

from demo import chromium, served, visitor
from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "screens"
PAGES = {
    "home": "/",
    "contacts": "/contacts",
    "accounts": "/accounts",
    "leads": "/leads",
    "contact": "/contacts/ingrid-solberg?as_of=2026-11-01",
    "account": "/accounts/polaris-robotics?as_of=2026-11-01",
    "reach": "/warm-paths",
    "paths": "/accounts/polaris-robotics/warm-paths?as_of=2026-11-01",
    "network": "/network?ids=contact:ingrid-solberg",
    "moves": "/moves?as_of=2026-11-01",
    "search": "/search?q=ma",
}
KINDS = {
    "light": {},
    "dark": {"theme": "dark"},
    "zh": {"language": "zh"},
    "phone": {"phone": True},
}
SETTLED_MS = 1_200  # panels that come later, and the network's layout


def picture(page: Page, name: str, path: str, kind: str) -> None:
    """One page, as it stands on the screen."""
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED_MS if "network" in name else 100)
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wider > 0:
        print(f"{name} ({kind}) is {wider} pixels wider than its window")
    page.screenshot(path=OUT / f"{name}-{kind}.png")


def main() -> None:
    """All pages, in all kinds."""
    OUT.mkdir(exist_ok=True)
    with served(*sys.argv[1:2]) as url, chromium() as browser:
        for kind, how in KINDS.items():
            with visitor(browser, url, **how) as context:  # type: ignore[arg-type]
                page = context.new_page()
                page.on("console", lambda message: message.type == "error" and print(message.text))
                for name, path in PAGES.items():
                    picture(page, name, path, kind)
    print(f"{len(PAGES) * len(KINDS)} pictures are in {OUT.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
