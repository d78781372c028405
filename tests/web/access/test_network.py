"""Charlie sees nothing in the network of what is Alice's."""

from __future__ import annotations

from tests.web.access.conftest import As

V1 = "/api/v1/network"


def test_the_network_shows_charlie_nothing_of_alices(api_as: As) -> None:
    frank, charlie, bob = api_as("frank"), api_as("charlie"), api_as("bob")
    for kind, uid in (("contact", "maya"), ("account", "globex")):
        assert frank.post(f"/api/v1/{kind}s/{uid}/assign", json={"user": "alice"}).status_code == 200
    asked = [
        "records?ids=contact:maya,account:globex,contact:tomas,user:alice", "around?id=contact:tomas",
        "around?id=user:alice", "expand?id=contact:tomas&kind=job", "expand?id=user:alice&kind=tie",
        "expand?id=user:alice&kind=owner", "expand?id=contact:tomas&kind=colleague", "expand?id=contact:ulla&kind=job",
        "path?from=user:alice&to=contact:tomas", "path?from=user:alice&to=account:acme&kinds=job,tie,link,owner",
    ]  # fmt: skip
    for address in asked:
        seen, unseen = bob.get(f"{V1}/{address}"), charlie.get(f"{V1}/{address}")
        assert (seen.status_code, unseen.status_code) == (200, 200), address
        for name in ("Maya Lind", "Globex"):
            assert name not in unseen.text, address
    assert charlie.get(f"{V1}/records?ids=contact:maya,account:globex").json["missing"] == [
        "contact:maya",
        "account:globex",
    ]
    assert bob.get(f"{V1}/around?id=contact:tomas").json["counts"][0]["count"] == 2
    assert charlie.get(f"{V1}/around?id=contact:tomas").json["counts"][0]["count"] == 1
    for address in (
        "around?id=contact:maya",
        "expand?id=account:globex&kind=job",
        "path?from=contact:maya&to=user:bob",
    ):
        assert charlie.get(f"{V1}/{address}").status_code == 404


def test_who_reads_no_leads_is_shown_none(api_as: As) -> None:
    frank = api_as("frank")
    frank.post("/api/v1/leads/lead-1/assign", json={"user": "bob"})
    frank.patch("/api/v1/users/erin", json={"role": "viewer"})
    erin = api_as("erin")
    assert erin.get(f"{V1}/records?ids=lead:lead-1").json["missing"] == ["lead:lead-1"]
    assert erin.get(f"{V1}/expand?id=user:bob&kind=owner").json["nodes"] == []
    assert erin.get(f"{V1}/around?id=lead:lead-1").status_code == 404
