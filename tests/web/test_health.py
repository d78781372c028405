from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.web import create_app


@pytest.fixture
def without_database(tmp_path: Path) -> Iterator[FlaskClient]:
    with Graph("bolt://127.0.0.1:1", None) as nowhere:
        yield create_app(Settings(secret_key="of this test", data_dir=tmp_path), nowhere).test_client()


def test_the_process_and_the_graph_behind_it_are_well(stranger: FlaskClient) -> None:
    assert (stranger.get("/healthz").status_code, stranger.get("/healthz").json) == (200, {"status": "ok"})
    assert (stranger.get("/readyz").status_code, stranger.get("/readyz").json) == (200, {"status": "ready"})


def test_without_a_database_the_process_is_well_and_not_ready(without_database: FlaskClient) -> None:
    assert without_database.get("/healthz").status_code == 200
    answer = without_database.get("/readyz")
    assert answer.json is not None
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert answer.json["code"] == "database"
    assert "does not answer" in answer.json["detail"]


def test_without_a_database_questions_and_pages_are_503(without_database: FlaskClient) -> None:
    answer = without_database.get("/api/v1/accounts", headers={"Authorization": "Bearer gcrm_any"})
    assert answer.json is not None
    assert (answer.status_code, answer.json["code"]) == (503, "database")
    assert answer.headers["Retry-After"] == "5"
    with without_database.session_transaction() as session:
        session.update(user="alice", sessions=0, since=datetime.now(UTC), seen=datetime.now(UTC))
    page = without_database.get("/accounts/acme")
    assert (page.status_code, page.mimetype) == (503, "text/html")


def test_a_database_of_another_schema_is_not_ready(stranger: FlaskClient, cast: Graph) -> None:
    for change in ("SET s.version = s.version + 1", "DELETE s"):
        cast.write(f"MATCH (s:SchemaVersion) {change}")
        answer = stranger.get("/readyz")
        schema.install(cast)
        assert answer.json is not None
        assert (answer.status_code, answer.json["code"]) == (503, "schema")
    assert stranger.get("/readyz").status_code == 200
