"""The addresses of many records, as they are of one."""

from __future__ import annotations

import pytest
from flask import Flask, url_for

from graphcrm.web.addresses import addresses


@pytest.mark.parametrize("uid", ["maya", "a b", "50%", "张三丰", "what?#&=+", "a/b", "é~some", '"<>'])
@pytest.mark.parametrize("as_of", [None, "2024-06-01"])
def test_many_addresses_are_those_of_each(app: Flask, uid: str, as_of: str | None) -> None:
    with app.test_request_context():
        to = addresses("contacts.contact", as_of=as_of)
        assert to(uid) == url_for("contacts.contact", uid=uid, as_of=as_of)
