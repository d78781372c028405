from __future__ import annotations

from pathlib import Path

import pytest

from graphcrm.config import Settings
from graphcrm.errors import InvalidInputError
from graphcrm.sealed import derived
from graphcrm.web import create_app


def test_without_a_graph_the_app_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="NEO4J_URI is not set; start the web app with `graphcrm serve`"):
        create_app(Settings(data_dir=tmp_path))


def test_settings_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("GRAPHCRM_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("GRAPHCRM_DEMO", "1")
    app = create_app()
    assert app.secret_key == derived((tmp_path / "secret_key").read_text(), "session")
    assert "sign_in_demo.demo" in app.view_functions
