"""The pages of accounts, contacts, leads, opportunities, campaigns, tasks and users, and of who moved."""

from graphcrm.web.pages.records import accounts, campaigns, contacts, feed, leads, opportunities, stages, tasks, users

BLUEPRINTS = (accounts.routes, campaigns.routes, contacts.routes, feed.routes, leads.routes, opportunities.routes,
              stages.routes, tasks.routes, users.routes)  # fmt: skip
