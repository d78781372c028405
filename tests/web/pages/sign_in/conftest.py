from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.services.sign_in import credentials
from tests.hashes import cheap
from tests.web.forms import post

GOOD = "seven green bottles"


@pytest.fixture
def alice(cast: Graph) -> Iterator[Graph]:
    """The world, in which Alice alone has a password."""
    with cheap():
        credentials.set_password(cast, user="alice", password=GOOD)
        yield cast
    cast.write("MATCH (n:Credential|Attempts) DETACH DELETE n")


@pytest.fixture
def signed_in(alice: Graph, stranger: FlaskClient) -> FlaskClient:
    """Alice's browser, after she gave her password."""
    assert post(stranger, "/sign-in", email="alice@us.example", password=GOOD).status_code == 303
    return stranger
