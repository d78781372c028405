"""What somebody sees is what there is without what they may not see: every read of random worlds, before that is
removed from the graph and after."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from worlds import build

from graphcrm.access import ACTIONS, KINDS, Kind, Module, Role, Scope
from graphcrm.config import Settings
from graphcrm.dates import moment
from graphcrm.graph import Graph
from graphcrm.queries.groups.put_group import put_group
from graphcrm.queries.groups.put_members import put_members
from graphcrm.queries.moves.moves_since import moves_since
from graphcrm.queries.moves.put_news import put_news
from graphcrm.queries.records.conditions import CONDITIONS
from graphcrm.queries.records.segment import One
from graphcrm.queries.segments.put_segment import put_segment
from graphcrm.queries.tags.put_tagged import put_tagged
from graphcrm.queries.tags.put_tags import put_tags
from graphcrm.services import conditions, policy, tagging
from graphcrm.services.changes import Author, change
from graphcrm.services.jobs import correct
from graphcrm.services.records import edit
from graphcrm.services.users import create_token
from graphcrm.web import create_app
from reference import strategies
from reference.test_paths import load
from reference.world import World

pytestmark = pytest.mark.timeout(1200)

V1 = "/api/v1"
SCOPES = (Scope.OWN, Scope.TEAM, Scope.TEAM, Scope.ALL, Scope.NONE)
TEAMS = ("North", "South")

random_readers = settings(
    # Each asks some 600 addresses twice, which takes 45 s of a core.
    max_examples=4 if settings.get_current_profile_name() == "ci" else 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@dataclass
class Scene:
    """A world, whose its records are (by label and uid), who asks and what their role may read."""

    world: World
    as_of: date | None
    owners: dict[tuple[str, str], str]
    teams: dict[str, str]
    scopes: dict[str, Scope]
    links: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def reader(self) -> str:
        return self.world.users[0].uid

    def sees(self, kind: str, uid: str) -> bool:
        """The rule, in other words than the program's."""
        owner, scope = self.owners.get((kind.title(), uid)), self.scopes[kind]
        if scope in {Scope.NONE, Scope.ALL}:
            return scope is Scope.ALL
        mine = owner == self.reader or (scope is Scope.TEAM and self.teams.get(owner or "") == self.teams[self.reader])
        return owner is None or mine


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    world = draw(strategies.worlds())
    users = [user.uid for user in world.users]
    records = [
        *(("Account", one.uid) for one in world.accounts),
        *(("Contact", one.uid) for one in world.contacts),
        *(("Lead", f"L{n}") for n in range(3)),
    ]
    owners = {record: draw(st.sampled_from([None, *users])) for record in records}
    contacts, accounts = [one.uid for one in world.contacts], [one.uid for one in world.accounts]
    ends = [("REPORTS_TO", contacts), ("PARTNER_OF", accounts)]
    links = [(kind, *pair) for kind, uids in ends for pair in pairwise(uids)]
    return Scene(
        world,
        draw(strategies.as_of_days()),
        {record: owner for record, owner in owners.items() if owner},
        {user: draw(st.sampled_from(TEAMS)) for user in users},
        {kind: draw(st.sampled_from(SCOPES)) for kind in ("account", "contact", "lead")},
        links,
    )


def write(graph: Graph, scene: Scene) -> None:
    """The world, with leads, links, teams, owners and some history, and the reader's role."""
    load(graph, scene.world)
    users = [user.uid for user in scene.world.users]
    for number in range(3):
        build.lead(graph, f"L{number}", f"Lead {number}")
        build.interaction(graph, users[number % len(users)], f"L{number}", "2019-03-01", subject="about Contact 1")
    for kind, start, end in scene.links:
        build.link(graph, kind, start, end, start="2018")
    for user, team in scene.teams.items():
        graph.write(
            "MATCH (u:User {uid: $user}) MERGE (t:Team {uid: $team}) SET t.name = $team CREATE (u)-[:MEMBER_OF]->(t)",
            user=user, team=team,
        )  # fmt: skip
    for (_, uid), owner in scene.owners.items():
        build.owned(graph, uid, owner)
    mark(graph, scene)
    remember(graph, scene.world)
    tell(graph, scene.reader)
    rows: Any = {kind: dict.fromkeys(ACTIONS, scope) for kind, scope in scene.scopes.items()}
    rows["user"] = dict.fromkeys(ACTIONS, Scope.ALL)
    role = Role("rep", rows, frozenset(Module))
    change(graph, Author(), lambda made: policy.change_role(made, role))
    graph.write("MATCH (u:User {uid: $uid}) SET u.role = 'rep', u.active = true", uid=scene.reader)


def mark(graph: Graph, scene: Scene) -> None:
    """Tags on every other record, groups of two users with all contacts and accounts, a segment of each condition."""
    records = records_of(scene)
    put_tags(graph, rows=tagging.new_rows(["Tag 0", "Tag 1"]), at=build.NOW)
    graph.write("MATCH (t:Tag) SET t.uid = replace(t.key, ' ', '-')")
    rows = [{"label": label, "record": uid, "tag": f"tag-{n % 2}"} for n, (label, uid) in enumerate(records)]
    put_tagged(graph, rows=rows)
    members = [{"label": label, "record": uid} for label, uid in records if label != "Lead"]
    for number, user in enumerate([user.uid for user in scene.world.users][:2]):
        put_group(graph, user=user, uid=f"group-{number}", props={"name": "All", "shared": True}, at=build.NOW)
        put_members(graph, group=f"group-{number}", rows=members, at=build.NOW, by=user)
    for uid, kind, asked in segments_of(scene):
        props = {"name": uid, "kind": kind, "conditions": conditions.written([[asked]])}
        put_segment(graph, user=scene.reader, uid=uid, props=props, at=build.NOW)


def records_of(scene: Scene) -> list[tuple[str, str]]:
    """All accounts, contacts and leads, by label and uid."""
    kinds = {"Account": scene.world.accounts, "Contact": scene.world.contacts}
    return [(label, one.uid) for label, many in kinds.items() for one in many] + [("Lead", f"L{n}") for n in range(3)]


def segments_of(scene: Scene) -> Iterator[tuple[str, str, One]]:
    """A segment of each condition: its uid, the kind of its records, and what it asks."""
    values: dict[str, Any] = {
        "texts": ["Title", "Account 1"], "text": "title", "number": 1, "percent": 5, "days": 3_000, "span": "within",
        "who": "anyone", "user": scene.reader, "account": scene.world.accounts[0].uid, "tag": "tag-0",
    }  # fmt: skip
    for kind, known in CONDITIONS.items():
        for name, asked in known.items():
            given = {one.name: list(one.choices) if one.type == "choices" else values[one.type] for one in asked.takes}
            yield f"{kind}-{name}", kind, One(name, values=given)


def remember(graph: Graph, world: World) -> None:
    """Change something of some of each kind."""
    kinds: list[tuple[Kind, str]] = [("contact", one.uid) for one in world.contacts[:2]]
    for kind, uid in [*kinds, *(("account", one.uid) for one in world.accounts[:2])]:
        change(graph, Author(), lambda made, kind=kind, uid=uid: edit(made, kind, uid, {"description": f"was {uid}"}))
    for job in world.jobs[:4]:
        change(graph, Author(), lambda made, job=job: correct(made, job.uid, {"title": f"new {job.uid}"}))


def tell(graph: Graph, reader: str) -> None:
    """Tell the reader of every move there is."""
    when = moment(None)
    found = moves_since(graph, since=date(2000, 1, 1), on=when.on, before=when.before, limit=1_000)
    told = [{"user": reader, "why": ["owner"]}]
    rows = [
        {"uid": one.uid, "contact": one.contact, "left": one.from_account, "joined": one.to_account,
         "moved_on": one.moved_on, "users": told}
        for one in found
    ]  # fmt: skip
    put_news(graph, rows=rows, at=when.before)


def questions(graph: Graph, scene: Scene) -> list[str]:
    """Every read of the API there is, of everything in the world."""
    world, day = scene.world, f"as_of={scene.as_of}" if scene.as_of else ""
    asked = [f"/{kind}s?sort={sort}" for kind in KINDS for sort in ("name", "-updated_at")]
    asked += [f"/contacts?account={one.uid}&{day}" for one in world.accounts]
    asked += [f"/search?q={word}&{day}" for word in ("Account", "Contact", "Lead", "Title", "联系人")]
    asked += ["/trash", f"/moves?since=2000-01-01&{day}", f"/moves?since=2000-01-01&ours=true&{day}"]
    asked += [f"/proposed-moves?since=2000-01-01&{day}", "/moves/champions?limit=500"]
    for one in world.accounts:
        paths = f"/accounts/{one.uid}/warm-paths"
        asked += [f"{paths}?min_score=0&max_unit=0&limit=500&{day}", f"{paths}?limit=3&{day}"]
        asked += [f"{paths}?user={scene.reader}&{day}", f"/accounts/{one.uid}/people?status=all&{day}"]
        asked += [f"/accounts/{one.uid}{part}" for part in ("", "/links", "/history", "/owners")]
    for one in world.contacts:
        parts = ("/jobs", "/colleagues", "/known-by", "/interactions")
        asked += [f"/contacts/{one.uid}{part}?{day}" for part in parts]
        asked += [f"/contacts/{one.uid}{part}" for part in ("", "/links", "/history", "/owners", "/data")]
    for number in range(3):
        asked += [f"/leads/L{number}{part}" for part in ("", "/interactions", "/history", "/owners", "/data")]
    asked += network(scene, day)
    asked += ["/tags", "/tags/tag-0", "/groups", "/groups/group-0", "/groups/group-1", "/segments?limit=500"]
    asked += [f"/{kind}s?{how}" for kind in scene.scopes for how in ("tag=tag-0", "tag_not=tag-0", "tag_known=true")]
    asked += [f"/{kind}s?group=group-{number}" for kind in ("account", "contact") for number in (0, 1)]
    asked += [f"/{kind}s?segment={uid}" for uid, kind, _ in segments_of(scene)]
    asked += [f"/users/{one.uid}" for one in world.users] + [f"/jobs/{one.uid}" for one in world.jobs]
    asked += [f"/interactions/{uid}" for uid in uids(graph, "MATCH ()-[i:INTERACTED_WITH]->() RETURN DISTINCT i.event")]
    asked += [f"/links/{uid}" for uid in uids(graph, "MATCH ()-[l:REPORTS_TO|PARTNER_OF]->() RETURN l.uid")]
    return asked + [f"/changes/{uid}" for uid in uids(graph, "MATCH (r:Revision) RETURN DISTINCT r.change")]


def network(scene: Scene, day: str) -> list[str]:
    """All edges among everything, and what is around some of it and between."""
    world = scene.world
    of = {"account": world.accounts, "contact": world.contacts, "user": world.users}
    ids = [f"{kind}:{one.uid}" for kind, many in of.items() for one in many] + [
        f"lead:L{number}" for number in range(3)
    ]
    some = ids[::4]
    asked = [f"/network/records?ids={','.join(ids)}&{day}", *(f"/network/around?id={one}&{day}" for one in some)]
    asked += [f"/network/expand?id={one}&kind={kind}&{day}" for one in some for kind in ("job", "tie", "owner", "link")]
    ways = zip(some, some[1:] + some[:1], strict=True)
    return asked + [f"/network/path?from={one}&to={other}&kinds=job,tie,link,owner&{day}" for one, other in ways]


def uids(graph: Graph, cypher: str) -> list[str]:
    return sorted(graph.read(cypher, str))


def remove_unseen(graph: Graph, scene: Scene) -> int:
    """Remove what the reader may not see, and what is remembered of it."""
    unseen = [(label, uid) for label, uid in records_of(scene) if not scene.sees(label.lower(), uid)]
    for label, uid in unseen:
        graph.write(f"MATCH (n:{label} {{uid: $uid}}) DETACH DELETE n", uid=uid)
        graph.write("MATCH (:History {uid: $of})<-[:ON]-(r) DETACH DELETE r", of=f"{label} {uid}")
    return len(unseen)


def answered(client: FlaskClient, asked: list[str]) -> dict[str, list[Any]]:
    """What is answered; a message may name what was asked for, and cursors hold when it was."""
    answers: dict[str, list[Any]] = {}
    for url in asked:
        answer = client.get(V1 + url)
        body = answer.get_json()
        if answer.status_code >= 400:
            body = body["code"]
        elif url.endswith("/data"):
            body = {name: value for name, value in body.items() if name not in {"made_at", "audit"}}  # of this asking
        elif "next_cursor" in body:
            body["next_cursor"] = body["next_cursor"] is not None
        if url.startswith("/search") and answer.status_code == 200:  # what is rare scores more, and less is left now
            body["items"].sort(key=lambda item: item["uid"])
        answers[url] = [answer.status_code, body]
    return answers


def same(one: Any, other: Any) -> bool:
    """Whether two answers are equal, but for what has faded of ties since the first was given."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-5, abs_tol=1e-6)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


@given(scene=scenes())
@random_readers
def test_what_is_seen_is_what_is_left_without_the_unseen(graph: Graph, scene: Scene, tmp_path: Path) -> None:
    write(graph, scene)
    client = create_app(
        Settings(secret_key="of this test", data_dir=tmp_path, requests_a_minute=0), graph
    ).test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {create_token(graph, user=scene.reader)}"
    asked = questions(graph, scene)
    before = answered(client, asked)
    event(f"unseen {min(3, remove_unseen(graph, scene))}")
    after = answered(client, asked)
    assert not [url for url, (status, _) in before.items() if status >= 500]
    for url in asked:
        assert same(before[url], after[url]), (url, before[url], after[url])
