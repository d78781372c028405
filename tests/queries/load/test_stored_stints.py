from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_stints import stored_stints


def test_stints_are_found_by_contact_and_by_uid_and_once(cast: Graph):
    cast.write(
        "MATCH (c:Contact {uid: 'C1'}), (d:Contact {uid: 'C2'}), (a:Account {uid: 'A1'}) "
        "CREATE (c)-[:WORKS_AT {uid: 'J1', title: 'Boss', start_min: date('2019-01-01'), end_max: date('9999-12-31')}]->(a), "
        "(d)-[:WORKS_AT {uid: 'J2', recorded_at: datetime()}]->(a), (d)-[:WORKS_AT {uid: 'J3'}]->(a)"
    )
    found = stored_stints(cast, contacts=["C1", "C9"], uids=["J1", "J2", "J9"])
    assert sorted((stint.contact, stint.account, stint.props["uid"]) for stint in found) == [
        ("C1", "A1", "J1"),
        ("C2", "A1", "J2"),
    ]
    (boss,) = (stint.props for stint in found if stint.contact == "C1")
    assert (boss["title"], boss["start_min"], boss["end_max"], boss["end_min"]) == (
        "Boss",
        "2019-01-01",
        "9999-12-31",
        None,
    )


def test_nothing_asked_is_nothing_found(cast: Graph):
    assert stored_stints(cast, contacts=[], uids=[]) == []


def test_a_job_that_an_acquisition_carried_over_is_not_one_that_a_row_could_be(cast: Graph):
    cast.write(
        "MATCH (c:Contact {uid: 'C1'}), (a:Account {uid: 'A1'}) "
        "CREATE (c)-[:WORKS_AT {uid: 'J9~A1', carried_from: 'J9', start_min: date('2020-01-01')}]->(a)"
    )
    assert stored_stints(cast, contacts=["C1"], uids=["J9~A1"]) == []
