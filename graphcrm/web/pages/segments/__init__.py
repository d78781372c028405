"""Segments: what there are, who is in each, and the form that asks."""

from graphcrm.web.pages.segments.show import routes

__all__ = ["routes"]
