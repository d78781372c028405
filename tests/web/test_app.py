from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graphcrm.config import Settings
from graphcrm.errors import InvalidInputError, RuntimeSetupError
from graphcrm.web import create_app
from graphcrm.web.secret import secret_key


def test_without_a_graph_the_app_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="NEO4J_URI is not set; start the web app with `graphcrm serve`"):
        create_app(Settings(data_dir=tmp_path))


def test_settings_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("GRAPHCRM_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("GRAPHCRM_DEMO", "1")
    app = create_app()
    assert app.secret_key == (tmp_path / "secret_key").read_text()
    assert "sign_in_demo.demo" in app.view_functions


def test_a_key_that_is_set_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert secret_key(Settings(secret_key="given", data_dir=tmp_path)) == "given"
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "new")
    key = secret_key(settings)
    assert len(key) >= 43
    assert secret_key(settings) == key
    assert stat.S_IMODE((settings.data_dir / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in settings.data_dir.iterdir()] == ["secret_key"]


def test_workers_that_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(lambda _: secret_key(settings), range(64)))
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_key_that_cannot_be_kept_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RuntimeSetupError, match=r"cannot be kept in .*; set GRAPHCRM_SECRET_KEY"):
        secret_key(Settings(data_dir=tmp_path / "file"))
