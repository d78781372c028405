"""The pages of accounts, contacts, leads, tasks and users, and of who moved."""

from graphcrm.web.pages.records import accounts, contacts, feed, leads, tasks, users

BLUEPRINTS = (accounts.routes, contacts.routes, feed.routes, leads.routes, tasks.routes, users.routes)
