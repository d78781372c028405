"""Every page says where it stands: the list, the record, the page below it."""

from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient

TRAILS = {
    "/accounts": ["Accounts"],
    "/accounts/acme": ["Accounts /accounts", "Acme"],
    "/accounts/acme/history": ["Accounts /accounts", "Acme /accounts/acme", "History"],
    "/accounts/acme/owner": ["Accounts /accounts", "Acme /accounts/acme", "Owner"],
    "/contacts/maya": ["Contacts /contacts", "Maya Lind"],
    "/contacts/maya/colleagues?as_of=2020-01-01": [
        "Contacts /contacts",
        "Maya Lind /contacts/maya?as_of=2020-01-01",
        "Colleagues",
    ],
    "/contacts/maya/edit": ["Contacts /contacts", "Maya Lind /contacts/maya", "Edit"],
    "/contacts/maya/move": ["Contacts /contacts", "Maya Lind /contacts/maya", "Move"],
    "/leads/new": ["Leads /leads", "New lead"],
    "/leads/lead-1": ["Leads /leads", "Rita Novak"],
    "/leads/lead-1/history": ["Leads /leads", "Rita Novak /leads/lead-1", "History"],
    "/users/bob": ["Users /users", "Bob"],
    "/me/codes": ["Your account /me", "One-time codes"],
    "/access/roles/rep": ["Access /access", "rep"],
    "/views": ["Saved views"],
    "/trash": ["Trash"],
}


@pytest.mark.parametrize("page", TRAILS)
def test_a_page_says_where_it_stands(browser: FlaskClient, page: str) -> None:
    answer = browser.get(page)
    assert answer.status_code == 200
    (trail,) = re.findall(r'<nav class="trail"[^>]*>(.*?)</nav>', answer.text, re.DOTALL)
    found = re.findall(r'<a href="([^"]*)">([^<]*)</a>|<(?:b aria-current="page"|span)>([^<]*)<', trail)
    assert [html.unescape(f"{name} {href}" if href else here) for href, name, here in found] == TRAILS[page]
    assert trail.count('aria-current="page"') == 1
