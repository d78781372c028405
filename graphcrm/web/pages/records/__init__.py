"""The pages of records of every kind, and of who moved."""

from graphcrm.web.pages.records import (
    accounts,
    campaigns,
    contacts,
    contracts,
    feed,
    leads,
    opportunities,
    orders,
    service_requests,
    stages,
    tasks,
    users,
)

BLUEPRINTS = (accounts.routes, campaigns.routes, contacts.routes, contracts.routes, feed.routes, leads.routes,
              opportunities.routes, orders.routes, service_requests.routes, stages.routes, tasks.routes,
              users.routes)  # fmt: skip
