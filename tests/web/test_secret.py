from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import empty
from flask import Flask
from worlds.cast import write_cast

from graphcrm.config import Settings
from graphcrm.errors import InvalidInputError, RuntimeSetupError
from graphcrm.graph import Graph
from graphcrm.sealed import derived
from graphcrm.services.users import create_token
from graphcrm.web import create_app, secret
from graphcrm.web.secret import Keys
from tests.web.forms import post


def test_a_key_that_is_set_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    settings = Settings(secret_key="newer\n  older \n\n", data_dir=tmp_path)
    assert Keys(settings).all() == ["newer", "older"]
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "new")
    (key,) = secret.read(settings)
    assert len(key) >= 43
    assert secret.read(settings) == [key]
    assert stat.S_IMODE((settings.data_dir / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in settings.data_dir.iterdir()] == ["secret_key"]


def test_workers_that_start_at_once_agree_on_the_key(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    with ThreadPoolExecutor(16) as pool:
        keys = {key for keys in pool.map(lambda _: secret.read(settings), range(64)) for key in keys}
    assert len(keys) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_key_that_cannot_be_kept_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RuntimeSetupError, match=r"cannot be kept in .*; set GRAPHCRM_SECRET_KEY"):
        secret.read(Settings(data_dir=tmp_path / "file"))


def test_a_new_key_comes_first_and_the_file_stays_its_owners_alone(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    old = secret.read(settings)
    new, *rest = secret.add(settings)
    assert (rest, secret.read(settings)) == (old, [new, *old])
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_key_that_is_set_is_not_ours_to_change(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="Put a new one before it"):
        secret.add(Settings(secret_key="given", data_dir=tmp_path))


def test_killed_while_it_is_written_the_old_file_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(data_dir=tmp_path)
    old = secret.read(settings)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    for step in (os.fsync, os.replace):
        with monkeypatch.context() as patch:
            patch.setattr(os, step.__name__, killed)
            patch.setattr(Path, step.__name__, killed, raising=False)
            with pytest.raises(KeyboardInterrupt):
                secret.add(settings)
        assert secret.read(settings) == old


def test_who_runs_for_long_takes_a_new_key_at_once_and_keeps_one_whose_file_is_gone(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    keys = Keys(settings)
    sealed = keys.sealer().seal("ours")
    new = secret.add(settings)
    assert keys.all() == new
    assert keys.of_sessions() == [derived(key, "session") for key in new]
    assert keys.sealer().open(sealed) == "ours"
    (tmp_path / "secret_key").unlink()
    assert keys.all() == new


@pytest.fixture
def kept(database: Graph, tmp_path: Path) -> Flask:
    """An app whose key is kept in its data folder."""
    empty(database)
    write_cast(database)
    return create_app(Settings(data_dir=tmp_path), database)


def test_a_session_outlives_a_new_key_and_ends_with_its_own(kept: Flask, database: Graph, tmp_path: Path) -> None:
    settings, browser = Settings(data_dir=tmp_path), kept.test_client()
    assert post(browser, "/sign-in", token=create_token(database, user="alice")).status_code == 303
    new, *_ = secret.add(settings)
    assert browser.get("/users").status_code == 200
    secret.keep(settings, [new])
    assert browser.get("/users").status_code == 303
