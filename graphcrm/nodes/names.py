"""The name of a person, of its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

# A name with one of these is written family name first, without a space: 王小明, 김민수.
_HAN = re.compile(r"[\u2e80-\u2fdf\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")


def composed(before: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, str]:
    """The `name` that follows from new parts; empty where the name was not made so, or nothing follows."""
    if before.get("name") not in (None, _whole(before)):
        return {}
    name = _whole({**before, **given})
    return {"name": name} if name else {}


def _whole(parts: Mapping[str, Any]) -> str:
    given, family = parts.get("given_name") or "", parts.get("family_name") or ""
    if given and family and _HAN.search(given + family):
        return f"{family}{given}"
    return f"{given} {family}".strip()
