from __future__ import annotations

import dataclasses
import re

import pytest
from flask.testing import FlaskClient

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.web import create_app

EVERYWHERE = ["/", "/sign-in", "/accounts/acme", "/accounts/none", "/nowhere", "/api/v1/accounts", "/api/v1/nowhere",
              "/api/v1/accounts?limit=0", "/healthz", "/metrics"]  # fmt: skip
PAGES = ["/", "/lifecycles", "/accounts/classes", "/accounts/acme/offers", "/?q=o", "/sign-in", "/sign-in/link", "/me", "/me/codes", "/search?q=a", "/accounts/acme", "/accounts/acme/warm-paths", "/contacts/tomas",
         "/contacts/maya/colleagues", "/contacts/maya/interactions", "/api/docs", "/nowhere"]  # fmt: skip


@pytest.mark.parametrize("url", EVERYWHERE)
def test_every_answer_says_what_a_browser_may_do_with_it(browser: FlaskClient, url: str) -> None:
    headers = browser.get(url).headers
    rules = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert rules == {
        "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:",
        "font-src": "'self'", "connect-src": "'self'", "worker-src": "'self'", "form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'",
    }  # fmt: skip
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Request-ID"]


@pytest.mark.parametrize("url", EVERYWHERE)
def test_who_was_here_by_https_comes_by_http_no_more(browser: FlaskClient, url: str) -> None:
    kept = {scheme: browser.get(url, base_url=f"{scheme}://crm.example").headers for scheme in ("http", "https")}
    assert kept["https"]["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in kept["http"]


def test_behind_a_proxy_it_says_whether_it_was_https(cast: Graph, settings: Settings) -> None:
    told = {"X-Forwarded-Proto": "https"}
    for proxies, kept in ((1, True), (0, False)):
        client = create_app(dataclasses.replace(settings, proxies=proxies), cast).test_client()
        answer = client.get("/sign-in", headers=told)
        assert ("Strict-Transport-Security" in answer.headers) is kept
        assert ("Secure" in answer.headers["Set-Cookie"]) is kept


def test_no_form_sends_a_file(browser: FlaskClient) -> None:
    """What somebody uploads would have to be checked; there is nothing that takes a file."""
    for url in [*PAGES, "/contacts/new", "/accounts/new", "/contacts/maya/edit", "/access"]:
        assert not re.search(r'type="file"|multipart/form-data', browser.get(url).text)


def test_files_are_kept_for_as_long_as_they_stay_the_same(browser: FlaskClient) -> None:
    style = re.search(r'href="(/static/dist/style-[0-9A-Z]{8}\.css)"', browser.get("/").text)
    assert style
    assert "immutable" in browser.get(style[1]).headers["Cache-Control"]
    assert browser.get("/static/dist/manifest.json").headers["Cache-Control"] == "no-store"
    assert browser.get("/static/dist/none-12345678.css").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("url", PAGES)
def test_pages_have_no_inline_script_no_inline_style_and_no_other_host(browser: FlaskClient, url: str) -> None:
    page = browser.get(url).text
    assert not re.search(r"<script(?![^>]*\ssrc=)|<iframe|\sstyle=|<style|\son\w+=|javascript:", page)
    assert re.findall(r'\b(?<![-])(?:href|src|action)="([^"]*)"', page)
    assert not [
        link
        for link in re.findall(r'\b(?<![-])(?:href|src|action)="([^"]*)"', page)
        if not re.match(r"/(?!/)|#|mailto:|tel:", link)
    ]


@pytest.mark.parametrize("url", PAGES)
def test_pages_are_put_together_for_everybody(browser: FlaskClient, url: str) -> None:
    page = browser.get(url).text
    assert re.search(r'<html lang="en"[ >]', page)
    assert "width=device-width" in page
    assert len(re.findall(r"<h1\b", page)) == 1
    assert len(re.findall(r"<main\b", page)) == 1
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'\s(?:aria-labelledby|for)="([^"]+)"', page)) <= set(ids)
    for control in re.findall(r"<(?:input|select)\b[^>]*>", page):
        if 'type="hidden"' not in control:
            labelled = "aria-label=" in control or re.search(r'id="([^"]+)"', control)
            assert labelled or re.search(r"<label[^>]*>[^<]*" + re.escape(control), page), control
