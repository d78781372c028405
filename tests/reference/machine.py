"""What machines of random changes have in common: changes over the API, sent twice, beside a model in plain Python; a
sound graph at every step, and an export that comes back from an import at the end."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import Any, ClassVar

from conftest import empty
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, run_state_machine_as_test
from worlds.build import user

from graphcrm.config import Settings
from graphcrm.exporters.bundle import export_bundle
from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.nodes.ids import new_uid
from graphcrm.services.checks import check
from graphcrm.services.users import create_token
from graphcrm.web import create_app

V1 = "/api/v1"
USERS = ("alice", "bob")  # Alice asks


class Machine(RuleBasedStateMachine):
    """Two users of an empty graph, who may do everything; `model` says which attributes are the model: an undo brings all of it back."""

    graph: Graph
    app: Flask
    model: ClassVar[tuple[str, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        empty(self.graph)
        self.clients: dict[str, FlaskClient] = {}
        for uid in USERS:
            user(self.graph, uid, uid.title(), role="admin", email=f"{uid}@us.example")
            self.clients[uid] = self.app.test_client()
            token = create_token(self.graph, user=uid)
            self.clients[uid].environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
        self.api = self.clients["alice"]
        self.done: list[tuple[str, Any]] = []  # changes in order, each with what was before

    def now(self) -> Any:
        """The model as it is."""
        return copy.deepcopy([getattr(self, name) for name in self.model])

    def become(self, then: Any) -> None:
        """Let the model be as it was."""
        for name, value in zip(self.model, then, strict=True):
            setattr(self, name, value)

    def send(self, method: str, path: str, expected: int, *, by: str = "alice", **more: Any) -> Any:
        """Send a change; a repeat of a POST with its key is answered alike and does nothing."""
        before = self.now()
        headers = {**more.pop("headers", {}), "Idempotency-Key": new_uid()}
        answers = [
            self.clients[by].open(f"{V1}{path}", method=method, headers=headers, **more)
            for _ in range(2 if method == "POST" else 1)
        ]
        assert [answer.status_code for answer in answers] == [expected] * len(answers), (path, answers[0].text)
        assert answers[0].text == answers[-1].text
        if "Change-Id" in answers[0].headers:
            self.done.append((answers[0].headers["Change-Id"], before))
        return answers[0].json if answers[0].text else None

    def ask_trash(self, path: str, state: str, way: str) -> str:
        """Ask for a way of the trash, and answer the state then."""
        method, url = ("DELETE", path) if way == "trash" else ("POST", f"{path}/{way}")
        fits = {"trash": "live", "restore": "trashed", "purge": "trashed"}[way] == state
        good = 200 if way == "restore" else 204
        self.send(method, url, good if fits else 409 if state == "live" else 404)
        if way == "purge" and fits:
            self.done.clear()  # what was remembered of it is gone too
        return {"trash": "trashed", "restore": "live", "purge": "purged"}[way] if fits else state

    @invariant()
    def the_graph_is_sound(self) -> None:
        assert check(self.graph) == []

    def teardown(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            first, second = Path(name) / "first", Path(name) / "second"
            export_bundle(self.graph, first)
            empty(self.graph)
            report = import_bundle(self.graph, [first], refused_path=Path(name) / "refused.csv")
            assert report.refused_count == 0, report.refused
            export_bundle(self.graph, second)
            for file in first.iterdir():
                assert file.read_bytes() == (second / file.name).read_bytes(), file.name


def run(machine: type[Machine], graph: Graph, *, steps: int = 8) -> None:
    """Run a machine on a graph: 25 times in CI, each of which ends with two exports and an import."""

    class OnThisGraph(machine):  # type: ignore[misc, valid-type]
        pass

    OnThisGraph.graph = graph
    OnThisGraph.app = create_app(Settings(secret_key="of this test", requests_a_minute=0), graph)
    quiet = settings(
        stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck), database=None,
        max_examples=25 if settings.get_current_profile_name() == "ci" else 10,
    )  # fmt: skip
    run_state_machine_as_test(OnThisGraph, settings=quiet)
