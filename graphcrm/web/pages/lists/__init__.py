"""Lists of accounts, contacts and leads: what is shown of them, and what is done with many at once."""

from graphcrm.web.pages.lists import bulk, cells, export, show

BLUEPRINTS = (show.routes, bulk.routes, cells.routes, export.routes)
