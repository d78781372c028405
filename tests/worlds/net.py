"""The cast with links, owners and a user's own record: what all kinds of edges are shown with."""

from __future__ import annotations

from datetime import date

from graphcrm.access import Sight
from graphcrm.dates import Moment, moment
from graphcrm.graph import Graph
from worlds.build import TODAY, assignment, contact, interaction, link, owned
from worlds.cast import write_cast

WHEN: Moment = moment(TODAY)
D = date.fromisoformat

# Charlie is of another team: what Alice has is not there for him.
CHARLIE = Sight(accounts=("", "charlie"), contacts=("", "charlie"), leads=("", "charlie"))


def write_net(graph: Graph) -> None:
    """Write it."""
    write_cast(graph)
    link(graph, "PARTNER_OF", "acme", "globex", start="2020", uid="L1")
    link(graph, "SUBSIDIARY_OF", "initech", "acme", start="2010-01-01", end="2015-01-01", uid="L2")
    link(graph, "REPORTS_TO", "tomas", "lena", start="2022-06-01", uid="L3")
    link(graph, "RELATED_TO", "maya", "noor", relation="friend", uid="L4")
    owned(graph, "maya", "alice")
    owned(graph, "globex", "alice")
    assignment(graph, "priya", "zoe", start="2020-01-01", end="2023-01-01", uid="S1")
    assignment(graph, "priya", "bob", start="2023-01-01", uid="S2")
    assignment(graph, "lead-1", "bob", start="2024-01-01", uid="S3")
    interaction(graph, "bob", "lead-1", "2024-02-01", channel="call")
    interaction(graph, "bob", "lead-1", "2024-03-01", channel="email", direction="out")
    contact(graph, "own-alice", "Alice")
    graph.write("MATCH (u:User {uid: 'alice'}), (c:Contact {uid: 'own-alice'}) CREATE (u)-[:IS]->(c)")
    interaction(graph, "alice", "own-alice", "2024-01-01")
