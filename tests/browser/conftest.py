"""A real Chromium before the app, served over the cast's world (tests/worlds/cast.py).

`visit` opens a page as one of the cast, in a language, a theme and a width, with JavaScript or without. A test fails
when the console of any of its pages told of an error: a script that failed, a file that is missing, a breach of the
Content-Security-Policy.
"""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright
from werkzeug.serving import make_server

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from tests.web.conftest import cast, settings

__all__ = ["cast", "settings"]

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
LOCALES = {"en": "en-GB", "zh": "zh-CN"}
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
WAIT_MS = 10_000  # two cores with a database beside: longer than anything takes that works
Visit = Callable[..., Page]

expect.set_options(timeout=WAIT_MS)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the run: Debian's, or whichever is on the path."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def live(cast: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which the app is served for the tests of a module."""
    folder = tmp_path_factory.mktemp("data")
    app = create_app(Settings(secret_key="of this test", data_dir=folder, requests_a_minute=0), cast)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def signed_in(live: str, cast: Graph, chromium: Browser) -> Callable[[str], list[dict[str, object]]]:
    """The cookies of a user's session, who signed in once for all tests of a module."""
    kept: dict[str, list[dict[str, object]]] = {}

    def cookies(user: str) -> list[dict[str, object]]:
        if user not in kept:
            with chromium.new_context() as context:
                page = context.new_page()
                page.goto(f"{live}/sign-in")
                page.locator("details.other summary").click()
                page.locator("#token").fill(create_token(cast, user=user))
                page.locator("form.token button").click()
                page.wait_for_url(f"{live}/")
                kept[user] = [dict(one) for one in context.cookies()]
        return kept[user]

    return cookies


@pytest.fixture
def visit(live: str, chromium: Browser, signed_in: Callable[[str], list[dict[str, object]]]) -> Iterator[Visit]:
    """Open a page: `visit("/contacts/maya", language="zh", theme="dark", phone=True, js=False, user="bob")`."""
    contexts: list[BrowserContext] = []
    told: list[str] = []

    def tell(message: ConsoleMessage) -> None:
        # A page that is not found, or gone, is a page: it says so itself, and Chromium in the console.
        itself = message.page is not None and message.location.get("url") == message.page.url
        answered = re.search(
            r"status of (401|403|409|412|422|502)\b", message.text
        )  # a form that was refused: it says so
        if (
            message.type in {"error", "warning"}
            and not answered
            and not (itself and re.search(r"status of (404|410)\b", message.text))
        ):
            told.append(f"{message.text} ({message.location.get('url')})")

    def open_(
        path: str, *, language: str = "en", theme: str = "light", phone: bool = False, js: bool = True,
        user: str | None = "alice",
    ) -> Page:  # fmt: skip
        context = chromium.new_context(
            base_url=live,
            locale=LOCALES[language],
            color_scheme=theme,
            viewport=PHONE if phone else DESK,
            java_script_enabled=js,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(WAIT_MS)
        if user:
            context.add_cookies(signed_in(user))  # type: ignore[arg-type]
        page = context.new_page()
        page.on("console", tell)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert told == []


def violations(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA on a page: each rule with the elements that break it."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [
        f"{one['id']}: {node['html'][:200]} ({node['failureSummary'].splitlines()[-1].strip()})"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def spills(page: Page) -> int:
    """By how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
