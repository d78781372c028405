"""The demo world, served as a newcomer has it: for what is measured or pictured in a browser."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, sync_playwright

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
LOCALES = {"en": "en-GB", "zh": "zh-CN"}


@contextlib.contextmanager
def served(url: str | None = None) -> Iterator[str]:
    """The address of a demo: `url` where one runs, else of one that is started here and stopped at the end."""
    if url:
        yield url.rstrip("/")
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "graphcrm.cli", "demo", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as demo:
        try:
            if demo.stdout is None or not any("graphcrm demo is at" in line for line in demo.stdout):
                raise SystemExit("The demo did not start; `graphcrm demo` says why.")
            yield f"http://127.0.0.1:{port}"
        finally:
            demo.terminate()


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium on the path."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not path:
        raise SystemExit("There is no Chromium on this machine; on Debian: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def visitor(
    browser: Browser,
    url: str,
    *,
    language: str = "en",
    theme: str = "light",
    phone: bool = False,
    moving: bool = False,
) -> BrowserContext:
    """A window of Alice's, signed in; where nothing is `moving`, pictures are taken of it as it stands."""
    context = browser.new_context(
        base_url=url,
        locale=LOCALES[language],
        color_scheme=theme,  # type: ignore[arg-type]
        viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
        reduced_motion="no-preference" if moving else "reduce",
    )
    page = context.new_page()
    page.goto("/sign-in")
    page.locator("form.cast button", has_text="Alice").first.click()
    page.wait_for_url(f"{url}/")
    page.close()
    return context
