"""Signing in and out, one module a way, and what somebody may do about that themselves."""

from graphcrm.web.pages.sign_in import code, door, link, me, me_codes, provider

BLUEPRINTS = (door.routes, link.routes, code.routes, me.routes, me_codes.routes)
demo_routes = door.demo_routes

__all__ = ["BLUEPRINTS", "demo_routes", "provider"]
