"""What is told of a person when they ask is everything, and nothing of it is left when they are erased."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphcrm.graph import Graph
from graphcrm.services import stars
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check
from tests.web.access.conftest import As
from tests.web.access.planted import V1, Planted, standing


def at_hand(planted: Planted, graph: Graph, kind: str, uid: str) -> None:
    """Alice has starred them, and saved views that name them."""
    change(graph, Author("alice"), lambda made: stars.put(made, "alice", kind, uid))
    planted.send("POST", "/views", name="Around", of="network", state={"open": [uid, "acme"], "at": {uid: [1, 2]}})
    planted.send("POST", "/views", name="Tasks", of="tasks", parameters=f"about_{kind}={uid}")
    if kind == "contact":
        group = planted.send("POST", "/groups", name="Of the fair")["uid"]
        planted.send("POST", f"/groups/{group}/add", contacts=[uid])
        planted.send("POST", "/views", name="Of them", of="network", target=uid)


@pytest.mark.parametrize("kind", ["contact", "lead"])
def test_all_of_it_is_handed_over_and_none_of_it_is_left(
    api_as: As, browser_as: As, graph: Graph, tmp_path: Path, kind: str
) -> None:
    before = standing(graph)
    client = api_as("frank")
    planted = Planted(client)
    uid = getattr(planted, kind)()
    if kind == "contact":
        planted.imported(graph, uid, tmp_path)
    assert len(planted.marks) > 40
    at_hand(planted, graph, kind, uid)
    both = {"contacts": ["maya", uid]} if kind == "contact" else {"contacts": ["maya"], "leads": [uid]}
    planted.send("POST", "/interactions", **both, at="2024-05-02", subject="with Maya too")
    task = planted.send("POST", "/tasks", **both, name="about Maya too", due_on="2024-05-02")["uid"]
    planted.send("PATCH", f"/tasks/{task}", outcome="none")
    once = planted.send("POST", "/tasks", **{f"{kind}s": [uid]}, name="about nobody now")["uid"]
    planted.send("PATCH", f"/tasks/{once}", **{f"{kind}s": []})
    assert not [mark for mark in planted.marks if mark not in standing(graph)]
    told = client.get(f"{V1}/{kind}s/{uid}/data")
    assert told.status_code == 200, told.text
    assert not [mark for mark in planted.marks if mark not in json.dumps(told.json)]
    assert client.delete(f"{V1}/{kind}s/{uid}").status_code == 204
    assert [star["user"]["uid"] for star in told.json["stars"]] == ["alice"]
    if kind == "contact":
        assert [group["name"] for group in told.json["groups"]] == ["Of the fair"]
    aside = client.get(f"{V1}/{kind}s/{uid}/data").json
    assert not [mark for mark in planted.marks if mark not in json.dumps(aside)]
    assert (aside["ties"], len(aside["stars"])) == ([], 1)
    assert client.post(f"{V1}/{kind}s/{uid}/purge", headers={"Idempotency-Key": "last"}).status_code == 204
    left = standing(graph)
    assert not [line for line in left.splitlines() if any(mark in line for mark in planted.marks)]
    told = {line.split("]")[0] for line in left.splitlines() if uid in line}
    assert told == {"(['Audit'", "(['Audited'", "(['Revision'"}  # that it was erased, and that something was done
    assert client.get(f"{V1}/{kind}s/{uid}/data").status_code == 404
    met = client.get(f"{V1}/contacts/maya/interactions").json["items"]
    assert met[0]["subject"] == "with Maya too"  # that is hers as well
    assert [one["name"] for one in client.get(f"{V1}/tasks").json["items"]] == ["about Maya too", "about nobody now"]
    assert client.get(f"{V1}/tasks/{task}").json["contacts"][0]["uid"] == "maya"
    assert not [line for line in left.splitlines() if uid in line and "'kind': 'task'" in line]  # nor in their history
    assert client.get(f"{V1}/tasks/{task}/history").json["items"][-1]["after"]["contacts"] == ["maya"]
    assert client.post(f"{V1}/tasks/{once}/undo").status_code in {200, 204}
    for page in (f"/tasks/{task}", f"/tasks/{once}", f"/tasks/{once}/history"):
        assert browser_as("frank").get(page).status_code == 200
    assert "planted" not in before
    assert check(graph) == []
