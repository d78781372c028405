"""Signing in and out, one module a way."""

from graphcrm.web.pages.sign_in import code, door, link, provider

BLUEPRINTS = (door.routes, link.routes, code.routes)
demo_routes = door.demo_routes

__all__ = ["BLUEPRINTS", "demo_routes", "provider"]
