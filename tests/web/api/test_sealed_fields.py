"""What the API says and takes where fields are kept sealed, and what the store then says of them: nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from graphcrm.config import Settings
from graphcrm.exporters.bundle import export_bundle
from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.sealed import RAW, Sealer, Sealing
from graphcrm.services.sealing import chosen

FIELDS = (
    "contact.description,contact.address,contact.x_budget,contact.hobbies,lead.description,"
    "task.description,task.outcome,interaction.notes,interaction.subject,interaction.topics"
)
WORDS = (
    "knows the whole board",
    "12 Elm Street",
    "four million",
    "came by mail",
    "about the merger",
    "keep it quiet",
    "a secret topic",
    "dark chess",
    "mind the dog",
    "he is moving",
)

ADA = {
    "name": "Ada", "description": WORDS[0], "address": WORDS[1], "hobbies": [WORDS[7]],
    "custom": {"x_budget": WORDS[2]},
}  # fmt: skip


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, sealed_fields=FIELDS)


@pytest.fixture(autouse=True)
def uids(api: FlaskClient, cast: Graph) -> Iterator[dict[str, str]]:
    """Ada, a lead and an interaction, and all that anybody is to know of them; purged at the end."""
    ada = made(api, "contacts", ADA, {"Idempotency-Key": "one"})
    lea = made(api, "leads", {"name": "Lea", "description": WORDS[3]})
    met = {"at": "2024-05-01T10:00:00Z", "channel": "call", "users": ["alice"], "contacts": [ada], "leads": [lea]}
    event = made(api, "interactions", met | {"subject": WORDS[4], "notes": WORDS[5], "topics": [WORDS[6]]})
    task = made(api, "tasks", {"name": "Call", "contacts": [ada], "description": WORDS[8]})
    assert api.patch(f"/api/v1/tasks/{task}", json={"status": "done", "outcome": WORDS[9]}).status_code == 200
    yield {"contacts": ada, "leads": lea, "interactions": event, "tasks": task}
    api.delete(f"/api/v1/interactions/{event}")
    for one in (f"contacts/{ada}", f"leads/{lea}"):
        api.delete(f"/api/v1/{one}")
        assert api.post(f"/api/v1/{one}/purge").status_code == 204
    cast.write("MATCH (n:IdempotencyKey) DETACH DELETE n")


@pytest.fixture
def ada(uids: dict[str, str]) -> str:
    return f"/api/v1/contacts/{uids['contacts']}"


@pytest.fixture
def ours(cast: Graph, settings: Settings) -> Graph:
    """The graph by its keys."""
    return cast.sealed_by(Sealing(lambda: Sealer([str(settings.secret_key)]), chosen(FIELDS)))


def made(api: FlaskClient, kind: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> str:
    answer = api.post(f"/api/v1/{kind}", json=body, headers=headers)
    assert answer.status_code == 201, answer.text
    return str(answer.json.get("uid") or answer.json["event"])


def stored(graph: Graph, *of: str) -> str:
    """Everything that the store has, as it has it; or what of it has one of some texts in it."""
    raw = graph.sealed_by(RAW)
    everything = ("MATCH (n) RETURN n {.*, label: labels(n)}", "MATCH ()-[e]->() RETURN e {.*, type: type(e)}")
    lines = [line for cypher in everything for line in raw.read(cypher, str)]
    return "\n".join(sorted(line for line in lines if not of or any(text in line for text in of)))


def test_the_store_says_nothing_and_the_answers_everything(
    uids: dict[str, str], ada: str, api: FlaskClient, cast: Graph
) -> None:
    assert not [word for word in WORDS if word in stored(cast)]
    shown = api.get(ada).json
    assert (shown["description"], shown["address"], shown["custom"]) == (WORDS[0], WORDS[1], {"x_budget": WORDS[2]})
    assert api.get(f"/api/v1/leads/{uids['leads']}").json["description"] == WORDS[3]
    event = api.get(f"/api/v1/interactions/{uids['interactions']}").json
    assert (event["subject"], event["notes"]) == (WORDS[4], WORDS[5])
    (met,) = api.get(ada + "/interactions").json["items"]
    assert met["subject"] == WORDS[4]
    history = json.dumps(api.get(ada + "/history").json)
    assert all(word in history for word in (*WORDS[:3], *WORDS[4:8]))
    task = f"/api/v1/tasks/{uids['tasks']}"
    assert (api.get(task).json["description"], api.get(task).json["outcome"]) == WORDS[8:]
    assert all(word in json.dumps(api.get(task + "/history").json) for word in WORDS[8:])


def test_what_is_changed_is_compared_sealed_and_undone(ada: str, api: FlaskClient, cast: Graph) -> None:
    before = api.get(ada)
    same = api.patch(ada, json={"description": WORDS[0]})
    assert same.headers["ETag"] == before.headers["ETag"]
    changed = api.patch(ada, json={"description": "left the board", "address": None})
    assert "left the board" not in stored(cast)
    stale = api.patch(ada, json={"description": "third"}, headers={"If-Match": before.headers["ETag"]})
    assert stale.status_code == 412
    assert (stale.json["current"]["description"], stale.json["yours"]["address"]) == ("left the board", WORDS[1])
    assert api.post(f"/api/v1/changes/{changed.headers['Change-Id']}/undo").status_code in {200, 204}
    again = api.get(ada).json
    assert (again["description"], again["address"]) == (WORDS[0], WORDS[1])
    assert not [word for word in WORDS if word in stored(cast)]


def test_a_request_that_is_sent_again_is_answered_again(uids: dict[str, str], api: FlaskClient) -> None:
    again = api.post("/api/v1/contacts", json=ADA, headers={"Idempotency-Key": "one"})
    assert (again.status_code, again.json["uid"], again.json["description"]) == (201, uids["contacts"], WORDS[0])


def test_the_trash_and_back_keeps_them(uids: dict[str, str], ada: str, api: FlaskClient, cast: Graph) -> None:
    api.delete(ada)
    assert not [word for word in WORDS if word in stored(cast)]
    api.post(ada + "/restore")
    assert api.get(ada).json["description"] == WORDS[0]
    assert api.get(f"/api/v1/interactions/{uids['interactions']}").json["notes"] == WORDS[5]


def test_an_export_has_the_words_and_its_import_changes_nothing(
    uids: dict[str, str], cast: Graph, ours: Graph, tmp_path: Path
) -> None:
    export_bundle(ours, tmp_path / "out")
    written = "\n".join(file.read_text(encoding="utf-8") for file in (tmp_path / "out").glob("*.csv"))
    assert all(word in written for word in WORDS)
    before = stored(cast, *uids.values())
    import_bundle(ours, [tmp_path / "out"], refused_path=tmp_path / "refused.csv")
    assert stored(cast, *uids.values()) == before


def test_what_an_import_brings_is_sealed(uids: dict[str, str], cast: Graph, ours: Graph, tmp_path: Path) -> None:
    (tmp_path / "contacts.csv").write_text(
        f"contact_id,name,description\n{uids['contacts']},Ada,quite new\n", encoding="utf-8"
    )
    import_bundle(ours, [tmp_path], refused_path=tmp_path / "refused.csv")
    assert "quite new" not in stored(cast)
    assert ours.read("MATCH (c:Contact {uid: $uid}) RETURN c.description", str, uid=uids["contacts"]) == ["quite new"]
    assert not [word for word in WORDS if word in stored(cast)]


def test_a_copy_for_a_person_is_not_sealed(api: FlaskClient, uids: dict[str, str]) -> None:
    told = api.get(f"/api/v1/contacts/{uids['contacts']}/data").json
    assert told is not None
    assert [one["notes"] for one in told["interactions"]] == [WORDS[5]]
    assert {word for word in WORDS if word in json.dumps(told)} == set(WORDS) - {WORDS[3]}
