"""Every page in Chromium: nothing that axe-core finds, nothing in the console, nothing wider than a phone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import (
    attendance,
    campaign,
    contact,
    contract,
    interaction,
    introduction,
    link,
    opportunity,
    order,
    owned,
    service_request,
    task,
)

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.web import create_app
from tests.browser.conftest import PHONE, Visit, spills, violations

PATH = "/accounts/acme/warm-paths/alice,maya,tomas"
PAGES = [
    "/", "/search?q=ma", "/moves", "/moves/champions", "/warm-paths", "/introductions", "/introductions/i-1", "/network", "/views", "/trash",
    "/accounts", "/accounts?as_of=2024-06-01", "/accounts/new", "/accounts/acme", "/accounts/acme?as_of=2024-06-01",
    "/accounts/acme/ways", "/accounts/acme/potential", "/accounts/acme/people", "/accounts/acme/coverage", "/accounts/acme/timeline",
    "/accounts/acme/chart", "/accounts/classes", "/accounts/acme/offers", "/lifecycles", "/lifecycles?kind=contact", "/accounts/acme/flow", "/accounts/acme/edit", "/accounts/acme/owner", "/accounts/acme/links", "/accounts/acme/history",
    "/accounts/acme/warm-paths", "/accounts/globex/warm-paths?as_of=2024-06-01", PATH, f"{PATH}/introduction",
    "/contacts", "/contacts?account=nobody", "/contacts/nobody", "/contacts/maya", "/contacts/tomas?as_of=2024-06-01",
    "/contacts/zhang", "/contacts/tomas/colleagues", "/contacts/maya/interactions", "/contacts/maya/edit",
    "/contacts/maya/move", "/contacts/maya/jobs/new", "/contacts/maya/links", "/contacts/maya/history",
    "/jobs/tomas-1/edit", "/jobs/tomas-2/moved", "/links/k-1/edit", "/assignments/s-1/edit",
    "/interactions/new", "/interactions/new?account=acme", "/contacts/maya/interactions?q=meeting", "/campaigns", "/campaigns/new", "/campaigns/x-1", "/campaigns/x-1/attend", "/campaigns/x-1/edit", "/coverage", "/interactions/e-1/edit", "/leads", "/leads/lead-1", "/leads/lead-1/owner", "/leads/lead-1/ignore", "/leads/lead-1/convert", "/pool",
    "/notifications", "/contacts/maya/mail", "/mail-templates", "/mail-templates/new", "/mail-templates/m-1", "/automations/a-1", "/automations", "/automations/new?of=lead&parameters=status%3Dnew", "/calendar", "/opportunities", "/opportunities/o-1", "/opportunities/o-1/edit", "/opportunities/o-1/stage", "/opportunities/board", "/opportunities/forecast", "/opportunities/stages", "/contracts", "/contracts/n-1", "/contracts/n-1/edit", "/contracts/new?about=account:acme", "/orders", "/orders/r-1", "/orders/r-1/edit", "/service-requests", "/service-requests/q-1", "/service-requests/q-1/edit", "/service-requests/q-1/solve", "/tags", "/tags?q=zz", "/groups", "/segments", "/segments/s-1", "/segments/s-1/edit", "/segments/new?kind=contact&example=left", "/segments/new?kind=account", "/contacts?tag=g-1", "/contacts?segment=s-1", "/tasks", "/tasks/t-1", "/tasks/t-1/edit", "/tasks/new?about=contact:maya", "/users", "/users/bob", "/me", "/me/codes", "/access", "/styleguide", "/api/docs",
]  # fmt: skip
OF_ADMINS = ["/users/new", "/users/bob/edit", "/access/roles/rep", "/audit", "/contacts/gone/purge"]
DOORS = ["/sign-in", "/sign-in/code", "/sign-in/link"]
STATUS = "performance.getEntriesByType('navigation')[0].responseStatus"
NO_PAGES = {  # files, parts of a page, and what other programs ask
    "calendar.feed", "reach.as_csv", "reach.as_json", "network.file", "list_cells.cell", "suggest.suggest", "interactions.topics", "tags.suggest", "groups.suggest", "segments.suggest", "palette.palette",
    "views.open_", "health.healthz", "health.readyz", "metrics", "static",
}  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def more(cast: Graph) -> None:
    """What the cast's world has none of."""
    interaction(cast, "alice", "maya", "2024-05-20", uid="e-1", subject="Offer")
    introduction(cast, "i-1", "alice", ["maya"], "globex")
    link(cast, "REPORTS_TO", "tomas", "maya", start="2023", uid="k-1")
    uid = owned(cast, "hooli", "alice")
    cast.write("MATCH ()-[o:ASSIGNED_TO {uid: $uid}]->() SET o.uid = 's-1'", uid=uid)
    opportunity(cast, "o-1", "acme", "maya", amount=1200.0, currency="EUR", expected_close=date(2024, 6, 1), rev=1)
    contract(
        cast, "n-1", "acme", "maya", owner="alice", opportunity="o-1", amount=100.0, currency="EUR", end="2030-01-01"
    )
    order(cast, "r-1", "acme", "maya", owner="alice", number="R 1", deliver_by=date(2024, 6, 1))
    asked = datetime(2024, 6, 1, 9, tzinfo=UTC)
    service_request(cast, "q-1", "acme", "maya", owner="alice", asked_at=asked, answer_by=asked, solve_by=asked)
    campaign(cast, "x-1", "Fair", kind="exhibition", rev=1), attendance(cast, "x-1", "maya")
    task(cast, "t-1", "Call Maya", "maya", "acme", due_on=date(2024, 6, 1), repeats="week")
    cast.write(
        "MATCH (u:User {uid: 'alice'}) CREATE (u)-[:WROTE]->(:MailTemplate {uid: 'm-1', name: 'Hello', text: 'Dear {name}'})"
    )
    cast.write("MATCH (u:User {uid: 'alice'}) CREATE (u)-[:AUTOMATES]->(a:Automation {uid: 'a-1', name: 'New leads', of: 'lead', "
               "parameters: 'status=new', notify: 'author', active: true, looked_at: datetime(), rev: 1}), "
               "(a)-[:RAN]->(:AutomationRun {uid: 'r-1', at: datetime(), label: 'Lead', of: 'lead-1', did: ['notify:alice', 'unsent:why']})")  # fmt: skip
    owned(cast, "t-1", "alice")
    cast.write("CREATE (g:Tag {uid: 'g-1', name: 'Important', key: 'important', colour: 'purple', rev: 1}), "
               "(:Tag {uid: 'g-2', name: '客户', key: '客户', colour: 'yellow', rev: 1}) WITH g "
               "MATCH (n) WHERE n.uid IN ['maya', 'acme', 'lead-1', 't-1'] CREATE (n)-[:TAGGED]->(g)")  # fmt: skip
    cast.write("MATCH (u:User {uid: 'alice'}), (c:Contact {uid: 'maya'}) "
               "CREATE (u)-[:KEEPS]->(:Group {uid: 'p-1', name: 'Dinner', shared: true, rev: 1})<-[:IN_GROUP]-(c), "
               "(u)-[:ASKS]->(:Segment {uid: 's-1', name: 'Quiet', kind: 'contact', shared: true, rev: 1, conditions: "
               "'[[{\"by\": \"silent\", \"who\": \"anyone\", \"days\": 60}, {\"by\": \"tag\", \"value\": \"g-1\"}]]', "
               "sizes: ['2024-05-01 3', '2024-06-01 12']})")  # fmt: skip
    contact(cast, "gone", "Gone", deleted_at=datetime.now(UTC))


def test_every_page_there_is_is_looked_at(cast: Graph) -> None:
    app = create_app(Settings(secret_key="of this test"), cast)
    pages = app.url_map.bind("")
    asked = {pages.match(path.split("?")[0])[0] for path in (*PAGES, *OF_ADMINS, *DOORS)}
    there = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert {name for name in there if not name.startswith("api_")} | {"api_docs.docs"} == asked | NO_PAGES


@pytest.mark.parametrize("path", [*PAGES, *OF_ADMINS])
def test_a_page_is_accessible_in_both_themes_and_fits_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, user="frank" if path in OF_ADMINS else "alice")
    assert page.evaluate(STATUS) == (404 if "nobody" in path else 200)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert spills(page) <= 0
    assert violations(page) == []


@pytest.mark.parametrize("path", [*PAGES, *OF_ADMINS])
def test_a_page_in_chinese_is_accessible_and_fits_a_phone(visit: Visit, path: str) -> None:
    page = visit(path, language="zh", user="frank" if path in OF_ADMINS else "alice")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert spills(page) <= 0


@pytest.mark.parametrize("path", DOORS)
def test_the_door_is_accessible(visit: Visit, path: str) -> None:
    assert violations(visit(path, user=None)) == []
