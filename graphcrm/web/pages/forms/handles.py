"""The addresses of a record as rows of a form: change one, take it away, or fill in an empty row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from graphcrm.nodes import NODES
from graphcrm.nodes.base import fields
from graphcrm.web.pages.forms.fields import Field, Typed
from graphcrm.web.pages.words import reached_by

KINDS: tuple[str, ...] = fields(NODES["Handle"])["kind"].choices  # type: ignore[attr-defined]
_PRIMARY = {"email", "phone"}  # of these one is the one to use; a company's domains are all alike


class Row(NamedTuple):
    """One address; what is not `kept` is to be taken away."""

    kind: str
    value: str
    label: str
    primary: bool
    kept: bool = True


@dataclass(slots=True)
class Handles(Field):
    """All addresses of a record."""

    input: str = "handles"
    also: Sequence[str] = ("kind", "label", *KINDS)
    first: Sequence[str] = ("email", "phone")  # the kinds for which an empty row is offered

    def of(self, value: Any) -> list[Row]:  # noqa: ANN401  (as a state has them, or as a question answers)
        """The rows of stored addresses."""
        entries = [(e["kind"], e["value"], e["label"], e["primary"]) if isinstance(e, dict) else e for e in value or ()]
        return sorted(Row(kind, text, label or "", bool(primary)) for kind, text, label, primary in entries)

    def fill(self, typed: Typed) -> None:
        """Take the rows that hold an address."""
        columns = [typed.getlist(f"handles.{name}") for name in ("kind", "value", "label")]
        primary, gone = (set(typed.getlist(f"handles.{name}")) for name in ("primary", "gone"))
        rows = [
            Row(kind, value.strip(), label.strip(), str(n) in primary, str(n) not in gone)
            for n, (kind, value, label) in enumerate(zip(*columns, strict=False))
        ]
        self.content = sorted(row for row in rows if row.value)

    def meant(self) -> list[dict[str, Any]]:
        """The addresses to store."""
        return [{name: getattr(row, name) for name in ("kind", "value", "label", "primary")} for row in self._kept()]

    def said(self, content: Any) -> str:  # noqa: ANN401
        """The addresses in words."""
        return "\n".join(
            " ".join(filter(None, [reached_by(row.kind), row.value, row.label])) for row in content if row.kept
        )

    @property
    def kinds(self) -> tuple[str, ...]:
        """What an address may be."""
        return KINDS

    @property
    def rows(self) -> list[Row]:
        """The rows to show: the addresses, and empty ones, for the kinds that are missing and for one more."""
        known = {row.kind for row in self.content}
        missing = [Row(kind, "", "", kind in _PRIMARY) for kind in self.first if kind not in known]
        return [*self.content, *missing, Row("email", "", "", primary=False)]

    def _kept(self) -> list[Row]:
        return [row for row in self.content if row.kept]
