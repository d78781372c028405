"""The pages of accounts, contacts, leads and users, and of who moved."""

from graphcrm.web.pages.records import accounts, contacts, feed, leads, users

BLUEPRINTS = (accounts.routes, contacts.routes, feed.routes, leads.routes, users.routes)
