"""Random changes of contacts, their jobs and owners, and of what we had to do with them, against a plain Python model
(machine.py): the same answers, and a sound graph, at every step."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, consumes, invariant, rule
from worlds.build import account

from graphcrm.graph import Graph
from reference.machine import USERS, V1, Machine, run

ACCOUNTS = ("acme", "globex", "initech")
YEARS = st.integers(2010, 2024).map(str)


def overlaps(job: dict[str, Any], start: str, end: str | None = None) -> bool:
    """Whether a job certainly holds together with one of these years."""
    return max(job["start"], start) < min(job["end"] or "9999", end or "9999")


class Changes(Machine):
    """What happens to contacts, their jobs and owners, and to what we had to do with them."""

    model = ("people", "met")
    contacts = Bundle("contacts")
    events = Bundle("events")

    def __init__(self) -> None:
        super().__init__()
        for uid in ACCOUNTS:
            account(self.graph, uid, uid.title())
        # contact -> name, rev, trashed, owner, rating, jobs (uid -> account, start, end); event -> contacts
        self.people: dict[str, dict[str, Any]] = {}
        self.met: dict[str, set[str]] = {}

    def gone(self, contact: str, status: int) -> int:
        """What a change of a contact answers: as it should, or that it is in the trash."""
        return 404 if self.people[contact]["trashed"] else status

    @rule(target=contacts, name=st.sampled_from(["Ada", "Bo", "张三丰"]))
    def create(self, name: str) -> str:
        body = self.send("POST", "/contacts", 201, json={"name": name, "email": f"{len(self.people)}@people.example"})
        self.people[body["uid"]] = {
            "name": name, "rev": 1, "trashed": False, "owner": None, "rating": None, "jobs": {},
        }  # fmt: skip
        return str(body["uid"])

    @rule(contact=contacts, name=st.sampled_from(["Cy", "Dee"]), stale=st.booleans())
    def rename(self, contact: str, name: str, stale: bool) -> None:
        person = self.people[contact]
        rev = person["rev"] - stale
        self.send(
            "PATCH",
            f"/contacts/{contact}",
            self.gone(contact, 412 if stale else 200),
            json={"name": name},
            headers={"If-Match": f'"{rev}"'},
        )
        if not (stale or person["trashed"] or person["name"] == name):
            person.update(name=name, rev=person["rev"] + 1)

    @rule(contact=contacts)
    def trash(self, contact: str) -> None:
        person = self.people[contact]
        self.send("DELETE", f"/contacts/{contact}", self.gone(contact, 204))
        if not person["trashed"]:
            person.update(trashed=True, rev=person["rev"] + 1)

    @rule(contact=contacts)
    def restore(self, contact: str) -> None:
        person = self.people[contact]
        self.send("POST", f"/contacts/{contact}/restore", 200 if person["trashed"] else 409)
        if person["trashed"]:
            person.update(trashed=False, rev=person["rev"] + 1)

    @rule(contact=contacts, place=st.sampled_from(ACCOUNTS), start=YEARS)
    def add_job(self, contact: str, place: str, start: str) -> None:
        jobs = self.people[contact]["jobs"]
        clash = any(job["account"] == place and overlaps(job, start) for job in jobs.values())
        body = self.send(
            "POST",
            f"/contacts/{contact}/jobs",
            self.gone(contact, 409 if clash else 201),
            json={"account": place, "start": start},
        )
        if "uid" in (body or {}):
            jobs[body["uid"]] = {"account": place, "start": start, "end": None}

    @rule(contact=contacts, place=st.sampled_from(ACCOUNTS), year=YEARS)
    def move(self, contact: str, place: str, year: str) -> None:
        jobs = self.people[contact]["jobs"]
        held = [uid for uid, job in jobs.items() if job["end"] is None]
        rest = [job for uid, job in jobs.items() if uid not in held]
        clash = any(job["account"] == place and overlaps(job, year) for job in rest)
        early = len(held) == 1 and jobs[held[0]]["start"] > year
        status = 409 if len(held) > 1 else 422 if early else 409 if clash else 201
        sent = {"to_account": place, "effective_on": year}
        body = self.send("POST", f"/contacts/{contact}/move", self.gone(contact, status), json=sent)
        if status == 201 and not self.people[contact]["trashed"]:
            for uid in held:
                jobs[uid]["end"] = year
            jobs[body["uid"]] = {"account": place, "start": year, "end": None}

    @rule(contact=contacts, year=YEARS)
    def end_job(self, contact: str, year: str) -> None:
        jobs = self.people[contact]["jobs"]
        if not jobs:
            return
        uid = list(jobs)[-1]
        job = jobs[uid]
        others = [other for key, other in jobs.items() if key != uid and other["account"] == job["account"]]
        clash = any(overlaps(other, job["start"], year) for other in others)
        status = 422 if year < job["start"] else 409 if clash else 200
        self.send("PATCH", f"/jobs/{uid}", self.gone(contact, status), json={"end": year})
        if status == 200 and not self.people[contact]["trashed"]:
            job["end"] = year

    @rule(contact=contacts)
    def remove_job(self, contact: str) -> None:
        jobs = self.people[contact]["jobs"]
        uid = next(iter(jobs), "none")
        self.send("DELETE", f"/jobs/{uid}", self.gone(contact, 204 if jobs else 404))
        if not self.people[contact]["trashed"]:
            jobs.pop(uid, None)

    @rule(contact=contacts, to=st.sampled_from(USERS))
    def assign(self, contact: str, to: str) -> None:
        self.send("POST", f"/contacts/{contact}/assign", self.gone(contact, 200), json={"user": to})
        if not self.people[contact]["trashed"]:
            self.people[contact]["owner"] = to

    @rule(contact=contacts)
    def release(self, contact: str) -> None:
        person = self.people[contact]
        self.send("POST", f"/contacts/{contact}/release", self.gone(contact, 200 if person["owner"] else 409), json={})
        if not person["trashed"]:
            person["owner"] = None

    @rule(contact=contacts, value=st.integers(0, 6))
    def rate(self, contact: str, value: int) -> None:
        status = 204 if 1 <= value <= 5 else 422
        self.send(
            "PUT", f"/contacts/{contact}/rating", self.gone(contact, status) if status == 204 else status, json={"value": value}
        )  # fmt: skip
        if status == 204 and not self.people[contact]["trashed"]:
            self.people[contact]["rating"] = value

    @rule(event=events, who=st.lists(contacts, min_size=1, max_size=3, unique=True))
    def meet_others(self, event: str, who: list[str]) -> None:
        there = self.met.get(event, set())
        if any(self.people[contact]["trashed"] for contact in there):
            return  # what is in the trash keeps its part
        absent = not there or any(self.people[contact]["trashed"] for contact in who)
        self.send("PATCH", f"/interactions/{event or 'none'}", 404 if absent else 200, json={"contacts": who})
        if not absent:
            self.met[event] = set(who)

    @rule(target=events, who=st.lists(contacts, min_size=1, max_size=3, unique=True))
    def meet(self, who: list[str]) -> str:
        absent = any(self.people[contact]["trashed"] for contact in who)
        body = self.send(
            "POST",
            "/interactions",
            404 if absent else 201,
            json={"at": "2024-05-01", "channel": "call", "contacts": who},
        )
        if absent:
            return ""
        self.met[body["uid"]] = set(who)
        return str(body["uid"])

    @rule(event=consumes(events))
    def forget(self, event: str) -> None:
        there = {contact for contact in self.met.get(event, ()) if not self.people[contact]["trashed"]}
        if event and there != self.met.get(event, set()):
            return  # what is in the trash keeps its part
        self.send("DELETE", f"/interactions/{event or 'none'}", 204 if there else 404)
        self.met.pop(event, None)

    @rule()
    def undo(self) -> None:
        if not self.done:
            return
        change, (people, met) = self.done.pop()
        created = set(self.people) - set(people)
        revs = {contact: person["rev"] for contact, person in self.people.items()}
        self.send("POST", f"/changes/{change}/undo", 204)
        self.done.pop()  # the undo itself: what came before is next
        for contact in created:  # a creation is undone by the trash
            people[contact] = self.people[contact] | {"trashed": True}
        for contact, person in people.items():
            changed = any(person[name] != self.people[contact][name] for name in ("name", "trashed"))
            person["rev"] = revs[contact] + changed
        self.people, self.met = people, met

    @invariant()
    def everything_is_as_the_model_says(self) -> None:
        for contact, person in self.people.items():
            answer = self.api.get(f"{V1}/contacts/{contact}")
            assert (answer.status_code == 404) is person["trashed"], contact
            if person["trashed"]:
                continue
            owner = answer.json["owner"] and answer.json["owner"]["uid"]
            assert (answer.json["name"], answer.json["rev"], owner) == (person["name"], person["rev"], person["owner"])
            items = self.api.get(f"{V1}/contacts/{contact}/jobs").json["items"]
            assert {
                i["uid"]: {"account": i["account"]["uid"], "start": i["start"], "end": i["end"]} for i in items
            } == person["jobs"]
            known = self.api.get(f"{V1}/contacts/{contact}/known-by").json["items"]
            count = sum(contact in who for who in self.met.values())
            evidence = [(item["evidence"]["interactions"], item["evidence"]["rating"]) for item in known]
            assert evidence == ([(count, person["rating"])] if count or person["rating"] else [])


@pytest.mark.slow
@pytest.mark.timeout(1_800)
def test_random_changes_end_as_the_model_says(graph: Graph) -> None:
    run(Changes, graph)
