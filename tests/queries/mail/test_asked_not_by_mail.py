from __future__ import annotations

from worlds.build import NOW, contact, handle, lead

from graphcrm.graph import Graph
from graphcrm.queries.mail.asked_not_by_mail import asked_not_by_mail


def test_who_has_the_address_or_was_the_lead_is_asked(graph: Graph) -> None:
    lead(graph, "l1", "Lea"), lead(graph, "l2", "Leo")
    contact(graph, "became", do_not_contact=True), contact(graph, "same", do_not_contact=True), contact(graph, "may")
    handle(graph, "same", "email", "same@them.example"), handle(graph, "may", "email", "may@them.example")
    graph.write(
        "MATCH (l:Lead {uid: 'l1'}), (c:Contact {uid: 'became'}) CREATE (l)-[:CONVERTED_TO {uid: 'v', at: $at}]->(c)",
        at=NOW,
    )
    emails = ["same@them.example", "may@them.example"]
    assert asked_not_by_mail(graph, lead="l1", emails=[]) == ["became"]
    assert asked_not_by_mail(graph, lead="l1", emails=emails, limit=9) == ["became", "same"]
    assert asked_not_by_mail(graph, lead="l2", emails=emails) == ["same"]
    assert asked_not_by_mail(graph, lead="l2", emails=["may@them.example"]) == []
