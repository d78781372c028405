"""The pages of accounts, contacts, leads, opportunities, tasks and users, and of who moved."""

from graphcrm.web.pages.records import accounts, contacts, feed, leads, opportunities, stages, tasks, users

BLUEPRINTS = (accounts.routes, contacts.routes, feed.routes, leads.routes, opportunities.routes, stages.routes,
              tasks.routes, users.routes)  # fmt: skip
