"""Pictures of the pages over the demo world, into docs/screens/: `make screens`, or `python bench/screens.py [URL]`.

Light, dark, Chinese and at a phone's width; of a demo at URL, or one started for it. Look at them after each change of
a page. Says what was wider than its window, and what the console told.
"""

from __future__ import annotations

import base64
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
    "pool": "/pool",
    "convert": "/leads/lead-polaris/convert",
    "converted": "/leads/lead-castle",
    "tasks": "/tasks?owner=me&status=open",
    "calendar": "/calendar?month=2026-12",
    "task": "/tasks/task-globex",
    "new-task": "/tasks/new?about=contact:maya-lindqvist",
    "opportunities": "/opportunities",
    "board": "/opportunities/board",
    "forecast": "/opportunities/forecast",
    "stages": "/opportunities/stages",
    "opportunity": "/opportunities/deal-polaris-line",
    "new-opportunity": "/opportunities/new?account=polaris-robotics",
    "campaigns": "/campaigns",
    "campaign": "/campaigns/camp-expo",
    "coverage": "/coverage",
    "log": "/interactions/new?contact=maya-lindqvist",
    "contracts": "/contracts?renews_within=90&sort=due",
    "orders": "/orders",
    "service-requests": "/service-requests?solved=false&sort=due",
    "new-contract": "/contracts/new?about=account:polaris-robotics",
    "lifecycles": "/lifecycles",
    "classes": "/accounts/classes",
    "potential": "/accounts/polaris-robotics/potential",
    "offers": "/accounts/polaris-robotics/offers",
    "tags": "/tags",
    "groups": "/groups",
    "segments": "/segments",
    "segment": "/segments/segment-moved",
    "new-segment": "/segments/new?kind=contact&example=left",
    "contact": "/contacts/ingrid-solberg",
    "colleagues": "/contacts/ingrid-solberg/colleagues",
    "interactions": "/contacts/ingrid-solberg/interactions",
    "history": "/contacts/ingrid-solberg/history",
    "edit": "/contacts/ingrid-solberg/edit",
    "move": "/contacts/ingrid-solberg/move",
    "as-of": "/contacts/ingrid-solberg?as_of=2013-06-01",
    "account": "/accounts/polaris-robotics",
    "chart": "/accounts/polaris-robotics/chart",
    "reach": "/warm-paths",
    "paths": "/accounts/polaris-robotics/warm-paths",
    "introductions": "/introductions",
    "network": "/network?id=account:corvane",
    "moves": "/moves?since=2025-11-01",
    "search": "/search?q=ma",
    "views": "/views",
    "notifications": "/notifications",
    "mail": "/contacts/maya-lindqvist/mail",
    "templates": "/mail-templates",
    "automations": "/automations",
    "users": "/users",
    "trash": "/trash",
    "me": "/me",
    "access": "/access",
    "api": "/api/docs",
    "styleguide": "/styleguide",
}
# Where one page leads to another whose address nobody knows beforehand.
LED_TO = {
    "path": ("paths", "article.path .do > a.quiet"),
    "letter": ("paths", "article.path .ask-one"),
    "lead": ("leads", "table.grid tbody a[href^='/leads/']"),
    "automation": ("automations", "main a[href^='/automations/']"),
    "contract": ("contracts", "table.grid tbody a[href^='/contracts/']"),
    "order": ("orders", "table.grid tbody a[href^='/orders/']"),
    "service-request": ("service-requests", "table.grid tbody a[href^='/service-requests/']"),
    "user": ("users", "main a[href^='/users/']"),
}
CHAMPIONS = "/moves/champions"  # nobody has moved lately in a world whose day is fixed: somebody has to
KINDS = {
    "light": {},
    "dark": {"theme": "dark"},
    "zh": {"language": "zh"},
    "phone": {"phone": True},
}
SETTLED_MS = 1_200  # panels that come later, and the network's layout


def picture(page: Page, name: str, kind: str) -> None:
    """The page, as it stands on the screen."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED_MS if name == "network" else 100)
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wider > 0:
        print(f"{name} ({kind}) is {wider} pixels wider than its window")
    taken = page.context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 88})
    (OUT / f"{name}-{kind}.webp").write_bytes(base64.b64decode(taken["data"]))


def move_on(page: Page) -> None:
    """Record that one of Alice's contacts has moved today."""
    page.goto("/contacts/maya-lindqvist/move")
    page.locator("#f-to_account").fill("Skerrow Offshore")
    page.locator("#f-title").fill("Head of Operations")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/contacts/maya-lindqvist*")


def main() -> None:
    """All pages, in all kinds."""
    OUT.mkdir(exist_ok=True)
    with served(*sys.argv[1:2]) as url, chromium() as browser:
        for kind, how in KINDS.items():
            with visitor(browser, url, **how) as context:  # type: ignore[arg-type]
                page = context.new_page()
                page.on("console", lambda message: message.type == "error" and print(message.text))
                for name, path in PAGES.items():
                    page.goto(path)
                    picture(page, name, kind)
                for name, (before, link) in LED_TO.items():
                    page.goto(PAGES[before])
                    page.goto(page.locator(link).first.get_attribute("href") or "")
                    picture(page, name, kind)
                context.clear_cookies()
                page.goto("/sign-in")
                picture(page, "sign-in", kind)
        for kind, how in KINDS.items():  # last: it changes the other pages
            with visitor(browser, url, **how) as context:  # type: ignore[arg-type]
                page = context.new_page()
                if kind == "light":
                    move_on(page)
                page.goto(CHAMPIONS)
                picture(page, "champions", kind)
    print(f"{len(list(OUT.glob('*.webp')))} pictures are in {OUT.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
