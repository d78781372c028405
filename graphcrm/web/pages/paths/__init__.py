"""Ways into a company: as cards that say on what each hop rests, and the introductions asked for along them."""

from graphcrm.web.pages.paths import introductions, reach

BLUEPRINTS = (introductions.routes, reach.routes)
