"""The languages: which one a page speaks, and that everything it says is translated."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.queries.users.user_record import user_record
from tests.web.forms import post, send

ZH = {"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5"}


@pytest.fixture(autouse=True)
def nobody_has_chosen(cast: Graph) -> Iterator[None]:
    yield
    cast.write("MATCH (u:User) REMOVE u.locale")


def language(client: FlaskClient, **headers: str) -> str:
    found = re.search(r'<html lang="([\w-]+)"', client.get("/me", follow_redirects=True, headers=headers).text)
    assert found
    return found[1]


def test_a_page_speaks_as_the_browser_asks(browser: FlaskClient, stranger: FlaskClient) -> None:
    for client in (browser, stranger):
        assert language(client) == "en"
        assert language(client, **ZH) == "zh-Hans"
        assert language(client, **{"Accept-Language": "fr,de;q=0.5"}) == "en"


def test_a_users_choice_goes_with_them(app: Flask, browser: FlaskClient, token: str) -> None:
    assert send(browser, "/me", "/language", language="zh").location == "/me"
    elsewhere = app.test_client()
    post(elsewhere, "/sign-in", token=token)
    assert [language(browser), language(elsewhere)] == ["zh-Hans", "zh-Hans"]
    send(browser, "/me", "/language", language="")
    assert [language(browser), language(elsewhere)] == ["en", "en"]


def test_a_choice_at_the_door_stays_with_the_browser(stranger: FlaskClient, token: str) -> None:
    assert post(stranger, "/sign-in/language", language="zh", back="/sign-in?next=/me").location == "/sign-in?next=/me"
    assert language(stranger) == "zh-Hans"
    post(stranger, "/sign-in", token=token)
    assert language(stranger) == "zh-Hans"
    assert language(stranger, **{"Accept-Language": "en"}) == "zh-Hans"


@pytest.mark.parametrize(
    ("locale", "spoken"), [("zh_Hant_TW", "zh-Hans"), ("ZH", "zh-Hans"), ("en-GB", "en"), ("xx", "en")]
)
def test_a_locale_means_the_language_that_we_have(cast: Graph, browser: FlaskClient, locale: str, spoken: str) -> None:
    cast.write("MATCH (u:User {uid: 'alice'}) SET u.locale = $locale", locale=locale)
    assert language(browser) == spoken


def test_what_is_no_language_is_not_kept(browser: FlaskClient, cast: Graph) -> None:
    send(browser, "/me", "/language", language="../../etc")
    record = user_record(cast, uid="alice")
    assert record.locale is None


def test_the_api_speaks_english(api: FlaskClient, browser: FlaskClient) -> None:
    for client in (api, browser):
        assert client.get("/api/v1/accounts/none", headers=ZH).json["detail"] == "There is no account 'none'."
