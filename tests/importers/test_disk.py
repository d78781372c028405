from __future__ import annotations

from pathlib import Path

import pytest

from graphcrm.errors import BundleError
from graphcrm.importers import disk


def test_temporary_files_are_gone_afterwards():
    with disk.temporary(3) as files:
        assert len(files) == 3
        files[0].write("a")
    assert all(file.closed for file in files)


def test_a_full_disk_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(disk.tempfile, "tempdir", str(tmp_path))
    said = r"The temporary folder .* cannot be used \(No space left on device\)\. Free room"
    with pytest.raises(BundleError, match=said), disk.temporary(1):
        raise OSError(28, "No space left on device")
