from __future__ import annotations

from datetime import date

import pytest

from graphcrm.graph import Graph
from graphcrm.services.checks import check

from ..conftest import Load, counts, notes, refusals


def props(graph: Graph, uid: str) -> dict:
    ((found,),) = graph.read("MATCH (n {uid: $uid}) RETURN properties(n)", lambda *row: row, uid=uid)
    return {k: v for k, v in found.items() if k not in {"uid", "created_at", "updated_at"}}


def handles(graph: Graph, uid: str) -> set[tuple[str, bool | None]]:
    return set(graph.read("MATCH ({uid: $uid})-[r:HAS_HANDLE]->(h) RETURN h.uid, r.primary", lambda *row: row, uid=uid))


def test_a_new_record_has_what_its_row_says_and_is_at_revision_one(graph: Graph, load: Load):
    report = load(
        accounts="account_id,name,aliases,kind,employee_count,placeholder,location,source\n"
        'A1,Acme,Acme Inc; ACME ;,Company,250,no,"48.1,11.5",erp\n'
    )
    assert counts(report, "accounts.csv") == (1, 0, 0, 0, 0)
    found = props(graph, "A1")
    location = found.pop("location")
    assert (location.latitude, location.longitude) == (48.1, 11.5)
    assert found == {
        "name": "Acme",
        "aliases": ["Acme Inc", "ACME"],
        "kind": "company",
        "employee_count": 250,
        "placeholder": False,
        "source": "erp",
        "rev": 1,
    }


def test_times_of_recording_are_native_and_in_utc(graph: Graph, load: Load):
    load(contacts="contact_id,name,birthday\nC1,Ada,1990-02-28\n")
    rows = graph.read(
        "MATCH (c:Contact) RETURN valueType(c.created_at), c.created_at = c.updated_at, c.created_at.timezone, c.birthday",
        lambda *row: row,
    )
    assert rows == [("ZONED DATETIME NOT NULL", True, "Z", date(1990, 2, 28))]


def test_the_source_is_kept_with_what_is_created_and_not_changed_later(graph: Graph, load: Load):
    load(contacts="contact_id,name\nC1,Ada\n", options={"source": "fair"})
    report = load(contacts="contact_id,name\nC1,Ada\nC2,Bo\n", options={"source": "mail"})
    assert counts(report, "contacts.csv") == (1, 0, 1, 0, 0)
    assert (props(graph, "C1")["source"], props(graph, "C2")["source"]) == ("fair", "mail")


def test_a_row_whose_id_exists_changes_only_its_cells_that_are_not_empty(graph: Graph, load: Load):
    load(contacts="contact_id,name,hobbies,address\nC1,Ada,chess,Main St 1\n")
    report = load(contacts="contact_id,name,hobbies,address\nC1,,sailing,\n")
    assert counts(report, "contacts.csv") == (0, 1, 0, 0, 0)
    assert props(graph, "C1") == {"name": "Ada", "hobbies": ["sailing"], "address": "Main St 1", "rev": 2}


def test_a_row_that_changes_nothing_leaves_revision_and_times_alone(graph: Graph, load: Load):
    text = "contact_id,name,email,birthday,hobbies\nC1,Ada,a@x.example,1990-02-28,a;b\n"
    load(contacts=text)
    before = graph.read("MATCH (c:Contact) RETURN c.rev, c.updated_at", lambda *row: row)
    report = load(contacts=text)
    assert counts(report, "contacts.csv") == (0, 0, 1, 0, 0)
    assert graph.read("MATCH (c:Contact) RETURN c.rev, c.updated_at", lambda *row: row) == before


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (",Ada,Brandt", "Ada Brandt"),
        (",小明,王", "王小明"),
        (",민수,김", "김민수"),
        (",Ada,", "Ada"),
        (",,Brandt", "Brandt"),
        ("Ada B.,Ada,Brandt", "Ada B."),
    ],
)
def test_a_name_that_is_missing_is_made_of_its_parts(graph: Graph, load: Load, cells: str, name: str):
    load(contacts=f"contact_id,name,first_name,last_name\nC1,{cells}\n")
    assert props(graph, "C1")["name"] == name


def test_a_name_made_of_its_parts_follows_them_and_one_that_was_given_stays(graph: Graph, load: Load):
    load(contacts="contact_id,name,given_name,family_name\nC1,,Ada,Brandt\nC2,Bo the Great,Bo,Chen\n")
    load(contacts="contact_id,family_name\nC1,Huber\nC2,Huber\n")
    assert (props(graph, "C1")["name"], props(graph, "C2")["name"]) == ("Ada Huber", "Bo the Great")


@pytest.mark.parametrize("table", ["accounts", "contacts", "leads", "tasks", "users"])
def test_a_new_record_without_a_name_is_refused(load: Load, table: str):
    kind = table[:-1]
    report = load(**{table: f"{kind}_id,name\nX1,\n"})
    assert refusals(report) == [(f"{table}.csv", 2, "name", "")]
    assert "a new record needs one" in report.refused[0].reason


def test_a_row_without_an_id_is_refused(load: Load):
    assert refusals(load(contacts="contact_id,name\n,Ada\n")) == [("contacts.csv", 2, "contact_id", "")]


def test_an_id_that_is_no_uid_is_kept_and_leads_to_the_same_record_each_time(graph: Graph, load: Load):
    text = "contact_id,name\nAda Brandt/7,Ada\n"
    load(
        contacts=text,
        works_at="contact_id,account_id\nAda Brandt/7,Acme GmbH\n",
        accounts="account_id,name\nAcme GmbH,Acme\n",
    )
    assert counts(load(contacts=text), "contacts.csv") == (0, 0, 1, 0, 0)
    assert graph.read(
        "MATCH (c:Contact)-[:WORKS_AT]->(a:Account) RETURN c.external_id, a.external_id, c.uid =~ '[0-9a-f-]{36}'",
        lambda *row: row,
    ) == [("Ada Brandt/7", "Acme GmbH", True)]


def test_an_unknown_column_becomes_a_custom_field_and_is_named(graph: Graph, load: Load):
    report = load(contacts="contact_id,name,Shoe size,x_colour,\nC1,Ada,38,blue,\n")
    assert props(graph, "C1") == {"name": "Ada", "x_shoe_size": "38", "x_colour": "blue", "rev": 1}
    assert notes(report, "custom_field") == [
        "the column 'Shoe size' is not known, and became the custom field x_shoe_size",
        "the column 'x_colour' is not known, and became the custom field x_colour",
    ]
    assert notes(report, "unnamed_column") == ["column 5 has no name, and was left out"]


def test_handles_are_nodes_in_one_spelling_shared_by_whoever_has_them(graph: Graph, load: Load):
    load(
        contacts="contact_id,name,email,emails,phone,phones,wechat,linkedin\n"
        "C1,Ada,Ada@X.example,desk@x.example;ADA@x.example,+49 (89) 12-3,089 77,AdaW,https://www.linkedin.com/in/Ada/\n"
        "C2,Bo,,DESK@x.example,,,,\n",
        accounts="account_id,name,domains\nA1,Acme,https://www.Acme.example/about;acme.example;acme.test\n",
        leads="lead_id,name,email\nL1,Lea,lea@y.example\n",
        users="user_id,name,email\nU1,Alice,Alice@Us.example\n",
    )
    assert handles(graph, "C1") == {
        ("email:ada@x.example", True),
        ("email:desk@x.example", None),
        ("phone:+4989123", True),
        ("phone:08977", None),
        ("wechat:adaw", True),
        ("linkedin:linkedin.com/in/ada", True),
    }
    assert handles(graph, "C2") == {("email:desk@x.example", None)}
    assert handles(graph, "A1") == {("domain:acme.example", None), ("domain:acme.test", None)}
    assert handles(graph, "L1") == {("email:lea@y.example", True)}
    assert handles(graph, "U1") == {("email:alice@us.example", True)}
    assert props(graph, "U1")["email"] == "alice@us.example"


def test_a_new_email_becomes_the_one_to_use_and_the_old_one_stays(graph: Graph, load: Load):
    load(contacts="contact_id,name,email\nC1,Ada,old@x.example\n")
    report = load(contacts="contact_id,name,email\nC1,Ada,new@x.example\n")
    assert counts(report, "contacts.csv") == (0, 1, 0, 0, 0)
    assert handles(graph, "C1") == {("email:old@x.example", False), ("email:new@x.example", True)}
    assert props(graph, "C1")["rev"] == 2


LABELS = "MATCH ({uid: 'C1'})-[r:HAS_HANDLE]->(h) RETURN h.value, r.label, r.primary ORDER BY h.value"


def test_a_handle_has_a_label_that_a_later_row_may_change_and_not_take_away(graph: Graph, load: Load):
    text = "contact_id,name,email,emails\nC1,Ada,a@x.example (work),b@x.example (home);c@x.example\n"
    load(contacts=text)
    assert graph.read(LABELS, lambda *row: row) == [
        ("a@x.example", "work", True),
        ("b@x.example", "home", None),
        ("c@x.example", None, None),
    ]
    assert counts(load(contacts=text), "contacts.csv") == (0, 0, 1, 0, 0)
    report = load(contacts="contact_id,name,emails\nC1,Ada,a@x.example (old);b@x.example\n")
    assert counts(report, "contacts.csv") == (0, 1, 0, 0, 0)
    load(contacts="contact_id,name,email\nC1,Ada,c@x.example\n")
    assert graph.read(LABELS, lambda *row: row) == [
        ("a@x.example", "old", False),
        ("b@x.example", "home", None),
        ("c@x.example", None, True),
    ]


def test_every_record_may_have_every_kind_of_handle(graph: Graph, load: Load):
    columns = "email,emails,phone,phones,wechat,wechats,linkedin,linkedins,domain,domains"
    cells = "a@x.example,b@x.example,1,2,we,wx,in/a,in/b,a.example,b.example"
    load(**{f"{kind}s": f"{kind}_id,name,{columns}\nX,Xu,{cells}\n" for kind in ("account", "contact", "lead", "user")})
    kinds = ("domain:a.example", "email:a@x.example", "linkedin:in/a", "phone:1", "wechat:we")
    others = ("domain:b.example", "email:b@x.example", "linkedin:in/b", "phone:2", "wechat:wx")
    cypher = "MATCH (n {uid: 'X'})-[r:HAS_HANDLE]->(h) RETURN labels(n)[0], h.uid, r.primary"
    assert set(graph.read(cypher, lambda *row: row)) == {
        (label, uid, primary)
        for label in ("Account", "Contact", "Lead", "User")
        for primary, uids in ((True, kinds), (None, others))
        for uid in uids
    }


def test_a_user_is_an_active_rep_unless_the_row_says_otherwise(graph: Graph, load: Load):
    load(users="user_id,name,role,active,timezone\nU1,Alice,,,\nU2,Dana,Manager,no,Asia/Shanghai\n")
    assert props(graph, "U1") == {"name": "Alice", "role": "rep", "active": True, "rev": 1}
    assert props(graph, "U2") == {
        "name": "Dana",
        "role": "manager",
        "active": False,
        "timezone": "Asia/Shanghai",
        "rev": 1,
    }


def test_a_user_is_in_one_team_and_moves_with_the_file(graph: Graph, load: Load):
    teams = "MATCH (u:User)-[:MEMBER_OF]->(t:Team) RETURN u.uid, t.name ORDER BY u.uid"
    load(users="user_id,name,team\nU1,Alice,North\nU2,Bob,North\n")
    assert graph.read(teams, lambda *row: row) == [("U1", "North"), ("U2", "North")]
    report = load(users="user_id,name,team\nU1,Alice,South\nU2,Bob,\n")
    assert counts(report, "users.csv") == (0, 1, 1, 0, 0)
    assert graph.read(teams, lambda *row: row) == [("U1", "South"), ("U2", "North")]
    assert graph.read("MATCH (t:Team) RETURN t.name, t.rev ORDER BY t.name", lambda *row: row) == [
        ("North", 1),
        ("South", 1),
    ]


def test_a_user_is_one_contact_and_an_unknown_one_is_refused(graph: Graph, load: Load):
    contacts = "contact_id,name\nC1,Ada\nC2,Ada B.\n"
    load(users="user_id,name,contact_id\nU1,Alice,C1\n", contacts=contacts)
    report = load(users="user_id,name,contact_id\nU1,Alice,C2\nU2,Bob,C9\n", contacts=contacts)
    assert graph.read("MATCH (u:User)-[:IS]->(c:Contact) RETURN u.uid, c.uid", lambda *row: row) == [("U1", "C2")]
    assert refusals(report) == [("users.csv", 3, "contact_id", "C9")]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("kind", "guild"),
        ("employee_count", "many"),
        ("employee_count", "-3"),
        ("placeholder", "perhaps"),
        ("location", '"91,0"'),
        ("latitude", "48.1"),
        ("domains", "@"),
        ("lifecycle", "dead"),
    ],
)
def test_a_cell_that_cannot_be_meant_refuses_its_row_alone(graph: Graph, load: Load, column: str, cell: str):
    report = load(accounts=f"account_id,name,{column}\nA1,Acme,{cell}\nA2,Blue,\n")
    (refused,) = report.refused
    assert (refused.line, refused.value) == (2, cell.strip('"') if column != "latitude" else "")
    assert refused.column == (column if column != "latitude" else "")
    assert graph.read("MATCH (a:Account) RETURN a.uid", str) == ["A2"]


def test_latitude_and_longitude_are_a_place(graph: Graph, load: Load):
    text = "account_id,name,latitude,longitude\nA1,Acme,31.23,121.47\n"
    load(accounts=text)
    assert graph.read("MATCH (a:Account) RETURN a.location.latitude, a.location.longitude", lambda *row: row) == [
        (31.23, 121.47)
    ]
    assert counts(load(accounts=text), "accounts.csv") == (0, 0, 1, 0, 0)


@pytest.mark.parametrize("dry_run", [True, False])
def test_an_address_that_another_user_has_is_left_out_and_named(graph: Graph, load: Load, dry_run: bool):
    load(users="user_id,name,email,emails\nU1,Alice,alice@us.example,a@us.example\n")
    text = (
        "user_id,name,email,emails\nU1,Alice,alice@us.example,\nU2,Bob,Alice@us.example,bob@us.example;a@us.example\n"
        "U3,Cy,bob@us.example,\n"
    )
    report = load(users=text, options={"dry_run": dry_run})
    assert report.refused == []
    assert [(note.line, note.text.split(",")[0]) for note in report.notes if note.kind == "shared_address"] == [
        (3, "alice@us.example is the address of the user U1"),
        (3, "a@us.example is the address of the user U1"),
        (4, "bob@us.example is the address of the user U2"),
    ]
    if not dry_run:
        emails = "MATCH (u:User) OPTIONAL MATCH (u)-[:HAS_HANDLE]->(h) RETURN u.uid, u.email, collect(h.value)"
        found = {uid: (email, sorted(values)) for uid, email, values in graph.read(emails, lambda *row: row)}
        assert found == {
            "U1": ("alice@us.example", ["a@us.example", "alice@us.example"]),
            "U2": (None, ["bob@us.example"]),
            "U3": (None, []),
        }
        assert check(graph) == []
