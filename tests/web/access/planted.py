"""A contact and a lead of whom everything is known that there is to know: in each text stands a mark that stands nowhere
else, in what was changed or removed since, too. Every answer is kept for who asks again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import OURS, fields

V1 = "/api/v1"
_TEXTS = {"STRING", "LIST<STRING NOT NULL>"}
_NOT_SENT = {"event", "external_id", "source"}


class Planted:
    """Who plants, as a client of the API, and the marks that were planted."""

    def __init__(self, client: FlaskClient) -> None:
        self.client, self.marks, self._numbers = client, list[str](), count(1)

    def mark(self, field: str) -> str:
        self.marks.append(f"planted-{next(self._numbers):03}-{field.replace('_', '-')}")
        return self.marks[-1]

    def texts(self, cls: Any, *without: str) -> dict[str, Any]:
        """A mark for each text that a node or an edge may hold."""
        names = [
            (name, prop) for name, prop in fields(cls).items()
            if name not in OURS | _NOT_SENT | set(without) and prop.type_name in _TEXTS and not getattr(prop, "choices", None)
        ]  # fmt: skip
        return {
            name: [self.mark(name)] if prop.type_name.startswith("LIST") else self.mark(name) for name, prop in names
        }

    def handles(self) -> list[dict[str, str]]:
        kinds = ("email", "wechat", "linkedin")
        values = [
            f"{self.mark('email')}@people.example",
            self.mark("wechat"),
            f"linkedin.com/in/{self.mark('linkedin')}",
        ]
        phone = f"+4930{5_550_000 + len(self.marks)}"
        self.marks.append(phone)
        found = [
            {"kind": kind, "value": value, "label": self.mark("label")}
            for kind, value in zip(kinds, values, strict=True)
        ]
        return [*found, {"kind": "phone", "value": phone}]

    def send(self, method: str, url: str, **sent: Any) -> Any:
        """Ask, with a reason where there is a body, and with a key where one may be sent."""
        key = {"Idempotency-Key": f"key {next(self._numbers)}"} if method == "POST" else {}
        answer = self.client.open(V1 + url, method=method, json=sent, headers=key)
        assert answer.status_code < 300, (method, url, answer.text)
        return answer.json

    def met(self, who: str, uid: str) -> None:
        """Interactions with a person alone: one that was changed, one that was removed, one that is private, several."""
        edge, url = EDGES["INTERACTED_WITH"], "/interactions"

        def one(**more: Any) -> dict[str, Any]:
            return {who: [uid], "at": "2024-05-01T10:00:00Z", **self.texts(edge), **more}

        changed = self.send("POST", url, **one(why=self.mark("why")))["uid"]
        self.send("PATCH", f"{url}/{changed}", **self.texts(edge))
        self.send("POST", url, **one(private=True))
        self.send("POST", f"{url}/batch", items=[one()])
        self.client.delete(f"{V1}{url}/{self.send('POST', url, **one())['uid']}")

    def to_do(self, who: str, uid: str) -> None:
        """Tasks about a person alone: one that was changed and given away, one in the trash, one that was undone."""
        cls, url = NODES["Task"], "/tasks"

        def one(**more: Any) -> dict[str, Any]:
            custom = {"x_note": self.mark("custom")}
            return {who: [uid], **self.texts(cls, "due_time", "series"), "custom": custom, **more}

        changed = self.send(
            "POST", url, **one(accounts=["acme"], repeats="week", due_on="2024-05-01", why=self.mark("why"))
        )["uid"]
        self.send("PATCH", f"{url}/{changed}", **one())
        self.send("POST", f"{url}/{changed}/assign", user="bob", reason=self.mark("reason"), why=self.mark("why"))
        self.send("PATCH", f"{url}/{changed}", status="done", outcome=self.mark("outcome"))
        self.client.delete(f"{V1}{url}/{self.send('POST', url, **one())['uid']}")
        undone = self.send("POST", url, **one())["uid"]
        self.send("PATCH", f"{url}/{undone}", **one())
        self.send("POST", f"{url}/{undone}/undo?why={self.mark('why')}")
        late = self.send("POST", url, **one(**{who: []}))["uid"]  # nobody says yet whom it is about
        self.send("PATCH", f"{url}/{late}", **{who: [uid]})

    def record(self, kind: str) -> str:
        """The record itself: made, changed, given away and taken back; with an address that was taken away."""
        cls, url = NODES[kind.title()], f"/{kind}s"
        sent = {"handles": self.handles(), "custom": {"x_note": self.mark("custom")}, "why": self.mark("why")}
        uid = str(self.send("POST", url, **self.texts(cls, "lifecycle_trail"), **sent)["uid"])
        changed = self.texts(cls, "lifecycle_trail")
        self.send("PATCH", f"{url}/{uid}", **changed, custom={"x_note": self.mark("custom")}, handles=self.handles())
        self.send("POST", f"{url}/{uid}/handles", kind="email", value=f"{self.mark('added')}@people.example")
        self.client.delete(f"{V1}{url}/{uid}/handles?kind=email&value={self.marks[-1]}@people.example")
        self.send("POST", f"{url}/{uid}/undo?why={self.mark('why')}")
        self.send("POST", f"{url}/{uid}/assign", user="bob", reason=self.mark("reason"), why=self.mark("why"))
        self.send("POST", f"{url}/{uid}/assign", user="alice", reason=self.mark("reason"))
        self.send("POST", f"{url}/{uid}/release", reason=self.mark("end_reason"))
        return uid

    def contact(self) -> str:
        """Beside that jobs, one of them removed, a move, links, a rating, tasks."""
        uid, job = self.record("contact"), EDGES["WORKS_AT"]
        url = f"/contacts/{uid}"
        dates = ("start", "end", "end_status", "carried_from")
        first = self.send("POST", f"{url}/jobs", account="acme", start="2020", **self.texts(job, *dates))["uid"]
        self.send("PATCH", f"/jobs/{first}", **self.texts(job, *dates))
        never = {"account": "hooli", "start": "2010", "end": "2011", **self.texts(job, *dates)}
        self.client.delete(f"{V1}/jobs/{self.send('POST', f'{url}/jobs', **never)['uid']}")
        moved = {"to_account": "globex", "effective_on": "2024-01-01", "from_job": first}
        self.send("POST", f"{url}/move", **moved, **self.texts(job, *dates), why=self.mark("why"))
        self.send("POST", f"{url}/links", to="maya", kind="reports_to", start="2020")
        self.send("POST", "/contacts/maya/links", to=uid, kind="related_to", relation="friend")
        self.send("PUT", f"{url}/rating", value=4)
        self.met("contacts", uid)
        self.to_do("contacts", uid)
        self.introduced(uid)
        return uid

    def introduced(self, uid: str) -> None:
        """Introductions to them: one that was changed, one that was taken back."""
        asked = {"account": "globex", "people": [uid]}
        texts = partial(self.texts, NODES["Introduction"], "way", "evidence")
        one = self.send("POST", "/introductions", **asked, **texts(), why=self.mark("why"))["uid"]
        self.send("PATCH", f"/introductions/{one}", **texts())
        gone = self.send("POST", "/introductions", **asked, **texts())["uid"]
        self.client.delete(f"{V1}/introductions/{gone}")

    def lead(self) -> str:
        """A lead, whom we have met, and about whom there is something to do."""
        uid = self.record("lead")
        self.met("leads", uid)
        self.to_do("leads", uid)
        return uid

    def imported(self, graph: Graph, uid: str, folder: Path) -> None:
        """What imports bring of a contact, and then something else."""
        for number in (1, 2):
            bundle = folder / f"bundle {number}"
            bundle.mkdir()
            for name, header, row in self._files(uid):
                (bundle / f"{name}.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
            report = import_bundle(graph, [bundle], refused_path=folder / "refused.csv")
            assert report.refused == []

    def _files(self, uid: str) -> Iterator[tuple[str, str, str]]:
        fields = ",".join(self.mark("imported") for _ in range(3))
        yield "contacts", "contact_id,name,description,x_shoe", f"{uid},{fields}"
        yield "works_at", "job_id,contact_id,account_id,title", f"brought,{uid},bytes,{self.mark('imported')}"
        met = f"brought,alice,{uid},2024-02-01,email,{self.mark('imported')}"
        yield "interactions", "interaction_id,user_id,contact_id,occurred_at,channel,notes", met


def standing(graph: Graph) -> str:
    """Every node and edge of the store with all that they hold."""
    nodes = graph.read("MATCH (n) RETURN labels(n), properties(n)", lambda *row: str(row))
    edges = graph.read("MATCH (a)-[e]->(b) RETURN type(e), a.uid, b.uid, properties(e)", lambda *row: str(row))
    return "\n".join([*nodes, *edges])
